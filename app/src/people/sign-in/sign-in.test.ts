import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clientOf, personWith } from '../../../test/client.ts'
import { onEveryEngine, testNoon, type Place } from '../../../test/kit.ts'

const mails = (place: Place): string[] => {
  try {
    const dir = join(place.dir, 'mail')
    return readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'))
  } catch {
    return []
  }
}

/** The link in the newest mail to this address. */
async function linkTo(place: Place, email: string): Promise<string> {
  await Promise.all(place.site.inHand)
  const to = mails(place).filter((mail) => mail.includes(`To: ${email}`))
  const text = to.map((mail) => mail.replace(/=\n/g, '').replaceAll('=3D', '=')).at(-1)
  const found = /http:\/\/buurt\.test(\/aanmelden\/link\/[\w-]+)/.exec(text ?? '')?.[1]
  if (!found) throw new Error(`no mail to ${email}`)
  return found
}

const someone = (place: Place, email: string) =>
  personWith(place, 'Farida', [{ kind: 'admin', from: place.by().today }], email)

onEveryEngine('signing in by a link', (place) => {
  let n = 0
  async function asking(email = `bewoner${++n}@example.org`, path = '/aanmelden') {
    await someone(place(), email)
    const browser = clientOf(place())
    const answer = await (await browser.get(path)).form().fill({ email }).send()
    return { browser, email, answer, link: await linkTo(place(), email) }
  }

  it('sends a link that signs in with its button, and goes where the person was going', async () => {
    const { browser, answer, link } = await asking(undefined, '/aanmelden?terug=%2Fmijn%2Fgegevens')
    expect(answer.text).toContain('Kijk in je mail')
    const page = await browser.get(link)
    expect(page.h1).toBe('Je bent er bijna')
    const done = await page.form().send()
    expect(done.path).toMatch(/^\/mijn\/gegevens/)
    expect(done.body).toContain('Farida')
    expect(done.text).toContain('Je bent aangemeld.')
  })

  it('is not used up by a scanner that opens it, however often', async () => {
    const { browser, link } = await asking()
    const scanner = clientOf(place())
    for (let i = 0; i < 5; i++) await scanner.get(link)
    await scanner.raw({ method: 'HEAD', url: link })
    expect((await (await browser.get(link)).form().send()).first).toBe(303)
    expect(browser.cookies.has('buurt')).toBe(true)
  })

  it('works once', async () => {
    const { browser, link } = await asking()
    const page = await browser.get(link)
    await page.form().send()
    browser.cookies.delete('buurt')
    const again = await browser.get(link)
    expect(again.status).toBe(410)
    expect(again.text).toContain('al gebruikt')
    const posted = await page.form().send()
    expect(posted.first === 303 || posted.status === 422).toBe(true)
  })

  it('pressed by two people at the same moment lets one in', async () => {
    const { browser, link } = await asking()
    const pages = await Promise.all([browser.get(link), browser.get(link)])
    const answers = await Promise.all(pages.map((page) => page.form().send()))
    expect(answers.map((a) => a.first).sort()).toEqual([303, 422])
  })

  it('works for ten minutes', async () => {
    const { browser, link } = await asking()
    place().clock.now += 10 * 60_000 - 1000
    const page = await browser.get(link)
    expect(page.status).toBe(200)
    place().clock.now += 1000
    const late = await page.form().send()
    expect(late.status).toBe(422)
    expect(late.text).toContain('te oud')
    expect(browser.cookies.has('buurt')).toBe(false)
    expect((await browser.get(link)).status).toBe(410)
    place().clock.now = testNoon
  })

  it('belongs to the browser that asked; another one is told what to do', async () => {
    const { browser, link } = await asking()
    const other = clientOf(place())
    const told = await other.get(link)
    expect(told.status).toBe(403)
    expect(told.text).toContain('Open hem in de browser en op het apparaat waar je je e-mailadres typte.')
    const forced = await other.post(link, (await browser.get(link)).form().sends())
    expect(forced.status).toBe(422)
    expect(other.cookies.has('buurt')).toBe(false)
    // Nothing was spoilt for the one who asked.
    expect((await (await browser.get(link)).form().send()).first).toBe(303)
  })

  it('answers an unknown address exactly as a known one, and sends nothing', async () => {
    const { browser } = await asking('bekend@example.org')
    const page = await browser.get('/aanmelden')
    const before = mails(place()).length
    const pairs = page
      .form()
      .sends()
      .filter(([name]) => name !== 'once')
    const post = (email: string) =>
      place().app.inject({
        method: 'POST',
        url: '/aanmelden',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams([...pairs.filter(([name]) => name !== 'email'), ['email', email]]).toString()
      })
    const [known, unknown] = [await post('bekend@example.org'), await post('onbekend@example.org')]
    await Promise.all(place().site.inHand)
    expect(mails(place()).length).toBe(before + 1)
    expect(mails(place()).join()).not.toContain('onbekend')
    const plain = (answer: typeof known) => ({
      status: answer.statusCode,
      body: answer.body,
      headers: Object.keys(answer.headers).sort(),
      to: answer.headers.location,
      cookies: answer.cookies.map((c) => ({ ...c, value: c.value.length }))
    })
    expect(plain(unknown)).toEqual(plain(known))
    // Both left a link in the database, so that both took the same work; the unknown one belongs to nobody.
    const nobodys = await place()
      .store.read.selectFrom('sign_in_link')
      .select('hash')
      .where('person_id', 'is', null)
      .execute()
    expect(nobodys).toHaveLength(1)
  })

  it('does not fill a mailbox: five links in ten minutes, and the same answer after that', async () => {
    const { browser, email } = await asking()
    for (let i = 0; i < 8; i++) {
      const answer = await (await browser.get('/aanmelden')).form().fill({ email }).send()
      expect(answer.h1).toBe('Kijk in je mail')
    }
    await Promise.all(place().site.inHand)
    expect(mails(place()).filter((mail) => mail.includes(`To: ${email}`))).toHaveLength(5)
  })

  it('stores no token, only hashes', async () => {
    const { link, browser } = await asking()
    const rows = JSON.stringify(await place().store.read.selectFrom('sign_in_link').selectAll().execute())
    expect(rows).not.toContain(link.split('/').at(-1))
    expect(rows).not.toContain(browser.cookies.get('aanvraag'))
  })

  it('sends nobody to another site', async () => {
    for (const evil of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { browser, link } = await asking(undefined, `/aanmelden?terug=${encodeURIComponent(evil)}`)
      const page = await browser.get(link)
      const answer = await place().app.inject({
        method: 'POST',
        url: link,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        },
        payload: new URLSearchParams(page.form().sends()).toString()
      })
      expect(answer.headers.location).toMatch(/^\/(\?|$)/)
    }
  })

  it('refuses what is no address, and a link that never was', async () => {
    const browser = clientOf(place())
    const refused = await (await browser.get('/aanmelden')).form().fill({ email: 'geen adres' }).send()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Dit is geen e-mailadres.')
    expect(refused.form().value('email')).toBe('geen adres')
    expect((await browser.get('/aanmelden/link/verzonnen')).status).toBe(410)
  })

  it('begins a fresh session at every sign-in, and the one before ends', async () => {
    const first = await asking()
    await (await first.browser.get(first.link)).form().send()
    const old = first.browser.cookies.get('buurt')!
    const card = await asking()
    card.browser.cookies.set('buurt', old)
    await (await card.browser.get(card.link)).form().send()
    expect(card.browser.cookies.get('buurt')).not.toBe(old)
    const stale = clientOf(place())
    stale.cookies.set('buurt', old)
    expect((await stale.get('/mijn/gegevens')).path).toMatch(/^\/aanmelden/)
  })

  it('sets cookies that no script and no other site can use', async () => {
    const { browser, link } = await asking()
    const page = await browser.get(link)
    const answer = await place().app.inject({
      method: 'POST',
      url: link,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      },
      payload: new URLSearchParams(page.form().sends()).toString()
    })
    const session = answer.cookies.find((cookie) => cookie.name === 'buurt')
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(answer.headers['cache-control'] ?? 'no-store').toContain('no-store')
  })
})

onEveryEngine('signing out', (place) => {
  it('ends the session here, or everywhere', async () => {
    const id = await someone(place(), 'uit@example.org')
    const [phone, library] = [clientOf(place()), clientOf(place())]
    await phone.signIn(id)
    await library.signIn(id)
    const cookie = library.cookies.get('buurt')!
    await (await library.get('/afmelden')).form().send()
    expect(library.cookies.has('buurt')).toBe(false)
    library.cookies.set('buurt', cookie)
    expect((await library.get('/mijn/gegevens')).path).toMatch(/^\/aanmelden/)
    expect((await phone.get('/mijn/gegevens')).path).toBe('/mijn/gegevens')
    await library.signIn(id)
    await (await library.get('/afmelden/overal')).form().send()
    expect((await phone.get('/mijn/gegevens')).path).toMatch(/^\/aanmelden/)
  })

  it('a session ends by itself after thirty days', async () => {
    const id = await someone(place(), 'lang@example.org')
    const browser = clientOf(place())
    await browser.signIn(id)
    place().clock.now += 30 * 86_400_000 + 1000
    expect((await browser.get('/mijn/gegevens')).path).toMatch(/^\/aanmelden/)
    place().clock.now = testNoon
  })

  it('a person who was forgotten is signed out', async () => {
    const id = await someone(place(), 'weg@example.org')
    const browser = clientOf(place())
    await browser.signIn(id)
    await place().store.change((tx) => tx.updateTable('person').set({ erased_at: 'nu' }).where('id', '=', id).execute())
    expect((await browser.get('/mijn/gegevens')).path).toMatch(/^\/aanmelden/)
  })
})
