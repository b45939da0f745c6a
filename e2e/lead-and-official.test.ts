/** One goal from voice to telling back, through a lead of a residents' group and the contact of an institution. Without scripts. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pages } from '../app/src/pages.ts'
import { openBrowser, startServer, visitor, type Server, type Visitor } from './browser.ts'
import { hands, type Hands } from './hands.ts'
import { addressesFor, become, shapeOf } from './street.ts'

const said = 'Bij de moskee staat na elke regenbui een plas van de stoep tot de deur.'
const inWeeks = (weeks: number): string => new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10)

describe('a lead and an official go the whole way with what one resident said', () => {
  let server: Server
  let browser: Browser
  let giver: Visitor
  let naima: Visitor
  let lotte: Visitor
  let lead: Hands
  let official: Hands
  let [code, need, goal, request, promise] = ['', '', '', '', '']

  /** What the card shows to whoever gave the voice. */
  const followed = async (): Promise<string> => {
    await giver.go(`/volg/${code}`)
    return hands(giver).words()
  }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    ;[giver, naima, lotte] = [
      await visitor(browser, server.url),
      await visitor(browser, server.url),
      await visitor(browser, server.url)
    ]
    ;[lead, official] = [hands(naima), hands(lotte)]
  })
  afterAll(async () => {
    for (const one of [giver, naima, lotte]) await one?.leave()
    await browser?.close()
    await server?.stop()
  })

  it('somebody tells something, and wants an e-mail about it', async () => {
    const does = hands(giver)
    await giver.go('/inbreng/nieuw')
    await does.fill('Wat wil je vertellen?', said)
    await does.press('Verder')
    await does.choose(/Ergens anders/)
    await does.press('Verder')
    await does.choose(/Ja, laat mijn woorden zien/)
    await does.press('Verder')
    await does.choose('Met een e-mail')
    await does.fill('Je e-mailadres', 'omar@example.org')
    await does.press('Verder')
    await does.press('Verstuur')
    code = does.path().split('/').at(-1)!
  })

  it('the lead brings it together, makes it a goal of her group, adopts it and begins', async () => {
    await become(naima, 'Naïma Bouzarou')
    await naima.go('/inbreng/verzamelen')
    await lead.choose(/Bij de moskee staat/)
    await lead.press('Dit hoort bij elkaar')
    await lead.fill('Wat heeft de buurt nodig?', 'Droge voeten tot aan de deur')
    await lead.press('Breng dit samen')
    need = lead.path()
    await lead.follow('Maak er een doel van')
    await lead.fill('Wat willen jullie bereiken?', 'De stoep bij de moskee blijft droog')
    await lead.press('Stel dit voor')
    goal = lead.path()
    expect(await followed()).toContain('beslist nog of dit haar doel wordt')
    await lead.follow('Wij nemen dit aan als doel')
    await lead.press('Ja, dit wordt ons doel')
    await lead.follow('Wij gaan beginnen')
    await lead.press('Ja, wij beginnen')
    expect(await lead.words()).toContain('De stoep bij de moskee blijft droog')
  })

  it('asks the institution, with how much residents have to say, and sees how the day is computed', async () => {
    await lead.follow('Iets vragen aan een instantie')
    await lead.choose('Gemeente Wilgerdam')
    await lead.fill('Jullie vraag in één zin', 'Maak de put bij de moskee weer open')
    await lead.press('Verder: kijk het na')
    expect(await lead.words()).toContain('Vul dit in.')
    await lead.fill('Leg het uit', 'Na regen kan niemand droog naar binnen. Wanneer maakt u de put open?')
    await lead.choose(/^meebeslissen/)
    await lead.press('Verder: kijk het na')
    await lead.reads('Klopt dit?')
    const computed = await lead.words()
    expect(computed).toContain('Hoe is dat berekend?')
    expect(computed).toContain('Die dag telt zelf niet mee.')
    await lead.press('Ja, stuur deze vraag')
    request = lead.path()
    const sent = await lead.words()
    expect(sent).toContain('meebeslissen')
    expect(sent).toContain('Hoe is dat berekend?')
    expect(await followed()).toContain('Gemeente Wilgerdam')
  })

  it('the contact finds it, confirms that it came, asks back and gets an explanation', async () => {
    await become(lotte, 'Lotte Hoogendam')
    await lotte.go('/mijn')
    await official.follow(/Maak de put bij de moskee weer open/)
    expect(official.path()).toBe(request)
    await official.follow('Wij hebben de vraag ontvangen')
    await official.press('Wij hebben dit ontvangen')
    await official.follow('Iets terugvragen')
    await official.fill('Uw vraag aan de bewoners', 'Welke put bedoelt u: links of rechts van de deur?')
    await official.press('Stel deze vraag')
    await naima.go(request)
    await lead.follow('Uitleg geven')
    expect(await lead.words()).toContain('links of rechts van de deur?')
    await lead.fill('Jullie uitleg', 'Links, bij de fietsen.')
    await lead.press('Stuur deze uitleg')
  })

  it('the contact answers, promises something dated and says that it is done', async () => {
    await lotte.go(request)
    expect(await official.words()).toContain('Links, bij de fietsen.')
    await official.follow('Antwoord geven')
    await official.fill('Uw antwoord', 'Ja. Wij maken de put open en leggen de stoep recht.')
    await official.press('Stuur dit antwoord')
    for (const what of ['De put is open', 'De stoep ligt recht']) {
      await lotte.go(request)
      await official.follow('Iets toezeggen')
      await official.fill('Wat zegt u toe?', what)
      await official.fill('Wanneer is het klaar?', inWeeks(3))
      await official.press('Dit zeggen wij toe')
      promise = official.path()
      await official.follow('Wij hebben dit gedaan')
      await official.press('Ja, wij hebben dit gedaan')
    }
    // Whether it is so, is not the institution's to say.
    expect(await official.words()).not.toContain('Nee, dit klopt niet')
  })

  it('nothing else is offered to the contact, anywhere', async () => {
    const { all } = await addressesFor(lotte, server.url, new Set(), 3)
    const says = new Map(pages.map((page) => [page.path, page.who.says]))
    const offered = new Set(all.map((address) => says.get(shapeOf(address) ?? '') ?? 'anyone'))
    const forOthers = [...offered].filter((who) => !/^anyone|^people who are signed in|^contacts of/.test(who))
    expect(forOthers).toEqual([])
    for (const address of [`${goal}/gedaan`, `${goal}/bereikt`, `${need}/woorden`, `${promise}/nagekomen`, '/beheer'])
      expect((await lotte.context.request.get(server.url + address)).status(), address).toBe(403)
  })

  it('the lead judges: this is an answer, one promise is kept, the other is not', async () => {
    await naima.go(request)
    await lead.follow('Ja, dit is een antwoord')
    await lead.choose(/^meedenken/)
    await lead.press('Ja, dit is een antwoord')
    expect(await lead.words()).toMatch(/Zo hebben bewoners het ervaren\s+meedenken/)
    await naima.go(promise)
    await lead.follow('Nee, dit klopt niet')
    await lead.press('Nee, dit klopt niet')
    expect(await lead.words()).toContain('Vul dit in.')
    await lead.fill('Wat klopt er niet?', 'De tegels liggen nog los.')
    await lead.press('Nee, dit klopt niet')
    expect(await lead.words()).toContain('De tegels liggen nog los.')
    await naima.go(request)
    await lead.follow('De put is open')
    await lead.follow('Ja, dit is gedaan')
    await lead.press('Ja, dit is gedaan')
    expect(await lead.words()).toContain('Nagekomen, zeggen bewoners')
  })

  it('writes down what residents did themselves, and what came of it', async () => {
    await naima.go(goal)
    await lead.follow('Opschrijven wat er is gedaan')
    await lead.fill('Wat is er gedaan?', 'Wij hebben de bladeren weggehaald.')
    await lead.fill('Wie deden dat?', 'Tien vaders')
    await lead.press('Schrijf het op')
    await lead.follow('Opschrijven wat ervan kwam')
    await lead.fill('Het resultaat, in gewone woorden', 'De put is open. Je loopt droog naar binnen.')
    await lead.press('Dit is het resultaat')
    expect(await lead.words()).toContain('Tien vaders')
  })

  it('may not call it reached while somebody waits to hear; after telling it may', async () => {
    await naima.go(`${goal}/bereikt`)
    await lead.press('Ja, dit doel is bereikt')
    expect(await lead.words()).toContain('nog niet wat ervan kwam')
    await naima.go(goal)
    await lead.follow('Terugvertellen aan bewoners')
    await lead.choose(/omar@example\.org/)
    await lead.press('Deze mensen weten het')
    expect(await lead.words()).toContain('Iedereen die het wilde horen, weet het.')
    await naima.go(goal)
    await lead.follow('Dit doel is bereikt')
    await lead.press('Ja, dit doel is bereikt')
    expect(await lead.words()).toContain('Mooi! Dit doel is bereikt.')
  })

  it('the giver sees the whole way', async () => {
    const way = await followed()
    const told = [
      'Gehoord',
      'Droge voeten tot aan de deur',
      'De stoep bij de moskee blijft droog',
      'Gemeente Wilgerdam'
    ]
    const came = ['De put is open', 'De stoep ligt recht', 'Tien vaders', 'Je loopt droog naar binnen', 'Terugverteld']
    for (const part of [...told, ...came]) expect(way).toContain(part)
  })

  it('and anybody walks the way back, from the promise to the words of the one who said it', async () => {
    const does = hands(giver)
    await giver.go(promise)
    await does.follow('Maak de put bij de moskee weer open')
    expect(does.path()).toBe(request)
    await does.follow('De stoep bij de moskee blijft droog')
    expect(does.path()).toBe(goal)
    await does.follow('Droge voeten tot aan de deur')
    expect(does.path()).toBe(need)
    expect(await does.words()).toContain(said)
  })
})
