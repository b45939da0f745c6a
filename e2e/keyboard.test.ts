/** Somebody who uses no mouse: everything can be reached, in the order in which it is read, and one always sees where one is. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, startServer, type Server, type Visitor } from './browser.ts'
import { hands, type Hands } from './hands.ts'
import { alsoOpenTo, walker } from './street.ts'

interface Stop {
  /** What it is, for people who read a failing test. */
  what: string
  /** Its place among everything that should be reached; of radio buttons with one name, the group's. */
  nr: number
  top: number
  bottom: number
  seen: boolean
}

/** Everything that must be reached with Tab, in the order in which it is read. Marks each with its number. */
const toReach = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate(() => {
    const groups = new Set<string>()
    const found: HTMLElement[] = []
    for (const one of document.querySelectorAll<HTMLElement>(
      ':is(a[href], button, input:not([type=hidden]), select, textarea, summary):not([tabindex="-1"])'
    )) {
      if (!one.checkVisibility()) continue
      const radio = one instanceof HTMLInputElement && one.type === 'radio' ? one.name : undefined
      if (!radio || !groups.has(radio)) found.push(one)
      if (radio) groups.add(radio)
      one.dataset['nr'] = String(found.length - 1)
    }
    return found.map((one) => `${one.tagName.toLowerCase()} ${one.textContent?.trim().slice(0, 40) || one.id}`)
  })

const focused = ({ page }: Visitor): Promise<Stop | undefined> =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement | null
    if (!one?.dataset['nr']) return undefined
    const shows = (what: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(what)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    }
    const { top, bottom } = one.getBoundingClientRect()
    const row = one.closest('.choice')
    return {
      what: `${one.tagName.toLowerCase()} ${one.textContent?.trim().slice(0, 40) || one.id}`,
      nr: Number(one.dataset['nr']),
      top: top + scrollY,
      bottom: bottom + scrollY,
      seen: (shows(one) || (row !== null && shows(row))) && top < innerHeight && bottom > 0
    }
  })

/** Goes through the whole page with Tab and tells what is wrong: left out, out of order, not seen, no way out. */
async function throughWithTab(who: Visitor): Promise<string[]> {
  const all = await toReach(who)
  const wrong: string[] = []
  const reached: Stop[] = []
  for (let presses = 0; presses < all.length * 2 + 20; presses++) {
    await who.page.keyboard.press('Tab')
    const stop = await focused(who)
    if (!stop) {
      if (reached.length > 0) break
      continue
    }
    const last = reached.at(-1)
    // A day is several stops in one field.
    if (last?.nr === stop.nr) continue
    if (last && stop.nr < last.nr) {
      if (stop.nr !== 0) wrong.push(`back from ${last.what} to ${stop.what}`)
      break
    }
    if (last && stop.bottom < last.top && last.nr > 0) wrong.push(`up the page from ${last.what} to ${stop.what}`)
    if (!stop.seen) wrong.push(`one does not see to be at ${stop.what}`)
    reached.push(stop)
  }
  const missed = all.filter((_, nr) => !reached.some((stop) => stop.nr === nr))
  return [...wrong, ...missed.map((what) => `cannot be reached: ${what}`)]
}

/** Where one is, is looked at before a page has glided there. */
const still = { reducedMotion: 'reduce' } as const

describe('somebody with a keyboard and no mouse', () => {
  let server: Server
  let browser: Browser
  let somebody: Visitor
  let does: Hands

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    somebody = await walker(browser, server.url, 'nobody', still)
    does = hands(somebody)
  })
  afterAll(async () => {
    await somebody?.leave()
    await browser?.close()
    await server?.stop()
  })

  const press = async (...keys: string[]) => {
    for (const key of keys) await somebody.page.keyboard.press(key)
  }
  /** Tab until one is at the wanted thing. */
  async function tabTo(wanted: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      if (await somebody.page.evaluate((what) => document.activeElement?.matches(what) ?? false, wanted)) return
      await press('Tab')
    }
    throw new Error(`Tab does not lead to ${wanted}`)
  }
  const look = async () => {
    expect(await throughWithTab(somebody), somebody.page.url()).toEqual([])
    // Begin at the top again, as after opening the page.
    await somebody.page.reload()
  }
  const send = async () => {
    const before = somebody.page.url()
    await tabTo('#form .btn.main')
    await press('Enter')
    await somebody.page.waitForURL((url) => url.href !== before)
  }

  it('skips what is the same on every page', async () => {
    await somebody.go('/buurtdoelen')
    await press('Tab')
    const skip = somebody.page.locator('.skip')
    expect(await skip.evaluate((one) => one === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0)
    await press('Enter', 'Tab')
    expect(await somebody.page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  it('tells something from the first screen to the card', async () => {
    await somebody.go('/inbreng/nieuw')
    await look()
    await tabTo('textarea')
    await somebody.page.keyboard.type('De bank bij de vaart is stuk.')
    await send()
    await does.reads('Over welke plek gaat het?')
    await look()
    await tabTo('#form input[type=radio]')
    await press('ArrowDown')
    await send()
    await does.reads('Mag iedereen dit lezen?')
    await look()
    await tabTo('#form input[type=radio]')
    await press('Space')
    await send()
    await does.reads('Wil je horen wat ermee gebeurt?')
    await look()
    await tabTo('#form input[type=radio]')
    await press('Space')
    await send()
    await does.reads('Klopt het zo?')
    await look()
    await send()
    await does.reads('Dank je. Het is bewaard.')
    await look()
  })

  it('is led from what is missing to the question itself', async () => {
    await somebody.go('/aanmelden/kaart')
    await look()
    await tabTo('#form .btn.main')
    await press('Enter')
    await somebody.page.waitForSelector('.errors')
    await tabTo('.skip')
    await press('Enter')
    await tabTo('.errors a')
    const leads = (await somebody.page.locator('.errors a').first().getAttribute('href'))!
    await press('Enter')
    expect(await somebody.page.evaluate(() => `#${document.activeElement?.id}`)).toBe(leads)
  })

  it('signs in, and reads on everywhere: sign-in, a goal, a question, lists with filters', async () => {
    const goals = await alsoOpenTo(somebody, server.url, ['/buurtdoelen/:goal', '/verzoeken/:request'])
    for (const address of ['/', '/aanmelden', '/verzoeken', '/zoeken?q=lift', ...goals]) {
      await somebody.go(address)
      await look()
    }
  })

  it('does what a group does on the page of its goal', async () => {
    const lead = await walker(browser, server.url, 'administrator', still)
    const open = await alsoOpenTo(lead, server.url, ['/buurtdoelen/:goal/gedaan', '/buurtdoelen/:goal/vraag'])
    for (const address of [open[0]!.replace('/gedaan', ''), ...open, '/groepen/nieuw']) {
      await lead.go(address)
      expect(await throughWithTab(lead), address).toEqual([])
    }
    await lead.leave()
  })
})
