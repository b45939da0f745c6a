import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine } from '../../../test/kit.ts'
import { neighbours, type Neighbours } from '../../../test/neighbours.ts'
import { visitor } from '../../../test/visitor.ts'
import { clearDrafts } from './actions.ts'

onEveryEngine('telling something', (place) => {
  let here: Neighbours
  beforeAll(async () => {
    here = await neighbours(place)
  })
  const somebody = () => visitor(place)
  const voice = (text: string) => place().store.read.selectFrom('voice').selectAll().where('text', '=', text).execute()
  const drafts = () => place().store.read.selectFrom('voice_draft').selectAll().execute()

  /** Answers everything up to the check; gives that page's address. */
  async function upToCheck(text: string, more: { show?: string; how?: Record<string, string> } = {}) {
    const me = somebody()
    const where = (await me.fill('/inbreng/nieuw', { text })).to
    const show = (await me.fill(where, { area: here.areas.kruidenhof })).to
    const tell = (await me.fill(show, { show: more.show ?? 'full' })).to
    const check = (await me.fill(tell, more.how ?? { how: 'code' })).to
    return { me, where, show, tell, check }
  }

  it('asks one question on each screen, needs no account or cookie, and hands out a code', async () => {
    const me = somebody()
    const first = await me.open('/inbreng/nieuw')
    expect(first.body).toContain('Stap 1 van 4')
    expect(first.body).toContain('Wat wil je vertellen?')
    const { me: giver, check } = await upToCheck('De lift is <b>weer</b> kapot & ik woon op 9. 😀', {
      how: { how: 'email', email: 'fatima@voorbeeld.test' }
    })
    const sure = await giver.open(check)
    expect(sure.body).toContain('De lift is &lt;b>weer&lt;/b> kapot')
    expect(sure.body).toContain('fatima@voorbeeld.test')
    expect(sure.headers['cache-control']).toBe('no-store')
    const sent = await giver.send(sure, check, {})
    expect(sent.status).toBe(303)
    expect(sent.to).toMatch(/^\/inbreng\/kaart\/[0-9A-Z]{10}$/)
    expect(giver.cookies.size).toBe(0)
    const card = await giver.open(sent.to)
    expect(card.status).toBe(200)
    expect(card.body).toContain('Dank je')
    const [kept] = await voice('De lift is <b>weer</b> kapot & ik woon op 9. 😀')
    expect(kept).toMatchObject({
      area_id: here.areas.kruidenhof,
      channel: 'online',
      show: 'full',
      tell_how: 'email',
      helper_id: null
    })
    expect(await drafts()).toEqual([])
  })

  it('keeps every answer on the way back, also one that is not finished', async () => {
    const { me, where, show, tell } = await upToCheck('Er is te weinig licht.')
    const back = await me.fill(`${tell}`, { how: 'phone', phone: '06' })
    expect(back.status).toBe(422)
    expect(back.body).toContain('Dit is geen telefoonnummer.')
    expect(back.body).toContain('href="#phone"')
    const went = await me.send(back, `${tell}?terug`, { how: 'phone', phone: '06' })
    expect(went.to).toBe(show)
    expect((await me.open(tell)).body).toContain('value="06"')
    expect((await me.open(show)).body).toMatch(/value="full" checked/)
    expect((await me.open(where)).body).toMatch(new RegExp(`value="${here.areas.kruidenhof}" checked`))
    expect((await me.open(where.replace('/waar', ''))).body).toContain('Er is te weinig licht.</textarea>')
  })

  it('hears both stories of somebody who goes back and tells another one on the same page', async () => {
    const me = somebody()
    const page = await me.open('/inbreng/nieuw')
    const first = (await me.send(page, '/inbreng/nieuw', { text: 'De bel is stuk.' })).to
    const second = (await me.send(page, '/inbreng/nieuw', { text: 'En het dak lekt.' })).to
    expect(second).not.toBe(first)
    expect((await me.open(first.replace('/waar', ''))).body).toContain('De bel is stuk.</textarea>')
    expect((await me.open(second.replace('/waar', ''))).body).toContain('En het dak lekt.</textarea>')
  })

  it('goes back and on with the same page without going round in a circle', async () => {
    const { me, show, tell, check } = await upToCheck('Er is te veel wind.')
    const page = await me.open(tell)
    expect((await me.send(page, `${tell}?terug`, { how: 'code' })).to).toBe(show)
    expect((await me.send(page, tell, { how: 'code' })).to).toBe(check)
  })

  it('keeps a draft so that the database alone reveals nothing of it', async () => {
    const { check } = await upToCheck('Mijn buurman heeft geen papieren.')
    const stored = JSON.stringify(await drafts())
    expect(stored).not.toContain('buurman')
    expect(stored).not.toContain(check.split('/')[3])
  })

  it('makes one voice of the same form sent twice, and of two at the same moment', async () => {
    const { me, check } = await upToCheck('Eén keer is genoeg.')
    const sure = await me.open(check)
    const both = await Promise.all([me.send(sure, check, {}), me.send(sure, check, {})])
    const third = await me.send(sure, check, {})
    expect(new Set([...both, third].map((one) => one.to)).size).toBe(1)
    expect(await voice('Eén keer is genoeg.')).toHaveLength(1)
  })

  it('says that it was sent already when the check is opened in a second window and sent from there', async () => {
    const { me, check } = await upToCheck('Twee vensters.')
    const [one, two] = [await me.open(check), await me.open(check)]
    expect((await me.send(one, check, {})).status).toBe(303)
    const second = await me.send(two, check, {})
    expect(second.body).toContain('Dit staat hier niet meer')
    expect(await voice('Twee vensters.')).toHaveLength(1)
  })

  it('ends a draft after a day, and the words that are typed then are not lost', async () => {
    const { me, where } = await upToCheck('Van gisteren.')
    const first = where.replace('/waar', '')
    const page = await me.open(first)
    place().clock.now += 25 * 3_600_000
    expect((await me.open(where)).body).toContain('Dit staat hier niet meer')
    const again = await me.send(page, first, { text: 'Toch nog iets.' })
    expect(again.status).toBe(303)
    expect((await me.open(again.to.replace('/waar', ''))).body).toContain('Toch nog iets.')
    await place().store.change((tx) => clearDrafts(tx, place().by().at))
    expect(await drafts()).toHaveLength(1)
  })

  it('refuses a text of 100 KB with a sentence and keeps it in the form', async () => {
    const long = 'Wat een verhaal. '.repeat(6100)
    const refused = await somebody().fill('/inbreng/nieuw', { text: long })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatch(/Dit is te lang: 103\.\d+ tekens/)
    expect(refused.body).toContain(long.trim().slice(-2000))
  })

  it('keeps letters of four bytes and words from right to left exactly', async () => {
    for (const text of ['الدرج مظلم في الليل، لا أرى شيئًا.', '𠜎 👩‍👩‍👧 ɛyɛ\n\nMe pɛ sɛ …']) {
      const { me, check } = await upToCheck(text)
      await me.fill(check, {})
      expect(await voice(text)).toHaveLength(1)
    }
  })

  it('refuses an empty story, no choice, and an area that is not here', async () => {
    const me = somebody()
    expect((await me.fill('/inbreng/nieuw', { text: ' \n ' })).body).toContain('Schrijf op wat je wilt vertellen.')
    const where = (await me.fill('/inbreng/nieuw', { text: 'Iets.' })).to
    const show = (await me.fill(where, { area: 'nergens' })).to
    expect((await me.fill(show, {})).status).toBe(422)
    await me.fill(show, { show: 'full' })
    await me.fill(show.replace('/tonen', '/horen'), { how: 'not' })
    const refused = await me.fill(show.replace('/tonen', '/klopt'), {})
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Kies een van de antwoorden.')
    expect(await voice('Iets.')).toHaveLength(0)
  })

  it('goes to the first question without an answer when somebody skips ahead', async () => {
    const me = somebody()
    const where = (await me.fill('/inbreng/nieuw', { text: 'Snel.' })).to
    expect((await me.open(where.replace('/waar', '/klopt'))).to).toBe(where.replace('/waar', '/tonen'))
  })

  it('lets a helper write down what others say, one after the other, without anything left of the one before', async () => {
    const rudi = await here.browser('rudi')
    expect((await rudi.open('/inbreng/nieuw?voor=ander')).to).toBe('/inbreng/voor-een-ander')
    const tomorrow = '2026-12-31'
    expect(
      (await rudi.fill('/inbreng/voor-een-ander', { channel: 'door', heardOn: tomorrow, onBehalf: 'no' })).body
    ).toContain('href="#heardOn"')
    const first = await rudi.fill('/inbreng/voor-een-ander', {
      channel: 'door',
      heardOn: '2026-03-01',
      onBehalf: 'yes'
    })
    const what = first.to
    expect((await rudi.open(what)).body).toContain('Stap 2 van 5')
    await rudi.fill(what, { text: 'Mevrouw wil een bankje bij de vijver.' })
    await rudi.fill(`${what}/waar`, { area: '' })
    await rudi.fill(`${what}/tonen`, { show: 'summary' })
    await rudi.fill(`${what}/horen`, { how: 'letter', letter: 'Kruidenhof 12' })
    const sent = await rudi.fill(`${what}/klopt`, {})
    const card = await rudi.open(sent.to)
    expect(card.body).toContain('Volgende persoon')
    const [kept] = await voice('Mevrouw wil een bankje bij de vijver.')
    expect(kept).toMatchObject({
      channel: 'door',
      helper_id: 'rudi',
      on_behalf: 1,
      heard_on: '2026-03-01',
      show: 'summary'
    })
    const next = /href="(\/inbreng\/voor-een-ander[^"]*)"/.exec(card.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const again = await rudi.open(next)
    expect(again.body).toMatch(/value="door" checked/)
    expect(again.body).not.toContain('Kruidenhof 12')
    expect(
      (await rudi.open((await rudi.fill(next, { channel: 'door', heardOn: '2026-03-01', onBehalf: 'no' })).to)).body
    ).not.toContain('bankje')
  })

  it('keeps what a helper began to that helper', async () => {
    const rudi = await here.browser('rudi')
    const what = (
      await rudi.fill('/inbreng/voor-een-ander', { channel: 'phone', heardOn: '2026-03-01', onBehalf: 'no' })
    ).to
    await rudi.fill(what, { text: 'Dit gaat niemand anders aan.' })
    for (const other of [somebody(), await here.browser('bep'), await here.browser('kees')]) {
      const seen = await other.open(what)
      expect([303, 404]).toContain(seen.status)
      expect(seen.body).not.toContain('gaat niemand')
      const tried = await other.send(await other.open('/inbreng/nieuw'), what, { text: 'Iets anders.' })
      expect(tried.status).toBe(403)
      expect(tried.body).not.toContain('gaat niemand')
      expect(tried.body).toContain('Iets anders.')
    }
  })

  it('lets nobody who speaks for an institution write for residents, by page or by hand', async () => {
    const kees = await here.browser('kees')
    expect((await kees.open('/inbreng/voor-een-ander')).status).toBe(403)
    const page = await kees.open('/inbreng/nieuw')
    const tried = await kees.send(page, '/inbreng/voor-een-ander', {
      channel: 'door',
      heardOn: '2026-03-01',
      onBehalf: 'no'
    })
    expect(tried.status).toBe(403)
  })

  it('never tells in the record who gave a voice, nor where a voice is from that nobody may see', async () => {
    const rudi = await here.browser('rudi')
    const where = (await rudi.fill('/inbreng/nieuw', { text: 'Van mijzelf, stil.' })).to
    await rudi.fill(where, { area: here.areas.lindehof })
    await rudi.fill(where.replace('/waar', '/tonen'), { show: 'none' })
    await rudi.fill(where.replace('/waar', '/horen'), { how: 'not' })
    await rudi.fill(where.replace('/waar', '/klopt'), {})
    const [kept] = await voice('Van mijzelf, stil.')
    expect(kept?.helper_id).toBeNull()
    const entry = await place()
      .store.read.selectFrom('journal_entry')
      .select('entry')
      .where('about_id', '=', kept?.id ?? '')
      .executeTakeFirstOrThrow()
    expect(entry.entry).not.toContain('rudi')
    expect(entry.entry).not.toContain(here.areas.lindehof)
    expect(entry.entry).toContain('"by":"anyone"')
  })
})
