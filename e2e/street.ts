/** Going along the pages of the example neighbourhood as one of its people, and looking at each with the instruments. */
import type { BrowserContextOptions, Browser } from 'playwright-core'
import { pages } from '../app/src/pages.ts'
import { accessibilityTroubles, scrollsSideways, visitor, type Visitor } from './browser.ts'

/** The people of the example through whose eyes every page is seen. */
export const people = {
  nobody: undefined,
  helper: 'Bep van Rooswinkel',
  lead: 'Naïma Bouzarou',
  administrator: 'Ans Verhulst',
  committee: 'Joyce Landveld',
  contact: 'Samira Tahirovic'
} as const
export type Somebody = keyof typeof people

/** Presses the button of the example's bar; works without scripts, as everything does. */
export async function become(who: Visitor, name: string): Promise<void> {
  await who.go('/voorbeeld')
  await who.page.locator('aside.demo summary').click()
  await who.page.locator('aside.demo button', { hasText: name }).click()
}

/** A narrow phone; at once a window of 1280 pixels at 400 %. */
const narrow = { width: 320, height: 640 }

export async function walker(
  browser: Browser,
  url: string,
  who: Somebody,
  options: BrowserContextOptions = {}
): Promise<Visitor> {
  const walking = await visitor(browser, url, { javaScriptEnabled: true, viewport: narrow, ...options })
  const name = people[who]
  if (name) await become(walking, name)
  return walking
}

/** Which page of the house an address is, `/buurtdoelen/:goal` for one; undefined for addresses that are no page (a language, a file). */
const shapes = [...pages.map(({ path }) => path), '/voorbeeld', '/stijl']
  .map((path) => ({ path, like: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`) }))
  // What is written out goes before what may be anything: /inbreng/nieuw is no voice.
  .sort((a, b) => (a.path.match(/:/g)?.length ?? 0) - (b.path.match(/:/g)?.length ?? 0))

export const shapeOf = (address: string): string | undefined =>
  shapes.find(({ like }) => like.test(decodeURI(address.split(/[?#]/)[0]!)))?.path

/** A page as it is and the same page filtered are two kinds; two goals are one. Filters on top of filters are left. */
function kindOf(address: string): string | undefined {
  const shape = shapeOf(address)
  const asked = [...new URLSearchParams(address.split('?')[1] ?? '').keys()].length
  return shape === undefined || asked > 1 ? undefined : `${shape}${asked ? '?' : ''}`
}

/** What stands in addresses, for each server by the name of its place: all goals, all needs that were linked to. */
const namedAt = new Map<string, Map<string, Set<string>>>()

function namesAt(url: string): Map<string, Set<string>> {
  const names = namedAt.get(url) ?? new Map<string, Set<string>>()
  namedAt.set(url, names)
  return names
}

function keepNames(url: string, link: string): void {
  const named = namesAt(url)
  const shape = shapeOf(link)?.split('/') ?? []
  const parts = link.split('?')[0]!.split('/')
  for (const [at, part] of shape.entries())
    if (part.startsWith(':')) named.set(part, (named.get(part) ?? new Set()).add(parts[at]!))
}

/** Pages this person may open but that no link led to on the way: with a goal, a need or a request for which it can be done, if there is one. */
export async function alsoOpenTo(who: Visitor, url: string, shapes: readonly string[]): Promise<string[]> {
  const { context } = who
  if (namesAt(url).size === 0) await addressesFor(who, url)
  const found: string[] = []
  for (const shape of shapes) {
    let best: string | undefined
    for (const address of await addressesLike(who, url, shape)) {
      const answer = await context.request.get(url + address, { maxRedirects: 0 })
      if (answer.status() !== 200 || !isHtml(answer.headers())) continue
      const possible = /<form[^>]* id="form"/.test(await answer.text())
      if (possible || !best) best = address
      if (possible) break
    }
    if (best) found.push(best)
  }
  return found
}

/** Addresses a page of this shape may have; where two things are named, the page of the first has a link to the second. */
async function addressesLike({ context }: Visitor, url: string, shape: string): Promise<string[]> {
  const names = shape.match(/:\w+/g) ?? []
  const [first] = names
  if (!first) return [shape]
  const values = [...(namesAt(url).get(first) ?? [])]
  if (names.length === 1) return values.map((value) => shape.replace(first, value))
  const found: string[] = []
  for (const value of values) {
    const above = shape.slice(0, shape.indexOf(first)) + value
    const links = linksIn(await (await context.request.get(url + above, { maxRedirects: 0 })).text())
    found.push(...links.filter((link) => shapeOf(link) === shape))
  }
  return found
}

/** A file to keep is no page to look at. */
const isHtml = (headers: Record<string, string>): boolean =>
  /text\/html/.test(headers['content-type'] ?? '') && !/^attachment/.test(headers['content-disposition'] ?? '')

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

/** How the part of a page that is about its subject is built: its pieces in their order, whatever words stand in them and wherever they lead. */
const buildOf = (html: string): string =>
  (/<main.*<\/main>/s.exec(html)?.[0] ?? html)
    .replaceAll(/>[^<]+</g, '>words<')
    .replaceAll(/ (href|src|id|for|value|d|points|action|datetime|aria-\w+)="[^"]*"/g, ' $1')
    // A longer list is no other page.
    .replaceAll(/(<(li|tr|dt|dd|article)\b.*?<\/\2>)(?:\s*\1)+/gs, '$1')

/** Of so many addresses of one kind the links are followed: most plans have no advice that waits, most entries no question. */
const linksOf = (kind: string): number => (/^\/(plannen\/:plan|kasboek\/boeking\/:entry)$/.test(kind) ? 60 : 5)

/**
 * Follows the links from the front door, so many addresses of one kind at most; nothing is sent.
 * @returns all addresses, those that look otherwise than what was looked at before, and those that were linked but may not be opened.
 * @param looked how the pages that others saw are built: one that is built just the same is not looked at again.
 */
export async function addressesFor(
  { context }: Visitor,
  url: string,
  looked: Set<string> = new Set(),
  most = 1
): Promise<{ all: string[]; fresh: string[]; refused: string[] }> {
  const [fresh, refused]: [string[], string[]] = [[], []]
  const seen = new Map<string, string[]>()
  const waiting = ['/', '/mijn', '/voorbeeld', '/inbreng']
  const known = new Set(waiting)
  while (waiting.length > 0) {
    const address = waiting.shift()!
    const kind = kindOf(address)
    const before = kind ? (seen.get(kind) ?? []) : []
    if (!kind || before.length >= linksOf(kind)) continue
    const answer = await context.request.get(url + address, { maxRedirects: 0 })
    if (answer.status() === 403) refused.push(address)
    if (answer.status() !== 200) continue
    seen.set(kind, [...before, address])
    if (!isHtml(answer.headers())) continue
    const html = await answer.text()
    const build = buildOf(html)
    if (before.length < most && !looked.has(build)) {
      fresh.push(address)
      looked.add(build)
    }
    for (const link of linksIn(html)) keepNames(url, link)
    const links = linksIn(html).filter((one) => !known.has(one))
    links.forEach((one) => known.add(one))
    waiting.push(...links)
  }
  return { all: [...seen.values()].flat(), fresh, refused }
}

/** Everything wrong with the page that is open, one line each. */
export async function wrongWith(who: Visitor, rules: Record<string, { enabled: boolean }> = {}): Promise<string[]> {
  return [...(await scrollsSideways(who.page)), ...(await accessibilityTroubles(who.page, { rules }))]
}
