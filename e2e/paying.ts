/** The money of a round that was counted: granted, asked with a bill, approved by somebody else, paid, looked at, and read by all. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Day } from '@buurtmacht/domain'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { visitor, type Visitor } from './browser.ts'
import { hands, type Hands } from './hands.ts'

type Role =
  'administrator' | 'helper of the group' | 'lead of the group' | 'helper of another group' | 'lead of another group'

export interface Paying {
  people: ReadonlyMap<string, Visitor>
  does(who: Role): Hands
  browser: Browser
  url: string
  /** The id of a plan that was chosen, of EUR 600. */
  plan: string
  today: Day
}

const bill = fileURLToPath(new URL('../app/demo/story/bon-verf.webp', import.meta.url))

/** One of a few is a row of circles, one of many a list. */
async function picks({ page }: Visitor, question: string | RegExp, option: RegExp): Promise<void> {
  const list = page.locator('main select').and(page.getByLabel(question))
  if ((await list.count()) === 0)
    return page.getByRole('radiogroup', { name: question }).getByLabel(option).first().check({ force: true })
  const texts = await list.locator('option').allInnerTexts()
  const label = texts.find((text) => option.test(text))
  if (label === undefined) throw new Error(`${String(option)} is not among ${texts.join(', ')}`)
  await list.selectOption({ label })
}

export async function paysOut(of: Paying): Promise<void> {
  await grants(of)
  const payment = await asksAndPays(of)
  const statement = await kascommissie(of)
  await everybodyReads(of, payment, statement)
}

async function writes(of: Paying, movement: string, amount: string, picked: [string, RegExp][]): Promise<void> {
  const admin = of.people.get('administrator')!
  const to = of.does('administrator')
  await admin.go(`/kasboek/schrijven/${movement}`)
  for (const [question, option] of picked) await picks(admin, question, option)
  await to.fill('Hoeveel euro?', amount)
  await to.fill(/^Waarvoor/, 'Geld voor de hof')
  await to.press('Schrijf het in het kasboek')
  expect(await to.words()).toContain('Geld voor de hof')
  // A refused form would also show these words.
  expect(to.path()).toMatch(/^\/kasboek\/boeking\//)
}

async function grants(of: Paying): Promise<void> {
  await writes(of, 'awarded', '1.000', [['Voor welke ronde?', /Geld voor de hof/]])
  await writes(of, 'received', '1.000', [])
  await writes(of, 'allotted', '600', [
    ['Welk plan krijgt geld?', /Banken/],
    ['Uit welke ronde?', /Geld voor de hof/]
  ])
}

async function asksAndPays(of: Paying): Promise<string> {
  const [asker, asks] = [of.people.get('helper of the group')!, of.does('helper of the group')]
  await asker.go(`/kasboek/plan/${of.plan}/betalen`)
  await asks.fill('Waarvoor is het?', 'Drie banken')
  await asks.fill('Hoeveel euro?', '580')
  await asks.choose(/Een winkel/)
  await asks.fill('Hoe heet die?', 'Houthandel')
  const file = { name: 'bon.webp', mimeType: 'image/webp', buffer: readFileSync(bill) }
  await asker.page.locator('main').getByLabel('Foto of PDF van de bon').setInputFiles(file)
  await asks.press('Vraag deze betaling')
  const payment = asks.path()
  await asker.go(`${payment}/goedkeuren`)
  expect(await asks.words()).toMatch(/niet voor jou|Iemand anders moet/)
  const [looker, looks] = [of.people.get('lead of the group')!, of.does('lead of the group')]
  await looker.go(`${payment}/goedkeuren`)
  await looks.choose(/ik krijg dit geld niet/)
  await looks.press('Het klopt')
  const shows = looker.page.locator('main a[href$="/laten-zien"]').first()
  await looker.go(payment)
  await shows.click()
  await looks.choose(/er is niets van een bewoner/)
  await looks.press('Laat de bon zien')
  await of.people.get('administrator')!.go(`${payment}/betaald`)
  await of.does('administrator').press('Het is betaald')
  expect((await of.does('administrator').words()).toLowerCase()).toContain('betaald')
  return payment
}

/** One writes what they saw; the other, of another area, signs. */
async function kascommissie(of: Paying): Promise<string> {
  const [one, sees] = [of.people.get('helper of another group')!, of.does('helper of another group')]
  await one.go('/kasboek/kascommissie/verklaring')
  await sees.fill(/^Vanaf welke dag/, of.today)
  await sees.fill(/^Tot en met/, of.today)
  await sees.choose(/Ja, het klopt/)
  await sees.fill(/^Wat zagen/, 'Wij zagen de bon van de houthandel.')
  await sees.press(/Leg het aan de ander voor/)
  const statement = sees.path()
  const other = of.people.get('lead of another group')!
  await other.go(`${statement}/tekenen`)
  await of.does('lead of another group').press('Ik teken dit')
  return statement
}

async function everybodyReads(of: Paying, payment: string, statement: string): Promise<void> {
  const anybody = await visitor(of.browser, of.url)
  for (const [path, ...told] of [
    [`/kasboek/plan/${of.plan}`, 'Drie banken', '€ 580'],
    [payment, 'Houthandel', 'Betaald', '€ 580'],
    [statement, 'Het klopt', 'Wij zagen de bon van de houthandel.']
  ] as const) {
    await anybody.go(path)
    const words = (await hands(anybody).words()).replace(/\s+/g, ' ')
    for (const word of told) expect(words.toLowerCase()).toContain(word.toLowerCase())
    // The two of the kascommissie sign with their names; nobody else is named.
    if (path !== statement) expect(words).not.toMatch(/De (helper|lead) of|Bo Beheer/)
  }
  await anybody.leave()
}
