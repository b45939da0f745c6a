/** Pages in states that are easily forgotten: a neighbourhood where nothing stands yet, very long words everywhere, and everything that can go wrong. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, startServer, visitor, type Server, type Visitor } from './browser.ts'
import { hands } from './hands.ts'
import { addressesFor, alsoOpenTo, shapeOf, walker, wrongWith } from './street.ts'
import { pages } from '../app/src/pages.ts'
import { tooWide, wrongInAnyWay } from './ways.ts'

const often = { TRIES_PER_QUARTER: '99999', VOICES_PER_HOUR: '99999' }
const narrow = { javaScriptEnabled: true, viewport: { width: 320, height: 640 } }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** Opens each address and tells everything that is wrong, instead of stopping at the first. */
async function along(
  who: Visitor,
  addresses: readonly string[],
  look: (who: Visitor) => Promise<string[]>
): Promise<string[]> {
  const wrong: string[] = []
  for (const address of addresses) {
    await who.go(address)
    wrong.push(...(await look(who)).map((what) => `${address}: ${what}`))
  }
  return wrong
}

describe('a neighbourhood where nothing stands yet', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer({ env: often })
  })
  afterAll(() => server?.stop())

  it('hinders nobody: the set-up page, and every page that has nothing to show, for a visitor and the first resident', async () => {
    const first = await visitor(browser, server.url, narrow)
    const does = hands(first)
    expect(await along(first, ['/'], wrongInAnyWay)).toEqual([])
    await does.fill('Wat is de opzetcode?', /set-up code: ([^\n]+)/.exec(server.said())?.[1] ?? '')
    await does.fill('Hoe heet jullie buurt?', 'Kastanjebuurt')
    await does.fill('In welke plaats?', 'Esdoornstad')
    await does.fill('Hoe heet je zelf?', 'Oma Jansje')
    await does.press('Zet onze buurt op')
    await does.reads('Kastanjebuurt staat er')
    expect(await wrongInAnyWay(first)).toEqual([])
    const somebody = await visitor(browser, server.url, narrow)
    const looked = new Set<string>()
    for (const who of [somebody, first]) {
      const { fresh } = await addressesFor(who, server.url, looked)
      expect(fresh.length).toBeGreaterThan(10)
      expect(await along(who, fresh, wrongWith)).toEqual([])
    }
    await somebody.leave()
    await first.leave()
  })
})

const latin = (letters: number) => 'Donaudampfschifffahrtsgesellschaft'.repeat(letters / 30).slice(0, letters)
const arabic = (letters: number) => 'المستضعفين'.repeat(letters / 8).slice(0, letters)

/** Whatever people may have written, as the longest word they can write. */
function writeLongWords(file: string): void {
  const db = new DatabaseSync(file)
  db.exec('pragma busy_timeout=10000; begin immediate')
  const columns: [string, string, string][] = [
    ['voice', 'text', arabic(5000)],
    ['voice_translation', 'text', latin(5000)],
    ['voice_contact', 'address', latin(250)],
    ['need', 'sentence', latin(200)],
    ['need_voice', 'removed_why', arabic(1000)],
    ['goal', 'title', arabic(200)],
    ['goal', 'why', latin(1000)],
    ['goal', 'result', arabic(5000)],
    ['goal_step', 'why', latin(1000)],
    ['deed', 'what', latin(500)],
    ['deed', 'who', arabic(200)],
    ['request', 'title', latin(200)],
    ['request', 'text', arabic(5000)],
    ['request_event', 'text', latin(2000)],
    ['commitment', 'what', arabic(500)],
    ['commitment', 'why', latin(1000)],
    ['commitment_event', 'text', arabic(1000)],
    ['resident_group', 'about', latin(2000)],
    ['resident_group', 'meets', arabic(300)],
    ['institution', 'about', arabic(2000)],
    ['neighbourhood', 'name', latin(60)]
  ]
  for (const [table, column, words] of columns)
    db.prepare(`update ${table} set ${column} = ? where ${column} is not null and ${column} <> ''`).run(words)
  // Names differ, so that one can still be told from another.
  for (const [table, words] of [
    ['resident_group', latin(94)],
    ['institution', arabic(94)],
    ['area', latin(50)],
    ['person', arabic(94)]
  ] as const)
    db.prepare(`update ${table} set name = ? || substr(id, 1, 6)`).run(words)
  db.exec('commit')
  db.close()
}

describe('very long words, from left to right and from right to left, wherever somebody can write', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer({ demo: true, env: { ...often, TMPDIR: '.' } })
  })
  afterAll(() => server?.stop())

  it('push nothing off the screen, on no page of anybody, however it is enlarged', async () => {
    const people = await Promise.all(
      (['nobody', 'helper', 'lead', 'administrator', 'contact'] as const).map((who) => walker(browser, server.url, who))
    )
    const demo = readdirSync(server.dir).find((name) => name.startsWith('buurtmacht-demo-'))!
    writeLongWords(join(server.dir, demo, 'buurtmacht.db'))
    const looked = new Set<string>()
    const wrong: string[] = []
    const seen = new Set<string>()
    const kindOf = (address: string) => `${shapeOf(address)}${address.includes('?') ? '?' : ''}`
    for (const who of people) {
      const { all, fresh } = await addressesFor(who, server.url, looked)
      const paths = new Set(all.map((address) => address.split('?')[0]))
      const more = await alsoOpenTo(
        who,
        server.url,
        pages.map(({ path }) => path).filter((path) => path.includes('/:') && !paths.has(path))
      )
      const html = [...fresh, ...more].filter((address) => !seen.has(kindOf(address)) && !address.endsWith('/tekst'))
      html.forEach((address) => seen.add(kindOf(address)))
      wrong.push(...(await along(who, html, async ({ page }) => (await tooWide(page)).slice(0, 4))))
      await who.leave()
    }
    expect(wrong).toEqual([])
  })
})

describe('what goes wrong', () => {
  let server: Server
  let somebody: Visitor
  beforeAll(async () => {
    server = await startServer({ demo: true, env: often })
    somebody = await walker(browser, server.url, 'nobody')
  })
  afterAll(async () => {
    await somebody?.leave()
    await server?.stop()
  })

  /** Sends a form as no page of ours would. */
  const send = (action: string, fields: Record<string, string>) =>
    Promise.all([
      somebody.page.waitForEvent('load'),
      somebody.page.evaluate(
        ([to, given]) => {
          const form = document.createElement('form')
          form.method = 'post'
          form.action = to
          for (const [name, value] of Object.entries(given)) {
            const field = document.createElement('textarea')
            Object.assign(field, { name, value, hidden: true })
            form.append(field)
          }
          document.body.append(form)
          form.submit()
        },
        [action, fields] as const
      )
    ])

  const told = async (heading: RegExp | string) => {
    const does = hands(somebody)
    await does.reads(heading)
    expect(await wrongInAnyWay(somebody), somebody.page.url()).toEqual([])
    // Nobody stands before a closed door: there is always a way on.
    expect(await somebody.page.locator('main a[href]').count()).toBeGreaterThan(0)
  }

  it('an address that does not exist', async () => {
    await somebody.go('/bestaat-niet')
    await told('Deze bladzijde is er niet')
  })

  it('a page that nothing can be sent to', async () => {
    await somebody.go('/')
    await send('/buurtdoelen', { iets: 'x' })
    await told(/./)
    expect(await hands(somebody).words()).not.toMatch(/undefined|Error/)
  })

  it('far too much sent at once', async () => {
    await somebody.go('/')
    await send('/inbreng/nieuw', { text: 'x'.repeat(1_200_000) })
    await told(/./)
  })

  it('a form that stood open too long: said plainly, and every word is still there', async () => {
    await somebody.go('/inbreng/nieuw')
    await somebody.page.locator('textarea').fill('De bank bij de vaart is stuk.')
    await somebody.page.locator('#form input[name=csrf]').evaluate((one) => one.setAttribute('value', 'oud'))
    await somebody.page.locator('#form button').first().click()
    expect(await somebody.page.locator('textarea').inputValue()).toBe('De bank bij de vaart is stuk.')
    expect(await somebody.page.locator('.errors').count()).toBe(1)
    expect(await wrongInAnyWay(somebody)).toEqual([])
  })

  it('signed out while writing: told so, with every word that was typed', async () => {
    const lead = await walker(browser, server.url, 'lead')
    const [open] = await alsoOpenTo(lead, server.url, ['/buurtdoelen/:goal/gedaan'])
    await lead.go(open!)
    await lead.page.locator('textarea[name=what]').fill('Wij hebben de heg geknipt.')
    await lead.context.clearCookies()
    await lead.page.locator('#form button').first().click()
    expect(await lead.page.locator('textarea').first().inputValue()).toBe('Wij hebben de heg geknipt.')
    expect(await wrongInAnyWay(lead)).toEqual([])
    await lead.leave()
  })

  it('a page for others', async () => {
    const contact = await walker(browser, server.url, 'contact')
    await contact.go('/beheer')
    await hands(contact).reads('Deze bladzijde is niet voor jou')
    expect(await wrongInAnyWay(contact)).toEqual([])
    await contact.leave()
  })
})
