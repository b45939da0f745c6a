/** A resident who helps, 81 and without e-mail: signs in with a card, listens at doors, and brings together what belongs together. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, startServer, visitor, type Server, type Visitor } from './browser.ts'
import { hands, type Hands } from './hands.ts'

const said = 'De brievenbus klemt, ik krijg hem niet open.'

describe('a resident who helps, without scripts', () => {
  let server: Server
  let browser: Browser
  let bep: Visitor
  let does: Hands

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    bep = await visitor(browser, server.url)
    does = hands(bep)
  })
  afterAll(async () => {
    await bep?.leave()
    await browser?.close()
    await server?.stop()
  })

  it('signs in with a card and a PIN, without an e-mail address', async () => {
    await bep.go('/voorbeeld')
    const [, code = '', pin = ''] = /kaart ([0-9A-Z ]+), pincode (\d+)/.exec(await does.words()) ?? []
    await bep.go('/mijn')
    await does.follow('Ik heb een aanmeldkaart')
    await does.fill(/Welke code/, code.toLowerCase())
    await does.fill(/pincode/, pin)
    await does.press('Meld mij aan')
    await does.reads('Dag Bep van Rooswinkel')
  })

  it('writes down what somebody says at the door, on their behalf, and hands out the code', async () => {
    await does.follow('Iemand vertelt mij iets')
    await does.reads('Hoe hoor je het?')
    await does.choose('Aan de deur')
    await does.choose(/Ik, namens iemand/)
    await does.press('Verder')
    await does.fill('Wat zegt die persoon?', said)
    await does.press('Verder')
    await does.choose('Wingerdflat')
    await does.press('Verder')
    await does.choose(/Tel mee, maar laat de woorden niet zien/)
    await does.press('Verder')
    await does.choose('Bellen')
    await does.fill('Telefoonnummer', '020 123 45 67')
    await does.press('Verder')
    const check = await does.words()
    for (const part of [said, 'aan de deur', 'namens iemand', '020 123 45 67']) expect(check).toContain(part)
    await does.press('Verstuur')
    expect(await does.words()).toContain('Deze code is voor de persoon die het zei.')
    const code = does.path().split('/').at(-1)!

    const person = await visitor(browser, server.url)
    await person.go(`/volg/${code}`)
    const seen = await hands(person).words()
    expect(seen).toContain(said)
    expect(seen).toContain('Opgeschreven door een bewoner die meehelpt')
    await person.leave()
  })

  it('goes on with the next person, and nothing of the first is left', async () => {
    const { page } = bep
    await does.follow('Volgende persoon')
    expect(await page.getByLabel('Aan de deur').isChecked()).toBe(true)
    expect(await page.getByLabel(/namens iemand/).isChecked()).toBe(false)
    await does.choose(/De persoon zelf/)
    await does.press('Verder')
    expect(await page.getByLabel('Wat zegt die persoon?').inputValue()).toBe('')
    await does.fill('Wat zegt die persoon?', 'Mijn brievenbus ook, al sinds de zomer.')
    await does.press('Verder')
    expect(await page.locator('main input:checked').count()).toBe(0)
    await does.choose('Wingerdflat')
    await does.press('Verder')
    expect(await page.locator('main input:checked').count()).toBe(0)
    await does.choose(/Ja, laat de woorden zien/)
    await does.press('Verder')
    expect(await page.content()).not.toContain('020 123 45 67')
    await does.choose('Zelf kijken met de code')
    await does.press('Verder')
    expect(await does.words()).not.toContain(said)
    await does.press('Verstuur')
  })

  it('brings together what belongs together, and everybody can read it', async () => {
    await bep.go('/inbreng/verzamelen')
    await does.fill(/Zoek een woord/, 'brievenbus')
    await bep.page.locator('main').getByRole('button', { name: 'Zoeken' }).click()
    await does.choose(/De brievenbus klemt/)
    await does.choose(/Mijn brievenbus ook/)
    await does.press('Dit hoort bij elkaar')
    await does.reads('Zeg het in één zin')
    await does.fill('Wat heeft de buurt nodig?', 'Brievenbussen die gewoon opengaan')
    await does.choose('Flatcommissie Wingerdflat')
    await does.press('Breng dit samen')
    await does.reads('Brievenbussen die gewoon opengaan')

    const anybody = await visitor(browser, server.url)
    await anybody.go(does.path())
    const shown = await hands(anybody).words()
    expect(shown).toMatch(/2\s+mensen zeiden dit/)
    expect(shown).toContain('Mijn brievenbus ook')
    expect(shown).not.toContain(said)
    await anybody.leave()
  })
})
