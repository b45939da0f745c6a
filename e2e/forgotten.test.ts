/** Being forgotten, without scripts: somebody erases what a code is for, a helper erases their account, and each is told in plain words. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, startServer, visitor, type Server, type Visitor } from './browser.ts'
import { hands, type Hands } from './hands.ts'
import { become, people } from './street.ts'
import { wrongInAnyWay } from './ways.ts'

const said = 'Mijn buurman slaat de deur zo hard dicht dat ik wakker schrik.'
const phone = '0612345678'

describe('being forgotten, without scripts', () => {
  let server: Server
  let browser: Browser

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const comes = async (): Promise<[Visitor, Hands]> => {
    const who = await visitor(browser, server.url)
    return [who, hands(who)]
  }

  /** The same page in a browser with scripts, which the instruments need; with the same cookies. */
  const hindersNobody = async (who: Visitor) => {
    const looking = await visitor(browser, server.url, { javaScriptEnabled: true })
    await looking.context.addCookies(await who.context.cookies())
    await looking.go(new URL(who.page.url()).pathname)
    expect(await wrongInAnyWay(looking), who.page.url()).toEqual([])
    await looking.leave()
  }

  const tells = async (somebody: Visitor, does: Hands): Promise<string> => {
    await somebody.go('/inbreng/nieuw')
    await does.fill('Wat wil je vertellen?', said)
    await does.press('Verder')
    await does.choose('Wingerdflat')
    await does.press('Verder')
    await does.choose(/Ja, laat mijn woorden zien/)
    await does.press('Verder')
    await does.choose('Bel mij')
    await does.fill('Je telefoonnummer', phone)
    await does.press('Verder')
    await does.press('Verstuur')
    await does.reads('Dank je. Het is bewaard.')
    return does.path().split('/').at(-1)!
  }

  it('erases all that belongs to a code, and says so to whoever types it later', async () => {
    const [somebody, does] = await comes()
    const code = await tells(somebody, does)
    await somebody.go(`/volg/${code}`)
    expect(await does.words()).toContain(said)
    await does.follow('Wis alles')
    expect(does.path()).toBe(`/volg/${code}/wissen`)
    await does.reads('Wil je alles wissen?')
    expect(await does.words()).toContain('Dat kan niet ongedaan worden gemaakt.')
    await hindersNobody(somebody)
    await does.press('Wis alles')
    await does.reads('Alles bij deze code is gewist')
    await hindersNobody(somebody)
    await somebody.leave()

    const [later, types] = await comes()
    await later.go('/volg')
    await types.fill('Code', code)
    await types.press('Laat maar zien')
    await types.reads('Alles bij deze code is gewist')
    const told = await types.words()
    expect(told).toContain('Niemand kan terugvinden wat.')
    expect(told).not.toContain(said)
    for (const address of ['/inbreng', `/zoeken?q=wakker`]) {
      await later.go(address)
      expect(await types.words()).not.toContain(said)
    }
    await later.leave()
    // Whoever helps with voices does not read the number or the words any more either.
    const [helper, sees] = await comes()
    await become(helper, people.helper)
    await helper.go('/inbreng')
    expect(await sees.words()).not.toMatch(new RegExp(`${said}|${phone}`))
    await helper.leave()
  })

  it('erases an account: read first what goes, then signed out, and nobody of that name is left', async () => {
    const [helper, does] = await comes()
    await become(helper, people.helper)
    await helper.go('/mijn/gegevens')
    await does.follow('Wat jullie van mij hebben, en wissen')
    await does.reads('Wat we van je hebben, en wissen')
    expect(await does.words()).toContain(people.helper)
    await hindersNobody(helper)
    await does.follow('Verder')
    await does.reads('Weet je het zeker?')
    await hindersNobody(helper)
    await does.press('Wis mijn account')
    await does.reads('Je account is gewist')
    expect(does.path()).toBe('/gewist')
    await hindersNobody(helper)
    // Signed out: what is for members asks to sign in.
    await helper.go('/mijn/gegevens')
    expect(does.path()).toBe('/aanmelden')
    await helper.leave()
  })
})
