import { describe, expect, test } from 'vitest'
import { answerQuestion, nameAuditors, readStatementPage, signStatement, type Statement } from './audit.ts'
import { type Day } from './day.ts'
import { asId, type AreaId, type PersonId } from './ids.ts'

const code = (decision: { ok: boolean }) => (decision as { refusal?: { code: string } }).refusal?.code
const today = '2027-04-01' as Day
const [ans, bep] = ['ans', 'bep'].map((id) => asId<PersonId>(id)) as [PersonId, PersonId]
const [hof, kade] = ['hof', 'kade'].map((id) => asId<AreaId>(id)) as [AreaId, AreaId]
const nobody = () => false

describe('the kascommissie', () => {
  test('is two people from two areas, who do not keep the books', () => {
    const one = { person: ans, area: hof }
    expect(nameAuditors(one, { person: bep, area: kade }, nobody).ok).toBe(true)
    expect(code(nameAuditors(one, { person: ans, area: kade }, nobody))).toBe('auditors-two-people')
    expect(code(nameAuditors(one, { person: bep, area: hof }, nobody))).toBe('auditors-same-area')
    expect(code(nameAuditors(one, { person: bep, area: kade }, (who) => who === bep))).toBe('auditor-keeps-books')
  })

  test('signs together: the second is another person, once', () => {
    const written: Statement = { state: 'written', writtenBy: ans }
    expect(code(signStatement(written, ans, today))).toBe('statement-needs-second-person')
    const signed = signStatement(written, bep, today)
    expect(signed).toMatchObject({ value: { state: 'signed', signedBy: bep, signedOn: today } })
    expect(signed.ok && code(signStatement(signed.value, bep, today))).toBe('statement-signed')
  })

  test('signs about days that have been', () => {
    const typed = { from: '2027-01-01', until: '2027-03-31', verdict: 'right', text: 'Wij zagen alle bonnen.' }
    expect(readStatementPage(typed, today).ok).toBe(true)
    expect(code(readStatementPage({ ...typed, until: '2027-04-02' }, today))).toBe('day-in-the-future')
    expect(code(readStatementPage({ ...typed, until: '2026-12-31' }, today))).toBe('period-ends-before-it-begins')
    expect(code(readStatementPage({ ...typed, verdict: 'perhaps' }, today))).toBe('field-not-a-choice')
  })

  test('gets one answer to a question', () => {
    expect(code(answerQuestion({ state: 'asked' }, ' ', today))).toBe('reason-missing')
    const answered = answerQuestion({ state: 'asked' }, 'Dat was de borg.', today)
    expect(answered.ok && code(answerQuestion(answered.value, 'Anders.', today))).toBe('question-answered')
  })
})
