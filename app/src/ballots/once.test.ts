/** One code, used twice in any way and at any moment: one ballot. And the losing control: asking first and writing later. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { useOnline } from '@buurtmacht/domain'
import { onEveryEngine } from '../../test/kit.ts'
import { votingRound, type Round } from '../../test/voting.ts'
import { must } from '../../test/act.ts'
import { keyed, seal, unseal } from '../web/index.ts'
import { boxOf } from './box/queries.ts'
import { putIn } from './box/actions.ts'
import { codeOf, saveCode } from './codes/queries.ts'
import { castOnline, countBundle, differenceOf, hashOf, openBox, turnoutOf, typeInSheet } from './index.ts'

type Way = 'online' | 'paper'

onEveryEngine('a code used twice', (place) => {
  let round: Round
  let next = 0
  beforeAll(async () => {
    round = await votingRound(place(), { codes: 400, plans: 6 })
  })
  const hash = (code: Round['codes'][number]) =>
    hashOf((purpose, text) => keyed(place().site.secret, purpose, text), code)
  const sealing = {
    keyed: (purpose: string, text: string) => keyed(place().site.secret, purpose, text),
    sealed: (purpose: string, text: string) => seal('s', purpose, text),
    unsealed: (purpose: string, text: string | undefined) => (text ? unseal('s', purpose, text) : undefined)
  }
  const online = (code: Round['codes'][number], plan: string) =>
    place().store.change((tx) =>
      castOnline(tx, place().by(), { hash: hash(code), round: round.id, chosen: [{ plan }], chance: randomBytes(32) })
    )
  /** A sheet of its own, typed by two people. */
  const paper = async (code: Round['codes'][number], plan: string) => {
    const bundle = must(
      await round.act(round.committee[0]!, (tx, by) => countBundle(tx, by, round.id, { name: 'Pak', sheets: '1' }))
    )
    const typed = { read: 'ballot', code, chosen: [{ plan }] } as const
    for (const who of [round.committee[0]!, round.committee[1]!])
      await round.act(who, (tx, by) => typeInSheet(tx, by, sealing, { bundle, number: 1 }, typed))
    const sheet = await place()
      .store.read.selectFrom('ballot_sheet')
      .select('outcome')
      .where('bundle_id', '=', bundle)
      .executeTakeFirstOrThrow()
    return { ok: sheet.outcome === 'ballot' }
  }
  const use = (way: Way, code: Round['codes'][number], plan: string) =>
    way === 'online' ? online(code, plan) : paper(code, plan)

  it('gives one ballot, whichever two ways, at once or one after the other; paper wins from online', async () => {
    const ways = fc.array(fc.constantFrom<Way>('online', 'paper'), { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(ways, fc.boolean(), async (list, atOnce) => {
        const code = round.codes[next++]!
        const before = await turnoutOf(place().store.read, round.id)
        const use1 = (way: Way, at: number) => use(way, code, round.plans[at]!)
        const said: { ok: boolean }[] = []
        if (atOnce) said.push(...(await Promise.all(list.map(use1))))
        else for (const [at, way] of list.entries()) said.push(await use1(way, at))
        const after = await turnoutOf(place().store.read, round.id)
        const cast = (t: typeof after) => t.usedOnline + t.usedOnPaper
        expect(cast(after) - cast(before)).toBe(1)
        expect(after.usedOnPaper - before.usedOnPaper).toBe(list.includes('paper') ? 1 : 0)
        // Of each way at most one was accepted.
        for (const way of ['online', 'paper'])
          expect(said.filter((one, at) => one.ok && list[at] === way).length).toBeLessThanOrEqual(1)
        expect(await differenceOf(place().store.read, round.id)).toMatchObject({ codes: 0, ballots: 0 })
        expect((await boxOf(place().store.read, round.id))?.opened).toBe(0)
      }),
      { numRuns: 25 }
    )
  })

  it('sent by sixteen at once, one is accepted', async () => {
    const code = round.codes[next++]!
    const said = await Promise.all(Array.from({ length: 16 }, (_, at) => online(code, round.plans[at % 6]!)))
    expect(said.filter((one) => one.ok)).toHaveLength(1)
  })

  it('would give more than one if a program asked first and wrote later (the losing control)', async () => {
    const code = round.codes[next++]!
    const careless = async (plan: string): Promise<boolean> => {
      const asked = await codeOf(place().store.read, hash(code))
      if (!useOnline(asked!.state).ok) return false
      const box = await boxOf(place().store.read, round.id)
      await place().store.change(async (tx) => {
        await saveCode(tx, hash(code), { state: 'online' })
        await putIn(tx, box!, {
          round: round.id,
          hash: hash(code),
          channel: 'online',
          text: plan,
          chance: randomBytes(32)
        })
      })
      return true
    }
    const said = await Promise.all(round.plans.map(careless))
    expect(said.filter(Boolean).length).toBeGreaterThan(1)
  })

  it('adds up at the end: what is in the opened box is what was accepted', async () => {
    const turnout = await turnoutOf(place().store.read, round.id)
    await place().store.change((tx) => tx.updateTable('ballot_bundle').set({ state: 'closed' }).execute())
    const ballots = must(
      await place().store.change((tx) => openBox(tx, round.id, round.cards[0]!, round.cards[2]!, place().by().chance))
    )
    expect(ballots.filter((one) => one.channel === 'online')).toHaveLength(turnout.usedOnline)
    expect(ballots.filter((one) => one.channel === 'paper')).toHaveLength(turnout.usedOnPaper)
    expect(await differenceOf(place().store.read, round.id)).toMatchObject({ codes: 0, ballots: 0 })
  })
})
