import { expect, it } from 'vitest'
import { ok, refused } from '@buurtmacht/domain'
import { anyone, signedInPeople } from '../src/people/index.ts'
import { page, PageForm, type Page, type Sent, type Visit } from '../src/web/index.ts'
import { clientOf, type Client } from './client.ts'
import { stackTrace } from './html.ts'
import { onEveryEngine, type Place } from './kit.ts'
import { personWith } from './world.ts'

/** The smallest page with a form there is: each accepted sending adds one area. Its fields are named as people read them. */
const smallest = (path: string, who: Page['who']): Page => {
  const fields = { Naam: { kind: 'text', max: 60 }, Waarom: { kind: 'long', max: 500, optional: true } } as const
  return page({
    path,
    who,
    fields,
    show: async (visit: Visit, sent?: Sent) => ({
      title: 'Proef met een gebied',
      body: (
        <>
          <h1>Proef</h1>
          <PageForm visit={visit} fields={fields} words="form" sent={sent} />
        </>
      )
    }),
    submit: async (tx, change, given) => {
      if (given.Naam === 'crash') throw new Error('a secret inside at /srv/app.ts:1:1')
      if (given.Naam === 'nee') return refused('reason-missing', { field: 'Waarom' })
      const id = `a${Buffer.from(change.by.chance(6)).toString('hex')}`
      const rest = { outline: null, place: 1, code: null, code_system: null, from_year: null, until_year: null }
      await tx
        .insertInto('area')
        .values({ id, name: given.Naam, ...rest })
        .execute()
      return ok({ goTo: '/volg' })
    }
  })
}

const trial = '/proef'
const morePages = [smallest(trial, anyone), smallest('/proef-aangemeld', signedInPeople)]

const areas = async (place: Place): Promise<string[]> =>
  (await place.store.read.selectFrom('area').select('name').execute()).map((row) => row.name)

/** A page that says in plain words what happened and what to do, and leads back. */
function saysPlainly(seen: Awaited<ReturnType<Client['raw']>>, title: string): void {
  expect(seen.h1).toBe(title)
  expect(seen.text).toContain('Wat kun je doen?')
  expect(seen.links.map((link) => link.href)).toContain('/')
  expect(seen.body).not.toMatch(stackTrace)
  expect(seen.body).not.toContain('a secret inside')
}

onEveryEngine(
  'when something goes wrong',
  (place) => {
    const somebody = () => clientOf(place())
    const type = (value: string) => ({ 'content-type': value, origin: 'http://buurt.test' })

    it('an unknown address is answered in plain words, in the language one reads', async () => {
      const seen = await somebody().get('/bestaat-niet')
      expect(seen.status).toBe(404)
      saysPlainly(seen, 'Deze bladzijde is er niet')
      const english = await somebody().get('/bestaat-niet?taal=en')
      expect(english).toMatchObject({ status: 404, lang: 'en' })
      expect(english.h1).not.toBe(seen.h1)
    })

    it('a wrong method is answered with the methods that are right', async () => {
      for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
        const seen = await somebody().raw({ method, url: trial })
        expect(seen.status).toBe(405)
        expect(seen.headers['allow']).toBe('GET, HEAD, POST')
        saysPlainly(seen, 'Dit kan hier niet')
      }
    })

    it('a body of more than a megabyte is refused with a page, and nothing is kept', async () => {
      const seen = await somebody().raw({
        method: 'POST',
        url: trial,
        payload: `Naam=${'a'.repeat(1_100_000)}`,
        headers: type('application/x-www-form-urlencoded')
      })
      expect(seen.status).toBe(413)
      saysPlainly(seen, 'Dit is te veel in één keer')
      expect(await areas(place())).toEqual([])
    })

    it('a hundred thousand characters are refused with a sentence, and stay in the form', async () => {
      const client = somebody()
      const long = `${'ɛ😀 في '.repeat(14_300)}einde`
      const seen = await (await client.get(trial)).form().fill({ Naam: 'Laan', Waarom: long }).send()
      expect(seen.status).toBe(422)
      expect(seen.form().value('Waarom').replaceAll('\r\n', '\n')).toBe(long)
      expect(seen.text).toContain('Dit is te lang')
      expect(seen.links.map((link) => link.href)).toContain('#Waarom')
    })

    it.each([
      ['an unknown kind of body', 'application/xml', '<a/>'],
      ['a body that is no JSON', 'application/json', '{"name":'],
      ['a body without a kind', 'x', 'name=1'],
      ['a body that would change how objects work', 'application/json', '{"__proto__":{"a":1},"name":"x"}']
    ])('%s is refused with a page', async (_what, contentType, payload) => {
      const seen = await somebody().raw({ method: 'POST', url: trial, payload, headers: type(contentType) })
      expect(seen.status).toBeGreaterThanOrEqual(400)
      expect(seen.status).toBeLessThan(500)
      expect(seen.body).not.toMatch(stackTrace)
      expect(await areas(place())).toEqual([])
    })

    it.each([
      '/%',
      '/%zz',
      '/volg/%ff%fe',
      '/buurtdoelen/%00',
      '/groepen/%E0%A4%A',
      '/buurtdoelen/..%2f..%2fetc',
      `/buurtdoelen/${'a'.repeat(300)}`,
      `/api/v1/goals/${'a'.repeat(300)}`
    ])('the address %s is refused in plain words', async (url) => {
      const seen = await somebody().raw({ method: 'GET', url })
      expect([303, 400, 404]).toContain(seen.status)
      expect(seen.body).not.toMatch(stackTrace)
    })

    it('a cursor, a limit or a filter that makes no sense is left aside', async () => {
      for (const query of [
        'na=%00',
        'na=~~~',
        "na=1'--",
        'limit=100000',
        'limit=-1',
        'na[]=x',
        'gedaan=__proto__',
        'taal=../../x'
      ])
        for (const path of ['/', '/buurtdoelen', '/inbreng'])
          expect((await somebody().get(`${path}?${query}`)).status, `${path}?${query}`).toBeLessThan(500)
    })

    it('our own mistake says that it is ours, and nothing of what is inside', async () => {
      const client = somebody()
      const seen = await (await client.get(trial)).form().fill({ Naam: 'crash' }).send()
      expect(seen.status).toBe(500)
      saysPlainly(seen, 'Er ging iets mis bij ons')
      expect(seen.headers['cache-control']).toBe('no-store')
    })

    it('a refusal shows the form again with a summary, and everything that was typed', async () => {
      const seen = await (
        await somebody().get(trial)
      )
        .form()
        .fill({ Naam: 'nee', Waarom: 'Een <b>reden</b>\nop twee regels' })
        .send()
      expect(seen.status).toBe(422)
      expect(seen.form().value('Waarom')).toBe('Een <b>reden</b>\nop twee regels')
      expect(seen.links.map((link) => link.href)).toContain('#Waarom')
    })

    it('a form that is sent twice counts once', async () => {
      const form = (await somebody().get(trial)).form().fill({ Naam: 'Eenmaal' })
      const first = await form.send()
      const second = await form.again()
      expect(second.path).toBe(first.path)
      expect((await areas(place())).filter((name) => name === 'Eenmaal')).toHaveLength(1)
      const both = (await somebody().get(trial)).form().fill({ Naam: 'Tegelijk' })
      await Promise.all([both.send(), both.send()])
      expect((await areas(place())).filter((name) => name === 'Tegelijk')).toHaveLength(1)
    })

    it('a form from another site is refused', async () => {
      const client = somebody()
      const pairs = (await client.get(trial)).form().fill({ Naam: 'Vreemd' }).sends()
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null', 'sec-fetch-site': 'cross-site' },
        { origin: 'http://buurt.test.evil.example' }
      ]) {
        const seen = await client.post(trial, pairs, headers)
        expect(seen.status).toBe(403)
        saysPlainly(seen, 'Dit kwam niet van onze eigen bladzijde')
      }
      expect(await areas(place())).not.toContain('Vreemd')
    })

    it('a form without its token changes nothing and keeps what was typed', async () => {
      for (const csrf of [[], [['csrf', 'made-up']]] as [string, string][][]) {
        const seen = await somebody().post(trial, [['Naam', 'Zonder'], ...csrf])
        expect(seen.status).toBe(403)
        expect(seen.form().value('Naam')).toBe('Zonder')
      }
      expect(await areas(place())).not.toContain('Zonder')
    })

    it('somebody else’s token does not fit', async () => {
      const [one, other] = [clientOf(place()), clientOf(place())]
      await one.signIn(await personWith(place(), 'Een', []))
      await other.signIn(await personWith(place(), 'Ander', []))
      const pairs = (await one.get('/proef-aangemeld')).form().fill({ Naam: 'Geleend' }).sends()
      expect((await other.post('/proef-aangemeld', pairs)).status).toBe(403)
      expect(await areas(place())).not.toContain('Geleend')
    })

    it('a session that ended while writing loses no word', async () => {
      const client = clientOf(place())
      await client.signIn(await personWith(place(), 'Schrijver', []))
      const form = (await client.get('/proef-aangemeld'))
        .form()
        .fill({ Naam: 'Bewaard', Waarom: 'Lang verhaal\nmet regels' })
      client.cookies.clear()
      const lost = await form.send()
      expect(lost.status).toBe(401)
      expect(lost.h1).toBe('Je bent niet meer aangemeld')
      expect(lost.form().value('Waarom')).toBe('Lang verhaal\nmet regels')
      expect(await areas(place())).not.toContain('Bewaard')
      await client.signIn(await personWith(place(), 'Schrijver weer', []))
      const back = await (await client.get('/proef-aangemeld')).form().fill({ Naam: 'Bewaard' }).send()
      expect(back.first).toBe(303)
    })

    it('a page for people with a task sends others to sign in, and remembers the way', async () => {
      const seen = await somebody().raw({ method: 'GET', url: '/proef-aangemeld?x=1' })
      expect(seen.status).toBe(303)
      expect(seen.headers.location).toBe('/aanmelden?terug=%2Fproef-aangemeld%3Fx%3D1')
    })

    it('nobody is believed about where they come from', async () => {
      const seen = await somebody().get('/', { 'x-forwarded-for': '10.9.9.9', 'x-forwarded-host': 'evil.example' })
      expect(seen.body).not.toContain('evil.example')
    })
  },
  { morePages }
)
