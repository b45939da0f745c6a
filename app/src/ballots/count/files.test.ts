import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { countIn, first, second, simple, third, times } from '../../../test/count.ts'
import { onEveryEngine, testNoon } from '../../../test/kit.ts'
import { type VotedRound } from '../../../test/round.ts'
import { root } from '../../../test/sources.ts'
import { smallWorld, type World } from '../../../test/world.ts'
import { readChecks, runChecks } from '../../db/index.ts'
import { differenceOf } from '../box/turnout.ts'
import { openSealedFile } from './sealed-file.ts'

onEveryEngine('the files of a count', (place) => {
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
  const { nobody, counted, shown } = countIn(place, () => world)

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
      expect(verify(await saved(pots, `stemmen-${nr}.pb`), await saved(pots, `uitslag-${nr}.json`))).toContain('Right')
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
    const [a, b, c] = [first, second, third].map((role) => voting.cards[role]!)
    expect(openSealedFile(sealed.body, a!, a!).ok).toBe(false)
    expect(openSealedFile(sealed.body, a!, 'ABCD').ok).toBe(false)
    const opened = openSealedFile(sealed.body, c!, b!)
    if (!opened.ok) throw new Error(opened.refusal.code)
    writeFileSync(join(dir, 'opened.pb'), opened.value)
    expect(verify(join(dir, 'opened.pb'), await saved(voting, 'uitslag.json'))).toContain('Right')
  })
})
