/** A neighbourhood begins: nothing stands there yet, one resident has the set-up code from the terminal. Without scripts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, startServer, visitor, type Server, type Visitor } from './browser.ts'
import { hands, type Hands } from './hands.ts'

describe('the first resident of an empty installation, without scripts', () => {
  let server: Server
  let browser: Browser
  let first: Visitor
  let does: Hands

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    first = await visitor(browser, server.url)
    does = hands(first)
  })
  afterAll(async () => {
    await first?.leave()
    await browser?.close()
    await server?.stop()
  })

  it('sets up the neighbourhood with the code from the terminal, and is signed in', async () => {
    await first.go('/')
    await does.reads('Zet je buurt op')
    await does.fill('Wat is de opzetcode?', 'verkeerd')
    await does.fill('Hoe heet jullie buurt?', 'Kastanjebuurt')
    await does.fill('In welke plaats?', 'Esdoornstad')
    await does.fill(/Uit welke flats/, 'Eikenflat\nBeukenhof')
    await does.fill('Hoe heet je zelf?', 'Oma Jansje')
    await does.fill('Wat is je e-mailadres?', 'jansje@example.org')
    await does.press('Zet onze buurt op')
    expect(await does.words()).toContain('Deze opzetcode klopt niet.')
    const code = /set-up code: ([^\n]+)/.exec(server.said())?.[1]
    await does.fill('Wat is de opzetcode?', code ?? '')
    await does.press('Zet onze buurt op')
    await does.reads('Kastanjebuurt staat er')
    expect(await does.words()).toMatch(/pincode van .+\s+\d{3} \d{3}/i)
    await first.go('/beheer')
    await does.reads(/./)
    expect(does.path()).toBe('/beheer')
  })

  it('cannot be set up a second time, not even with the same code', async () => {
    const other = await visitor(browser, server.url)
    await other.go('/opzetten')
    expect(new URL(other.page.url()).pathname).toBe('/')
    await other.leave()
  })

  it('adds a group, an institution, a person with a task, and a card for who has no e-mail', async () => {
    await first.go('/groepen/nieuw')
    await does.fill('Hoe heet de groep?', 'Bewonerscommissie Eikenflat')
    await does.choose('Woonkern')
    await does.fill('Wie zijn jullie en wat doen jullie?', 'Wij zorgen samen voor de flat.')
    await does.press('Schrijf deze groep op')
    await does.reads('Bewonerscommissie Eikenflat')

    await first.go('/instanties/nieuw')
    await does.fill('Hoe heet de instantie?', 'Gemeente Esdoornstad')
    await does.choose('Gemeente')
    await does.fill(/Waar gaat deze instantie over/, 'Straten en parken.')
    await does.press('Schrijf deze instantie op')
    await does.reads('Gemeente Esdoornstad')

    await first.go('/beheer/mensen')
    await does.fill('Hoe heet deze persoon?', 'Karel Zonderpost')
    await does.press('Maak dit account')
    await does.reads('Karel Zonderpost')
    await does.follow('Geef een taak')
    await does.choose('Bewoner die meehelpt')
    await does.choose('Bewonerscommissie Eikenflat')
    await does.press('Geef deze taak')
    expect(await does.words()).toContain('Bewonerscommissie Eikenflat')
    await does.follow('Aanmeldkaart maken')
    await does.press('Maak een kaart')
    const card = await does.words()
    expect(card).toContain('Aanmeldkaart van Karel Zonderpost')
    const [, code = ''] = /Code\s+((?:[0-9A-Z]\s?){10})/.exec(card) ?? []
    const [, pin = ''] = /Pincode van .+\s+(\d{3} \d{3})/.exec(card) ?? []

    const karel = await visitor(browser, server.url)
    const his = hands(karel)
    await karel.go('/aanmelden/kaart')
    await his.fill(/Welke code/, code)
    await his.fill(/pincode/, pin)
    await his.press('Meld mij aan')
    await karel.go('/mijn')
    await his.reads('Dag Karel Zonderpost')
    await karel.leave()
  })

  it('signs in by a link in a mail: only where it was asked, only by the button, only once', async () => {
    const asking = await visitor(browser, server.url)
    const hers = hands(asking)
    await asking.go('/mijn')
    await hers.fill('Wat is je e-mailadres?', 'jansje@example.org')
    await hers.press('Stuur mij een link')
    await hers.reads('Kijk in je mail')
    const link = new URL(await linkIn(join(server.dir, 'data/mail'))).pathname

    const elsewhere = await visitor(browser, server.url)
    await elsewhere.go(link)
    await hands(elsewhere).reads('Deze link werkt hier niet')
    expect(await hands(elsewhere).words()).toContain('Open hem in de browser en op het apparaat waar')
    await elsewhere.leave()

    await asking.go(link)
    await asking.go(link)
    await hers.reads('Je bent er bijna')
    await hers.press('Meld mij aan')
    await hers.reads('Dag Oma Jansje')
    await asking.go(link)
    await hers.reads('Deze link werkt hier niet')
    expect(await hers.words()).toContain('al gebruikt')
    await asking.leave()
  })
})

/** The mail goes out after the answer. */
async function linkIn(folder: string): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const last = filesIn(folder).at(-1)
    const text =
      last &&
      readFileSync(last, 'utf8')
        .replaceAll(/=\r?\n/g, '')
        .replaceAll('=3D', '=')
    const link = /https?:\/\/\S+\/aanmelden\/link\/[\w-]+/.exec(text ?? '')?.[0]
    if (link) return link
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('No mail came')
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}
