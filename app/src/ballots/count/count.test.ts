import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countIn, first, second, simple, tenBallots, third, times } from '../../../test/count.ts'
import { onEveryEngine, testNoon } from '../../../test/kit.ts'
import { bundle, roundToVoteIn, vote, type RoundWanted, type Voted, type VotedRound } from '../../../test/round.ts'
import { smallWorld, type RoleName, type World } from '../../../test/world.ts'
import { entriesAbout } from '../../journal/index.ts'
import { startCount } from './actions.ts'

onEveryEngine('the count', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  beforeEach(() => {
    place().clock.now = testNoon
  })

  const { as, types, starts, voted, drawn, counted, shown } = countIn(place, () => world)

  describe('the lot', () => {
    it('is fixed when two different people typed the same, and shows what differs until then', async () => {
      const voting = await voted({ amount: '1.000', costs: ['600', '500', '300'] }, [])
      const short = await types(first, voting.round, '3 1')
      expect(short.status).toBe(422)
      expect(short.text).toContain('Dit plan ontbreekt nog: 2.')
      await types(first, voting.round, '3 1 2')
      const before = await (await as(second)).get(`/budget/${voting.round}/loting`)
      expect(before.text).not.toContain('3, 1, 2')
      const alone = await types(first, voting.round, '3 1 2')
      expect(alone.text).not.toContain('Zo is er geloot')
      const differs = await types(second, voting.round, '3 2 1')
      expect(differs.text).toContain('Jullie typten niet hetzelfde')
      expect(differs.text).toContain('2e briefje')
      const agreed = await types(second, voting.round, '3 1 2')
      expect(agreed.text).toContain('Zo is er geloot')
      const late = await (await as(third)).get(`/budget/${voting.round}/loting`)
      expect(late.text).toContain('Die staat nu vast')
      const kinds = (await entriesAbout(place().store.read, 'round', voting.round)).map((entry) => entry.kind)
      expect(kinds).toContain('round-lot-agreed')
    })
  })

  describe('is refused', () => {
    it('while voting goes on', async () => {
      const voting = await roundToVoteIn(place(), world, simple)
      await vote(place(), voting, tenBallots)
      await drawn(voting)
      const seen = await (await as(first)).get(`/budget/${voting.round}/tellen`)
      expect(seen.text).toContain('Het stemmen is nog niet voorbij.')
      expect(seen.forms).toHaveLength(0)
    })

    it('while the lot is not drawn', async () => {
      const voting = await voted(simple, tenBallots)
      const seen = await (await as(first)).get(`/budget/${voting.round}/tellen`)
      expect(seen.text).toContain('Er is nog niet geloot')
      await types(first, voting.round, '1 2')
      expect((await (await as(first)).get(`/budget/${voting.round}/tellen`)).text).toContain('Er is nog niet geloot')
    })

    it('while a bundle of paper is open, and while codes and ballots do not add up', async () => {
      const voting = await voted(simple, tenBallots)
      await drawn(voting)
      await bundle(place(), voting.round, 'open')
      const paper = await (await as(first)).get(`/budget/${voting.round}/tellen`)
      expect(paper.text).toContain('nog 2 stembiljetten die niet klaar zijn')
      await bundle(place(), voting.round, 'closed')
      const sheets = await (await as(first)).get(`/budget/${voting.round}/tellen`)
      expect(sheets.text).toContain('kloppen nog niet met elkaar')
    })

    it('to the same person twice, with somebody else’s card, and to anybody else', async () => {
      const voting = await voted(simple, tenBallots)
      await drawn(voting)
      const wrong = await starts(first, voting, voting.cards[second])
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain('Deze sleutelkaart past niet')
      const page = await (await as(first)).get(`/budget/${voting.round}/tellen`)
      await page.form().fill({ card: voting.cards[first]! }).send()
      const again = await page.form().fill({ card: voting.cards[second]! }).send()
      expect(again.status).toBe(422)
      expect((await shown(voting)).text).toContain('nog geen uitslag')
      const card = await starts(second, voting, voting.cards[first])
      expect(card.text).toContain('Deze sleutelkaart past niet')
      for (const role of ['administrator', 'contact of the institution', 'lead of another group'] as const)
        expect((await (await as(role)).get(`/budget/${voting.round}/tellen`)).status, role).toBe(403)
      expect((await shown(voting)).text).toContain('nog geen uitslag')
    })

    it('by the act itself, whatever page it came from', async () => {
      const keeping = { sealed: (_: string, text: string) => text, unsealed: (_: string, text?: string) => text }
      const tries = async (voting: VotedRound, role: RoleName = first) => {
        const { person, roles } = world.acting(role)
        const done = await place().store.change((tx) =>
          startCount(tx, place().by(person, roles), keeping, voting.round, voting.cards[role] ?? '')
        )
        return done.ok ? done.value : done.refusal.code
      }
      const early = await roundToVoteIn(place(), world, simple)
      await vote(place(), early, tenBallots)
      await drawn(early)
      expect(await tries(early)).toBe('voting-not-over')
      place().clock.now = testNoon
      const voting = await voted(simple, tenBallots)
      expect(await tries(voting)).toBe('lot-missing')
      await drawn(voting)
      await bundle(place(), voting.round, 'open')
      expect(await tries(voting)).toBe('paper-still-open')
      await bundle(place(), voting.round, 'closed')
      expect(await tries(voting)).toBe('turnout-does-not-reconcile')
      place().clock.now = testNoon
      const fine = await voted(simple, tenBallots)
      await drawn(fine)
      expect(await tries(fine, 'administrator')).toBe('not-allowed')
      expect(await tries(fine)).toBe('waits')
      expect(await tries(fine)).toBe('count-needs-second-person')
      expect(await tries(fine, second)).toBe('counted')
      expect(await tries(fine, third)).toBe('round-not-frozen')
    })

    it('twice: the box is open and the result stands', async () => {
      const voting = await counted(simple, tenBallots)
      const seen = await (await as(third)).get(`/budget/${voting.round}/tellen`)
      expect(seen.text).toContain('staat nog niet vast')
      expect(seen.forms).toHaveLength(0)
    })
  })

  it('can be taken back by who began it, whose card is then forgotten', async () => {
    const voting = await voted(simple, tenBallots)
    await drawn(voting)
    await starts(first, voting)
    expect((await (await as(second)).get(`/budget/${voting.round}/tellen/terug`)).forms).toHaveLength(0)
    await (await (await as(first)).get(`/budget/${voting.round}/tellen/terug`)).form().send()
    const begun = place().store.read.selectFrom('count_begun').selectAll().where('round_id', '=', voting.round)
    expect(await begun.execute()).toEqual([])
    const seen = await starts(second, voting)
    expect(seen.path).toContain('/tellen')
    expect((await shown(voting)).text).toContain('nog geen uitslag')
  })

  it('tells everybody, in Dutch and in English, why each plan was chosen or not', async () => {
    const voting = await counted(simple, tenBallots)
    const dutch = await shown(voting)
    expect(dutch.text).toContain('6 mensen kozen dit plan. Het kost € 600. Ieder betaalde op papier € 100.')
    expect(dutch.text).toContain(
      '4 mensen kozen dit plan. Ieder zou € 125 betalen. Samen hadden ze nog € 496. Het kost € 500. Er was € 4 te weinig.'
    )
    expect(dutch.text).toContain('6 van de 10 mensen die stemden, krijgen minstens één plan dat ze kozen.')
    expect(dutch.text).toContain('Zonder papier was de uitslag hetzelfde.')
    const english = await shown(voting, 'en')
    expect(english.text).toContain('6 people chose this plan. It costs €600. On paper each paid €100.')
    expect(english.text).toContain(
      'Each would have paid €125. Together they had €496 left. It costs €500. It was €4 short.'
    )
    const [entry] = (await entriesAbout(place().store.read, 'round', voting.round)).filter(
      (one) => one.kind === 'round-counted'
    )
    expect(entry?.entry).toContain(voting.plans[0]!.id)
    const chosen = await place()
      .store.read.selectFrom('proposal')
      .select(['id', 'won'])
      .where('round_id', '=', voting.round)
      .execute()
    expect(chosen.find((plan) => plan.id === voting.plans[0]!.id)?.won).toBe(1)
    expect(chosen.filter((plan) => plan.won === 0).length).toBe(chosen.filter((plan) => plan.won !== 1).length)
    expect(entry?.entry).not.toContain('"on"')
  })

  it('lets the lot decide a tie, and says so', async () => {
    const tie: Voted[] = [...times(6, { on: [1, 3] }), ...times(6, { on: [2, 3] }), ...times(4, { on: [1, 2] })]
    const wanted: RoundWanted = { amount: '900', costs: ['500', '500', '300'] }
    for (const [order, winner, loser] of [
      ['3 1 2', 'Plan A', 'Plan B'],
      ['3 2 1', 'Plan B', 'Plan A']
    ] as const) {
      place().clock.now = testNoon
      const seen = await shown(await counted(wanted, tie, order))
      expect(seen.text).toContain(`De loting besliste: ${winner} ging voor.`)
      expect(seen.text.indexOf(winner)).toBeLessThan(seen.text.indexOf('gaat niet door'))
      expect(seen.text.lastIndexOf(loser)).toBeGreaterThan(seen.text.indexOf('gaat niet door'))
    }
  })

  it('closes a round only by who keeps it', async () => {
    const voting = await counted(simple, tenBallots)
    expect((await (await as(first)).get(`/budget/${voting.round}/afsluiten`)).status).toBe(403)
    await (await (await as('administrator')).get(`/budget/${voting.round}/afsluiten`)).form().send()
    const [entry] = (await entriesAbout(place().store.read, 'round', voting.round)).filter(
      (one) => one.kind === 'round-closed'
    )
    expect(entry).toBeDefined()
  })
})
