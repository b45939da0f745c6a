// Who: somebody who cannot come in because a stranger keeps asking for links to her address, and her mailbox.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clientOf, personWith } from '../../../test/client.ts'
import { onEveryEngine, testNoon, type Place } from '../../../test/kit.ts'
import { accountFor } from './asking.ts'

const at = new Date(testNoon).toISOString()
const asker = (browserHash: string, networkHash: string, known = false) => ({
  browserHash,
  networkHash,
  knows: () => known
})
const links = (n: number, of: { browser?: string; network?: string; known?: 0 | 1; minutesAgo?: number }) =>
  Array.from({ length: n }, (_, i) => ({
    made_at: new Date(testNoon - (of.minutesAgo ?? 1) * 60_000).toISOString(),
    browser_hash: of.browser ?? `browser ${i}`,
    network_hash: of.network ?? `network ${i}`,
    known: of.known ?? (0 as const)
  }))

it.each([
  ['a browser that asked four times', links(4, { browser: 'b' }), 'any'],
  ['a browser that asked five times', links(5, { browser: 'b' }), 'none'],
  ['the same after ten minutes', links(5, { browser: 'b', minutesAgo: 10 }), 'any'],
  ['a network from which new browsers asked ten times', links(10, { network: 'n' }), 'none'],
  ['a network that asked thirty times today', links(30, { network: 'n', minutesAgo: 60 }), 'none'],
  ['another network, after ten from one', links(10, { network: 'elsewhere' }), 'any'],
  ['anybody, after thirty from everywhere', links(30, {}), 'none'],
  ['anybody, after a hundred in browsers that she signed in with', links(100, { known: 1 }), 'any']
] as const)('%s', (_what, sent, account) => {
  expect(accountFor(asker('b', 'n'), 'ans', sent, at)).toBe(account)
})

it('a browser she signed in with has an account of its own, that nobody else uses up', () => {
  const own = asker('b', 'n', true)
  expect(accountFor(own, 'ans', [...links(100, { network: 'n' }), ...links(100, {})], at)).toBe('known')
  expect(accountFor(own, 'ans', links(5, { browser: 'b', network: 'n', known: 1 }), at)).toBe('any')
  expect(accountFor(own, 'ans', [...links(5, { browser: 'b', known: 1 }), ...links(30, {})], at)).toBe('none')
})

const mailsTo = async (place: Place, email: string): Promise<string[]> => {
  await Promise.all(place.site.inHand)
  const dir = join(place.dir, 'mail')
  return readdirSync(dir)
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .filter((mail) => mail.includes(`To: ${email}`))
    .map((mail) => mail.replace(/=\n/g, '').replaceAll('=3D', '='))
}

onEveryEngine('a stranger who asks for links to somebody’s address', (place) => {
  /** Asks from a network, with no cookies unless they are given. */
  async function ask(email: string, from: string, cookie = '') {
    const page = await clientOf(place()).get('/aanmelden')
    const pairs = page.form().fill({ email }).sends()
    return place().app.inject({
      method: 'POST',
      url: '/aanmelden',
      remoteAddress: from,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) },
      payload: new URLSearchParams(pairs).toString()
    })
  }
  const someone = (email: string) => personWith(place(), 'Farida', [{ kind: 'admin', from: place().by().today }], email)

  it('locks nobody out, fills no mailbox, and sees always the same answer', async () => {
    const email = 'buiten@example.org'
    await someone(email)
    const answers = []
    for (let i = 0; i < 25; i++) answers.push(await ask(email, '203.0.113.9'))
    answers.push(await ask(email, '192.0.2.1'), await ask('niemand@example.org', '192.0.2.1'))
    expect(new Set(answers.map((one) => `${one.statusCode} ${one.headers.location}`)).size).toBe(1)
    // Ten from the stranger's network, and the one that its owner asked for.
    expect(await mailsTo(place(), email)).toHaveLength(11)
    // Another address of the same household is the same network.
    for (let i = 0; i < 15; i++) await ask(email, `2001:db8:1:2300::${i + 1}`)
    expect(await mailsTo(place(), email)).toHaveLength(21)
  })

  it('with many networks holds up new browsers for ten minutes, and never one in which she signed in before', async () => {
    const email = 'bekend@example.org'
    await someone(email)
    const browser = clientOf(place())
    await (await browser.get('/aanmelden')).form().fill({ email }).send()
    const link = /http:\/\/buurt\.test(\/aanmelden\/link\/[\w-]+)/.exec((await mailsTo(place(), email)).at(-1)!)?.[1]
    await (await browser.get(link!)).form().send()
    for (let i = 0; i < 40; i++) await ask(email, `198.51.100.${i}`)
    expect(await mailsTo(place(), email)).toHaveLength(30)
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    await ask(email, '198.51.100.1', cookie.replace(/buurt=[^;]+/, ''))
    expect(await mailsTo(place(), email)).toHaveLength(31)
    // The cookie of another person's browser opens no account here.
    await someone('ander@example.org')
    for (let i = 0; i < 40; i++) await ask('ander@example.org', `198.51.100.${i}`)
    await ask('ander@example.org', '198.51.100.1', cookie)
    expect(await mailsTo(place(), 'ander@example.org')).toHaveLength(30)
  })

  it('leaves in the database neither the network nor where somebody was on the way to', async () => {
    const email = 'onderweg@example.org'
    await someone(email)
    const browser = clientOf(place())
    await (await browser.get('/aanmelden?terug=%2Fvolg%2FK7QF2M9D4T')).form().fill({ email }).send()
    await ask(email, '203.0.113.77')
    const rows = JSON.stringify(await place().store.read.selectFrom('sign_in_link').selectAll().execute())
    expect(rows).not.toMatch(/K7QF2M9D4T|volg|203\.0\.113\.77|127\.0\.0\.1/)
    const link = /http:\/\/buurt\.test(\/aanmelden\/link\/[\w-]+)/.exec((await mailsTo(place(), email)).join())?.[1]
    const done = await (await browser.get(link!)).form().send()
    expect(done.path).toMatch(/^\/volg\/K7QF2M9D4T/)
  })
})
