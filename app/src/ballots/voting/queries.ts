/** A ballot that is sent: its code used up, its envelope in the box, its hour counted. One statement where the database can, so that little goes to and fro. */
import { sql } from 'kysely'
import { engineOf, type Tables, type Tx } from '../../db/index.ts'
import type { BoxRow } from '../box/queries.ts'

/** What the ballot rests on: checked again in the statement that puts it in. */
export interface RestsOn {
  row: Pick<Tables['budget_round'], 'id' | 'version'>
  box: Pick<BoxRow, 'public_key'>
}

export interface ToSend {
  hash: string
  sealed: string
  /** Hash of the code with which its voter can show that it arrived. */
  arrival: string
  hour: string
  stripe: number
}

/**
 * Asking and using up in one: whoever comes with the same code at the same moment waits here and then finds it used. False, and nothing
 * happened, when the code was not unused or not of this round, or when the round or its box are no longer as they were seen.
 */
export const putInOnline = (tx: Tx, seen: RestsOn, one: ToSend): Promise<boolean> =>
  engineOf(tx) === 'postgres' ? atOnce(tx, seen, one) : inTurn(tx, seen, one)

async function atOnce(tx: Tx, { row, box }: RestsOn, one: ToSend): Promise<boolean> {
  const { rows } = await sql<{ batch_id: string }>`
    with used as (
      update ballot_code set state = 'online'
      where hash = ${one.hash} and state = 'unused' and round_id = ${row.id}
        and exists (select 1 from budget_round where id = ${row.id} and state = 'frozen' and version = ${row.version})
        and exists (select 1 from ballot_box where round_id = ${row.id} and opened = 0 and public_key = ${box.public_key})
      returning hash, round_id, batch_id),
    put as (insert into ballot_envelope (hash, round_id, channel, sealed) select hash, round_id, 'online', ${one.sealed} from used),
    arrived as (insert into ballot_arrival (hash, round_id) select ${one.arrival}, round_id from used),
    counted as (insert into ballot_use (batch_id, hour, stripe, count)
      select batch_id, ${one.hour}, ${one.stripe}::integer, 1 from used
      on conflict (batch_id, hour, stripe) do update set count = ballot_use.count + 1)
    select batch_id from used`.execute(tx)
  return rows.length === 1
}

/** The same for SQLite, whose one writing transaction holds everything, and where a question costs no journey. */
async function inTurn(tx: Tx, { row, box }: RestsOn, one: ToSend): Promise<boolean> {
  const used = await sql<{ batch_id: string }>`
    update ballot_code set state = 'online'
    where hash = ${one.hash} and state = 'unused' and round_id = ${row.id}
      and exists (select 1 from budget_round where id = ${row.id} and state = 'frozen' and version = ${row.version})
      and exists (select 1 from ballot_box where round_id = ${row.id} and opened = 0 and public_key = ${box.public_key})
    returning batch_id`.execute(tx)
  const batch = used.rows[0]?.batch_id
  if (batch === undefined) return false
  await sql`insert into ballot_envelope (hash, round_id, channel, sealed)
    values (${one.hash}, ${row.id}, 'online', ${one.sealed})`.execute(tx)
  await sql`insert into ballot_arrival (hash, round_id) values (${one.arrival}, ${row.id})`.execute(tx)
  await sql`insert into ballot_use (batch_id, hour, stripe, count) values (${batch}, ${one.hour}, ${one.stripe}, 1)
    on conflict (batch_id, hour, stripe) do update set count = ballot_use.count + 1`.execute(tx)
  return true
}
