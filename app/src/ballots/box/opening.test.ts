import { randomBytes } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine } from '../../../test/kit.ts'
import { votingRound, type Round } from '../../../test/voting.ts'
import { must } from '../../../test/act.ts'
import { keyed } from '../../web/index.ts'
import { stopRoundBecause } from '../../budget/index.ts'
import { castOnline, hashOf, openBox } from '../index.ts'

onEveryEngine('the box of a round', (place, engine) => {
  // PostgreSQL in-process has one connection, on which every question to the database waits: there something without one is asked.
  const asked = engine.includes('in-process') ? '/api/problems' : '/stemmen/klaar'
  let round: Round
  beforeAll(async () => {
    round = await votingRound(place(), { codes: 420 })
  })
  const hash = (of: Round, at: number) =>
    hashOf((purpose, text) => keyed(place().site.secret, purpose, text), of.codes[at]!)
  const cast = (of: Round, at: number) => ({
    hash: hash(of, at),
    round: of.id,
    chosen: [{ plan: of.plans[at % 5]! }],
    chance: randomBytes(32)
  })

  it('is opened in pieces: who asks for a page meanwhile is answered before all envelopes are open', async () => {
    await place().store.change(async (tx) => {
      for (let at = 0; at < 410; at += 1) must(await castOnline(tx, place().by(), cast(round, at)))
    })
    const order: string[] = []
    const { chance } = place().by()
    const opening = place()
      .store.change((tx) => openBox(tx, round.id, round.cards[0]!, round.cards[1]!, chance))
      .then((opened) => {
        order.push('opened')
        return opened
      })
    const answered = place()
      .app.inject(asked)
      .then((page) => {
        order.push('answered')
        return page
      })
    expect((await answered).statusCode).toBe(200)
    expect(must(await opening)).toHaveLength(410)
    expect(order).toEqual(['answered', 'opened'])
  })

  it('takes no more ballots once it is open, or once its round was stopped, although people voted in it a moment ago', async () => {
    const late = await place().store.change((tx) => castOnline(tx, place().by(), cast(round, 415)))
    expect(late).toMatchObject({ ok: false, refusal: { code: 'box-not-ready' } })
    const other = await votingRound(place(), { codes: 3 })
    must(await place().store.change((tx) => castOnline(tx, place().by(), cast(other, 0))))
    must(await other.act(other.admin, (tx, by) => stopRoundBecause(tx, by, other.id, 'Het geld kwam niet.')))
    const stopped = await place().store.change((tx) => castOnline(tx, place().by(), cast(other, 1)))
    expect(stopped).toMatchObject({ ok: false, refusal: { code: 'voting-not-open' } })
    const inside = await place()
      .store.read.selectFrom('ballot_envelope')
      .select('hash')
      .where('round_id', '=', other.id)
      .execute()
    expect(inside).toHaveLength(1)
  })
})
