/** Needs that go up in one another or fall apart, with the trail that shows where every voice went. */
import {
  leads,
  merge,
  ok,
  readReason,
  refused,
  split,
  type Decision,
  type GroupId,
  type NeedId,
  type VoiceId
} from '@buurtmacht/domain'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { forgetWords } from '../../search/index.ts'
import { newId, type By } from '../../web/index.ts'
import { begin, mayGather, stateOf, theirs, told } from '../actions.ts'
import { carryMeToo, changeNeed, heldNeeds, putVoices, standingVoices } from '../queries.ts'

/** Two needs of two groups: somebody of both, or who leads the group whose need goes up in the other. */
export const mayMerge = (by: Pick<By, 'roles'>, from: string, into: string): boolean =>
  mayGather(by, from) && (mayGather(by, into) || leads(by.roles, from as GroupId))

/**
 * One need goes up in another, with all its voices and everybody who said "ik ook".
 * Refusals: `not-found`, `not-allowed` (see `mayMerge`), `need-into-itself`, `need-not-open`, `reason-missing`.
 */
export async function mergeNeeds(
  tx: Tx,
  by: By,
  from: string,
  typed: { into: string; why: string }
): Promise<Decision<{ into: string }>> {
  const { into } = typed
  const rows = await heldNeeds(tx, [...new Set([from, into])])
  const [one, other] = [rows.find((row) => row.id === from), rows.find((row) => row.id === into)]
  if (!one) return refused('not-found')
  if (!by.person || !mayGather(by, one.group_id)) return refused('not-allowed')
  if (!other) return refused('field-missing', { field: 'into' })
  if (!mayMerge(by, one.group_id, other.group_id)) return refused('not-allowed', { field: 'into' })
  const merged = merge({ id: from as NeedId, need: stateOf(one) }, { id: into as NeedId, need: stateOf(other) })
  if (!merged.ok) return merged
  const why = readReason(typed.why)
  if (!why.ok) return why
  const voices = await standingVoices(tx, from)
  await changeNeed(tx, one, { state: 'merged', into_ids: JSON.stringify([merged.value.into]) })
  const also = [...(await putVoices(tx, by, into, voices)), ...(await carryMeToo(tx, by, from, into))]
  await forgetWords(tx, 'need', from)
  const as = { group: one.group_id }
  await record(tx, by, {
    kind: 'need-merged',
    about: { kind: 'need', id: from },
    as,
    facts: { into: [into], why: why.value }
  })
  await record(tx, by, {
    kind: 'need-took-in',
    about: { kind: 'need', id: into },
    also,
    as,
    facts: { from, ...(await told(tx, voices)) }
  })
  return ok({ into })
}

export interface Splitting {
  parts: readonly {
    sentence: string
    voices: readonly string[]
    /** Another group of the same person. */ group?: string
  }[]
  why: string
}

/** One need turns out to be several. Refusals: `not-found`, `not-allowed`, `reason-missing`, those of `split`. */
export async function splitNeed(tx: Tx, by: By, id: string, typed: Splitting): Promise<Decision<{ into: NeedId[] }>> {
  const need = await theirs(tx, by, id)
  if (!need.ok) return need
  const { value: was } = need
  const groups = typed.parts.map((part) => part.group ?? was.group_id)
  if (groups.some((group) => !mayGather(by, group))) return refused('not-allowed')
  const parts = typed.parts.map((part) => ({ ...part, id: newId<NeedId>(by), voices: part.voices as VoiceId[] }))
  const done = split(stateOf(was), await standingVoices(tx, id), parts)
  if (!done.ok) return done
  const why = readReason(typed.why)
  if (!why.ok) return why
  const { into } = done.value.need
  await changeNeed(tx, was, { state: 'split', into_ids: JSON.stringify(into) })
  await forgetWords(tx, 'need', id)
  for (const [at, part] of done.value.parts.entries())
    await begin(tx, by, { ...part, group: groups[at] ?? was.group_id, area: was.area_id, from: id })
  await record(tx, by, {
    kind: 'need-split',
    about: { kind: 'need', id },
    as: { group: was.group_id },
    facts: { into, why: why.value }
  })
  return ok({ into })
}
