/** What people have under their hands already when they open a page: what they began to tell, to plan, to ask, to vote or to count. */
import { alsoOpenTo, type Somebody } from './street.ts'
import type { Visitor } from './browser.ts'

const planWords = {
  title: 'Een schommel',
  what: 'Wij willen een schommel voor kinderen.',
  forWhom: 'Kinderen',
  where: 'Op het plein',
  costs: 'Schommel: 900'
}

/** Presses the first button of the form and says where that leads. */
async function sent({ page }: Visitor): Promise<string> {
  await page.locator('#form button').first().click()
  await page.waitForLoadState()
  return new URL(page.url()).pathname
}

async function voice(who: Visitor, as: Somebody): Promise<string[]> {
  const { page } = who
  await who.go(as === 'nobody' ? '/inbreng/nieuw' : '/inbreng/voor-een-ander')
  if (as === 'nobody') await page.locator('textarea').fill('De lamp in de gang is stuk.')
  else
    for (const row of await page.locator('#form fieldset').all())
      await row.locator('input').first().check({ force: true })
  const draft = (await sent(who)).split('/').slice(0, 4).join('/')
  const questions = ['', '/waar', '/tonen', '/horen', '/klopt', ...(as === 'helper' ? ['/wie'] : [])]
  return questions.map((question) => draft + question)
}

async function plan(who: Visitor, url: string): Promise<string[]> {
  const [address] = await alsoOpenTo(who, url, ['/budget/:round/plan'])
  if (!address) return []
  await who.go(address)
  for (const [field, words] of Object.entries(planWords)) await who.page.locator(`#${field}`).fill(words)
  const kept = await sent(who)
  return [kept, kept.replace('/bewaard', '/schrijven')]
}

async function question(who: Visitor, url: string): Promise<string[]> {
  const { page } = who
  const [address] = await alsoOpenTo(who, url, ['/buurtdoelen/:goal/vraag'])
  if (!address) return []
  await who.go(address)
  await page.locator('#form input[type=radio][name=institution]').first().check({ force: true })
  await page.locator('#form input[name=promisedLevel]').first().check({ force: true })
  await page.locator('#form input[name=title]').fill('Wanneer doet de lift het weer?')
  await page.locator('#form textarea[name=text]').fill('Wij willen het graag weten.')
  return [await sent(who)]
}

/** With one of the codes that the example gives away; chosen, and not sent. */
async function ballot(who: Visitor): Promise<string[]> {
  const { page } = who
  await who.go('/voorbeeld')
  const [code] = /\b[0-9A-Z]{4} [0-9A-Z]{3} [0-9A-Z]{4}\b/.exec(await page.locator('main').innerText()) ?? []
  if (!code) return []
  await who.go('/stemmen')
  await page.locator('#form input[name=code]').fill(code)
  await sent(who)
  await page.locator('#form input[type=checkbox]').first().check({ force: true })
  return ['/stemmen/kiezen', await sent(who), '/stemmen/stoppen']
}

/** Codes to print, an own code, a card that got lost, and a pile of paper. */
async function committee(who: Visitor, url: string): Promise<string[]> {
  const { page } = who
  const [pile] = await alsoOpenTo(who, url, ['/budget/:round/papier/nieuw'])
  if (!pile) return []
  const round = pile.replace('/papier/nieuw', '')
  const found: string[] = []
  const does = async (path: string, typed: Record<string, string> = {}) => {
    await who.go(round + path)
    for (const [field, words] of Object.entries(typed)) await page.locator(`#form input[name=${field}]`).fill(words)
    found.push(await sent(who))
    return found.at(-1)!
  }
  const printed = await does('/codes/nieuw', { name: 'Wingerdflat, ingang A', count: '2' })
  const number = /\d{3} \d{3}/.exec(await page.locator('main .follow-card .meta').first().innerText())?.[0] ?? ''
  found.push(printed.replace('/print', ''))
  await does('/kaart-kwijt', { number })
  await does('/mijn-code')
  const bundle = await does('/papier/nieuw', { name: 'Pak 9', sheets: '3' })
  found.push(`${bundle}/1`, `${bundle}/tellen`, `${bundle}/sluiten`)
  return found
}

/** @returns the addresses of what was begun. */
export async function begun(who: Visitor, as: Somebody, url: string): Promise<string[]> {
  const found = as === 'nobody' || as === 'helper' ? await voice(who, as) : []
  if (as === 'nobody') found.push(...(await plan(who, url)), ...(await ballot(who)))
  if (as === 'helper') found.push(...(await question(who, url)))
  if (as === 'committee') found.push(...(await committee(who, url)))
  return [...new Set(found)]
}
