import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from './day.ts'
import { type Decision } from './decision.ts'
import { asId, type InstitutionId } from './ids.ts'
import * as requests from './requests.ts'
import { type Request } from './requests.ts'
import { freeze, termRules } from './terms.ts'

const { askBack, clarify, confirmReceipt, isLate, isReceiptLate, isWaiting, judgeAnswered, judgeUnanswered } = requests
const { reply, reportDelay, requestDaysLate, requestStates, send, withdraw } = requests

const on = (text: string) => text as Day
const asked = on('2026-10-01')
const today = on('2026-11-24')
const term = freeze(termRules['voluntary-promise'], asked)
const late = addDays(term.due, 1)
const sent: Request = { state: 'sent', term }
const all: Record<Request['state'], Request> = {
  sent,
  counterAsked: { state: 'counterAsked', term, question: 'Welke lift?', askedOn: asked },
  replied: { state: 'replied', term, reply: 'Morgen.', repliedOn: asked },
  answered: { state: 'answered', term, reply: 'Morgen.', repliedOn: asked, judgedOn: asked },
  unanswered: {
    state: 'unanswered',
    term,
    reply: 'Wij nemen het mee.',
    repliedOn: asked,
    why: 'Geen antwoord',
    judgedOn: asked
  },
  withdrawn: { state: 'withdrawn', term, why: 'Al gemaakt', withdrawnOn: asked }
}
const must = <T>(decision: Decision<T>): T => {
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}

describe('a group asks an institution', () => {
  const housing = asId<InstitutionId>('woningstichting')
  const typed = { text: 'Wanneer wordt de lift gemaakt?', institution: housing, promisedLevel: 'think-along', term }

  test('with a promised level and a clock', () => {
    const { term: _, ...asked } = typed
    expect(send(typed)).toEqual({ ok: true, value: { ...asked, request: sent } })
  })

  test('never without saying what, whom, and how much there is to say', () => {
    expect(send({ ...typed, text: ' ' })).toMatchObject({ refusal: { code: 'field-missing', field: 'text' } })
    expect(send({ ...typed, institution: undefined })).toMatchObject({ refusal: { field: 'institution' } })
    expect(send({ ...typed, promisedLevel: undefined })).toMatchObject({ refusal: { field: 'promisedLevel' } })
    expect(send({ ...typed, promisedLevel: 'obey' })).toMatchObject({ refusal: { code: 'field-not-a-choice' } })
  })
})

describe('an institution', () => {
  const deeds: Record<string, (r: Request) => Decision<Request>> = {
    confirmReceipt: (r) => confirmReceipt(r, today),
    askBack: (r) => askBack(r, 'Welke lift?', today),
    reply: (r) => reply(r, 'Volgende week dinsdag.', today),
    reportDelay: (r) => reportDelay(r, 'De monteur is ziek.', addDays(today, 7), today)
  }

  test('cannot close a request, whatever it does and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 12 }), (names) => {
        let request: Request = all.sent
        for (const name of names) {
          const next = deeds[name]?.(request)
          if (next?.ok) request = next.value
        }
        expect(['sent', 'counterAsked', 'replied']).toContain(request.state)
      })
    )
  })

  test('does not move its own due day, whatever it does', () => {
    for (const state of requestStates)
      for (const deed of Object.values(deeds)) {
        const next = deed(all[state])
        if (next.ok) expect(next.value.term).toEqual(term)
      }
  })

  test('does not stop the clock by asking back', () => {
    const back = must(askBack(sent, 'Welke lift?', today))
    expect(isWaiting(back)).toBe(true)
    expect(isLate(back, late)).toBe(true)
    const clear = must(clarify(back, 'De linker.'))
    expect(clear).toEqual({ text: 'De linker.', request: sent })
  })

  test('says honestly that it will be late, with a reason and a day to come, and is still late', () => {
    const told = must(reportDelay(sent, 'De monteur is ziek.', on('2026-12-01'), today))
    expect(told.delay).toEqual({ why: 'De monteur is ziek.', expected: '2026-12-01', saidOn: today })
    expect(isLate(told, late)).toBe(true)
    expect(reportDelay(sent, ' ', on('2026-12-01'), today)).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(reportDelay(sent, 'Druk', on('2026-11-23'), today)).toMatchObject({ refusal: { code: 'day-in-the-past' } })
  })

  test('confirms receipt once, which is no answer', () => {
    const received = must(confirmReceipt(sent, asked))
    expect(isWaiting(received)).toBe(true)
    expect(confirmReceipt(received, today)).toMatchObject({ refusal: { code: 'request-receipt-already-confirmed' } })
    expect(must(reply(received, 'Morgen.', today)).receiptOn).toBe(asked)
  })

  test('may reply late, and may add to its reply until residents judged it', () => {
    const replied = must(reply(sent, 'Morgen.', late))
    expect(must(reply(replied, 'Morgen om tien uur.', late))).toMatchObject({ reply: 'Morgen om tien uur.' })
    expect(reply(all.answered, 'Toch niet.', today)).toMatchObject({ refusal: { code: 'request-closed' } })
    expect(reply(sent, '', today)).toMatchObject({ refusal: { code: 'field-missing', field: 'reply' } })
  })

  test('has nothing to say any more about a request that was withdrawn', () => {
    for (const deed of Object.values(deeds))
      expect(deed(all.withdrawn)).toMatchObject({ refusal: { code: 'request-closed' } })
  })
})

describe('residents', () => {
  test('say whether it was an answer, and only after a reply', () => {
    expect(requestStates.filter((state) => judgeAnswered(all[state], today).ok)).toEqual(['replied'])
    expect(requestStates.filter((state) => judgeUnanswered(all[state], 'Nee', today).ok)).toEqual(['replied'])
  })

  test('say why it was no answer; the clock goes on as if nothing had been said', () => {
    expect(judgeUnanswered(all.replied, '', today)).toMatchObject({ refusal: { code: 'reason-missing' } })
    const not = must(judgeUnanswered(all.replied, 'Dit is geen dag.', today))
    expect(isWaiting(not)).toBe(true)
    expect(requestDaysLate(not, addDays(term.due, 5))).toBe(5)
    expect(must(reply(not, 'Dinsdag 1 december.', today)).state).toBe('replied')
  })

  test('explain only when something was asked', () => {
    expect(clarify(sent, 'De linker.')).toMatchObject({ refusal: { code: 'request-no-question-asked' } })
  })

  test('withdraw a question with a reason, until it is closed', () => {
    expect(requestStates.filter((state) => withdraw(all[state], 'Al gemaakt', today).ok)).toEqual([
      'sent',
      'counterAsked',
      'replied',
      'unanswered'
    ])
    expect(withdraw(sent, '', today)).toMatchObject({ refusal: { code: 'reason-missing' } })
  })
})

describe('late', () => {
  test('begins the day after the due day, for everything that waits', () => {
    for (const state of ['sent', 'counterAsked', 'unanswered'] as const) {
      expect(isLate(all[state], term.due)).toBe(false)
      expect(isLate(all[state], late)).toBe(true)
    }
    for (const state of ['replied', 'answered', 'withdrawn'] as const) expect(isLate(all[state], late)).toBe(false)
  })

  test('a late reply stays as late as it was', () => {
    const replied = must(reply(sent, 'Eindelijk.', addDays(term.due, 9)))
    expect(requestDaysLate(replied, addDays(term.due, 100))).toBe(9)
    expect(requestDaysLate(all.withdrawn, addDays(term.due, 100))).toBe(0)
  })

  test('a sign of life is late after five working days, until there is one', () => {
    const receiptDue = term.receiptDue as Day
    expect(isReceiptLate(sent, receiptDue)).toBe(false)
    expect(isReceiptLate(sent, addDays(receiptDue, 1))).toBe(true)
    expect(isReceiptLate(must(confirmReceipt(sent, late)), late)).toBe(false)
  })
})
