// The kascommissie: two residents from different areas who see all of the books, ask, and sign what they found. They never keep the books.
import { readDay, type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type AreaId, type PersonId } from './ids.ts'
import { readReason, readText } from './text.ts'

export type Auditor = { person: PersonId; area: AreaId }

/**
 * Two people, from two areas, neither of whom keeps the books. Refusals: `auditors-two-people`, `auditors-same-area`,
 * `auditor-keeps-books`.
 */
export function nameAuditors(
  one: Auditor,
  two: Auditor,
  keepsBooks: (person: PersonId) => boolean
): Decision<readonly [Auditor, Auditor]> {
  if (one.person === two.person) return refused('auditors-two-people', { field: 'two' })
  if (one.area === two.area) return refused('auditors-same-area', { field: 'areaTwo' })
  if (keepsBooks(one.person)) return refused('auditor-keeps-books', { field: 'one' })
  if (keepsBooks(two.person)) return refused('auditor-keeps-books', { field: 'two' })
  return ok([one, two])
}

export const verdicts = ['right', 'remarks'] as const
export type Verdict = (typeof verdicts)[number]

/** In residents' words: geschreven, getekend. */
export type Statement =
  | { state: 'written'; writtenBy: PersonId }
  | { state: 'signed'; writtenBy: PersonId; signedBy: PersonId; signedOn: Day }
export const statementStates = ['written', 'signed'] as const satisfies readonly Statement['state'][]

export type StatementPage = { from: Day; until: Day; verdict: Verdict; text: string }

/** Refusals: `field-…` (from, until, verdict, text), `period-ends-before-it-begins`, `day-in-the-future`. */
export function readStatementPage(
  typed: { from: string | undefined; until: string | undefined; verdict: string | undefined; text: string | undefined },
  today: Day
): Decision<StatementPage> {
  const from = readDay('from', typed.from)
  if (!from.ok) return from
  const until = readDay('until', typed.until)
  if (!until.ok) return until
  if (until.value < from.value) return refused('period-ends-before-it-begins', { field: 'until' })
  if (until.value > today) return refused('day-in-the-future', { field: 'until' })
  const verdict = verdicts.find((one) => one === typed.verdict)
  if (!verdict) return refused('field-not-a-choice', { field: 'verdict' })
  const text = readText('text', typed.text, { min: 10, max: 4_000 })
  return text.ok ? ok({ from: from.value, until: until.value, verdict, text: text.value }) : text
}

/** The other one signs. Refusals: `statement-signed`, `statement-needs-second-person`. */
export function signStatement(statement: Statement, by: PersonId, today: Day): Decision<Statement> {
  if (statement.state === 'signed') return refused('statement-signed')
  if (statement.writtenBy === by) return refused('statement-needs-second-person')
  return ok({ state: 'signed', writtenBy: statement.writtenBy, signedBy: by, signedOn: today })
}

export type Question = { state: 'asked' } | { state: 'answered'; answer: string; answeredOn: Day }

/** Refusals: `question-answered`, `reason-missing`, `field-too-long`. */
export function answerQuestion(question: Question, answer: string | undefined, today: Day): Decision<Question> {
  if (question.state === 'answered') return refused('question-answered')
  const text = readReason(answer, 'answer')
  return text.ok ? ok({ state: 'answered', answer: text.value, answeredOn: today }) : text
}
