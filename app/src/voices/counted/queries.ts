/**
 * What pages say of how many, kept beside what it is said of: read at every visit, counted anew at every change, in the same
 * transaction. Never added to or taken from, so it cannot drift; app/checks compares. See docs/decisions/kept-counts.md.
 */
import { sql } from 'kysely'
import { held, type Tx } from '../../db/index.ts'

/** The voices that stand in the need of the outer query and were not taken back. */
const standing = (need: string) => sql`need_voice l join voice v on v.id = l.voice_id
  where l.need_id = ${sql.ref(need)} and l.removed_at is null and v.state = 'given'`

/**
 * To be called by whatever changes which voices stand in a need, how their givers want to hear, what there is to tell, or who was told.
 * The needs are held first: of two changes at once, the later counts what the earlier did.
 */
export async function recount(tx: Tx, needs: readonly string[]): Promise<void> {
  if (needs.length === 0) return
  const these = tx
    .selectFrom('need')
    .select('id')
    .where('id', 'in', [...needs])
    .orderBy('id')
  await held(tx, these).execute()
  await tx
    .updateTable('need')
    .set({
      voices: sql<number>`(select count(*) from ${standing('need.id')})`,
      first_heard_on: sql<string | null>`(select min(v.heard_on) from ${standing('need.id')} and v.show <> 'none')`
    })
    .where('id', 'in', [...needs])
    .execute()
  const wanting = sql`${standing('goal.need_id')} and v.tell_how <> 'not'`
  const outcome = (
    what: string
  ) => sql`exists (select 1 from tell_back t where t.voice_id = v.id and t.goal_id = goal.id
    and t.since_on = goal.news_on and t.event = case goal.state when 'letGo' then 'letGo' else 'result' end
    and t.outcome = ${sql.lit(what)})`
  await tx
    .updateTable('goal')
    .set({
      wanted: sql<number>`(select count(*) from ${wanting})`,
      told: sql<number>`(select count(*) from ${wanting} and (v.tell_how = 'code' or ${outcome('told')}))`,
      unreachable: sql<number>`(select count(*) from ${wanting} and v.tell_how <> 'code' and ${outcome('unreachable')})`
    })
    .where('need_id', 'in', [...needs])
    .execute()
}

/** The same for the needs one voice stands in. */
export async function recountOf(tx: Tx, voice: string): Promise<void> {
  const rows = await tx
    .selectFrom('need_voice')
    .select('need_id')
    .where('voice_id', '=', voice)
    .where('removed_at', 'is', null)
    .execute()
  await recount(
    tx,
    rows.map((row) => row.need_id)
  )
}
