// STUB until the real actions are there
import { ok } from '@buurtmacht/domain'
import { newId } from '../../src/web/index.ts'
import { type Story } from '../story/index.ts'
import { type Moment } from './moments.ts'
const iso = (at: string) => at
export const needMoments = ({ needs, needChanges, meToos }: Story): Moment[] => [
  ...needs.map((need): Moment => ({
    daysAgo: need.daysAgo, person: need.by, what: need.key,
    live: async (tx, by, known) => {
      const id = newId(by); known.keep('need', need.key, id)
      await tx.insertInto('need').values({ id, sentence: need.sentence, group_id: known.id('group', need.group), area_id: null, state: 'open', into_ids: '[]', version: 1, made_at: by.at }).execute()
      for (const v of need.voices) await tx.insertInto('need_voice').values({ need_id: id, voice_id: known.id('voice', v), added_at: by.at, removed_at: null, removed_why: null }).execute()
      return ok(id)
    } })),
  ...needs.flatMap((need) => (need.later ?? []).map((l): Moment => ({ daysAgo: l.daysAgo, person: l.by, what: need.key + ' later', live: async (tx, by, known) => {
      for (const v of l.voices) await tx.insertInto('need_voice').values({ need_id: known.id('need', need.key), voice_id: known.id('voice', v), added_at: by.at, removed_at: null, removed_why: null }).onConflict(c=>c.doNothing()).execute()
      return ok(1) } }))),
  ...needChanges.map((c): Moment => ({ daysAgo: c.daysAgo, person: c.by, what: c.from, live: async (tx, by, known) => {
      const into = (c.kind === 'merged' ? [c.into] : [...c.into]).map((k) => known.id('need', k))
      await tx.updateTable('need').set({ state: c.kind, into_ids: JSON.stringify(into) }).where('id', '=', known.id('need', c.from)).execute()
      if (c.kind === 'merged') for (const r of await tx.selectFrom('need_voice').selectAll().where('need_id','=',known.id('need',c.from)).execute()) await tx.insertInto('need_voice').values({...r, need_id: into[0]!, added_at: iso(by.at)}).onConflict(x=>x.doNothing()).execute()
      return ok(1) } })),
  ...meToos.flatMap((m) => m.daysAgo.map((d): Moment => ({ daysAgo: d, what: m.need, live: async (tx, by, known) => {
      await tx.insertInto('me_too').values({ need_id: known.id('need', m.need), giver_hash: newId(by), at: by.at }).execute(); return ok(1) } })))
]
