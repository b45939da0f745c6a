/** What became of the needs: goals, and for each goal its requests, promises and deeds. */
import { freeze, termRules } from '@buurtmacht/domain'
import { idOf, institutionCount, needRow, pick, type At, type Given, type On, type RowOf } from './rows.ts'

const goalStates = ['underWay', 'underWay', 'reached', 'adopted'] as const

export function* goalRows({ size }: Given, i: number, at: At, on: On): Generator<RowOf> {
  const need = size.needs - 1 - (i % size.needs)
  const { id: need_id, sentence, group_id } = needRow(need)
  const state = pick(goalStates, i)
  const reached = state === 'reached'
  const made_at = at(600 - i / 1000)
  const id = idOf('goal', i)
  yield [
    'goal',
    {
      id,
      need_id,
      title: `Dat dit beter wordt: ${sentence}`,
      group_id,
      lead_id: 'person1',
      state,
      paused_from: null,
      why: null,
      result: reached ? 'Het is gedaan, en het blijft zo.' : null,
      result_on: reached ? on(2) : null,
      news_on: reached ? on(2) : null,
      wanted: 0,
      told: 0,
      unreachable: 0,
      version: 1,
      made_at,
      changed_at: made_at
    }
  ]
  for (const [nr, step] of ['proposed', 'adopted', 'underWay'].entries())
    yield [
      'goal_step',
      { id: `${id}s${nr}`, goal_id: id, state: step, on_day: on(24 - nr), at: at(590 - nr), by_id: null, why: null }
    ]
}

/** Half of the requests are late: sent sixty days ago on a term of six weeks. */
export function* requestRows({ size }: Given, i: number, at: At, on: On): Generator<RowOf> {
  const goal = i % size.goals
  const sent_on = on(i % 2 === 0 ? 60 : 10)
  const term = freeze(termRules['voluntary-promise'], sent_on)
  const id = idOf('request', i)
  const replied = i >= size.requests - size.commitments
  const made_at = at(500 - i / 1000)
  yield [
    'request',
    {
      id,
      goal_id: idOf('goal', goal),
      group_id: needRow(size.needs - 1 - (goal % size.needs)).group_id,
      institution_id: idOf('inst', i % institutionCount),
      title: 'Maak het licht in alle gangen',
      text: 'Wij vragen u om in alle twaalf gangen de lampen te vervangen, en om ons te zeggen wanneer dat klaar is.',
      promised_level: 'decide-along',
      experienced_level: null,
      state: replied ? 'replied' : 'sent',
      term: JSON.stringify(term),
      sent_on,
      due_on: term.due,
      receipt_on: null,
      replied_on: replied ? on(3) : null,
      expected_on: null,
      version: 1,
      made_at,
      changed_at: made_at
    }
  ]
  yield [
    'request_event',
    {
      id: `${id}e`,
      request_id: id,
      kind: 'sent',
      text: '',
      by_id: null,
      on_day: sent_on,
      at: made_at,
      expected_on: null
    }
  ]
}

export function* commitmentRows({ size }: Given, i: number, at: At, on: On): Generator<RowOf> {
  const request = size.requests - 1 - (i % size.requests)
  const id = idOf('promise', i)
  const made_at = at(200 - i / 1000)
  yield [
    'commitment',
    {
      id,
      request_id: idOf('request', request),
      goal_id: idOf('goal', request % size.goals),
      institution_id: idOf('inst', request % institutionCount),
      what: 'Nieuwe lampen in de eerste zes gangen',
      due_on: on(i % 2 === 0 ? 1 : -30),
      state: 'promised',
      delivered_on: null,
      confirmed_by: null,
      why: null,
      made_by: null,
      version: 1,
      made_on: on(3),
      made_at,
      changed_at: made_at
    }
  ]
  yield [
    'commitment_event',
    {
      id: `${id}e`,
      commitment_id: id,
      kind: 'promised',
      text: 'Wij doen het.',
      by_id: null,
      on_day: on(3),
      at: made_at
    }
  ]
}

export function* deedRows({ size }: Given, i: number, at: At, on: On): Generator<RowOf> {
  yield [
    'deed',
    {
      id: idOf('deed', i),
      goal_id: idOf('goal', i % size.goals),
      what: 'Rondgelopen met de huismeester en alle kapotte lampen geteld',
      who: 'Drie vrijwilligers van de groep',
      done_on: on(5),
      by_id: null,
      made_at: at(100)
    }
  ]
}
