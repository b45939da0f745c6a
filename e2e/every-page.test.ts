/** Every page there is, through the eyes of everybody who may open it: nothing hinders anybody, in whatever way they look. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pages } from '../app/src/pages.ts'
import { openBrowser, startServer, type Server, type Visitor } from './browser.ts'
import { begun } from './begun.ts'
import { addressesFor, alsoOpenTo, people, shapeOf, walker, wrongWith, type Somebody } from './street.ts'
import { wrongInAnyWay } from './ways.ts'

/** What cannot be opened in a neighbourhood that stands: the newcomer's story and that of a whole round go there. */
const elsewhere = [
  '/opzetten',
  '/opzetten/klaar',
  '/aanmelden/link/:token',
  '/uitnodiging/:token',
  '/budget/:round/sleutel/kaart',
  // The paper of the record at one size, a witness and a receipt of a ballot: the demo has none of them to link to.
  '/logboek/papier/:size',
  '/logboek/papier/:size/terug',
  '/logboek/getuigen/:witness/stoppen',
  '/stembewijs/bewijs',
  '/stembewijs/bewijs.json'
]
/** Sends one on at once, or is a picture or a file: no page of its own. */
const sendsOn = [
  '/volg/:code/erbij',
  '/logboek/papier',
  '/beeld/:picture',
  '/inbreng/kaart/:code/tekst',
  '/stemcodes/:batch/bevestigen',
  '/budget/:round/uitslag/:file',
  '/kasboek/bon/:voucher'
]

const pageAt = (address: string) => pages.find(({ path }) => path === shapeOf(address))

/** Whether leaving everything empty is surely refused, so that nothing is changed by it; in a list something is always picked. */
const mustBeFilled = (address: string): boolean =>
  Object.values(pageAt(address)?.fields ?? {}).some(
    (field) => !['hidden', 'pick'].includes(field.kind) && field.optional !== true
  )

/** Sends the form with nothing in it: the page says what is missing, by the name of each question, and leads there. */
async function refusedEmpty(who: Visitor): Promise<string[]> {
  const { page } = who
  // A form that is folded away is opened by a person first.
  const button = page.locator('#form button:visible').first()
  if ((await button.count()) === 0) return []
  for (const field of await page
    .locator('#form :is(input[type=text], input[type=email], input[type=date], textarea)')
    .all())
    if (await field.isVisible()) await field.fill('')
  await button.click()
  await page.waitForLoadState()
  const links = await page.locator('.errors a').all()
  if (links.length === 0) return ['sent empty: nothing says what is missing']
  const said: string[] = []
  const wrong: string[] = []
  for (const link of links) {
    said.push((await link.innerText()).trim())
    const field = (await link.getAttribute('href')) ?? ''
    if ((await page.locator(field).count()) !== 1) wrong.push(`sent empty: "${said.at(-1)}" leads nowhere`)
  }
  if (new Set(said).size < said.length) wrong.push(`sent empty: two questions are not told apart: ${said.join(' ')}`)
  if (said.some((one) => one === 'Vul dit in.')) wrong.push('sent empty: which question is missing is not said')
  return [...wrong, ...(await wrongWith(who)).map((what) => `sent empty: ${what}`)]
}

describe('every page of a neighbourhood that lives', () => {
  let server: Server
  let browser: Browser
  const looked = new Set<string>()
  const reached = new Set<string>()
  const seen = new Set<string>()

  beforeAll(async () => {
    server = await startServer({ demo: true, env: { TRIES_PER_QUARTER: '99999', VOICES_PER_HOUR: '99999' } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it.each(Object.keys(people) as Somebody[])('hinders nobody who looks as %s', async (who) => {
    const walking = await walker(browser, server.url, who)
    const { all, fresh } = await addressesFor(walking, server.url, looked)
    const hands = await begun(walking, who, server.url)
    const found = new Set([...all, ...hands].map((address) => shapeOf(address)))
    const shapes = pages.map(({ path }) => path).filter((path) => !found.has(path))
    const more = await alsoOpenTo(walking, server.url, shapes)
    for (const address of [...all, ...hands, ...more]) reached.add(shapeOf(address)!)
    const wrong: string[] = []
    for (const address of [...fresh, ...hands, ...more]) {
      await walking.go(address)
      const html = await walking.page.evaluate(() => document.contentType === 'text/html')
      if (!html) continue
      const kind = `${shapeOf(address)}${address.includes('?') ? '?' : ''}`
      // Each kind of page in every way; what another person sees there, narrow and by day.
      wrong.push(
        ...(seen.has(kind) ? await wrongWith(walking) : await wrongInAnyWay(walking)).map(
          (what) => `${address}: ${what}`
        )
      )
      seen.add(kind)
      if (mustBeFilled(address)) wrong.push(...(await refusedEmpty(walking)).map((what) => `${address}: ${what}`))
    }
    expect(wrong).toEqual([])
    await walking.leave()
  })

  it('leaves no page out', () => {
    const left = pages.map(({ path }) => path).filter((path) => !reached.has(path))
    expect(left.filter((path) => ![...elsewhere, ...sendsOn].includes(path))).toEqual([])
  })
})
