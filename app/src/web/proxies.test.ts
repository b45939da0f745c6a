import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, personWith } from '../../test/client.ts'
import { emptyStore, placeOn, type Place } from '../../test/kit.ts'
import { signInAs } from '../people/index.ts'

const tries = 3

describe.each([
  ['nobody is believed without a setting', {}, '127.0.0.1', false],
  ['a configured proxy is believed', { TRUSTED_PROXIES: '127.0.0.1' }, '127.0.0.1', true],
  [
    'another machine is not believed, although a proxy is configured',
    { TRUSTED_PROXIES: '10.0.0.1' },
    '127.0.0.1',
    false
  ]
])('X-Forwarded-For: %s', (_what, settings, remoteAddress, believed) => {
  let place: Place
  let clear: () => Promise<void>
  beforeAll(async () => {
    const empty = await emptyStore('SQLite')
    clear = empty.clear
    place = await placeOn(empty.store, empty.dir, {}, { TRIES_PER_QUARTER: String(tries), ...settings })
  })
  afterAll(async () => {
    await place.close()
    await clear()
  })

  it('the limit counts the address it believes, and keeps what was typed', async () => {
    const page = await clientOf(place).get('/aanmelden')
    const post = (from: string, nr: number) =>
      place.app.inject({
        method: 'POST',
        url: '/aanmelden',
        remoteAddress,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from },
        payload: new URLSearchParams([
          ...page
            .form()
            .sends()
            .filter(([name]) => name !== 'once' && name !== 'email'),
          ['email', `iemand${nr}@example.org`]
        ]).toString()
      })
    const answers = []
    // Each from another address, as the header says.
    for (let nr = 1; nr <= tries + 1; nr++) answers.push(await post(`192.0.2.${nr}`, nr))
    const codes = answers.map((answer) => answer.statusCode)
    expect(codes).toEqual(believed ? [303, 303, 303, 303] : [303, 303, 303, 429])
    if (!believed) expect(answers.at(-1)!.body).toContain(`iemand${tries + 1}@example.org`)
    // And from one address, when it is believed.
    if (believed) {
      for (let nr = 1; nr < tries; nr++) await post('192.0.2.1', nr)
      expect((await post('192.0.2.1', 9)).statusCode).toBe(429)
    }
  })
})

describe('cookies', () => {
  it('are secure when the neighbourhood is reached over https', async () => {
    const empty = await emptyStore('SQLite')
    const place = await placeOn(empty.store, empty.dir, {}, { PUBLIC_URL: 'https://buurt.example.org' })
    const page = await clientOf(place).get('/aanmelden')
    const answer = await place.app.inject({
      method: 'POST',
      url: '/aanmelden',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([
        ...page
          .form()
          .sends()
          .filter(([name]) => name !== 'email'),
        ['email', 'iemand@example.org']
      ]).toString()
    })
    const [asked] = answer.cookies
    expect(asked).toMatchObject({
      name: '__Host-aanvraag',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/'
    })
    expect(asked).not.toHaveProperty('domain')
    await place.close()
    await empty.clear()
  })

  it('of a session count under https only with the name that no other site of the domain can set', async () => {
    const empty = await emptyStore('SQLite')
    const place = await placeOn(empty.store, empty.dir, {}, { PUBLIC_URL: 'https://buurt.example.org' })
    const person = await personWith(place, 'Farida', [])
    const session = await place.store.change((tx) => signInAs(tx, place.by(person), place.by(person).person!))
    const open = (cookie: string) => place.app.inject({ url: '/mijn/gegevens', headers: { cookie } })
    expect((await open(`__Host-buurt=${session.value}`)).statusCode).toBe(200)
    expect((await open(`buurt=${session.value}`)).headers.location).toMatch(/^\/aanmelden/)
    await place.close()
    await empty.clear()
  })
})
