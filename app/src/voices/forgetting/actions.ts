/** The words of a voice go for good: taken back or erased by who holds its code, or erased by an administrator for who has no code. */
import {
  eraseVoice,
  erasedWhys,
  isAdmin,
  ok,
  readChoice,
  refused,
  takeBack,
  type Decision,
  type Voice
} from '@buurtmacht/domain'
import { held, noteErasure, type Tables, type Tx } from '../../db/index.ts'
import { record, type Entry } from '../../journal/index.ts'
import type { By } from '../../web/index.ts'
import { heldByCode, nobody, tellBacks } from '../actions.ts'
import { emptyVoice, voiceRow, type Keyed } from '../queries.ts'

type Row = Tables['voice']
type Gone = 'takenBack' | 'erased'

/** The rules only look at the state: the words are not needed to let them go. */
const voiceIn = (row: Row): Voice => ({ state: row.state }) as Voice

const kindOf = (what: Gone) => (what === 'erased' ? 'voice-erased' : 'voice-taken-back')

async function empty(tx: Tx, by: By, voice: Row, what: Gone, more: Pick<Entry, 'as' | 'facts'> = {}): Promise<void> {
  const missed = await emptyVoice(tx, voice, what)
  await noteErasure(tx, { kind: kindOf(what), ref: voice.id, at: by.at })
  await record(tx, by, {
    kind: kindOf(what),
    about: { kind: 'voice', id: voice.id },
    also: tellBacks(missed),
    ...more,
    facts: { textHash: voice.text_hash, ...more.facts }
  })
}

type ByCode = (tx: Tx, by: By, keyed: Keyed, code: string) => Promise<Decision<{ id: string }>>

/** What the giver, who holds the code, decides; nobody is written down with it. */
const byCode =
  (what: Gone, decide: typeof takeBack): ByCode =>
  async (tx, by, keyed, code) => {
    const found = await heldByCode(tx, keyed, code)
    if (!found.ok) return found
    const gone = decide(voiceIn(found.value), by.today)
    if (!gone.ok) return gone
    await empty(tx, nobody(by), found.value, what)
    return ok({ id: found.value.id })
  }

/**
 * The giver takes the words back: they are gone everywhere, with everything they were found by. That there was a voice stays, and at its
 * code its way can still be followed. Refusals: `code-wrong`, `voice-taken-back`, `voice-erased`.
 */
export const takeVoiceBack = byCode('takenBack', takeBack)

/** The giver has everything erased; the code leads nowhere from now on. Refusals: `code-wrong`, `voice-erased`. */
export const eraseVoiceByCode = byCode('erased', eraseVoice)

/**
 * Somebody lost the code, or never had one, and asks a resident administrator. It happens in the open: the record says why, and
 * so does the code. One of a few reasons: whatever were typed would stay for ever. Refusals: `not-allowed`, `not-found`,
 * `field-not-a-choice`, `voice-erased`.
 */
export async function eraseVoiceOnRequest(
  tx: Tx,
  by: By,
  id: string,
  why: string | undefined
): Promise<Decision<{ id: string }>> {
  if (!isAdmin(by.roles)) return refused('not-allowed')
  const voice = await held(tx, voiceRow(tx).where('id', '=', id)).executeTakeFirst()
  if (!voice) return refused('not-found')
  const reason = readChoice('why', why, erasedWhys)
  if (!reason.ok) return reason
  const erased = eraseVoice(voiceIn(voice), by.today)
  if (!erased.ok) return erased
  await empty(tx, by, voice, 'erased', { as: 'administrator', facts: { why: reason.value } })
  return ok({ id })
}

/**
 * An older copy of the tables was put back: what was forgotten since is forgotten again. The record says so once, unless it still knows.
 * @returns whether there was something to forget.
 */
export async function forgetVoiceAgain(tx: Tx, by: By, id: string, what: Gone): Promise<boolean> {
  const voice = await held(tx, voiceRow(tx).where('id', '=', id)).executeTakeFirst()
  if (!voice || voice.state === what || voice.state === 'erased') return false
  await empty(tx, nobody(by), voice, what, { facts: { again: true } })
  return true
}
