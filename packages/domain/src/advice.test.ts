import { expect, test } from 'vitest'
import { adviceIsLate, askAdvice, answerAdvice, giveAdvice, type Advice } from './advice.ts'
import { type Day } from './day.ts'

const due = '2027-02-15' as Day
const today = '2027-02-10' as Day
const asked: Advice = { state: 'asked', due }
const given: Advice = { state: 'given', due, verdict: 'notFeasible', reasons: 'Er ligt een kabel.', givenOn: today }
const code = (decision: { ok: boolean }) => (decision as { refusal?: { code: string } }).refusal?.code

test('an institution advises with public reasons, also when it says yes', () => {
  expect(code(giveAdvice(asked, { verdict: 'feasible', reasons: ' ' }, today))).toBe('reason-missing')
  expect(giveAdvice(asked, { verdict: 'notFeasible', reasons: 'Er ligt een kabel.' }, today)).toEqual({
    ok: true,
    value: given
  })
})

test('an institution has no verdict that rejects a plan', () => {
  expect(code(giveAdvice(asked, { verdict: 'rejected', reasons: 'Nee.' }, today))).toBe('field-not-a-choice')
})

test('the owning group says what it does with it, and then it stands', () => {
  expect(code(answerAdvice(asked, 'Wij kijken.', today))).toBe('advice-not-given')
  const answered = answerAdvice(given, 'Wij zetten de bank ernaast.', today)
  expect(answered).toMatchObject({ value: { state: 'answered', answer: 'Wij zetten de bank ernaast.' } })
  if (answered.ok)
    expect(code(giveAdvice(answered.value, { verdict: 'feasible', reasons: 'Toch.' }, today))).toBe('advice-answered')
})

test('advice is late from the day after its day, until it is given', () => {
  expect(adviceIsLate(asked, due)).toBe(false)
  expect(adviceIsLate(asked, '2027-02-16' as Day)).toBe(true)
  expect(adviceIsLate(given, '2027-03-16' as Day)).toBe(false)
})

test('advice is asked before a day that lies ahead and before voting begins', () => {
  const voting = '2027-03-01' as Day
  expect(askAdvice(due, today, voting)).toEqual({ ok: true, value: asked })
  expect(code(askAdvice('2027-02-09', today, voting))).toBe('day-in-the-past')
  expect(code(askAdvice('2027-03-01', today, voting))).toBe('advice-due-after-voting')
})
