/** Somebody without an account, on a small phone, without scripts: tells something, keeps the code, follows it, takes it back. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, printed, type Server, startServer, visitor, type Visitor } from './browser.ts'
import { hands, type Hands } from './hands.ts'

const words = 'De lamp bij de fietsenstalling is al weken stuk.\nMijn dochter durft er niet langs. <b>Echt niet</b> 😀'

describe('a resident without an account, on a phone of 360 pixels, without scripts', () => {
  let server: Server
  let browser: Browser
  let somebody: Visitor
  let does: Hands
  let code = ''

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    somebody = await visitor(browser, server.url)
    does = hands(somebody)
  })
  afterAll(async () => {
    await somebody?.leave()
    await browser?.close()
    await server?.stop()
  })

  it('gives a voice: one question on each screen, and the way back loses nothing', async () => {
    const { page } = somebody
    await somebody.go('/')
    await does.follow('Ik wil iets vertellen')
    await does.press('Verder')
    expect(await does.words()).toContain('Schrijf op wat je wilt vertellen.')
    await does.fill('Wat wil je vertellen?', words)
    await does.press('Verder')
    await does.reads('Over welke plek gaat het?')
    expect(await page.locator('form[method=post] fieldset, form[method=post] textarea').count()).toBeGreaterThan(0)
    await does.choose('Wingerdflat')
    await does.press('Verder')
    await does.reads('Mag iedereen dit lezen?')
    await does.choose(/Tel mij mee/)
    await does.press('Terug')
    await does.reads('Over welke plek gaat het?')
    expect(await page.getByLabel('Wingerdflat').isChecked()).toBe(true)
    await does.press('Terug')
    expect(await page.getByLabel('Wat wil je vertellen?').inputValue()).toBe(words)
    await does.press('Verder')
    await does.press('Verder')
    expect(await page.getByLabel(/Tel mij mee/).isChecked()).toBe(true)
    await does.choose(/Ja, laat mijn woorden zien/)
    await does.press('Verder')
  })

  it('reloads, and everything still stands there', async () => {
    const { page } = somebody
    await does.reads('Wil je horen wat ermee gebeurt?')
    await does.choose('Met een e-mail')
    await does.fill('Je e-mailadres', 'geen adres')
    await does.press('Verder')
    expect(await does.words()).toContain('Dit is geen e-mailadres.')
    expect(await page.getByLabel('Je e-mailadres').inputValue()).toBe('geen adres')
    await does.fill('Je e-mailadres', 'fatma@example.org')
    await does.press('Verder')
    await does.reads('Klopt het zo?')
    await page.reload()
    const shown = await does.words()
    for (const part of ['<b>Echt niet</b> 😀', 'Wingerdflat', 'fatma@example.org', 'Ja, laat mijn woorden zien'])
      expect(shown).toContain(part)
    await does.follow('Verander waar het is')
    await does.choose(/Ergens anders/)
    await does.press('Verder')
    await does.reads('Klopt het zo?')
    expect(await does.words()).toContain('fatma@example.org')
    await does.press('Verstuur')
  })

  it('gets the code on a page, on a card to print and as plain text', async () => {
    const { page } = somebody
    await does.reads('Dank je. Het is bewaard.')
    code = does.path().split('/').at(-1)!
    expect(code).toMatch(/^[0-9A-Z]{10}$/)
    expect((await does.words()).replaceAll(/\s/g, '')).toContain(code)

    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.follow-card svg').first().isVisible()).toBe(true)
    expect(await page.locator('nav.main-nav').isVisible()).toBe(false)
    expect((await page.locator('.follow-card').innerText()).replaceAll(/\s/g, '')).toContain(code)
    const paper = await printed(page)
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'screen' })

    await does.follow('Alleen de tekst, om te kopiëren')
    const plain = await page.locator('body').innerText()
    expect(plain.replaceAll(' ', '')).toContain(code)
    expect(plain).toContain(`${server.url}/volg`)
  })

  it('follows it with the code, typed as people type', async () => {
    await somebody.go('/volg')
    await does.fill('Code', 'k7qf2m9d4t')
    await does.press('Laat maar zien')
    expect(await does.words()).toContain('Deze code klopt niet.')
    await does.fill('Code', ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4, 8)}-${code.slice(8)} `)
    await does.press('Laat maar zien')
    await does.reads('Wat is er met jouw inbreng gebeurd?')
    const shown = await does.words()
    expect(shown).toContain('Mijn dochter durft er niet langs. <b>Echt niet</b> 😀')
    expect(shown).toContain('Door jou geschreven')
    expect(shown).toContain('Je krijgt een e-mail.')
  })

  it('changes how to hear of it', async () => {
    await does.follow('Ik wil het anders horen')
    await does.choose('Bel mij')
    await does.fill('Je telefoonnummer', '06 12 34 56 78, na zes uur')
    await does.press('Zo wil ik het horen')
    expect(await does.words()).toContain('Iemand belt je.')
  })

  it('says "ik ook" twice, and counts once', async () => {
    const { page } = somebody
    await somebody.go('/buurtbehoeften')
    await page.locator('main a[href^="/buurtbehoeften/"]:not([href*="?"])').first().click()
    const said = async () =>
      Number(/(\d+) mens(en)? zei(den)?: ik ook/.exec(await page.locator('body').innerText())?.[1] ?? 0)
    const [before, address] = [await said(), does.path()]
    await does.press(/^Ik ook/)
    expect(await said()).toBe(before + 1)
    await page.goBack()
    const button = page.getByRole('button', { name: /^Ik ook/ })
    if (await button.count()) await button.first().click()
    await somebody.go(address)
    expect(await said()).toBe(before + 1)
    expect(await does.words()).toContain('Jij zei: ik ook.')
  })

  it('takes the words back: they are gone, that something was said stays', async () => {
    await somebody.go(`/volg/${code}`)
    await does.follow('Haal mijn woorden weg')
    await does.press('Neem mijn woorden terug')
    expect(await does.words()).toContain('Je hebt je woorden teruggenomen.')
    expect(await does.words()).not.toContain('durft er niet langs')
    await somebody.go('/inbreng')
    expect(await does.words()).not.toContain('durft er niet langs')
  })
})
