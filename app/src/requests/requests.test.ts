import { beforeAll, expect, it } from 'vitest'
import {
  addDays,
  freeze,
  isWaiting,
  levelGap,
  requestDaysLate,
  requestStates,
  ruleFor,
  type Day,
  type Decision,
  type FrozenTerm
} from '@buurtmacht/domain'
import { onEveryEngine } from '../../test/kit.ts'
import { as, buildStreet, laterBy, street, type Neighbour } from '../../test/street.ts'
import type { Tables, Tx } from '../db/index.ts'
import { adoptGoal, proposeGoal } from '../goals/index.ts'
import { entriesAbout } from '../journal/index.ts'
import type { By } from '../web/index.ts'
import {
  askBackOnRequest,
  clarifyRequest,
  clockOf,
  confirmRequestReceipt,
  eventsOf,
  judgeRequestAnswered,
  judgeRequestUnanswered,
  listRequests,
  remindOfRequest,
  replyToRequest,
  reportRequestDelay,
  requestOf,
  sendRequest,
  withdrawRequest
} from './index.ts'
import { requestIn } from './queries.ts'

type Act<T> = (tx: Tx, by: By) => Promise<Decision<T>>

const promiseFrom = (from: Day): FrozenTerm => {
  const rule = ruleFor('voluntary-promise', { weeks: 6 })
  if (!rule.ok) throw new Error(rule.refusal.code)
  return freeze(rule.value, from)
}

onEveryEngine('a request of a group to an institution', (place) => {
  let goal: string
  const does = <T>(who: Neighbour, act: Act<T>): Promise<Decision<T>> => {
    laterBy(place(), 1 / 1440)
    return place().store.change((tx) => act(tx, as(place(), who)))
  }
  const code = <T>(decision: Decision<T>) => (decision.ok ? 'ok' : decision.refusal.code)
  const today = () => place().by().today
  const now = async (id: string) => (await requestOf(place().store.read, id))!

  beforeAll(async () => {
    await buildStreet(place())
    const id = await does('bep', (tx, by) =>
      proposeGoal(tx, by, street.need, { group: street.flat, title: 'In elke gang brandt licht' })
    )
    if (!id.ok) throw new Error(id.refusal.code)
    goal = id.value
    await does('joyce', (tx, by) => adoptGoal(tx, by, goal))
  })

  const typed = () => ({
    institution: street.housing as string,
    title: 'Vervang de lampen in alle gangen',
    text: 'Wij hebben alle lampen geteld. Van de 240 zijn er 93 stuk.',
    promisedLevel: 'decide-along',
    term: promiseFrom(today())
  })
  const sent = async (): Promise<string> => {
    const id = await does('bep', (tx, by) => sendRequest(tx, by, goal, typed()))
    if (!id.ok) throw new Error(id.refusal.code)
    return id.value
  }

  it('is sent with a promised level and a clock whose rule is frozen', async () => {
    const id = await sent()
    const row = await now(id)
    expect(row).toMatchObject({
      state: 'sent',
      institution_name: 'WilgerWonen',
      group_name: 'Flatcommissie Wingerdflat',
      promised_level: 'decide-along',
      due_on: addDays(today(), 42)
    })
    expect((JSON.parse(row.term) as FrozenTerm).steps.map((step) => step.step)).toEqual([
      'counted-from',
      'plus',
      'act-does-not-apply',
      'ends',
      'receipt-due'
    ])
    expect((await entriesAbout(place().store.read, 'request', id))[0]?.kind).toBe('request-sent')
  })

  it('is refused without an institution that exists, without words, or by who is not of the group', async () => {
    const sends = (who: Neighbour, change: object) =>
      does(who, (tx, by) => sendRequest(tx, by, goal, { ...typed(), ...change }))
    expect(await sends('bep', { institution: 'nobody' })).toMatchObject({ refusal: { field: 'institution' } })
    expect(await sends('bep', { text: 'kort' })).toMatchObject({ refusal: { code: 'field-too-short', field: 'text' } })
    expect(await sends('bep', { promisedLevel: '' })).toMatchObject({ refusal: { field: 'promisedLevel' } })
    for (const who of ['kwabena', 'samira', 'ans'] as const) expect(code(await sends(who, {}))).toBe('not-allowed')
  })

  it('is late when the day has passed, without anything being stored', async () => {
    const id = await sent()
    const before = await now(id)
    laterBy(place(), 42)
    expect(clockOf(await now(id), today())).toEqual({ waiting: true, late: false, daysLate: 0, daysLeft: 0 })
    laterBy(place(), 9)
    expect(clockOf(await now(id), today())).toEqual({ waiting: true, late: true, daysLate: 9, daysLeft: 0 })
    expect(await now(id)).toEqual(before)
    const late = await listRequests(place().store.read, today(), { which: 'late', limit: 10 })
    expect(late.items.map((row) => row.id)).toContain(id)
  })

  it('keeps its clock running when the institution asks back or says it takes longer', async () => {
    const id = await sent()
    const due = (await now(id)).due_on
    await does('samira', (tx, by) => confirmRequestReceipt(tx, by, id))
    await does('samira', (tx, by) => askBackOnRequest(tx, by, id, 'Welke gangen bedoelt u?'))
    laterBy(place(), 50)
    expect(clockOf(await now(id), today())).toMatchObject({ waiting: true, late: true, daysLate: 8 })
    await does('bep', (tx, by) => clarifyRequest(tx, by, id, 'Alle twaalf.'))
    expect(
      code(await does('samira', (tx, by) => reportRequestDelay(tx, by, id, { why: '', expected: '2027-01-01' })))
    ).toBe('reason-missing')
    const expected = addDays(today(), 20)
    await does('samira', (tx, by) => reportRequestDelay(tx, by, id, { why: 'Wij wachten op lampen.', expected }))
    expect(await now(id)).toMatchObject({ due_on: due, expected_on: expected, state: 'sent' })
    expect(clockOf(await now(id), today()).late).toBe(true)
    await does('bep', (tx, by) => remindOfRequest(tx, by, id, 'De dag is voorbij.'))
    expect((await eventsOf(place().store.read, id)).map((event) => event.kind)).toEqual([
      'sent',
      'receipt',
      'counterQuestion',
      'clarification',
      'delay',
      'reminder'
    ])
  })

  it('counts on from the old due day when residents say the reply is no answer', async () => {
    const id = await sent()
    laterBy(place(), 30)
    await does('samira', (tx, by) => replyToRequest(tx, by, id, 'Wij delen u mede dat wij u mededelen.'))
    expect(clockOf(await now(id), today()).waiting).toBe(false)
    expect(code(await does('bep', (tx, by) => judgeRequestUnanswered(tx, by, id, { why: ' ' })))).toBe('reason-missing')
    await does('bep', (tx, by) => judgeRequestUnanswered(tx, by, id, { why: 'Ja of nee?', experienced: 'inform' }))
    laterBy(place(), 15)
    const row = await now(id)
    expect(clockOf(row, today())).toMatchObject({ waiting: true, late: true, daysLate: 3 })
    expect(levelGap(row.promised_level, row.experienced_level!)).toBe(-3)
  })

  it('is answered only when residents say so, and then the late days stand still', async () => {
    const id = await sent()
    laterBy(place(), 45)
    await does('samira', (tx, by) => replyToRequest(tx, by, id, 'Ja, in mei hangen er nieuwe lampen.'))
    expect(code(await does('samira', (tx, by) => judgeRequestAnswered(tx, by, id)))).toBe('not-allowed')
    expect(code(await does('lotte', (tx, by) => judgeRequestAnswered(tx, by, id)))).toBe('not-allowed')
    expect(code(await does('joyce', (tx, by) => judgeRequestAnswered(tx, by, id)))).toBe('ok')
    laterBy(place(), 100)
    expect(clockOf(await now(id), today())).toMatchObject({ waiting: false, late: false, daysLate: 3 })
    expect(code(await does('samira', (tx, by) => replyToRequest(tx, by, id, 'Nog iets.')))).toBe('request-closed')
  })

  it('is judged once when two residents judge at the same time; the other is told', async () => {
    const id = await sent()
    await does('samira', (tx, by) => replyToRequest(tx, by, id, 'Ja.'))
    const [one, two] = await Promise.all([
      does('joyce', (tx, by) => judgeRequestAnswered(tx, by, id)),
      does('bep', (tx, by) => judgeRequestUnanswered(tx, by, id, { why: 'Wanneer dan?' }))
    ])
    expect([code(one), code(two)].sort()).toEqual(['ok', 'request-not-replied'])
    expect((await now(id)).state).toBe(one.ok ? 'answered' : 'unanswered')
  })

  it('can be taken back by the group, with a reason', async () => {
    const id = await sent()
    expect(code(await does('bep', (tx, by) => withdrawRequest(tx, by, id, '')))).toBe('reason-missing')
    expect(code(await does('samira', (tx, by) => withdrawRequest(tx, by, id, 'Liever niet')))).toBe('not-allowed')
    expect(code(await does('bep', (tx, by) => withdrawRequest(tx, by, id, 'De lampen hangen er al.')))).toBe('ok')
    expect(clockOf(await now(id), today())).toEqual({ waiting: false, late: false, daysLate: 0, daysLeft: 0 })
  })

  it('is answered, asked back and delayed by contacts of the asked institution only', async () => {
    const id = await sent()
    const acts: Act<unknown>[] = [
      (tx, by) => confirmRequestReceipt(tx, by, id),
      (tx, by) => askBackOnRequest(tx, by, id, 'Wat bedoelt u?'),
      (tx, by) => replyToRequest(tx, by, id, 'Ja.'),
      (tx, by) => reportRequestDelay(tx, by, id, { why: 'Druk', expected: addDays(today(), 9) })
    ]
    for (const who of ['joyce', 'bep', 'kwabena', 'ans', 'lotte'] as const)
      for (const act of acts) expect(code(await does(who, act))).toBe('not-allowed')
    expect((await eventsOf(place().store.read, id)).length).toBe(1)
  })

  it('has the same clock in a list as in the rules, in every state and on every day', async () => {
    const id = await sent()
    const row = await now(id)
    for (const state of requestStates)
      for (const days of [0, 41, 42, 43, 90]) {
        const then = addDays(row.sent_on as Day, days)
        const replied_on = ['replied', 'answered', 'unanswered'].includes(state)
          ? addDays(row.sent_on as Day, 44)
          : null
        const one: Tables['request'] = { ...row, state, replied_on }
        const clock = clockOf(one, then)
        expect(clock.waiting).toBe(isWaiting(requestIn(one)))
        expect(clock.daysLate).toBe(requestDaysLate(requestIn(one), then))
      }
  })

  it('is listed the newest first, and waiting ones by the day they are due', async () => {
    const { read } = place().store
    const all = await listRequests(read, today(), { limit: 100, institution: street.housing })
    expect(all.items.map((row) => row.made_at)).toEqual(
      all.items
        .map((row) => row.made_at)
        .sort()
        .reverse()
    )
    const seen: string[] = []
    let next: string | undefined
    do {
      const [at = '', id = ''] = (next ?? '').split('~')
      const list = await listRequests(read, today(), {
        which: 'waiting',
        limit: 2,
        ...(next ? { after: { at, id } } : {})
      })
      seen.push(...list.items.map((row) => row.due_on))
      next = list.next
    } while (next)
    expect(seen).toEqual([...seen].sort())
    const waiting = await listRequests(read, today(), { which: 'waiting', limit: 100 })
    expect(seen).toEqual(waiting.items.map((row) => row.due_on))
    expect(seen.length).toBeGreaterThan(2)
  })
})
