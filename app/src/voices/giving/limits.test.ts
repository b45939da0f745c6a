import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf } from '../../../test/client.ts'
import { emptyStore, placeOn, type Place } from '../../../test/kit.ts'
import { smallWorld } from '../../../test/world.ts'
import { settings } from '../../settings.ts'

describe('many who tell something from one network address', () => {
  let place: Place
  let close: () => Promise<void>
  beforeAll(async () => {
    const empty = await emptyStore('SQLite')
    place = await placeOn(empty.store, empty.dir, {}, { VOICES_PER_HOUR: '3' })
    await smallWorld(place)
    close = async () => {
      await place.close()
      await empty.clear()
    }
  })
  afterAll(() => close?.())

  it('a community centre with one address has room for a busy afternoon', () => {
    const usual = Number(settings.find(({ name }) => name === 'VOICES_PER_HOUR')?.usual)
    expect(usual).toBeGreaterThanOrEqual(300)
  })

  it('one too many is told to wait, and what else to do, with every word still there; later it goes on', async () => {
    const tell = async (text: string) => {
      const page = await clientOf(place).get('/inbreng/nieuw')
      return page.form().fill({ text }).send()
    }
    for (const nr of [1, 2, 3]) expect((await tell(`Wens ${nr}`)).first).toBe(303)
    const refused = await tell('De bank bij de vaart is stuk.')
    expect(refused.first).toBe(429)
    expect(refused.text).toContain('Wacht een uur.')
    expect(refused.text).toContain('Vertel het aan een bewoner die meehelpt.')
    expect(refused.form().value('text')).toBe('De bank bij de vaart is stuk.')
  })
})
