/** Batches of codes: made together for a building or a pile of cards, and made void together when they never left the printer. */
import { ok, readText, refused, voidBatch, type BallotCode, type Decision } from '@buurtmacht/domain'
import { keepsRound } from '../../budget/index.ts'
import type { Reader, Tables, Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { areaIds } from '../../place/index.ts'
import { newId, type By } from '../../web/index.ts'
import { languages } from '../../words/index.ts'
import { beforeTheEnd, ofCommittee, whole } from './allowed.ts'
import { codesFrom, freshNumbers, hashOf, type Keyed } from './making.ts'
import {
  addBatch,
  addCodes,
  handingsOf,
  heldBatch,
  numbersOf,
  saveBatch,
  statesByBatch,
  voidUnused
} from './queries.ts'

export interface BatchTyped {
  kind: 'letters' | 'cards'
  name: string | undefined
  area: string
  /** Letters: households. Cards: how many. */
  count: string | undefined
  perHousehold: string | undefined
  /** In which language the letters or cards are printed. */
  lang: string
}

export const mostCodes = 5_000

/**
 * Only hashes are stored; whoever holds the seed can print the codes.
 * Refusals: `not-found`, `not-allowed`, `round-not-frozen`, `voting-over`, `field-…`.
 */
export async function makeBatch(
  tx: Tx,
  by: By,
  keyed: Keyed,
  round: string,
  typed: BatchTyped,
  seed: Uint8Array
): Promise<Decision<string>> {
  const row = await beforeTheEnd(tx, by, round)
  if (!row.ok) return row
  if (!keepsRound(by.roles, row.value.group_id) && !(await ofCommittee(tx, by, round))) return refused('not-allowed')
  const name = readText('name', typed.name, { min: 2, max: 80 })
  if (!name.ok) return name
  if (typed.area !== '' && !(await areaIds(tx)).some((id) => id === typed.area))
    return refused('field-not-a-choice', { field: 'area' })
  if (!languages.includes(typed.lang)) return refused('field-not-a-choice', { field: 'lang' })
  const each = typed.kind === 'letters' ? whole('perHousehold', typed.perHousehold, 12) : ok(1)
  if (!each.ok) return each
  const count = whole('count', typed.count, Math.floor(mostCodes / each.value))
  if (!count.ok) return count
  const size = count.value * each.value
  const id = newId(by)
  await addBatch(tx, {
    id,
    round_id: round,
    name: name.value,
    kind: typed.kind,
    area_id: typed.area || null,
    per_household: each.value,
    size,
    handed_out: 0,
    lang: typed.lang,
    void_why: null
  })
  await storeCodes(tx, by, keyed, { round, batch: id }, codesFrom(seed, size))
  await record(tx, by, {
    kind: 'ballot-codes-made',
    about: { kind: 'round', id: round },
    also: [{ kind: 'ballotBatch', id }],
    facts: { batch: id, name: name.value, kind: typed.kind, codes: size }
  })
  return ok(id)
}

/**
 * A batch that never left the printer works no longer, all of it at once; turnout counts its codes as void.
 * Refusals: `not-found`, `not-allowed`, `round-not-frozen`, `voting-over`, those of `voidBatch`.
 */
export async function voidWholeBatch(tx: Tx, by: By, id: string, why: string): Promise<Decision<string>> {
  const batch = await heldBatch(tx, id)
  if (!batch || batch.kind === 'residents') return refused('not-found')
  const row = await beforeTheEnd(tx, by, batch.round_id)
  if (!row.ok) return row
  if (!keepsRound(by.roles, row.value.group_id) && !(await ofCommittee(tx, by, batch.round_id)))
    return refused('not-allowed')
  const reason = await canBeVoid(tx, batch, why)
  if (!reason.ok) return reason
  const codes = await voidUnused(tx, id)
  await saveBatch(tx, id, { void_why: reason.value })
  await record(tx, by, {
    kind: 'ballot-codes-void',
    about: { kind: 'round', id: batch.round_id },
    also: [{ kind: 'ballotBatch', id }],
    facts: { batch: id, name: batch.name, codes, why: reason.value }
  })
  return ok(id)
}

/** Cards that one helper says were handed out count as such, also before the second says so. */
export async function canBeVoid(read: Reader, batch: Tables['ballot_batch'], why: string): Promise<Decision<string>> {
  const n = (await statesByBatch(read, batch.round_id)).get(batch.id)
  const waiting = (await handingsOf(read, batch.id)).reduce((sum, one) => sum + one.count, 0)
  const used = (n?.online ?? 0) + (n?.paper ?? 0)
  const handedOut = batch.handed_out + waiting
  return voidBatch({ void: batch.void_why !== null, handedOut, used, unused: n?.unused ?? 0 }, why)
}

/** Only their hashes, with numbers by chance. */
export async function storeCodes(
  tx: Tx,
  by: By,
  keyed: Keyed,
  of: { round: string; batch: string },
  codes: readonly BallotCode[]
): Promise<void> {
  const numbers = freshNumbers(await numbersOf(tx, of.round), codes.length, by.chance)
  await addCodes(
    tx,
    codes.map((code, at) => ({
      hash: hashOf(keyed, code),
      round_id: of.round,
      batch_id: of.batch,
      number: numbers[at]!,
      state: 'unused',
      replaced: 0,
      lost: 0
    }))
  )
}
