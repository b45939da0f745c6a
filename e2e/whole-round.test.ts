/**
 * A round of the neighbourhood budget from its opening to a paid voucher, in a browser without scripts: plans are made, an institution tries to
 * stop one and cannot, people vote online and on paper, also twice, two people draw the lot, open the box and count, a tie is decided by the
 * lot, and everybody reads why; then a bill is paid. The days go by because this server has a clock of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, dayOf, startOfDay, type Day } from '@buurtmacht/domain'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOn, type Place } from '../app/test/kit.ts'
import { smallWorld, type World } from '../app/test/world.ts'
import { openSqliteStore } from '../app/src/db/index.ts'
import { signInAs } from '../app/src/people/index.ts'
import { freePort, openBrowser, visitor, type Visitor } from './browser.ts'
import { hands, type Hands } from './hands.ts'
import { paysOut } from './paying.ts'

const [writer, second, decider] = ['helper of the group', 'lead of the group', 'helper of another group'] as const
const official = 'contact of the institution'
const auditor = 'lead of another group'
const everybody = [writer, second, decider, auditor, 'administrator', official] as const
type Somebody = (typeof everybody)[number]

describe('a whole round, without scripts', () => {
  let place: Place
  let world: World
  let browser: Browser
  let url: string
  let dir: string
  const people = new Map<Somebody, Visitor>()
  const does = (who: Somebody): Hands => hands(people.get(who)!)
  const begins = (): Day => dayOf(place.clock.now)
  let first: Day
  /** Noon of so many days after the first. */
  const day = (days: number) => {
    place.clock.now = startOfDay(addDays(first, days)) + 12 * 3_600_000
  }
  let round = ''
  const plans = new Map<string, string>()
  let codes: string[] = []
  const cards: string[] = []

  const signsIn = async (who: Somebody) => {
    const by = place.by(world.people[who])
    const cookie = await place.store.change((tx) => signInAs(tx, by, by.person!))
    await people.get(who)!.context.addCookies([{ name: cookie.name, value: cookie.value, url }])
  }

  beforeAll(async () => {
    const port = await freePort()
    url = `http://localhost:${port}`
    dir = mkdtempSync(join(tmpdir(), 'whole-round-'))
    place = await placeOn(openSqliteStore(dir), dir, {}, { PUBLIC_URL: url })
    world = await smallWorld(place)
    await place.app.listen({ port, host: 'localhost' })
    browser = await openBrowser()
    for (const who of everybody) {
      people.set(who, await visitor(browser, url))
      await signsIn(who)
    }
    first = begins()
  })
  afterAll(async () => {
    for (const person of people.values()) await person.leave()
    await browser?.close()
    await place?.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('begins with money, days and rules that everybody can read', async () => {
    const admin = people.get('administrator')!
    await admin.go('/budget/nieuw')
    const to = does('administrator')
    await to.fill('Hoe heet deze ronde?', 'Geld voor de hof')
    await to.fill('Hoeveel geld is er?', '1.000')
    await to.fill(/Vanaf welke leeftijd/, '12')
    await to.fill(/Hoeveel mensen zullen/, '20')
    await to.choose(/Kruis aan/)
    await to.fill(/hoogstens kiezen/, '2')
    const days = [
      'Plannen maken:',
      'Advies vragen',
      'Stemmen: vanaf',
      'Tellen:',
      'Plannen uitvoeren',
      'Laten zien',
      'Laatste dag'
    ]
    for (const [at, label] of days.entries()) await to.fill(new RegExp(`^${label}`), addDays(first, at * 10))
    await to.press('Bewaar')
    await to.reads('Geld voor de hof')
    round = to.path()
    await admin.go(`${round}/openen`)
    await to.press('Ja, laat zien')
    await admin.go(`${round}/mensen`)
    const named = (question: RegExp, name: string) =>
      admin.page.getByRole('group', { name: question }).getByLabel(name).check({ force: true })
    await named(/welke plannen/, 'De helper of another group')
    for (const who of [writer, second]) await named(/let op het stemmen/, `De ${who}`)
    await to.press('Bewaar')
  })

  it('has plans of one page that residents put on the ballot', async () => {
    const to = does(writer)
    for (const [title, costs] of [
      ['Banken', 'Banken: 600'],
      ['Bloemen', 'Bloemen: 400'],
      ['Boeken', 'Boeken: 400']
    ] as const) {
      await people.get(writer)!.go(`${round}/plan`)
      await to.fill('Hoe heet je plan?', title)
      await to.fill('Wat gaan jullie doen?', 'Wij doen iets voor elkaar.')
      await to.fill('Voor wie is het?', 'Iedereen')
      await to.fill('Waar is het?', 'In de hof')
      await to.fill('Wat kost het?', costs)
      await to.choose('Bewoners Lindehof')
      await to.press('Bewaar het plan')
      const plan = to.path().split('/').slice(0, 3).join('/')
      plans.set(title, plan)
      await people.get(writer)!.go(`${plan}/indienen`)
      await to.press('Ja, wij dienen het in')
      await people.get(decider)!.go(`${plan}/besluit`)
      await does(decider).choose(/Ja, op het stembiljet/)
      await does(decider).press('Schrijf het besluit op')
    }
    for (const path of [`${plans.get('Banken')!}/intrekken`, `${plans.get('Banken')!}/besluit`, `${round}/stoppen`]) {
      await people.get(official)!.go(path)
      await does(official).reads('Deze bladzijde is niet voor jou')
    }
    await people.get(official)!.go(plans.get('Banken')!)
    expect(await does(official).words()).toContain('op het stembiljet')
    day(15)
    await people.get('administrator')!.go(`${round}/stembiljet`)
    await does('administrator').press('Ja, zet vast')
    expect(await does('administrator').words()).toContain('Poster, boekje en stembiljet')
  })

  it('is voted in online and on paper, with codes that work once', async () => {
    for (const who of [writer, second] as const) {
      await people.get(who)!.go(`${round}/sleutel`)
      await does(who).press(/Maak mijn kaart/)
      cards.push(await people.get(who)!.page.locator('.follow-card .code').innerText())
    }
    const admin = people.get('administrator')!
    await admin.go(`${round}/codes/nieuw`)
    const to = does('administrator')
    await to.choose(/Losse kaarten/)
    await to.fill(/Welk gebouw/, 'Lindehof')
    await to.fill(/Hoeveel huizen/, '6')
    await to.press('Maak de codes')
    codes = await admin.page.locator('main .code').allInnerTexts()
    expect(codes).toHaveLength(6)
    day(20)
    const banks = [
      [0, 'Banken', 'Bloemen'],
      [1, 'Banken', 'Boeken'],
      [2, 'Banken']
    ] as const
    for (const [code, ...chosen] of [...banks, [4, 'Bloemen'] as const, [5, 'Boeken'] as const])
      await votesOnline(codes[code]!, chosen)
    await sheets([codes[3]!, codes[2]!, codes[3]!])
  })

  /** Chooses, sends, and tries once more with the same code. */
  const votesOnline = async (code: string, chosen: readonly string[]) => {
    const voter = await visitor(browser, url)
    const votes = hands(voter)
    await enters(votes, voter, code)
    for (const plan of chosen) await votes.choose(new RegExp(`^${plan}`))
    await votes.press('Bekijk wat ik kies')
    await votes.press('Ja, stuur mijn stembiljet op')
    await votes.reads('Je hebt gestemd')
    await isRefused(code)
    await voter.leave()
  }
  const enters = async (votes: Hands, voter: Visitor, code: string) => {
    await voter.go('/stemmen')
    await votes.fill('Wat is je stemcode?', code)
    await votes.press('Verder')
  }
  const isRefused = async (code: string) => {
    const voter = await visitor(browser, url)
    await enters(hands(voter), voter, code)
    expect(await hands(voter).words()).toContain('Met deze stemcode is al gestemd')
    await voter.leave()
  }
  /** Sheets with these codes and a cross at the first plan, typed by two people: one of who voted online before, and one code twice. */
  const sheets = async (typed: readonly string[]) => {
    const counts = does(writer)
    await people.get(writer)!.go(`${round}/papier/nieuw`)
    await counts.fill('Hoe noem je dit pak?', 'Bus')
    await counts.fill(/Hoeveel biljetten/, String(typed.length))
    await counts.press('Dit pak is geteld')
    const bundle = counts.path()
    for (const [at, code] of typed.entries())
      for (const who of [writer, second] as const) {
        await people.get(who)!.go(`${bundle}/${at + 1}`)
        await does(who).choose(/stembiljet met plannen/)
        await does(who).fill(/^De code/, code)
        await does(who).choose(/1\. Banken/)
        await does(who).press('Dit staat er')
      }
    await people.get(writer)!.go(`${bundle}/sluiten`)
    await people.get(writer)!.page.locator('main form button').first().click()
    // A code that came on paper cannot be used online any more.
    await isRefused(typed[0]!)
  }

  it('is counted by two people after the lot, and tells everybody why', async () => {
    day(30)
    for (const who of [writer, second] as const) {
      await people.get(who)!.go(`${round}/loting`)
      await does(who).fill(/In welke volgorde/, '3 2 1')
      await does(who).press('Dit is de volgorde')
    }
    expect(await does(second).words()).toContain('Zo is er geloot')
    for (const [at, who] of [writer, second].entries()) {
      await people.get(who as typeof writer)!.go(`${round}/tellen`)
      await does(who as typeof writer).fill(/sleutelkaart/, cards[at]!)
      await does(who as typeof writer).press(at === 0 ? 'Ik begin' : 'Ja, tel alles')
    }
    const anybody = await visitor(browser, url)
    await anybody.go(`${round}/uitslag`)
    const told = (await hands(anybody).words()).replace(/\s+/g, ' ')
    expect(told).toContain('6 mensen stemden. Er gaan 2 plannen door.')
    expect(told).toContain('4 mensen kozen dit plan.')
    expect(told).toContain('Het was precies gelijk')
    expect(told).toContain('Boeken en Bloemen stonden precies gelijk. De loting besliste: Boeken ging voor.')
    await anybody.go(`${round}/opkomst`)
    const turnout = (await hands(anybody).words()).replace(/\s+/g, ' ')
    expect(turnout).toContain('Alles klopt')
    await anybody.leave()
  })
  it('ends with a voucher that was paid, looked at by the kascommissie and can be read by all', async () => {
    day(41)
    // Nobody stays signed in for more than a month.
    for (const who of everybody) await signsIn(who)
    await paysOut({ people, does, browser, url, plan: plans.get('Banken')!.split('/').at(-1)!, today: begins() })
  })
})
