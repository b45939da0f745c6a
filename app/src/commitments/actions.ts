/** A contact promises and says it is delivered. Only members of the group that asked say whether the promise was kept. */
import {
  deliver,
  dispute,
  isContactOf,
  keep,
  ok,
  promise,
  readText,
  refused,
  type Commitment,
  type Decision,
  type InstitutionId
} from '@buurtmacht/domain'
import { sha256, type Tables, type Tx } from '../db/index.ts'
import { speaksForGroup } from '../goals/index.ts'
import { record, type Subject } from '../journal/index.ts'
import { neighbourhood } from '../place/index.ts'
import { heldRequest } from '../requests/index.ts'
import { keepWords } from '../search/index.ts'
import { newId, type By } from '../web/index.ts'
import {
  addCommitment,
  addEvent,
  commitmentColumns,
  commitmentIn,
  commitmentOf,
  heldCommitment,
  saveCommitment
} from './queries.ts'

/**
 * The institution promises something dated to the group that asked.
 * Refusals: `not-found`, `not-allowed`, `request-closed` when it was taken back, `field-…` (what, due), `day-in-the-past`.
 */
export async function makeCommitment(
  tx: Tx,
  by: By,
  request: string,
  typed: { what: string; due: string }
): Promise<Decision<string>> {
  const asked = await heldRequest(tx, request)
  if (!asked) return refused('not-found')
  if (!isContactOf(by.roles, asked.institution_id as InstitutionId)) return refused('not-allowed')
  if (asked.state === 'withdrawn') return refused('request-closed')
  const made = promise(typed, by.today)
  if (!made.ok) return made
  const id = newId(by)
  const { what, commitment } = made.value
  await addCommitment(tx, {
    id,
    request_id: request,
    goal_id: asked.goal_id,
    institution_id: asked.institution_id,
    what,
    due_on: commitment.due,
    ...commitmentColumns(commitment),
    made_by: by.person ?? null,
    version: 1,
    made_on: by.today,
    made_at: by.at,
    changed_at: by.at
  })
  const also = await event(tx, by, id, 'promised', what)
  const lang = (await neighbourhood(tx))?.languages[0] ?? 'nl'
  await keepWords(tx, { kind: 'commitment', ref: id, text: what, lang })
  await record(tx, by, {
    kind: 'commitment-promised',
    about: { kind: 'commitment', id },
    also,
    as: { institution: asked.institution_id },
    facts: { request, what, due: commitment.due }
  })
  return ok(id)
}

/** The institution says it did what it promised; words are welcome. After a dispute it may say so again. */
export const reportDelivered = (tx: Tx, by: By, id: string, text = ''): Promise<Decision<Commitment>> =>
  change(tx, by, id, { kind: 'delivered', as: 'institution', text, decide: (promised) => deliver(promised, by.today) })

/** "Ja, dit is gedaan." Said by residents only. */
export const judgeKept = (tx: Tx, by: By, id: string, text = ''): Promise<Decision<Commitment>> =>
  change(tx, by, id, {
    kind: 'kept',
    as: 'group',
    text,
    decide: (delivered) => (by.person ? keep(delivered, by.person) : refused('not-allowed'))
  })

/** "Nee, dit klopt niet", and why. */
export const judgeDisputed = (tx: Tx, by: By, id: string, why: string): Promise<Decision<Commitment>> =>
  change(tx, by, id, { kind: 'disputed', as: 'group', text: why, decide: (delivered) => dispute(delivered, why) })

interface Verb {
  kind: Tables['commitment_event']['kind']
  as: 'group' | 'institution'
  text: string
  decide(commitment: Commitment): Decision<Commitment>
}

async function change(tx: Tx, by: By, id: string, verb: Verb): Promise<Decision<Commitment>> {
  const row = await heldCommitment(tx, id)
  const shown = row && (await commitmentOf(tx, id))
  if (!row || !shown) return refused('not-found')
  const may =
    verb.as === 'group'
      ? speaksForGroup(by.roles, shown.group_id)
      : isContactOf(by.roles, row.institution_id as InstitutionId)
  if (!may) return refused('not-allowed')
  const decided = verb.decide(commitmentIn(row))
  if (!decided.ok) return decided
  const words = verb.text.trim() === '' ? ok('') : readText('text', verb.text, { max: 2_000 })
  if (!words.ok) return words
  const columns = commitmentColumns(decided.value)
  await saveCommitment(tx, id, { ...columns, version: row.version + 1, changed_at: by.at })
  const also = await event(tx, by, id, verb.kind, words.value)
  await record(tx, by, {
    kind: `commitment-${verb.kind}`,
    about: { kind: 'commitment', id },
    also,
    as: verb.as === 'group' ? { group: shown.group_id } : { institution: row.institution_id },
    facts: {
      state: columns.state,
      ...(columns.delivered_on ? { deliveredOn: columns.delivered_on } : {}),
      ...(columns.why === null ? {} : { why: columns.why }),
      ...(words.value === '' ? {} : { textHash: sha256(words.value) })
    }
  })
  return decided
}

async function event(tx: Tx, by: By, commitment: string, kind: Verb['kind'], text: string): Promise<Subject[]> {
  const id = newId(by)
  const row = { id, commitment_id: commitment, kind, text, by_id: by.person ?? null, on_day: by.today, at: by.at }
  await addEvent(tx, row)
  return [{ kind: 'commitmentEvent', id }]
}
