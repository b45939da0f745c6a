/** The kascommissie is named by administrators, asks, and signs. Whoever keeps the books answers. */
import {
  answerQuestion,
  nameAuditors,
  ok,
  readStatementPage,
  readText,
  refused,
  signStatement,
  type AreaId,
  type Decision,
  type PersonId
} from '@buurtmacht/domain'
import { sha256, type Tx } from '../../db/index.ts'
import { record, type Subject } from '../../journal/index.ts'
import { residentsToName } from '../../people/index.ts'
import { areaIds } from '../../place/index.ts'
import { newId, type By } from '../../web/index.ts'
import { entryOf, nextNumber } from '../entries/queries.ts'
import { keepsBooks } from '../who.ts'
import {
  addMember,
  addQuestion,
  addStatement,
  adminsAmong,
  endMember,
  heldMembers,
  heldQuestion,
  heldStatement,
  isAuditor,
  membershipsOf,
  questionIn,
  saveQuestion,
  saveStatement,
  statementIn
} from './queries.ts'

export interface AuditorsTyped {
  one: string
  areaOne: string
  two: string
  areaTwo: string
}

/** Refusals: `not-allowed`, `field-not-a-choice`, and those of `nameAuditors`. Who was in it before, stops today. */
export async function nameCommittee(tx: Tx, by: By, typed: AuditorsTyped): Promise<Decision<string>> {
  if (!keepsBooks(by.roles) || !by.person) return refused('not-allowed')
  const before = await heldMembers(tx)
  const admins = await adminsAmong(tx, [typed.one, typed.two], by.today)
  const named = nameAuditors(
    { person: typed.one as PersonId, area: typed.areaOne as AreaId },
    { person: typed.two as PersonId, area: typed.areaTwo as AreaId },
    (person) => admins.has(person)
  )
  if (!named.ok) return named
  const [people, areas] = [
    new Set((await residentsToName(tx, by.today, 'admin')).map((one) => one.id)),
    new Set(await areaIds(tx))
  ]
  for (const [at, one] of named.value.entries()) {
    if (!people.has(one.person)) return refused('field-not-a-choice', { field: at ? 'two' : 'one' })
    if (!areas.has(one.area)) return refused('field-not-a-choice', { field: at ? 'areaTwo' : 'areaOne' })
  }
  const stay = before.filter((row) =>
    named.value.some((one) => one.person === row.person_id && one.area === row.area_id)
  )
  const also: Subject[] = []
  for (const row of before) {
    if (stay.includes(row)) continue
    await endMember(tx, row.id, by.today)
    also.push({ kind: 'auditMember', id: row.id })
  }
  for (const one of named.value) {
    if (stay.some((row) => row.person_id === one.person)) continue
    const id = newId(by)
    also.push({ kind: 'auditMember', id })
    await addMember(tx, {
      id,
      person_id: one.person,
      area_id: one.area,
      from_on: by.today,
      until_on: null,
      named_by: by.person,
      made_at: by.at
    })
  }
  await record(tx, by, {
    kind: 'audit-committee-named',
    about: { kind: 'auditCommittee', id: '1' },
    also,
    as: 'administrator',
    facts: { people: named.value.map((one) => one.person), areas: named.value.map((one) => one.area) }
  })
  return ok('named')
}

/** Somebody is forgotten: who leaves the kascommissie leaves a place that administrators fill. */
export async function leaveCommittee(tx: Tx, by: By, person: string): Promise<void> {
  const mine = await membershipsOf(tx, person)
  for (const row of mine) await endMember(tx, row.id, by.today)
  if (mine.length > 0)
    await record(tx, by, {
      kind: 'audit-committee-left',
      about: { kind: 'auditCommittee', id: '1' },
      also: mine.map(({ id }) => ({ kind: 'auditMember' as const, id })),
      facts: { person }
    })
}

/** Refusals: `not-allowed` (only the kascommissie), `not-found`, `field-…` (text). */
export async function askAboutEntry(
  tx: Tx,
  by: By,
  entry: string,
  text: string | undefined
): Promise<Decision<string>> {
  if (!by.person || !(await isAuditor(tx, by.person, by.today))) return refused('not-allowed')
  if (!(await entryOf(tx, entry))) return refused('not-found')
  const words = readText('text', text, { min: 3, max: 1_000 })
  if (!words.ok) return words
  const id = newId(by)
  await addQuestion(tx, {
    id,
    entry_id: entry,
    text: words.value,
    asked_by: by.person,
    asked_on: by.today,
    answer: null,
    answered_by: null,
    answered_on: null,
    version: 1,
    made_at: by.at
  })
  await record(tx, by, { kind: 'question-asked', about: { kind: 'question', id }, facts: { entry, text: words.value } })
  return ok(id)
}

/** Who keeps the books answers. Refusals: `not-found`, `not-allowed`, and those of `answerQuestion`. @returns the entry. */
export async function answerAboutEntry(
  tx: Tx,
  by: By,
  id: string,
  answer: string | undefined
): Promise<Decision<string>> {
  const row = await heldQuestion(tx, id)
  if (!row) return refused('not-found')
  if (!keepsBooks(by.roles) || !by.person) return refused('not-allowed')
  const said = answerQuestion(questionIn(row), answer, by.today)
  if (!said.ok) return said
  const words = said.value.state === 'answered' ? said.value.answer : ''
  const given = { answer: words, answered_by: by.person, answered_on: by.today, version: row.version + 1 }
  await saveQuestion(tx, id, given)
  await record(tx, by, {
    kind: 'question-answered',
    about: { kind: 'question', id },
    as: 'administrator',
    facts: { answer: words }
  })
  return ok(row.entry_id)
}

/** One of the two writes it. Refusals: `not-allowed`, and those of `readStatementPage`. */
export async function writeStatement(
  tx: Tx,
  by: By,
  typed: Parameters<typeof readStatementPage>[0]
): Promise<Decision<string>> {
  if (!by.person || !(await isAuditor(tx, by.person, by.today))) return refused('not-allowed')
  const page = readStatementPage(typed, by.today)
  if (!page.ok) return page
  const { from, until, verdict, text } = page.value
  const id = newId(by)
  const lastNr = (await nextNumber(tx)) - 1
  await addStatement(tx, {
    id,
    from_on: from,
    until_on: until,
    last_nr: lastNr,
    verdict,
    text,
    state: 'written',
    written_by: by.person,
    signed_by: null,
    signed_on: null,
    version: 1,
    made_at: by.at
  })
  const facts = { from, until, lastNr, verdict, textHash: sha256(text) }
  await record(tx, by, { kind: 'statement-written', about: { kind: 'statement', id }, facts })
  return ok(id)
}

/** The other one signs; from then on it stands with the books. Refusals: `not-found`, `not-allowed`, and those of `signStatement`. */
export async function signWritten(tx: Tx, by: By, id: string): Promise<Decision<string>> {
  const row = await heldStatement(tx, id)
  if (!row) return refused('not-found')
  if (!by.person || !(await isAuditor(tx, by.person, by.today))) return refused('not-allowed')
  const signed = signStatement(statementIn(row), by.person, by.today)
  if (!signed.ok) return signed
  await saveStatement(tx, id, { state: 'signed', signed_by: by.person, signed_on: by.today, version: row.version + 1 })
  const facts = { from: row.from_on, until: row.until_on, verdict: row.verdict, textHash: sha256(row.text) }
  await record(tx, by, { kind: 'statement-signed', about: { kind: 'statement', id }, facts })
  return ok(id)
}
