/** Handing codes out, using them, and what to do when one is lost. Who received which code is written nowhere. */
import { ok, readCardNumber, refused, useOnPaper, voidCode, type BallotCode, type Decision } from '@buurtmacht/domain'
import { noteVoter } from '../../budget/index.ts'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { entitled } from '../who.ts'
import { beforeTheEnd, ofCommittee, whole } from './allowed.ts'
import { storeCodes } from './batches.ts'
import { codesFrom, hashOf, type Keyed } from './making.ts'
import {
  addBatch,
  addHanding,
  batchesOf,
  codeOf,
  dropHanding,
  handingsOf,
  heldBatch,
  heldHanding,
  heldNumber,
  saveBatch,
  saveCode,
  type CodeRow
} from './queries.ts'

/** One helper says how many were handed out; a second has to say so too. Refusals: `not-found`, `batch-void`, `field-…`, `cards-more-than-made`. */
export async function sayHandedOut(tx: Tx, by: By, batch: string, typed: string): Promise<Decision<string>> {
  const row = await heldBatch(tx, batch)
  if (!row || !by.person) return refused('not-found')
  if (row.void_why !== null) return refused('batch-void')
  const count = whole('count', typed, row.size)
  if (!count.ok) return count
  const waiting = (await handingsOf(tx, batch)).reduce((sum, one) => sum + one.count, 0)
  const left = row.size - row.handed_out - waiting
  if (count.value > left) return refused('cards-more-than-made', { field: 'count', facts: { left } })
  const id = newId(by)
  await addHanding(tx, { id, batch_id: batch, count: count.value, by_id: by.person })
  return ok(id)
}

/** Refusals: `not-found`, `cards-need-second-person`. */
export async function confirmHandedOut(tx: Tx, by: By, batch: string, handing: string): Promise<Decision<string>> {
  const row = await heldBatch(tx, batch)
  const said = await heldHanding(tx, handing)
  if (!row || !said || said.batch_id !== batch || !by.person) return refused('not-found')
  if (said.by_id === by.person) return refused('cards-need-second-person')
  await dropHanding(tx, handing)
  await saveBatch(tx, batch, { handed_out: row.handed_out + said.count })
  await record(tx, by, {
    kind: 'ballot-cards-handed-out',
    about: { kind: 'round', id: row.round_id },
    also: [{ kind: 'ballotBatch', id: batch }],
    facts: { batch, cards: said.count, together: row.handed_out + said.count }
  })
  return ok(batch)
}

/**
 * A signed-in resident with a task gets one code. The budget remembers that this person had one; the code knows nobody.
 * The same seed sent twice is the same code. Refusals: `not-found`, `ballot-code-not-yours`, `ballot-code-had`, `round-not-frozen`, `voting-over`.
 */
export async function takeMyCode(
  tx: Tx,
  by: By,
  keyed: Keyed,
  round: string,
  seed: Uint8Array
): Promise<Decision<BallotCode>> {
  if (!by.person || !entitled(by.roles)) return refused('ballot-code-not-yours')
  const row = await beforeTheEnd(tx, by, round)
  if (!row.ok) return row
  const code = codesFrom(seed, 1)[0]!
  if (!(await noteVoter(tx, round, by.person)))
    return (await codeOf(tx, hashOf(keyed, code))) ? ok(code) : refused('ballot-code-had')
  const batch = await residentsBatch(tx, by, round)
  await saveBatch(tx, batch.id, { size: batch.size + 1, handed_out: batch.handed_out + 1 })
  await storeCodes(tx, by, keyed, { round, batch: batch.id }, [code])
  return ok(code)
}

/** The round is held, so there is one. */
async function residentsBatch(tx: Tx, by: By, round: string) {
  const found = (await batchesOf(tx, round)).find((batch) => batch.kind === 'residents')
  if (found) return found
  const batch = {
    id: newId(by),
    round_id: round,
    name: 'residents',
    kind: 'residents' as const,
    area_id: null,
    per_household: 1,
    size: 0,
    handed_out: 0,
    lang: 'nl',
    void_why: null
  }
  await addBatch(tx, batch)
  return batch
}

export type Lost = { how: 'new-code'; code: BallotCode } | { how: 'on-paper' }

/**
 * By the number on the card. Not used: it works no longer and a new code is handed out. Used online: whose it was votes on paper in
 * person, with the number on the sheet, which takes the place of the online ballot. No name is asked or kept.
 * Refusals: `not-found`, `not-allowed`, `round-not-frozen`, `voting-over`, `card-number-unknown`, `ballot-code-used`, `ballot-code-void`.
 */
export async function cardLost(
  tx: Tx,
  by: By,
  keyed: Keyed,
  round: string,
  typed: string,
  seed: Uint8Array
): Promise<Decision<Lost>> {
  const row = await beforeTheEnd(tx, by, round)
  if (!row.ok) return row
  if (!(await ofCommittee(tx, by, round))) return refused('not-allowed')
  const number = readCardNumber(typed)
  const code = number === undefined ? undefined : await heldNumber(tx, round, number)
  if (!code) return refused('card-number-unknown', { field: 'number' })
  const lost = code.state === 'online' ? await toPaper(tx, code) : await anew(tx, by, keyed, code, seed)
  if (!lost.ok) return lost
  await record(tx, by, {
    kind: 'ballot-card-lost',
    about: { kind: 'round', id: round },
    also: [{ kind: 'ballotBatch', id: code.batch_id }],
    facts: { batch: code.batch_id, newCode: lost.value.how === 'new-code' }
  })
  return lost
}

async function toPaper(tx: Tx, code: CodeRow): Promise<Decision<Lost>> {
  await saveCode(tx, code.hash, { lost: 1 })
  return ok({ how: 'on-paper' })
}

async function anew(tx: Tx, by: By, keyed: Keyed, code: CodeRow, seed: Uint8Array): Promise<Decision<Lost>> {
  const fresh = codesFrom(seed, 1)[0]!
  const state = voidCode(code.state)
  // The same form a second time: its new code is there already.
  if (!state.ok) return (await codeOf(tx, hashOf(keyed, fresh))) ? ok({ how: 'new-code', code: fresh }) : state
  await saveCode(tx, code.hash, { state: state.value })
  const batch = await heldBatch(tx, code.batch_id)
  if (!batch) return refused('not-found')
  await saveBatch(tx, batch.id, { size: batch.size + 1 })
  await storeCodes(tx, by, keyed, { round: code.round_id, batch: batch.id }, [fresh])
  return ok({ how: 'new-code', code: fresh })
}

/** Uses up the code of a sheet, in the transaction that puts the ballot in. Refusals: `ballot-code-…`. */
export async function useCodeOnPaper(tx: Tx, code: CodeRow): Promise<Decision<CodeRow>> {
  const used = useOnPaper(code.state)
  if (!used.ok) return used
  const { state, replaces } = used.value
  await saveCode(tx, code.hash, { state, replaced: replaces ? 1 : code.replaced })
  return ok(code)
}
