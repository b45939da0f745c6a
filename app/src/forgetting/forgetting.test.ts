import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { booksIn, type Books } from '../../test/books.ts'
import { clientOf } from '../../test/client.ts'
import { everythingIn } from '../../test/everything.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { payment } from '../../test/money.ts'
import { addressIn, allPages } from '../../test/walk.ts'
import { type roleNames } from '../../test/world.ts'
import { openSqliteStore, runChecks } from '../db/index.ts'
import { compareWithJournal } from '../journal/index.ts'
import { writeDeed } from '../goals/index.ts'
import { nameCommittee } from '../ledger/index.ts'
import { tidy } from '../nightly/index.ts'
import { seal } from '../web/index.ts'
import { forgetAgain, forgetPerson, readErasures, writeErasures } from './index.ts'

const name = 'Truus Wobbelveen-Sjok'
const email = 'truus.wobbelveen@buurt.test'
const traces = /wobbelveen|over mij en mijn fiets/i

onEveryEngine('somebody with an account who is forgotten', (place, engine) => {
  let books: Books
  let truus: string
  let paid: string
  const journal = () => place().store.read.selectFrom('journal_entry').selectAll().orderBy('seq').execute()
  const keeping = { sealed: (text: string) => seal(place().site.secret, 'kept-name', text) }
  const acting = () => books.world.acting('lead of the group')
  const wrong = async () => [
    ...(await runChecks(place().store.read)).map(({ check }) => check.name),
    // Paper that the small world lays down without its actions.
    ...(await compareWithJournal(place().store.read)).findings.filter(({ id }) => !id.endsWith('lindehof'))
  ]

  beforeAll(async () => {
    const { store } = place()
    books = await booksIn(place())
    truus = books.world.people['lead of the group']
    await store.change((tx) =>
      tx.updateTable('person').set({ name, email, about: 'Over mij en mijn fiets' }).where('id', '=', truus).execute()
    )
    const done = await payment(place(), {
      plan: books.chosen.plan,
      asks: books.world.acting('helper of the group'),
      approves: acting(),
      pays: books.world.acting('administrator'),
      from: books.accounts.bank
    })
    paid = done.payment
    const deed = { what: 'Gebeld', who: `Ali, ${name} en Bep`, doneOn: acting().today }
    await store.change((tx) => writeDeed(tx, acting(), books.world.params['goal']!, deed))
    // A letter that waits in DATA_DIR/mail, as without a mail server.
    await place().site.post.send({ to: email, subject: 'Aanmelden', text: 'Dag' })
    const areas = await store.read.selectFrom('area').select('id').orderBy('id').execute()
    const named = await store.change((tx) =>
      nameCommittee(tx, books.world.acting('administrator'), {
        one: books.world.people['helper of another group'],
        areaOne: areas[0]!.id,
        two: books.world.people['lead of another group'],
        areaTwo: areas[1]!.id
      })
    )
    expect(named.ok).toBe(true)
  })

  const paymentFor = async (role: (typeof roleNames)[number]) =>
    (await (await books.as(role)).get(`/kasboek/betaling/${paid}`)).text
  const letters = () =>
    readdirSync(join(place().dir, 'mail')).filter((file) =>
      traces.test(readFileSync(join(place().dir, 'mail', file), 'utf8'))
    )

  it('reads first what there is of them, what goes and what stays, and has to be sure', async () => {
    const client = await books.as('lead of the group')
    const page = await client.get('/mijn/gegevens/wissen')
    for (const words of [
      name,
      email,
      'mijn fiets',
      'heeft daarna geen trekker meer',
      '1 januari 2034',
      'met een kaartje'
    ])
      expect(page.text).toContain(words)
    expect(page.links.map((link) => link.href)).toContain('/mijn/gegevens/wissen/zeker')
    expect(await everythingIn(place().store)).toMatch(traces)
    expect(letters()).toHaveLength(1)
  })

  it('is nowhere any more: not in a table, a letter or on a page; the record only grew, and all checks hold', async () => {
    const { store, dir } = place()
    if (engine === 'SQLite') {
      // An operator's backup of the moment before.
      mkdirSync(join(dir, 'backup'), { recursive: true })
      await store.wipe([])
      copyFileSync(join(dir, 'buurtmacht.db'), join(dir, 'backup', 'buurtmacht.db'))
    }
    const before = await journal()
    const client = await books.as('lead of the group')
    const other = await books.as('lead of the group')
    const done = await (await client.get('/mijn/gegevens/wissen/zeker')).form().send()
    expect(done.path).toBe('/gewist')
    await Promise.all(place().site.inHand)

    expect(await everythingIn(store)).not.toMatch(traces)
    expect(letters()).toEqual([])
    const after = await journal()
    expect(after.slice(0, before.length)).toEqual(before)
    const added = after.slice(before.length).map((entry) => entry.kind)
    expect(added.toSorted()).toEqual(['name-erased', 'person-erased', 'role-ended'])
    expect(await wrong()).toEqual([])
    for (const one of [client, other]) expect((await one.get('/mijn')).path).toMatch(/^\/aanmelden/)
    const deed = await store.read
      .selectFrom('deed')
      .select('who')
      .where('what', '=', 'Gebeld')
      .executeTakeFirstOrThrow()
    expect(deed.who).toBe('Ali, Bep')
    if (engine === 'SQLite') expect(readFileSync(join(dir, 'buurtmacht.db'), 'latin1')).not.toMatch(traces)
  })

  it('stands on no page of the whole house, but for the kascommissie at what was paid', async () => {
    const roles = ['nobody', 'helper of the group', 'helper of another group', 'administrator'] as const
    const found: string[] = []
    for (const role of roles) {
      const client = await books.as(role)
      for (const page of allPages) {
        // Signing out would end the walk; these tell nothing of anybody.
        if (page.path.startsWith('/afmelden')) continue
        const url = addressIn(books.world, page, { payment: paid, plan: books.chosen.plan })
        if (traces.test((await client.raw({ method: 'GET', url })).body)) found.push(`${role}: ${page.path}`)
      }
    }
    expect(found).toEqual(['helper of another group: /kasboek/betaling/:payment'])
    for (const url of ['/api/v1/goals', '/api/v1/needs', `/api/v1/follow/${books.world.params['code']}`])
      expect((await place().app.inject(url)).body, url).not.toMatch(traces)
  }, 300_000)

  it('stays in the books for the kascommissie alone, as long as the law asks, and goes the day after', async () => {
    expect(await paymentFor('helper of another group')).toContain(name)
    for (const role of ['administrator', 'helper of the group'] as const) {
      expect(await paymentFor(role)).toContain('iemand die niet meer meedoet')
      expect(await paymentFor(role)).not.toContain(name)
    }
    const kept = () => place().store.read.selectFrom('kept_name').selectAll().execute()
    await tidy(place().store, Date.parse('2033-12-31T12:00:00Z'))
    expect(await kept()).toHaveLength(1)
    await tidy(place().store, Date.parse('2034-01-01T12:00:00Z'))
    expect(await kept()).toEqual([])
  })

  it.runIf(engine === 'SQLite')(
    'is forgotten again when an older copy is put back, and again changes nothing',
    async () => {
      const { store, dir } = place()
      const list = readErasures(await writeErasures(store.read))
      expect(JSON.stringify(list)).not.toMatch(traces)
      expect(list).toEqual([{ kind: 'person-erased', ref: truus, at: expect.any(String) }])
      const restored = openSqliteStore(join(dir, 'backup'))
      expect(await everythingIn(restored)).toMatch(traces)
      const record = await restored.read.selectFrom('journal_entry').selectAll().orderBy('seq').execute()
      const by = place().by()
      expect(await forgetAgain(restored, by, list, keeping)).toEqual({ forgotten: 1, before: 0, stayed: [] })
      expect(await everythingIn(restored)).not.toMatch(traces)
      const now = await restored.read.selectFrom('journal_entry').selectAll().orderBy('seq').execute()
      expect(now.slice(0, record.length)).toEqual(record)
      expect(await forgetAgain(restored, by, list, keeping)).toEqual({ forgotten: 0, before: 1, stayed: [] })
      expect(await restored.read.selectFrom('journal_entry').selectAll().execute()).toHaveLength(now.length)
      await restored.close()
      for (const file of ['buurtmacht.db', 'buurtmacht.db-wal'].map((one) => join(dir, 'backup', one)))
        if (existsSync(file)) expect(readFileSync(file, 'latin1')).not.toMatch(traces)
    }
  )

  it('is forgotten again on every engine, with the voices that were, and with what is unknown left alone', async () => {
    const { store } = place()
    const voice = books.world.params['voice']!
    const helper = books.world.people['helper of the group']
    const at = place().by().at
    const list = [
      { kind: 'voice-taken-back', ref: voice, at },
      { kind: 'voice-erased', ref: voice, at },
      { kind: 'voice-erased', ref: 'nooit-gezien', at },
      { kind: 'person-erased', ref: helper, at },
      { kind: 'person-erased', ref: books.world.people['lead of another group'], at },
      { kind: 'person-erased', ref: books.world.people.administrator, at }
    ] as const
    const came = await forgetAgain(store, place().by(), list, keeping)
    expect(came).toEqual({ forgotten: 4, before: 2, stayed: [books.world.people.administrator] })
    const [row] = await store.read.selectFrom('voice').select(['state', 'text']).where('id', '=', voice).execute()
    expect(row).toEqual({ state: 'erased', text: '' })
    const person = await store.read.selectFrom('person').selectAll().where('id', '=', helper).executeTakeFirst()
    expect(person).toMatchObject({ name: '', email: null, erased_at: expect.any(String) })
    expect(await wrong()).toEqual([])
  })

  it('is refused in plain words only for the last administrator, who can go once somebody else is one', async () => {
    const admin = await books.as('administrator')
    const page = await admin.get('/mijn/gegevens/wissen')
    expect(page.text).toContain('Je bent de enige beheerder')
    expect(page.links.map((link) => link.href)).not.toContain('/mijn/gegevens/wissen/zeker')
    const forced = await (await admin.get('/mijn/gegevens/wissen/zeker')).form().send()
    expect(forced.status).toBe(422)
    expect(forced.text).toContain('Er moet altijd een beheerder zijn')
    const { administrator } = books.world.people
    const other = books.world.people['helper of another group']
    await place().store.change((tx) =>
      tx
        .insertInto('role')
        .values({
          id: 'ook',
          person_id: other,
          kind: 'admin',
          group_id: null,
          institution_id: null,
          from_on: '2026-01-01',
          until_on: null
        })
        .execute()
    )
    // Two at once: one of them stays.
    const both = await Promise.all(
      [administrator, other].map((one) => place().store.change((tx) => forgetPerson(tx, place().by(), one, keeping)))
    )
    expect(both.map((done) => done.ok).toSorted()).toEqual([false, true])
  })

  it('says so when nobody is signed in', async () => {
    expect((await clientOf(place()).get('/mijn/gegevens/wissen')).path).toMatch(/^\/aanmelden/)
    expect((await clientOf(place()).get('/gewist')).text).toContain('Je account is gewist')
  })
})

it('a list that is none changes nothing', () => {
  expect(() => readErasures('{"kind":"voice-erased","ref":"x","at":"y"}\nonzin')).toThrow(/Line 2/)
  expect(() => readErasures('{"kind":"all","ref":"x","at":"y"}')).toThrow(/Line 1/)
  expect(readErasures('\n')).toEqual([])
})
