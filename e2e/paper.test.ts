/** On paper: what a page says in black on white, without what only a screen can do; a card fits on one sheet. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, printed, type Server, startServer, type Visitor } from './browser.ts'
import { hands } from './hands.ts'
import { alsoOpenTo, walker } from './street.ts'

/** Everything wrong with the page as it would come out of a printer. */
const wrongOnPaper = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const name = (one: Element) =>
      `${one.tagName.toLowerCase()}.${one.className} ${one.textContent?.trim().slice(0, 40)}`
    for (const one of document.querySelectorAll(
      'nav, button, .btn, input, select, textarea, summary, .skip, .demo, footer'
    ))
      if (one.checkVisibility()) found.push(`still there on paper: ${name(one)}`)
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? [])
        .map((part) => Number(part) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    if (light(getComputedStyle(document.body).backgroundColor) < 0.99) found.push('the paper is not white')
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (!one.checkVisibility() || one.closest('svg')) continue
      const { color, overflow, textDecorationLine } = getComputedStyle(one)
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      // A printer has no backgrounds: every word is read on white.
      if (own && 1.05 / (light(color) + 0.05) < 7) found.push(`too pale on white: ${name(one)} ${color}`)
      if (own && one.matches('main p a') && !textDecorationLine.includes('underline'))
        found.push(`no link to see: ${name(one)}`)
      if (/hidden|clip|auto|scroll/.test(overflow) && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
        found.push(`cut off: ${name(one)}`)
      if (one.getBoundingClientRect().right > innerWidth + 1) found.push(`beside the sheet: ${name(one)}`)
    }
    return found
  })

const sheets = async (page: Page): Promise<number> =>
  (await printed(page)).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

describe('printed', () => {
  let server: Server
  let browser: Browser
  let somebody: Visitor
  // The width of a sheet of A4 between its margins, in a reader who has everything in the dark.
  const sheet = { viewport: { width: 672, height: 1000 }, colorScheme: 'dark' } as const

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    somebody = await walker(browser, server.url, 'nobody', sheet)
  })
  afterAll(async () => {
    await somebody?.leave()
    await browser?.close()
    await server?.stop()
  })

  it('pages everybody may read are black on white, with nothing to press and nothing cut off', async () => {
    const one = await alsoOpenTo(somebody, server.url, [
      '/buurtbehoeften/:need',
      '/buurtdoelen/:goal',
      '/verzoeken/:request',
      '/toezeggingen/:commitment',
      '/groepen/:group',
      '/instanties/:institution',
      '/gebieden/:area',
      '/volg/:code'
    ])
    expect(one).toHaveLength(8)
    const lists = ['/', '/buurtbehoeften', '/buurtdoelen', '/verzoeken', '/toezeggingen', '/groepen', '/inbreng']
    const wrong: string[] = []
    for (const address of [...one, ...lists]) {
      await somebody.go(address)
      await somebody.page.emulateMedia({ media: 'print' })
      wrong.push(...(await wrongOnPaper(somebody.page)).map((what) => `${address}: ${what}`))
      await somebody.page.emulateMedia({ media: null })
    }
    expect(wrong).toEqual([])
  })

  it('the card with the code is one sheet', async () => {
    const [card] = await alsoOpenTo(somebody, server.url, ['/inbreng/kaart/:code'])
    await somebody.go(card!)
    expect(await sheets(somebody.page)).toBe(1)
    await somebody.page.emulateMedia({ media: 'print' })
    expect(await wrongOnPaper(somebody.page)).toEqual([])
    expect(await somebody.page.locator('.follow-card svg').first().isVisible()).toBe(true)
    await somebody.page.emulateMedia({ media: null })
  })

  it('a sign-in card is one sheet, with the code and the PIN, and nothing else of the page', async () => {
    const ans = await walker(browser, server.url, 'administrator', sheet)
    await ans.go('/beheer/mensen')
    await hands(ans).follow('Bep van Rooswinkel')
    await hands(ans).follow('Aanmeldkaart maken')
    await hands(ans).press('Maak een kaart')
    expect(await sheets(ans.page)).toBe(1)
    await ans.page.emulateMedia({ media: 'print' })
    expect(await wrongOnPaper(ans.page)).toEqual([])
    const printed = await ans.page.locator('body').innerText()
    expect(printed).toMatch(/\d{3} \d{3}/)
    expect(printed).not.toContain('maar één keer')
    await ans.leave()
  })
})
