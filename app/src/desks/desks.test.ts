import { beforeAll, expect, it } from 'vitest'
import { as, buildStreet, street } from '../../test/street.ts'
import { clientOf, type Client } from '../../test/client.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { adoptGoal, proposeGoal } from '../goals/index.ts'
import { startGroup } from '../groups/index.ts'
import { giveVoice } from '../voices/index.ts'

onEveryEngine('the pages where people begin', (place) => {
  beforeAll(async () => {
    await buildStreet(place())
    const joyce = as(place(), 'joyce')
    await place().store.change(async (tx) => {
      const goal = await proposeGoal(tx, joyce, street.need, { group: street.flat, title: 'Licht in de gangen' })
      if (!goal.ok) throw new Error(goal.refusal.code)
      await adoptGoal(tx, joyce, goal.value)
      for (const show of ['full', 'summary', 'none'] as const) {
        const given = await giveVoice(tx, place().by(), (_purpose, text) => text, {
          text: `De lantaarns bij de speeltuin zijn kapot (${show}).`,
          lang: 'nl',
          channel: 'online',
          show,
          tellBack: { how: 'not' },
          by: 'anyone'
        })
        if (!given.ok) throw new Error(given.refusal.code)
      }
    })
  })

  const visitor = (): Client => clientOf(place())

  it('shows a neighbour on the first page what is worked on, without an account', async () => {
    const home = await visitor().get('/')
    expect(home.text).toContain('Licht in de gangen')
    expect(home.text).toContain('Je hoeft je naam niet te zeggen')
    expect(home.links.map((link) => link.href)).toContain('/inbreng/nieuw')
  })

  it('finds what everybody may read, in either language, and never what somebody wanted kept', async () => {
    for (const lang of ['nl', 'en']) {
      const found = await visitor().get(`/zoeken?q=lantaarn+speeltuinen&taal=${lang}`)
      expect(found.text).toContain('(full)')
      expect(found.text).not.toContain('(summary)')
      expect(found.text).not.toContain('(none)')
    }
    expect((await visitor().get('/zoeken?q=lantaarn&soort=goal')).text).toContain('Niets gevonden')
    expect((await visitor().get('/zoeken?q=gangen&soort=goal')).text).toContain('Licht in de gangen')
  })

  it('lists groups by kind, and goes on to a next page when there are many', async () => {
    const { store } = place()
    const church = await visitor().get('/groepen?soort=faith')
    expect(church.text).toContain('Kerk De Open Deur')
    expect(church.text).not.toContain('Flatcommissie')
    const ans = as(place(), 'ans')
    await store.change(async (tx) => {
      for (let nr = 1; nr <= 20; nr++) {
        const started = await startGroup(tx, ans, {
          name: `Tuinclub ${String(nr).padStart(2, '0')}`,
          kind: 'other',
          about: 'Wij tuinieren samen.',
          spokenWith: [],
          noneBecause: 'Wij vragen het nog.',
          languages: ['nl']
        })
        if (!started.ok) throw new Error(started.refusal.code)
      }
    })
    const first = await visitor().get('/groepen')
    expect(first.text).not.toContain('Tuinclub 20')
    const next = first.links.find((link) => link.href.includes('na='))
    expect((await visitor().get(next!.href)).text).toContain('Tuinclub 20')
  })

  it('shows everything when an address asks for what no list knows', async () => {
    for (const word of ['onzin', 'constructor', '__proto__', 'toString'])
      for (const list of ['/buurtdoelen?stand=', '/verzoeken?toon=', '/toezeggingen?toon=', '/inbreng?kanaal='])
        expect([list + word, (await visitor().get(list + word)).status]).toEqual([list + word, 200])
    expect((await visitor().get('/buurtdoelen?stand=constructor')).text).toContain('Licht in de gangen')
  })

  it('never tells at an area that somebody said something there who wanted it shown to nobody', async () => {
    const { store } = place()
    const area = { outline: null, place: 0, code: null, code_system: null, from_year: null, until_year: null }
    await store.change((tx) =>
      tx
        .insertInto('area')
        .values({ id: 'tijm', name: 'Tijmflat', ...area })
        .execute()
    )
    const page = async () => (await visitor().get('/gebieden/tijm')).text
    const before = await page()
    const said = { text: 'Niet vertellen.', lang: 'nl', area: 'tijm', channel: 'online', show: 'none' }
    const giving = { ...said, tellBack: { how: 'not' }, by: 'anyone' as const }
    const given = await store.change((tx) => giveVoice(tx, place().by(), (_purpose, text) => text, giving))
    expect(given.ok).toBe(true)
    expect(await page()).toBe(before)
  })

  it('sends a helper who speaks for an institution as well to no page that is closed to them', async () => {
    const { store } = place()
    const contact = { group_id: null, institution_id: street.housing, until_on: null }
    const role = { id: 'bep-too', person_id: street.bep, kind: 'contact' as const, from_on: '2025-01-01', ...contact }
    const goal = await store.read.selectFrom('goal').select('id').executeTakeFirstOrThrow()
    const days = { result_on: '2026-03-01', news_on: '2026-03-01' }
    const result = { state: 'underWay' as const, result: 'Er brandt weer licht.', ...days }
    await store.change(async (tx) => {
      await tx.updateTable('goal').set(result).where('id', '=', goal.id).execute()
      await tx.insertInto('role').values(role).execute()
    })
    const bep = visitor()
    await bep.signIn('bep')
    const page = await bep.get('/mijn')
    const paths = [...new Set(page.links.map((link) => link.href).filter((href) => href.startsWith('/')))]
    expect(paths.length).toBeGreaterThan(5)
    for (const path of paths) expect([path, (await bep.get(path)).status]).toEqual([path, 200])
    await store.change((tx) => tx.deleteFrom('role').where('id', '=', 'bep-too').execute())
    expect((await bep.get('/mijn')).body).toContain(`/buurtdoelen/${goal.id}/terugvertellen`)
  })

  it('tells each person what waits for them, and nobody else', async () => {
    const joyce = visitor()
    await joyce.signIn('joyce')
    expect((await joyce.get('/mijn')).text).toContain('Dag Joyce Landveld')
    const stranger = await visitor().get('/mijn')
    expect(stranger.path).toContain('/aanmelden')
  })
})
