import { expect, it } from 'vitest'
import type { Role } from '@buurtmacht/domain'
import { clientOf, personWith, type Client, type Seen } from '../../test/client.ts'
import { onEveryEngine, testNoon, type Place } from '../../test/kit.ts'
import { institutionsOf } from '../institutions/index.ts'
import { groupsOf } from '../groups/index.ts'
import { rolesOf } from '../people/index.ts'

async function as(place: Place, name: string, roles: Role[]): Promise<{ id: string; browser: Client }> {
  const id = await personWith(place, name, roles, `${name.toLowerCase()}@example.org`)
  const browser = clientOf(place)
  await browser.signIn(id)
  return { id, browser }
}

onEveryEngine('looking after the place', (place) => {
  const since = '2026-01-01' as Role['from']
  const admin = () => as(place(), `Ans${Math.random()}`, [{ kind: 'admin', from: since }])

  it('an administrator writes down the first group and an institution, and people with tasks', async () => {
    const { browser } = await admin()
    expect((await browser.get('/beheer')).status).toBe(200)
    const first = await browser.get('/groepen/nieuw')
    expect(first.form().fields).not.toContain('spokenWith')
    const group = await first
      .form()
      .fill({
        name: 'Flatcommissie',
        kind: 'tenants',
        about: 'Wij wonen in de flat.',
        leading: 'later',
        languages: ['nl', 'srn']
      })
      .send()
    expect(group.path).toMatch(/^\/groepen\/\w+\?gedaan=group-started/)
    const institution = await (
      await browser.get('/instanties/nieuw')
    )
      .form()
      .fill({ name: 'Wilgerwonen', kind: 'housing', about: 'Verhuurt de flats.' })
      .send()
    expect(institution.path).toMatch(/^\/instanties\/\w+\?gedaan=institution-added/)

    const page = await browser.get('/beheer/mensen')
    const joyce = await page.form().fill({ name: 'Joyce', email: 'joyce@example.org' }).send()
    expect(joyce.h1).toBe('Joyce')
    expect(joyce.text).toContain('joyce@example.org')
    const task = await browser.get(`${joyce.path.split('?')[0]}/taak`)
    const [flat] = await groupsOf(place().store.read)
    const given = await task.form().fill({ kind: 'lead', group: flat!.id }).send()
    expect(given.text).toContain('Trekker van een groep – Flatcommissie, sinds 3 maart 2026')
  })

  it('asks for the group or institution that goes with a task', async () => {
    const { browser } = await admin()
    const id = await personWith(place(), 'Rudi', [])
    const task = await browser.get(`/beheer/mensen/${id}/taak`)
    expect((await task.form().fill({ kind: 'helper' }).send()).status).toBe(422)
    expect((await task.form().fill({ kind: 'contact' }).send()).status).toBe(422)
  })

  it('never makes somebody from an institution administrator or lead', async () => {
    const { browser } = await admin()
    const [wilger] = await institutionsOf(place().store.read)
    const [flat] = await groupsOf(place().store.read)
    const id = await personWith(place(), 'Samira', [{ kind: 'contact', institution: wilger!.id, from: since }])
    const task = await browser.get(`/beheer/mensen/${id}/taak`)
    for (const kind of ['admin', 'lead']) {
      const seen = await task.form().fill({ kind, group: flat!.id }).send()
      expect(seen.status, kind).toBe(422)
      expect(seen.text).toContain('Iemand van een instantie kan niet ook beheerder of trekker zijn.')
    }
    expect(await rolesOf(place().store.read, id)).toHaveLength(1)
  })

  it('ends a task on a day, and shows it as history after that', async () => {
    const { browser } = await admin()
    const [flat] = await groupsOf(place().store.read)
    const id = await personWith(place(), 'Bep', [{ kind: 'helper', group: flat!.id, from: since }])
    const stop = (await browser.get(`/beheer/mensen/${id}`)).links.find((link) => link.href.startsWith('/taken/'))
    const ended = await (await browser.get(stop!.href)).form().fill({ until: '2026-03-03' }).send()
    expect(ended.text).toContain('van 1 januari 2026 tot en met 3 maart 2026')
    place().clock.now += 86_400_000
    const seen = await browser.get(`/beheer/mensen/${id}`)
    expect(seen.links.some((link) => link.href.startsWith('/taken/'))).toBe(false)
    expect((await rolesOf(place().store.read, id))[0]?.until).toBe('2026-03-03')
    place().clock.now = testNoon
  })

  it('makes a card that is shown once, to the administrator who made it', async () => {
    const [one, other] = [await admin(), await admin()]
    const id = await personWith(place(), 'Bep', [])
    const path = `/beheer/mensen/${id}/kaart`
    const seen = await (await one.browser.get(path)).form().send()
    const code = /Code (\w{4} \w{4} \w\w)/.exec(seen.text)?.[1] ?? ''
    const pin = /Pincode van [^\d]*(\d{3} \d{3})/.exec(seen.text)?.[1] ?? ''
    const bep = clientOf(place())
    expect((await (await bep.get('/aanmelden/kaart')).form().fill({ code, pin }).send()).first).toBe(303)
    expect((await other.browser.get(path)).text).not.toContain(code)
    // Not even with the first one's cookie in hand.
    other.browser.cookies.set('kaart', one.browser.cookies.get('kaart')!)
    expect((await other.browser.get(path)).text).not.toContain(code)
    one.browser.cookies.delete('kaart')
    expect((await one.browser.get(path)).text).not.toContain(code)
  })

  it('a group lead starts a group after speaking with others, changes it and finds helpers', async () => {
    const [flat] = await groupsOf(place().store.read)
    const { browser, id } = await as(place(), 'Naima', [{ kind: 'lead', group: flat!.id, from: since }])
    const page = await browser.get('/groepen/nieuw')
    const typed = { name: 'Jongeren', kind: 'youth', about: 'Een plek voor ons.', leading: 'me' }
    const alone = await page.form().fill(typed).send()
    expect(alone.status).toBe(422)
    expect(alone.text).toContain('Kies met welke groepen je hebt gesproken.')
    const started = await alone
      .form()
      .fill({ spokenWith: [flat!.id] })
      .send()
    const group = /\/groepen\/(\w+)/.exec(started.path)?.[1] ?? ''
    expect(await rolesOf(place().store.read, id)).toContainEqual({ kind: 'lead', group, from: place().by().today })

    const [mine, again] = [
      await browser.get(`/groepen/${group}/wijzigen`),
      await browser.get(`/groepen/${group}/wijzigen`)
    ]
    await mine.form().fill({ meets: 'Elke vrijdag in de gymzaal' }).send()
    const second = await again.form().fill({ meets: 'Nooit' }).send()
    expect(second.text).toContain('Iemand anders heeft dit net veranderd.')

    const helpers = await browser.get(`/groepen/${group}/helpers`)
    const added = await helpers.form().fill({ name: 'Emre' }).send()
    expect(added.text).toContain('Emre · Bewoner die meehelpt')
    const stop = added.links.find((link) => link.href.startsWith('/taken/'))
    expect((await (await browser.get(stop!.href)).form().send()).path).toMatch(/helpers/)
    // The helper of the other group's lead is not theirs to end, nor the other group theirs to change.
    expect((await browser.get('/beheer/mensen')).status).toBe(403)
    const stranger = await as(place(), 'Kees', [{ kind: 'helper', group: flat!.id, from: since }])
    expect((await stranger.browser.get(`/groepen/${group}/wijzigen`)).status).toBe(403)
    expect((await stranger.browser.get(stop!.href)).status).toBe(403)
  })

  it('shows people page by page, each of them once', async () => {
    const { browser } = await admin()
    for (let n = 0; n < 45; n++) await personWith(place(), `Buur ${String(n).padStart(2, '0')}`, [])
    const seen: string[] = []
    let pages = 0
    for (let page: Seen | undefined = await browser.get('/beheer/mensen'); page; pages++) {
      const people = page.links.filter(({ href }) => /^\/beheer\/mensen\/\w{12}$/.test(href))
      expect(people.length).toBeLessThanOrEqual(20)
      seen.push(...people.map(({ href, text }) => `${text} ${href}`))
      const on: string | undefined = page.links.find(({ text }) => text === 'Verder')?.href
      page = on ? await browser.get(on) : undefined
    }
    expect(pages).toBeGreaterThan(2)
    expect(seen.filter((name) => name.startsWith('Buur '))).toHaveLength(45)
    expect(seen).toEqual([...new Set(seen)])
  })

  it('says of a task that ended that it has ended, and leads back to the person', async () => {
    const { browser } = await admin()
    const id = await personWith(place(), 'Pieter', [{ kind: 'admin', from: since }])
    await place().store.change((tx) =>
      tx.updateTable('role').set({ until_on: '2026-02-01' }).where('person_id', '=', id).execute()
    )
    const [role] = await place().store.read.selectFrom('role').select('id').where('person_id', '=', id).execute()
    const page = await browser.get(`/taken/${role!.id}`)
    expect(page.text).toContain('Deze taak was al gestopt.')
    expect(page.forms).toEqual([])
    expect(page.links).toContainEqual({ href: `/beheer/mensen/${id}`, text: 'Pieter' })
  })

  it('keeps everybody else out of the administrators’ pages', async () => {
    const [flat] = await groupsOf(place().store.read)
    const { browser } = await as(place(), 'Lotte', [{ kind: 'helper', group: flat!.id, from: since }])
    const id = await personWith(place(), 'Iemand', [], 'geheim@example.org')
    for (const path of [
      '/beheer',
      '/beheer/mensen',
      `/beheer/mensen/${id}`,
      `/beheer/mensen/${id}/kaart`,
      '/instanties/nieuw'
    ]) {
      const seen = await browser.get(path)
      expect(seen.status, path).toBe(403)
      expect(seen.body).not.toContain('geheim@example.org')
    }
  })
})
