import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf } from '../../../test/client.ts'
import { emptyStore, placeOn, type Place } from '../../../test/kit.ts'
import { typed, votingRound, type Round } from '../../../test/voting.ts'
import { settings } from '../../settings.ts'

describe('many ballot codes from one network address', () => {
  let place: Place
  let round: Round
  let close: () => Promise<void>
  beforeAll(async () => {
    const empty = await emptyStore('SQLite')
    place = await placeOn(empty.store, empty.dir, {}, { BALLOTS_PER_QUARTER: '3', TRIES_PER_QUARTER: '1' })
    round = await votingRound(place, { codes: 2 })
    close = async () => {
      await place.close()
      await empty.clear()
    }
  })
  afterAll(() => close?.())

  it('have room for a school or a community centre, apart from other codes that are tried', () => {
    const usual = Number(settings.find(({ name }) => name === 'BALLOTS_PER_QUARTER')?.usual)
    expect(usual).toBeGreaterThanOrEqual(300)
  })

  it('that are guessed are stopped after some tries, with what was typed still there', async () => {
    const enter = async (code: string) => (await clientOf(place).get('/stemmen')).form().fill({ code }).send()
    for (const wrong of ['11111111111', '22222222222', '33333333333']) expect((await enter(wrong)).first).toBe(422)
    const refused = await enter(typed(round.codes[0]!))
    expect(refused.first).toBe(429)
    expect(refused.text).toContain('Het is te vaak geprobeerd')
    expect(refused.form().value('code')).toBe(typed(round.codes[0]!))
  })
})
