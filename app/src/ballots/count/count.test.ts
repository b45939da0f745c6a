import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientOf, type Client } from '../../../test/client.ts'
import { onEveryEngine, testNoon } from '../../../test/kit.ts'
import {
  bundle,
  roundToVoteIn,
  toTheCount,
  vote,
  type RoundWanted,
  type Voted,
  type VotedRound
} from '../../../test/round.ts'
import { root } from '../../../test/sources.ts'
import { smallWorld, type RoleName, type World } from '../../../test/world.ts'
import { readChecks, runChecks } from '../../db/index.ts'
import { entriesAbout } from '../../journal/index.ts'
import { differenceOf } from '../box/turnout.ts'
import { startCount } from './actions.ts'
import { openSealedFile } from './sealed-file.ts'

const times = (n: number, one: Voted): Voted[] => Array.from({ length: n }, () => one)
const [first, second, third]: RoleName[] = ['helper of the group', 'helper of another group', 'lead of the group']

onEveryEngine('the count', (place) => {
  let world: World
  let dir: string
  beforeAll(async () => {
    world = await smallWorld(place())
    dir = mkdtempSync(join(tmpdir(), 'count-'))
  })
  beforeEach(() => {
    place().clock.now = testNoon
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  const as = async (role: RoleName): Promise<Client> => {
    const client = clientOf(place())
    if (role !== 'nobody') await client.signIn(world.people[role])
    return client
  }
  const nobody = () => as('nobody')
  const types = async (role: RoleName, round: string, order: string) =>
    (await (await as(role)).get(`/budget/${round}/loting`)).form().fill({ order }).send()
  const starts = async (role: RoleName, { round, cards }: VotedRound, card = cards[role]!) =>
    (await (await as(role)).get(`/budget/${round}/tellen`)).form().fill({ card }).send()
  const voted = async (wanted: RoundWanted, ballots: readonly Voted[]): Promise<VotedRound> => {
    const voting = await roundToVoteIn(place(), world, wanted)
    await vote(place(), voting, ballots)
    toTheCount(place())
    return voting
  }
  const drawn = async ({ round, plans }: VotedRound, order = plans.map((plan) => plan.number).join(' ')) => {
    await types(first!, round, order)
    await types(second!, round, order)
  }
  const counted = async (wanted: RoundWanted, ballots: readonly Voted[], order?: string): Promise<VotedRound> => {
    const voting = await voted(wanted, ballots)
    await drawn(voting, order)
    await starts(first!, voting)
    const seen = await starts(second!, voting)
    expect(seen.path).toContain('/uitslag')
    return voting
  }
  const shown = async ({ round }: VotedRound, lang = 'nl') =>
    (await nobody()).get(`/budget/${round}/uitslag?taal=${lang}`)
  const simple: RoundWanted = { amount: '1.000', costs: ['600', '500'] }
  const tenBallots = [...times(6, { on: [1] }), ...times(4, { paper: true, on: [2] })]

  describe('the lot', () => {
    it('is fixed when two different people typed the same, and shows what differs until then', async () => {
      const voting = await voted({ amount: '1.000', costs: ['600', '500', '300'] }, [])
      const short = await types(first!, voting.round, '3 1')
      expect(short.status).toBe(422)
      expect(short.text).toContain('Dit plan ontbreekt nog: 2.')
      await types(first!, voting.round, '3 1 2')
      const before = await (await as(second!)).get(`/budget/${voting.round}/loting`)
      expect(before.text).not.toContain('3, 1, 2')
      const alone = await types(first!, voting.round, '3 1 2')
      expect(alone.text).not.toContain('Zo is er geloot')
      const differs = await types(second!, voting.round, '3 2 1')
      expect(differs.text).toContain('Jullie typten niet hetzelfde')
      expect(differs.text).toContain('2e briefje')
      const agreed = await types(second!, voting.round, '3 1 2')
      expect(agreed.text).toContain('Zo is er geloot')
      const late = await (await as(third!)).get(`/budget/${voting.round}/loting`)
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
      const seen = await (await as(first!)).get(`/budget/${voting.round}/tellen`)
      expect(seen.text).toContain('Het stemmen is nog niet voorbij.')
      expect(seen.forms).toHaveLength(0)
    })

    it('while the lot is not drawn', async () => {
      const voting = await voted(simple, tenBallots)
      const seen = await (await as(first!)).get(`/budget/${voting.round}/tellen`)
      expect(seen.text).toContain('Er is nog niet geloot')
      await types(first!, voting.round, '1 2')
      expect((await (await as(first!)).get(`/budget/${voting.round}/tellen`)).text).toContain('Er is nog niet geloot')
    })

    it('while a bundle of paper is open, and while codes and ballots do not add up', async () => {
      const voting = await voted(simple, tenBallots)
      await drawn(voting)
      await bundle(place(), voting.round, 'open')
      const paper = await (await as(first!)).get(`/budget/${voting.round}/tellen`)
      expect(paper.text).toContain('nog 2 stembiljetten die niet klaar zijn')
      await bundle(place(), voting.round, 'closed')
      const sheets = await (await as(first!)).get(`/budget/${voting.round}/tellen`)
      expect(sheets.text).toContain('kloppen nog niet met elkaar')
    })

    it('to the same person twice, with somebody else’s card, and to anybody else', async () => {
      const voting = await voted(simple, tenBallots)
      await drawn(voting)
      const wrong = await starts(first!, voting, voting.cards[second!])
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain('Deze sleutelkaart past niet')
      const page = await (await as(first!)).get(`/budget/${voting.round}/tellen`)
      await page.form().fill({ card: voting.cards[first!]! }).send()
      const again = await page.form().fill({ card: voting.cards[second!]! }).send()
      expect(again.status).toBe(422)
      expect((await shown(voting)).text).toContain('nog geen uitslag')
      const card = await starts(second!, voting, voting.cards[first!])
      expect(card.text).toContain('Deze sleutelkaart past niet')
      for (const role of ['administrator', 'contact of the institution', 'lead of another group'] as const)
        expect((await (await as(role)).get(`/budget/${voting.round}/tellen`)).status, role).toBe(403)
      expect((await shown(voting)).text).toContain('nog geen uitslag')
    })

    it('by the act itself, whatever page it came from', async () => {
      const keeping = { sealed: (_: string, text: string) => text, unsealed: (_: string, text?: string) => text }
      const tries = async (voting: VotedRound, role: RoleName = first!) => {
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
      expect(await tries(fine, second!)).toBe('counted')
      expect(await tries(fine, third!)).toBe('round-not-frozen')
    })

    it('twice: the box is open and the result stands', async () => {
      const voting = await counted(simple, tenBallots)
      const seen = await (await as(third!)).get(`/budget/${voting.round}/tellen`)
      expect(seen.text).toContain('staat nog niet vast')
      expect(seen.forms).toHaveLength(0)
    })
  })

  it('can be taken back by who began it, whose card is then forgotten', async () => {
    const voting = await voted(simple, tenBallots)
    await drawn(voting)
    await starts(first!, voting)
    expect((await (await as(second!)).get(`/budget/${voting.round}/tellen/terug`)).forms).toHaveLength(0)
    await (await (await as(first!)).get(`/budget/${voting.round}/tellen/terug`)).form().send()
    const begun = place().store.read.selectFrom('count_begun').selectAll().where('round_id', '=', voting.round)
    expect(await begun.execute()).toEqual([])
    const seen = await starts(second!, voting)
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

  describe('its files', () => {
    const saved = async (voting: VotedRound, name: string): Promise<string> => {
      const got = await (await nobody()).raw({ method: 'GET', url: `/budget/${voting.round}/uitslag/${name}` })
      expect(got.status, name).toBe(200)
      expect(String(got.headers['content-disposition'])).toContain(name)
      writeFileSync(join(dir, name), got.body)
      return join(dir, name)
    }
    /** The real command line, in a process of its own. */
    const verify = (pb: string, result: string): string =>
      execFileSync(process.execPath, [join(root, 'packages/equal-shares/bin/equal-shares.js'), 'verify', pb, result], {
        encoding: 'utf8'
      })

    it('are agreed with by the command line, with points and pots too', async () => {
      const many = [
        ...times(9, { on: [1, 2] }),
        ...times(7, { paper: true, on: [3] }),
        ...times(5, { paper: true, on: [1] }),
        { on: [] }
      ]
      const one = await counted({ amount: '2.000', costs: ['900', '700', '800'] }, many)
      expect(verify(await saved(one, 'stemmen.pb'), await saved(one, 'uitslag.json'))).toContain('Right')
      place().clock.now = testNoon
      const points = await counted({ amount: '2.000', costs: ['900', '700', '800'], points: '5' }, [
        ...times(9, { on: { 1: 3, 2: 2 } }),
        ...times(12, { paper: true, on: { 3: 5 } })
      ])
      expect(verify(await saved(points, 'stemmen.pb'), await saved(points, 'uitslag.json'))).toContain('Right')
      place().clock.now = testNoon
      const pots = await counted(
        {
          amount: '2.000',
          costs: ['900', '700', '800'],
          pots: [
            { name: 'groen', amount: '1.200' },
            { name: 'jeugd', amount: '800' }
          ],
          in: ['groen', 'groen', 'jeugd']
        },
        many
      )
      for (const nr of [1, 2])
        expect(verify(await saved(pots, `stemmen-${nr}.pb`), await saved(pots, `uitslag-${nr}.json`))).toContain(
          'Right'
        )
    })

    it('carry no code, no plan id that leads to a code, and how each ballot was cast only when that points at nobody', async () => {
      const fewOnPaper = [...times(20, { on: [1] }), ...times(3, { paper: true, on: [2] })]
      const pb = await (
        await nobody()
      ).raw({
        method: 'GET',
        url: `/budget/${(await counted(simple, fewOnPaper)).round}/uitslag/stemmen.pb`
      })
      expect(pb.body).not.toMatch(/paper|internet/)
      place().clock.now = testNoon
      const enough = [...times(12, { on: [1] }), ...times(11, { paper: true, on: [2] })]
      const voting = await counted(simple, enough)
      const both = await (await nobody()).raw({ method: 'GET', url: `/budget/${voting.round}/uitslag/stemmen.pb` })
      expect(both.body.match(/;paper$/gm)).toHaveLength(11)
      const codes = await place().store.read.selectFrom('ballot_code').select('hash').execute()
      expect(codes.filter(({ hash }) => both.body.includes(hash.slice(0, 12)))).toEqual([])
    })

    it('keep the ballots sealed when they could point at people, and keep them nowhere else', async () => {
      const voting = await counted(simple, times(4, { on: [1] }))
      const seen = await shown(voting)
      expect(seen.text).toContain('Daarom liggen ze hier op slot')
      expect((await (await nobody()).get(`/budget/${voting.round}/opkomst`)).text).not.toContain('klopt niet')
      expect(await differenceOf(place().store.read, voting.round)).toEqual({ codes: 0, sheets: 0, ballots: 0 })
      expect(await runChecks(place().store.read, readChecks())).toEqual([])
      expect(seen.body).not.toContain('stemmen.pb"')
      const got = await (await nobody()).raw({ method: 'GET', url: `/budget/${voting.round}/uitslag/stemmen.pb` })
      expect(got.status).toBe(404)
      const rows = await place()
        .store.read.selectFrom('ballot')
        .selectAll()
        .where('round_id', '=', voting.round)
        .execute()
      expect(rows).toEqual([])
      const sealed = await (
        await nobody()
      ).raw({ method: 'GET', url: `/budget/${voting.round}/uitslag/stemmen.pb.verzegeld.json` })
      expect(sealed.body).not.toContain('Plan A')
      const [a, b, c] = [first, second, third].map((role) => voting.cards[role!]!)
      expect(openSealedFile(sealed.body, a!, a!).ok).toBe(false)
      expect(openSealedFile(sealed.body, a!, 'ABCD').ok).toBe(false)
      const opened = openSealedFile(sealed.body, c!, b!)
      if (!opened.ok) throw new Error(opened.refusal.code)
      writeFileSync(join(dir, 'opened.pb'), opened.value)
      expect(verify(join(dir, 'opened.pb'), await saved(voting, 'uitslag.json'))).toContain('Right')
    })
  })

  it('closes a round only by who keeps it', async () => {
    const voting = await counted(simple, tenBallots)
    expect((await (await as(first!)).get(`/budget/${voting.round}/afsluiten`)).status).toBe(403)
    await (await (await as('administrator')).get(`/budget/${voting.round}/afsluiten`)).form().send()
    const [entry] = (await entriesAbout(place().store.read, 'round', voting.round)).filter(
      (one) => one.kind === 'round-closed'
    )
    expect(entry).toBeDefined()
  })
})
