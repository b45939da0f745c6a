import { beforeAll, expect, it } from 'vitest'
import { addDays, freeze, ruleFor, type Decision } from '@buurtmacht/domain'
import { onEveryEngine } from '../../test/kit.ts'
import { as, buildStreet, laterBy, neighbours, street, type Neighbour } from '../../test/street.ts'
import type { Tx } from '../db/index.ts'
import { adoptGoal, proposeGoal } from '../goals/index.ts'
import { entriesAbout } from '../journal/index.ts'
import { sendRequest, withdrawRequest } from '../requests/index.ts'
import { like } from '../search/index.ts'
import type { By } from '../web/index.ts'
import {
  commitmentOf,
  commitmentsOfGoals,
  eventsOfCommitments,
  judgeDisputed,
  judgeKept,
  listCommitments,
  makeCommitment,
  promiseClock,
  reportDelivered
} from './index.ts'

type Act<T> = (tx: Tx, by: By) => Promise<Decision<T>>

onEveryEngine('a promise of an institution', (place) => {
  let goal: string
  let request: string
  const does = <T>(who: Neighbour, act: Act<T>): Promise<Decision<T>> => {
    laterBy(place(), 1 / 1440)
    return place().store.change((tx) => act(tx, as(place(), who)))
  }
  const code = <T>(decision: Decision<T>) => (decision.ok ? 'ok' : decision.refusal.code)
  const sure = <T>(decision: Decision<T>): T => {
    if (!decision.ok) throw new Error(decision.refusal.code)
    return decision.value
  }
  const today = () => place().by().today
  const now = async (id: string) => (await commitmentOf(place().store.read, id))!
  const asked = async () =>
    sure(
      await does('bep', (tx, by) =>
        sendRequest(tx, by, goal, {
          institution: street.housing,
          title: 'Vervang de lampen',
          text: 'Vervang alle lampen in de gangen.',
          promisedLevel: 'inform',
          term: freeze(sure(ruleFor('voluntary-promise')), today())
        })
      )
    )
  const promised = async (days = 30) =>
    sure(
      await does('samira', (tx, by) =>
        makeCommitment(tx, by, request, { what: 'Er hangen nieuwe lampen.', due: addDays(today(), days) })
      )
    )

  beforeAll(async () => {
    await buildStreet(place())
    goal = sure(
      await does('bep', (tx, by) => proposeGoal(tx, by, street.need, { group: street.flat, title: 'Licht in de gang' }))
    )
    await does('joyce', (tx, by) => adoptGoal(tx, by, goal))
    request = await asked()
  })

  it('is dated, is made by a contact of the asked institution only, and is found again', async () => {
    const id = await promised()
    expect(await now(id)).toMatchObject({ state: 'promised', group_name: 'Flatcommissie Wingerdflat' })
    const typed = { what: 'Wij doen iets.', due: addDays(today(), 5) }
    for (const who of neighbours.filter((one) => one !== 'samira'))
      expect(code(await does(who, (tx, by) => makeCommitment(tx, by, request, typed)))).toBe('not-allowed')
    const due = addDays(today(), -1)
    expect(code(await does('samira', (tx, by) => makeCommitment(tx, by, request, { ...typed, due })))).toBe(
      'day-in-the-past'
    )
    const found = await like(place().store.read, { text: 'nieuwe lampen', lang: 'nl', kinds: ['commitment'], most: 5 })
    expect(found.map((one) => one.ref)).toContain(id)
  })

  it('is not made on a question that was taken back', async () => {
    const other = await asked()
    await does('bep', (tx, by) => withdrawRequest(tx, by, other, 'Niet meer nodig.'))
    const typed = { what: 'Wij doen iets.', due: addDays(today(), 5) }
    expect(code(await does('samira', (tx, by) => makeCommitment(tx, by, other, typed)))).toBe('request-closed')
  })

  it('is overdue when its day has passed, without anything being stored', async () => {
    const id = await promised(10)
    const before = await now(id)
    laterBy(place(), 10)
    expect(promiseClock(await now(id), today())).toMatchObject({ open: true, overdue: false, daysLeft: 0 })
    laterBy(place(), 6)
    expect(promiseClock(await now(id), today())).toMatchObject({ overdue: true, daysLate: 6 })
    expect(await now(id)).toEqual(before)
    const { read } = place().store
    const overdue = await listCommitments(read, today(), { which: 'overdue', limit: 20 })
    expect(overdue.items.map((row) => row.id)).toContain(id)
  })

  it('is kept only when residents of the group that asked say so', async () => {
    const id = await promised()
    expect(code(await does('joyce', (tx, by) => judgeKept(tx, by, id)))).toBe('commitment-not-delivered')
    for (const who of ['joyce', 'bep', 'kwabena', 'ans', 'lotte'] as const)
      expect(code(await does(who, (tx, by) => reportDelivered(tx, by, id)))).toBe('not-allowed')
    await does('samira', (tx, by) => reportDelivered(tx, by, id, 'De lampen hangen.'))
    for (const who of ['samira', 'lotte', 'kwabena', 'ans'] as const)
      expect(code(await does(who, (tx, by) => judgeKept(tx, by, id)))).toBe('not-allowed')
    await does('bep', (tx, by) => judgeKept(tx, by, id, 'Wij hebben gekeken.'))
    expect(await now(id)).toMatchObject({ state: 'kept', confirmed_by: 'bep' })
    expect((await entriesAbout(place().store.read, 'commitment', id)).map((entry) => entry.kind)).toEqual([
      'commitment-promised',
      'commitment-delivered',
      'commitment-kept'
    ])
  })

  it('is disputed with a reason, and can be delivered again after that', async () => {
    const id = await promised()
    await does('samira', (tx, by) => reportDelivered(tx, by, id))
    expect(code(await does('bep', (tx, by) => judgeDisputed(tx, by, id, '  ')))).toBe('reason-missing')
    await does('bep', (tx, by) => judgeDisputed(tx, by, id, 'Om elf uur gaan ze uit.'))
    expect(await now(id)).toMatchObject({ state: 'disputed', why: 'Om elf uur gaan ze uit.' })
    await does('samira', (tx, by) => reportDelivered(tx, by, id, 'De klok is goed gezet.'))
    await does('joyce', (tx, by) => judgeKept(tx, by, id))
    const events = (await eventsOfCommitments(place().store.read, [id])).get(id)!
    expect(events.map((event) => [event.kind, event.by_name])).toEqual([
      ['promised', 'Samira Alberga'],
      ['delivered', 'Samira Alberga'],
      ['disputed', 'Bep van Rooswinkel'],
      ['delivered', 'Samira Alberga'],
      ['kept', 'Joyce Landveld']
    ])
  })

  it('is judged once when two residents judge at the same time; the other is told', async () => {
    const id = await promised()
    await does('samira', (tx, by) => reportDelivered(tx, by, id))
    const [one, two] = await Promise.all([
      does('joyce', (tx, by) => judgeKept(tx, by, id)),
      does('bep', (tx, by) => judgeDisputed(tx, by, id, 'Ze branden niet.'))
    ])
    expect([code(one), code(two)].sort()).toEqual(['commitment-not-delivered', 'ok'])
    expect((await now(id)).state).toBe(one.ok ? 'kept' : 'disputed')
    expect((await eventsOfCommitments(place().store.read, [id])).get(id)!.length).toBe(3)
  })

  it('stands with its goal, by the day it is due', async () => {
    const days = (await commitmentsOfGoals(place().store.read, [goal])).map((row) => row.due_on)
    expect(days.length).toBeGreaterThan(3)
    expect(days).toEqual([...days].sort())
  })
})
