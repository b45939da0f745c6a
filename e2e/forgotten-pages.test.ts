/** Pages that are easily forgotten: a refused form, a very long text, Arabic, nothing found, an error, English. Nothing hinders anybody there. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, startServer, type Server, type Visitor } from './browser.ts'
import { hands } from './hands.ts'
import { alsoOpenTo, walker, wrongWith } from './street.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function look(who: Visitor): Promise<void> {
  expect(await wrongWith(who), who.page.url()).toEqual([])
}

describe('pages that are easily forgotten', () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({ demo: true, env: { TRIES_PER_QUARTER: '9999', VOICES_PER_HOUR: '9999' } })
  })
  afterAll(() => server?.stop())

  it('nothing hinders whoever tells something, whatever it is: very long, from right to left, refused', async () => {
    const somebody = await walker(browser, server.url, 'nobody')
    const does = hands(somebody)
    await somebody.go('/inbreng/nieuw')
    await does.press('Verder')
    await look(somebody)
    await somebody.page.locator('details summary', { hasText: 'andere taal' }).click()
    await somebody.page.getByLabel('In welke taal?').selectOption({ label: 'Arabisch' })
    await does.fill(
      'Wat wil je vertellen?',
      `السلام عليكم، المصباح في الممر معطل ${'ا'.repeat(400)}\n${'العربية '.repeat(500)}`
    )
    await does.press('Verder')
    await look(somebody)
    await does.choose('Wingerdflat')
    await does.press('Verder')
    await look(somebody)
    await does.choose(/Ja, laat mijn woorden zien/)
    await does.press('Verder')
    await does.choose('Bel mij')
    await does.press('Verder')
    await look(somebody)
    await does.fill('Je telefoonnummer', '0612345678')
    await does.press('Verder')
    await look(somebody)
    await does.follow('Verander de woorden')
    await look(somebody)
    await does.press('Verder')
    await does.press('Verstuur')
    await look(somebody)
    const card = does.path()
    await somebody.go(`/volg/${card.split('/').at(-1)}`)
    await look(somebody)
    const quote = somebody.page.locator('main [lang=ar]').first()
    expect(await quote.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
    await somebody.leave()
  })

  it('nothing hinders a lead who checks a question before it goes', async () => {
    const lead = await walker(browser, server.url, 'administrator')
    const does = hands(lead)
    const [ask] = await alsoOpenTo(lead, server.url, ['/buurtdoelen/:goal/vraag'])
    await lead.go(ask!)
    await does.press('Verder: kijk het na')
    await look(lead)
    await does.choose('Gemeente Wilgerdam')
    await does.fill('Jullie vraag in één zin', 'w'.repeat(150))
    await does.fill('Leg het uit', 'Lang'.repeat(300))
    await does.choose(/^meebeslissen/)
    await does.press('Verder: kijk het na')
    await does.reads('Klopt dit?')
    await look(lead)
    await lead.leave()
  })

  it('nothing hinders anybody where nothing is found, something went wrong, or in English', async () => {
    const somebody = await walker(browser, server.url, 'nobody')
    for (const address of [
      '/bestaat-niet',
      '/buurtdoelen/bestaat-niet',
      '/aanmelden/link/verzonnen',
      '/aanmelden/gevraagd',
      '/volg/K7QF2M9D4T',
      '/zoeken?q=xyzzy',
      '/zoeken?q=licht',
      '/inbreng?gesproken=xx',
      '/buurtdoelen?groep=bestaat-niet',
      '/verzoeken?instantie=bestaat-niet',
      '/toezeggingen?instantie=bestaat-niet'
    ]) {
      await somebody.go(address)
      await look(somebody)
    }
    await somebody.go('/taal/en?terug=%2F')
    for (const address of ['/', '/inbreng/nieuw', '/buurtdoelen', '/aanmelden']) {
      await somebody.go(address)
      expect(await somebody.page.locator('html').getAttribute('lang')).toBe('en')
      await look(somebody)
    }
    await somebody.leave()
  })
})
