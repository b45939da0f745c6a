import { addDays, dayOf, showBallotCode, type Decision } from '@buurtmacht/domain'
import { randomBytes } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { clientOf, type Client } from '../../test/client.ts'
import { countIn, first, second, times } from '../../test/count.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { committee, toTheCount, vote, type VotedRound } from '../../test/round.ts'
import { must } from '../../test/act.ts'
import { smallWorld, type RoleName, type World } from '../../test/world.ts'
import type { Tx } from '../db/index.ts'
import { keyed, type By } from '../web/index.ts'
import { codesFrom, fixedBallot, makeBatch, makeKeyCard } from './index.ts'

const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end']

onEveryEngine('a round whose money is divided over pots', (place) => {
  let world: World
  let round: string
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const { as, starts, drawn, shown } = countIn(place, () => world)
  const idIn = (path: string): string => /\/(?:budget|plannen)\/([^/?]+)/.exec(path)![1]!

  const prepare = async (admin: Client, pots: string) => {
    const today = dayOf(place().clock.now)
    const days = Object.fromEntries(phases.map((phase, at) => [phase, addDays(today, at * 10)]))
    return (await admin.get('/budget/nieuw'))
      .form()
      .fill({
        title: 'Groen en jeugd',
        amount: '1.000',
        ageFrom: '12',
        votersExpected: '100',
        ballot: 'approval',
        most: '3',
        pots,
        ...days
      })
      .send()
  }

  it('cannot be prepared with pots that are more or less than the money there is', async () => {
    const admin = await as('administrator')
    const seen = await prepare(admin, 'Groen: 600\nJeugd: 500')
    expect(seen.status).toBe(422)
    expect(seen.form().value('pots')).toBe('Groen: 600\nJeugd: 500')
    round = idIn((await seen.form().fill({ pots: 'Groen: 600\nJeugd: 400' }).send()).path)
    await (await admin.get(`/budget/${round}/openen`)).form().send()
    const open = await clientOf(place()).get(`/budget/${round}`)
    expect(open.text).toContain('Groen')
    expect(open.text).toContain('€ 400')
  })

  const write = async (title: string, cost: string, pot: string) =>
    (await (await as(first)).get(`/budget/${round}/plan`))
      .form()
      .fill({
        title,
        what: 'Wij doen iets voor de straat.',
        forWhom: 'Iedereen',
        where: 'De straat',
        costs: `Spullen: ${cost}`,
        group: world.params['group']!,
        pot
      })
      .send()

  it('asks of every plan from which pot, and refuses one that asks more than is in it', async () => {
    const none = await write('Bomen', '500', '')
    expect(none.status).toBe(422)
    const dear = await write('Trapveld', '450', 'jeugd')
    expect(dear.text).toContain('kost meer dan mag')
    const plans = [await write('Bomen', '500', 'groen'), await write('Bakken', '300', 'groen')]
    plans.push(await write('Trapveld', '350', 'jeugd'), await write('Muziek', '300', 'jeugd'))
    expect((await clientOf(place()).get(`/plannen/${idIn(plans[2]!.path)}`)).text).toContain('Jeugd')
    const people = committee.map((role) => world.people[role as keyof World['people']])
    const admin = await as('administrator')
    await (
      await admin.get(`/budget/${round}/mensen`)
    )
      .form()
      .fill({ committee: people, decides: [people[0]!] })
      .send()
    const own = await as(first)
    for (const { path } of plans) {
      await (await own.get(`/plannen/${idIn(path)}/indienen`)).form().send()
      await (await own.get(`/plannen/${idIn(path)}/besluit`)).form().fill({ onBallot: 'yes' }).send()
    }
    place().clock.now += 20 * 86_400_000
    await (await admin.get(`/budget/${round}/stembiljet`)).form().send()
    expect((await admin.get(`/budget/${round}`)).text).toContain('Je kunt nu stemmen')
  })

  const act = async <T>(role: RoleName, work: (by: By, tx: Tx) => Promise<Decision<T>>): Promise<T> => {
    const { person, roles } = world.acting(role)
    return must(await place().store.change((tx) => work(place().by(person, roles), tx)))
  }

  it('tells voters and the paper which pot each plan asks from, counts each pot by itself, and says so', async () => {
    const cards: VotedRound['cards'] = {}
    for (const role of committee) cards[role] = await act(role, (by, tx) => makeKeyCard(tx, by, round, randomBytes(15)))
    const seed = randomBytes(32)
    const keep = (purpose: string, text: string) => keyed(place().site.secret, purpose, text)
    const batch = { kind: 'cards', name: 'Hof', area: '', count: '4', perHousehold: '', lang: 'nl' } as const
    await act(first, (by, tx) => makeBatch(tx, by, keep, round, batch, seed))
    const voter = clientOf(place())
    const choosing = await (
      await voter.get('/stemmen')
    )
      .form()
      .fill({ code: showBallotCode(codesFrom(seed, 1)[0]!) })
      .send()
    expect(choosing.text).toContain('€ 600 voor Groen en € 400 voor Jeugd')
    expect(choosing.text).toContain('€ 350 · Jeugd')
    expect((await voter.get(`/budget/${round}/voorbeeld`)).text).toContain('Jeugd')
    const plans = (await fixedBallot(place().store.read, round))!.plans
    const nr = (title: string) => plans.find((plan) => plan.title === title)!.number
    const voting: VotedRound = { round, plans, cards }
    await vote(place(), voting, [
      ...times(7, { on: [nr('Bomen'), nr('Trapveld')] }),
      ...times(4, { paper: true, on: [nr('Bakken')] })
    ])
    toTheCount(place())
    await drawn(voting)
    await starts(first, voting)
    await starts(second, voting)
    const result = await shown(voting)
    expect(result.text).toMatch(/Groen[^]*Bomen[^]*Jeugd[^]*Trapveld/)
    const won = await place()
      .store.read.selectFrom('proposal')
      .select('title')
      .where('round_id', '=', round)
      .where('won', '=', 1)
      .orderBy('title')
      .execute()
    expect(won.map((row) => row.title)).toEqual(['Bomen', 'Trapveld'])
  })
})
