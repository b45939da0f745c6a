// Who: a lead who looks for helpers, a neighbour who is asked, and somebody who wants to find out who has an account here.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { clientOf, personWith, type Client } from '../../../test/client.ts'
import { onEveryEngine, testNoon, type Place } from '../../../test/kit.ts'
import { as, buildStreet, street } from '../../../test/street.ts'
import { entriesAbout } from '../../journal/index.ts'
import { endRole, rolesOf } from '../../people/index.ts'
import { mostInvites } from './actions.ts'

async function mailsTo(place: Place, email: string): Promise<string[]> {
  await Promise.all(place.site.inHand)
  const dir = join(place.dir, 'mail')
  return readdirSync(dir)
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .filter((mail) => mail.includes(`To: ${email}`))
    .map((mail) => mail.replace(/=\n/g, '').replaceAll('=3D', '='))
}
const linkIn = (mail: string | undefined) => /http:\/\/buurt\.test(\/uitnodiging\/[\w-]+)/.exec(mail ?? '')?.[1] ?? ''

onEveryEngine('asking somebody to help', (place) => {
  const address = `/groepen/${street.flat}/helpers`
  let joyce: Client
  let nr = 0
  beforeAll(async () => {
    await buildStreet(place())
    joyce = clientOf(place())
    await joyce.signIn('joyce')
  })
  const ask = async (name: string, email: string) => (await joyce.get(address)).form().fill({ name, email }).send()
  const asked = async () => {
    const email = `nieuw${++nr}@example.org`
    await ask('Emre', email)
    return { email, link: linkIn((await mailsTo(place(), email)).at(-1)) }
  }

  it('says the same whether the address has an account here or not, and shows nobody’s own name', async () => {
    await personWith(place(), 'Zeldzame Naam', [], 'bekend@example.org')
    const before = await place().store.read.selectFrom('person').select('id').execute()
    const [known, unknown] = [await ask('Emre', 'bekend@example.org'), await ask('Emre', 'onbekend@example.org')]
    expect([known.first, known.path]).toEqual([unknown.first, unknown.path])
    expect(known.text).not.toContain('Zeldzame Naam')
    const lines = unknown.text.match(/Emre · gevraagd op 3 maart 2026/g)
    expect(lines).toHaveLength(2)
    expect(await place().store.read.selectFrom('person').select('id').execute()).toEqual(before)
    const [one, two] = [await mailsTo(place(), 'bekend@example.org'), await mailsTo(place(), 'onbekend@example.org')]
    const alike = (mail = '') => mail.replace(/uitnodiging\/[\w-]+/, '').match(/\n\nDag[^]*/)?.[0]
    expect(alike(one[0])).toBe(alike(two[0]))
    expect(alike(one[0])).toContain('Joyce Landveld vraagt')
    const entries = JSON.stringify(await entriesAbout(place().store.read, 'group', street.flat))
    expect(entries).toContain('helper-invited')
    expect(entries).not.toMatch(/Emre|example\.org/)
  })

  it('makes nobody a helper until they press yes; opening the link, however often, changes nothing', async () => {
    const { email, link } = await asked()
    const reader = clientOf(place())
    for (let i = 0; i < 3; i++) await reader.get(link)
    const none = await place().store.read.selectFrom('person').select('id').where('email', '=', email).execute()
    expect(none).toEqual([])
    const page = await reader.get(link)
    expect(page.h1).toBe('Help je mee bij Flatcommissie Wingerdflat?')
    const yes = await page.form().send()
    expect(yes.text).toContain('Fijn dat je meehelpt.')
    expect(reader.cookies.has('buurt')).toBe(false)
    const person = await place()
      .store.read.selectFrom('person')
      .select(['id', 'name'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    expect(await rolesOf(place().store.read, person.id)).toMatchObject([{ kind: 'helper', group: street.flat }])
    expect((await joyce.get(address)).text).toContain('Emre · Bewoner die meehelpt')
    expect((await reader.get(link)).status).toBe(410)
  })

  it('gives the task to the account that has the address, under its own name', async () => {
    const id = await personWith(place(), 'Farida', [], 'farida@example.org')
    await ask('Buurvrouw', 'FARIDA@example.org')
    const link = linkIn((await mailsTo(place(), 'farida@example.org'))[0])
    await (await clientOf(place()).get(link)).form().send()
    expect(await rolesOf(place().store.read, id)).toMatchObject([{ kind: 'helper', group: street.flat }])
    expect((await joyce.get(address)).text).toContain('Farida · Bewoner die meehelpt')
  })

  it('ends after two weeks, and when who asked no longer leads the group', async () => {
    const late = await asked()
    const page = await clientOf(place()).get(late.link)
    place().clock.now += 14 * 86_400_000 + 1000
    expect((await page.form().send()).status).toBe(422)
    expect((await clientOf(place()).get(late.link)).status).toBe(410)
    place().clock.now = testNoon
    const other = await asked()
    const open = await clientOf(place()).get(other.link)
    await place().store.change((tx) => endRole(tx, as(place(), 'ans'), 'role-joyce', '2026-03-02' as never))
    expect((await open.form().send()).status).toBe(422)
    await place().store.change((tx) =>
      tx.updateTable('role').set({ until_on: null }).where('id', '=', 'role-joyce').execute()
    )
  })

  it('fills nobody’s mailbox: so many wait for an answer at the same time', async () => {
    await place().store.change((tx) => tx.deleteFrom('group_invite').execute())
    for (let i = 0; i < mostInvites; i++) expect((await ask('Emre', `vol${i}@example.org`)).first).toBe(303)
    const refused = await ask('Emre', 'vol@example.org')
    expect(refused.status).toBe(422)
    expect(await mailsTo(place(), 'vol@example.org')).toEqual([])
  })

  it('puts no link of anybody’s making, and no line of their own, into a letter', async () => {
    await place().store.change((tx) => tx.deleteFrom('group_invite').execute())
    const page = await joyce.get(address)
    const pairs = page
      .form()
      .sends()
      .filter(([name]) => name !== 'name' && name !== 'email')
    const evil: [string, string][] = [
      ['name', 'Win nu\r\n\r\nhttps://evil.example of www.evil.example'],
      ['email', 'doelwit@example.org']
    ]
    expect((await joyce.post(address, [...pairs, ...evil])).first).toBe(303)
    const [mail = ''] = await mailsTo(place(), 'doelwit@example.org')
    expect(mail).not.toMatch(/evil\.example|https:\/\/evil|www\.evil/)
    expect(mail).toContain('Dag Win nu https evil. example of www. evil. example')
    expect(mail.match(/https?:\/\/\S+/g)).toHaveLength(1)
  })

  it('is for leads of the group, and stores no link', async () => {
    await place().store.change((tx) => tx.deleteFrom('group_invite').execute())
    const { link } = await asked()
    const rows = JSON.stringify(await place().store.read.selectFrom('group_invite').selectAll().execute())
    expect(rows).not.toContain(link.split('/').at(-1))
    const kwabena = clientOf(place())
    await kwabena.signIn('kwabena')
    expect((await kwabena.get(address)).status).toBe(403)
  })

  it('gives somebody without e-mail an account for a card', async () => {
    const added = await (await joyce.get(address)).form().fill({ name: 'Oma Rooswinkel' }).send()
    expect(added.text).toContain('Oma Rooswinkel · Bewoner die meehelpt')
  })
})
