/** The thirteen partnership rules (what the product promises), each walked through the whole product as people meet it. */
import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { addVoicesToNeed } from '../src/needs/index.ts'
import { runChecks } from '../src/db/index.ts'
import { giveVoice } from '../src/voices/index.ts'
import { keyed } from '../src/web/index.ts'
import { clientOf, type Client, type Seen } from './client.ts'
import { onEveryEngine, testNoon } from './kit.ts'
import { allPages, contactsMaySend, rolesFor } from './walk.ts'
import { must } from './act.ts'
import { smallWorld, type RoleName, type World } from './world.ts'

const day = 86_400_000

onEveryEngine('the partnership rules', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const as = async (role: RoleName): Promise<Client> => {
    const client = clientOf(place())
    if (role !== 'nobody') await client.signIn(world.people[role])
    return client
  }
  const goal = (path = '') => `/buurtdoelen/${world.params['goal']}${path}`
  const request = (path = '') => `/verzoeken/${world.params['request']}${path}`
  const commitment = (path = '') => `/toezeggingen/${world.params['commitment']}${path}`
  const voiceRow = (id: string) =>
    place().store.read.selectFrom('voice').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const journal = () => place().store.read.selectFrom('journal_entry').selectAll().orderBy('seq').execute()

  /** Answers the questions of giving a voice one by one, until there is a card. */
  async function tell(client: Client, answers: Record<string, string>, begin = '/inbreng/nieuw'): Promise<string> {
    let seen: Seen = await client.get(begin)
    for (let steps = 0; !seen.path.startsWith('/inbreng/kaart/'); steps++) {
      if (steps > 8 || seen.status !== 200) throw new Error(`stuck at ${seen.path}: ${seen.text.slice(0, 300)}`)
      const form = seen.form()
      const known = form.fields.filter((field) => answers[field] !== undefined)
      seen = await form.fill(Object.fromEntries(known.map((field) => [field, answers[field]!]))).send()
    }
    return seen.path.split('/')[3]!.split('?')[0]!
  }

  it('1. anyone can be heard: no account, no cookie, no name; a helper may speak for somebody, and that is written down', async () => {
    const nobody = await as('nobody')
    const code = await tell(nobody, { text: 'Ik zeg dit zonder naam.', show: 'full', how: 'code' })
    expect(nobody.cookies.size).toBe(0)
    const followed = await (await nobody.get('/volg')).form().fill({ code: code.toLowerCase() }).send()
    expect(followed.text).toContain('Ik zeg dit zonder naam.')
    const helper = await as('helper of the group')
    const heard = { channel: 'door', onBehalf: 'yes', text: 'Namens mijn buurvrouw.', show: 'full', how: 'code' }
    await tell(helper, heard, '/inbreng/voor-een-ander')
    const row = await place()
      .store.read.selectFrom('voice')
      .selectAll()
      .where('text', '=', 'Namens mijn buurvrouw.')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ on_behalf: 1, helper_id: world.people['helper of the group'], channel: 'door' })
    const entry = (await journal()).find((one) => one.about_id === row.id)
    expect(JSON.parse(entry!.entry)).toMatchObject({ facts: { onBehalf: true, channel: 'door' } })
  })

  it('2. people’s words are sacred: nobody edits them, a translation stands beside, the giver alone takes them back', async () => {
    const changesVoice = allPages.filter((page) => page.submit && /:voice/.test(page.path)).map((page) => page.path)
    // Erased by an administrator: at its giver's wish, in the open (docs/decisions/forgetting.md).
    expect(changesVoice.toSorted()).toEqual([
      '/buurtbehoeften/:need/eruit/:voice',
      '/inbreng/:voice/vertaling',
      '/inbreng/:voice/wissen'
    ])
    const id = world.params['voice']!
    const before = await voiceRow(id)
    const helper = await as('helper of the group')
    const form = (await helper.get(`/inbreng/${id}/vertaling`)).form()
    expect((await form.fill({ lang: 'en', text: 'The lift is broken.' }).send()).first).toBe(303)
    const after = await voiceRow(id)
    expect(after).toEqual(before)
    const hash = createHash('sha256').update(Buffer.from(after.salt!, 'hex')).update(after.text).digest('hex')
    expect(after.text_hash).toBe(hash)
    const both = await (await as('nobody')).get(`/inbreng/${id}`)
    expect(both.text).toContain(before.text)
    expect(both.text).toContain('The lift is broken.')
    const giver = await as('nobody')
    const code = await tell(giver, { text: 'Toch maar niet.', show: 'full', how: 'code' })
    const kept = await journal()
    expect((await (await giver.get(`/volg/${code}/terugnemen`)).form().send()).first).toBe(303)
    expect(JSON.stringify(await place().store.read.selectFrom('voice').selectAll().execute())).not.toContain(
      'Toch maar'
    )
    expect((await journal()).slice(0, kept.length)).toEqual(kept)
  })

  it('3. no new groups without asking: who starts one says which existing group they spoke with, or why none', async () => {
    const admin = await as('administrator')
    const words = { name: 'Nog een groep', about: 'Wij beginnen net.' }
    const first = (await admin.get('/groepen/nieuw')).form()
    const known = Object.fromEntries(Object.entries(words).filter(([field]) => first.fields.includes(field)))
    const kind = first.fields.includes('kind') ? { kind: first.options('kind').find(Boolean)! } : {}
    const refused = await first.fill({ ...known, ...kind }).send()
    expect(refused.status).toBe(422)
    const spoken = refused.form()
    const withWhom = spoken.fields.find((field) => spoken.options(field).includes(world.params['group']!))!
    const accepted = await spoken.fill({ [withWhom]: [world.params['group']!] }).send()
    expect(accepted.first).toBe(303)
  })

  it('4. institutions are partners: they reply and promise; only residents say a promise was kept', async () => {
    const contact = await as('contact of the institution')
    const may = contactsMaySend.filter((path) => path.includes(':'))
    expect(may).toHaveLength(7)
    for (const verb of ['besluit', 'indienen', 'intrekken', 'samen'])
      expect((await contact.raw({ method: 'GET', url: `/plannen/${world.params['plan']}/${verb}` })).status).toBe(403)
    for (const verb of ['openen', 'veranderen', 'mensen', 'stembiljet', 'stoppen'])
      expect((await contact.raw({ method: 'GET', url: `/budget/${world.params['round']}/${verb}` })).status).toBe(403)
    for (const verb of ['/nagekomen', '/betwist'])
      expect((await contact.raw({ method: 'GET', url: commitment(verb) })).status).toBe(403)
    for (const verb of ['/beantwoord', '/niet-beantwoord', '/intrekken'])
      expect((await contact.raw({ method: 'GET', url: request(verb) })).status).toBe(403)
    const page = await contact.get(commitment())
    expect(page.links.map((link) => link.href).filter((href) => /nagekomen|betwist/.test(href))).toEqual([])
    const admins = allPages.filter((one) => one.path.startsWith('/beheer'))
    expect(admins.every((one) => !rolesFor(one.who.says)!.includes('contact of the institution'))).toBe(true)
    const lead = await as('lead of the group')
    const disputed = await (await lead.get(commitment('/betwist'))).form().fill({ why: 'Hij is niet geweest.' }).send()
    expect(disputed.first).toBe(303)
    expect((await contact.get(commitment())).text).toContain('Hij is niet geweest.')
  })

  it('5. every question has a clock: late is read off the calendar, shown to all, and the next letter lies ready', async () => {
    const nobody = await as('nobody')
    const before = await nobody.get(request())
    const row = () =>
      place()
        .store.read.selectFrom('request')
        .select(['term', 'due_on'])
        .where('id', '=', world.params['request']!)
        .executeTakeFirstOrThrow()
    const frozen = await row()
    place().clock.now = testNoon + 60 * day
    try {
      const late = await nobody.get(request())
      expect(late.text).not.toBe(before.text)
      expect(late.text).toMatch(/te laat/i)
      expect((await nobody.get('/verzoeken')).text).toMatch(/te laat/i)
      const lead = await as('lead of the group')
      const letter = (await lead.get(request('/herinnering'))).form()
      expect(letter.value('text').length).toBeGreaterThan(50)
      expect((await letter.send()).first).toBe(303)
      expect(await row()).toEqual(frozen)
    } finally {
      place().clock.now = testNoon
    }
  })

  it('6. every "no" has a reason, for all who asked', async () => {
    const lead = await as('lead of the group')
    const form = (await lead.get(request('/intrekken'))).form()
    const refused = await form.fill({ why: '   ' }).send()
    expect(refused.status).toBe(422)
    const paths = allPages.filter((page) =>
      /loslaten|intrekken|betwist|niet-beantwoord|pauze|eruit|vertraging/.test(page.path)
    )
    expect(paths.length).toBeGreaterThanOrEqual(6)
    for (const page of paths) {
      const why = page.fields?.['why']
      expect(why && !('optional' in why), `${page.path} asks why`).toBe(true)
    }
  })

  it('7. influence is promised beforehand and judged afterwards, and both can be read', async () => {
    const nobody = await as('nobody')
    expect((await nobody.get(request())).text).toMatch(/meedenken/i)
    const contact = await as('contact of the institution')
    const replied = (await contact.get(request('/antwoord'))).form().fill({ reply: 'Wij doen het zo.' })
    expect((await replied.send()).first).toBe(303)
    const lead = await as('lead of the group')
    const judged = (await lead.get(request('/beantwoord'))).form().fill({ experienced: 'inform' })
    expect((await judged.send()).first).toBe(303)
    const shown = (await nobody.get(request())).text
    expect(shown).toMatch(/meedenken/i)
    expect(shown).toMatch(/informeren/i)
  })

  it('8. everybody is told back: a goal is not reached while somebody who wanted to hear has not been told', async () => {
    const { store, site } = place()
    const lead = world.acting('lead of the group')
    await store.change(async (tx) => {
      const taken = await giveVoice(tx, place().by(), (purpose, text) => keyed(site.secret, purpose, text), {
        text: 'Schrijf mij een brief als het klaar is.',
        lang: 'nl',
        channel: 'online',
        show: 'full',
        tellBack: { how: 'letter', to: 'Lindehof 12' },
        by: 'anyone'
      })
      must(await addVoicesToNeed(tx, lead, world.params['need']!, [must(taken).id]))
    })
    const client = await as('lead of the group')
    const early = await (await client.get(goal('/bereikt'))).form().send()
    expect(early.status).toBe(422)
    const list = (await client.get(goal('/terugvertellen'))).form()
    expect((await list.fill({ told: list.options('told') }).send()).first).toBe(303)
    expect((await (await client.get(goal('/bereikt'))).form().send()).first).toBe(303)
    const followed = await (await as('nobody')).get(`/volg/${world.params['code']}`)
    expect(followed.text).toContain('Er is een nieuwe lift.')
  })

  it('9. no gate of likes: nothing waits for a number of supporters, and no list can be put in order of liking', async () => {
    const many = `/buurtbehoeften/${world.params['need']}/ik-ook`
    const one = (await (await as('nobody')).get(`/buurtbehoeften/${world.params['need']}`)).form('ik-ook')
    expect((await one.send()).status).toBe(200)
    const again = await one.again()
    expect(again.status).toBeLessThan(400)
    const counted = await place().store.read.selectFrom('me_too').selectAll().execute()
    expect(counted.length, many).toBe(1)
    const nobody = await as('nobody')
    for (const list of ['/buurtbehoeften', '/buurtdoelen', '/verzoeken', '/toezeggingen', '/inbreng', '/groepen']) {
      const plain = await nobody.get(list)
      const sorted = plain.links.filter((link) => /sort|volgorde|populair|meeste|like/i.test(link.href + link.text))
      expect(sorted, list).toEqual([])
      expect((await nobody.get(`${list}?sort=likes&volgorde=populair`)).text).toBe(plain.text)
    }
  })

  it.todo(
    '10. the budget is the neighbourhood’s – there are no budget rounds, ballots or books in this version; packages/equal-shares counts'
  )
  it.todo(
    '11. looking is not steering – there are no who-is-heard figures yet; the order of the house already keeps them from voices'
  )

  it('12. the record only grows, and holds no personal words', async () => {
    const all = (await journal()).map((one) => one.entry).join('\n')
    expect(all.length).toBeGreaterThan(2000)
    const voices = await place().store.read.selectFrom('voice').select('text').where('text', '<>', '').execute()
    const people = await place().store.read.selectFrom('person').select(['name', 'email']).execute()
    const contacts = await place().store.read.selectFrom('voice_contact').select('address').execute()
    const personal = [
      ...voices.map((v) => v.text),
      ...people.flatMap((p) => [p.name, p.email ?? '']),
      ...contacts.map((c) => c.address)
    ]
    expect(personal.filter((words) => words !== '' && all.includes(words))).toEqual([])
    expect(await runChecks(place().store.read)).toEqual([])
  })

  it('13. people before tasks: what one carries is shown to oneself, can be handed over, and a pause is a state like any other', async () => {
    const lead = await as('lead of the group')
    expect((await lead.get('/mijn')).text).not.toBe((await (await as('lead of another group')).get('/mijn')).text)
    const opened = (await lead.get(goal('/heropenen'))).form().fill({ why: 'Hij is weer stuk.' })
    expect((await opened.send()).first).toBe(303)
    const handOver = (await lead.get(goal('/overdragen'))).form()
    expect(handOver.options('lead').filter(Boolean).length).toBeGreaterThan(0)
    const paused = (await lead.get(goal('/pauze'))).form().fill({ why: 'Wij zijn moe.' })
    expect((await paused.send()).first).toBe(303)
    expect((await (await as('nobody')).get(goal())).text).toContain('Wij zijn moe.')
    expect((await (await lead.get(goal('/verder'))).form().send()).first).toBe(303)
  })
})
