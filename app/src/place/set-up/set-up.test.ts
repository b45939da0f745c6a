import { expect, it } from 'vitest'
import { checkPlaceColour } from '@buurtmacht/domain'
import { clientOf, personWith } from '../../../test/client.ts'
import { emptyStore, engines, onEveryEngine, placeOn, type Place } from '../../../test/kit.ts'
import { entriesAbout } from '../../journal/index.ts'
import { DARK, LIGHT } from '../../ui/index.ts'
import { exampleColours } from '../reading.tsx'

const answers = {
  name: 'Moerbeibuurt',
  town: 'Wilgerdam',
  areas: 'Wingerdflat\n\n  Vogelkershof \nwingerdflat\n',
  administrator: 'Ans',
  email: 'ans@example.org'
}
const codeOf = async (place: Place) => (await place.setUpCode()) ?? ''

it.each(Object.entries(exampleColours))('the example colour %s (%s) reads well', (_name, hex) => {
  expect(checkPlaceColour(hex, { paper: LIGHT.paper, ink: DARK.paper }).ok).toBe(true)
})

onEveryEngine(
  'setting up',
  (place) => {
    it('is where every page of an empty platform leads', async () => {
      for (const path of ['/', '/inbreng/nieuw', '/aanmelden', '/mijn', '/beheer/buurt', '/volg']) {
        const seen = await clientOf(place()).get(path)
        expect(seen.path, path).toBe('/opzetten')
      }
      expect((await clientOf(place()).get('/nergens')).status).toBe(404)
      expect((await place().app.inject({ url: '/healthz' })).statusCode).toBe(200)
      expect((await place().app.inject({ url: '/kleur.css' })).statusCode).toBe(200)
    })

    it('refuses a wrong code and keeps what was typed', async () => {
      const browser = clientOf(place())
      const seen = await (
        await browser.get('/opzetten')
      )
        .form()
        .fill({ ...answers, code: 'K7QF 2M9D 4T' })
        .send()
      expect(seen.status).toBe(422)
      expect(seen.text).toContain('Deze opzetcode klopt niet.')
      expect(seen.form().value('name')).toBe('Moerbeibuurt')
      expect(browser.cookies.has('buurt')).toBe(false)
    })

    it.each([
      ['a colour nobody can read', { colour: 'own', ownColour: '#dddddd' }, 'Deze kleur is niet goed te lezen.'],
      ['no colour', { colour: 'own', ownColour: 'groenig' }, 'Dit is geen kleur.'],
      ['an own colour that was forgotten', { colour: 'own', ownColour: '' }, 'Vul dit in.'],
      ['an address that is none', { email: 'ans' }, 'Dit is geen e-mailadres.'],
      ['no name', { name: ' ' }, 'Vul dit in.']
    ])('refuses %s and changes nothing', async (_what, wrong, words) => {
      const page = await clientOf(place()).get('/opzetten')
      const seen = await page
        .form()
        .fill({ ...answers, code: await codeOf(place()), ...wrong })
        .send()
      expect(seen.status).toBe(422)
      expect(seen.text).toContain(words)
      const left = await place().store.read.selectFrom('person').select('id').execute()
      expect(left).toEqual([])
    })

    it('makes the neighbourhood, signs its first administrator in, and shows a card that works', async () => {
      const browser = clientOf(place())
      const stranger = clientOf(place())
      const late = await stranger.get('/opzetten')
      const page = await browser.get('/opzetten')
      const code = (await codeOf(place())).toLowerCase()
      const seen = await page
        .form()
        .fill({ ...answers, code, colour: '#1b4f8a' })
        .send()
      expect(seen.path).toBe('/opzetten/klaar')
      expect(seen.h1).toBe('Moerbeibuurt staat er')
      const shown = /Code (\w{4} \w{4} \w\w)/.exec(seen.text)?.[1] ?? ''
      const pin = /Pincode van [^\d]*(\d{3} \d{3})/.exec(seen.text)?.[1] ?? ''
      expect((await browser.get('/beheer/buurt')).status).toBe(200)
      expect((await browser.get('/beheer/gebieden')).text).toMatch(/Wingerdflat.*Vogelkershof/)

      const home = clientOf(place())
      const inside = await (await home.get('/aanmelden/kaart')).form().fill({ code: shown, pin }).send()
      expect(inside.first).toBe(303)
      // Another browser of the same administrator does not see the card.
      expect((await home.get('/opzetten/klaar')).text).not.toContain(pin)

      expect(await place().setUpCode()).toBeUndefined()
      const again = await late
        .form()
        .fill({ ...answers, code })
        .send()
      expect(again.status).toBe(422)
      expect(again.text).toContain('Deze buurt is al opgezet.')
      expect((await stranger.get('/opzetten')).path).toBe('/')
      const kinds = (await entriesAbout(place().store.read, 'neighbourhood', '1')).map((entry) => entry.kind)
      expect(kinds).toEqual(['neighbourhood-set-up'])
    })

    it('lets administrators change it, and tells the second of two what happened', async () => {
      const admin = await personWith(place(), 'Bea', [{ kind: 'admin', from: place().by().today }])
      const [one, two] = [clientOf(place()), clientOf(place())]
      await one.signIn(admin)
      await two.signIn(admin)
      const pages = [await one.get('/beheer/buurt'), await two.get('/beheer/buurt')] as const
      expect(pages[0].form().value('colour')).toBe('#1b4f8a')
      const first = await pages[0].form().fill({ name: 'Moerbei', mark: 'tree' }).send()
      expect(first.text).toContain('Bewaard.')
      expect(first.body).toContain('/teken.svg?v=tree-1b4f8a')
      const second = await pages[1].form().fill({ name: 'Moerbeiwijk' }).send()
      expect(second.status).toBe(422)
      expect(second.text).toContain('Iemand anders heeft dit net veranderd.')
      expect(second.form().value('name')).toBe('Moerbeiwijk')
      expect((await place().app.inject({ url: '/teken.svg' })).body).toContain('#1b4f8a')
    })

    it('keeps the older names of an area', async () => {
      const admin = await personWith(place(), 'Cor', [{ kind: 'admin', from: place().by().today }])
      const browser = clientOf(place())
      await browser.signIn(admin)
      const added = await (await browser.get('/beheer/gebieden')).form().fill({ name: 'Gelderse Roos' }).send()
      expect(added.text).toContain('Gelderse Roos')
      const twice = await added.form().fill({ name: 'gelderse roos' }).send()
      expect(twice.text).toContain('Er is al een gebied met deze naam.')
      const href = added.links.find((link) => link.text === 'Gelderse Roos')?.href ?? ''
      await (await browser.get(href)).form().fill({ name: 'De Roos' }).send()
      const seen = await browser.get(href)
      expect(seen.h1).toContain('De Roos')
      expect(seen.text).toContain('Heette tot 3 maart 2026: Gelderse Roos')
    })
  },
  { withoutSetUp: false }
)

it.each(engines)(
  'two who set up at the same moment make one neighbourhood, and one is told plainly (%s)',
  async (engine) => {
    const empty = await emptyStore(engine)
    const place = await placeOn(empty.store, empty.dir, { withoutSetUp: false })
    const code = await codeOf(place)
    const pages = await Promise.all([1, 2, 3, 4].map(() => clientOf(place).get('/opzetten')))
    const seen = await Promise.all(
      pages.map((page, at) =>
        page
          .form()
          .fill({ ...answers, code, email: `eerste${at}@example.org` })
          .send()
      )
    )
    expect(seen.map((one) => one.first).sort()).toEqual([303, 422, 422, 422])
    for (const one of seen.filter(({ first }) => first === 422)) expect(one.text).toContain('Deze buurt is al opgezet.')
    expect(await place.store.read.selectFrom('person').select('id').execute()).toHaveLength(1)
    await place.close()
    await empty.clear()
  }
)
