import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { booksIn, type Books } from '../../test/books.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { saveWinners } from '../budget/index.ts'
import { runChecks } from '../db/index.ts'
import { entriesAbout } from '../journal/index.ts'

onEveryEngine('the open books', (place) => {
  let books: Books
  beforeAll(async () => {
    books = await booksIn(place())
  })
  const checks = async () => (await runChecks(place().store.read)).map((found) => found.check.name)
  const account = (id: string) =>
    place().store.read.selectFrom('ledger_account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const planAccount = () =>
    place()
      .store.read.selectFrom('ledger_account')
      .selectAll()
      .where('proposal_id', '=', books.chosen.plan)
      .executeTakeFirstOrThrow()

  it('are read by everybody without an account: totals, rounds, plans and every entry', async () => {
    const seen = await (await books.as('nobody')).get('/kasboek')
    for (const words of [
      'Licht in de hal',
      'Gemeente van de buurt zegt geld toe',
      'Buurtbudget van vorig jaar',
      '€ 3.000'
    ])
      expect(seen.text.replaceAll('\u00a0', ' ')).toContain(words)
    const plan = await (await books.as('nobody')).get(`/kasboek/plan/${books.chosen.plan}`)
    expect(plan.text.replaceAll('\u00a0', ' ')).toContain('€ 3.000')
    expect((await (await books.as('nobody')).get(`/kasboek/boeking/${books.money.awarded}`)).text).toContain(
      'Subsidie van de gemeente'
    )
    expect((await (await books.as('nobody')).get(`/kasboek/rekening/${books.accounts.bank}`)).text).toContain(
      'op de bank'
    )
  })

  it('say the same on both sides, and in the record', async () => {
    const seen = await (await books.as('nobody')).get('/kasboek')
    const last = seen.text.replaceAll('\u00a0', ' ').match(/Samen (€ [\d.,]+) (€ [\d.,]+)/)
    expect(last?.[1]).toBe(last?.[2])
    const [entry] = await entriesAbout(place().store.read, 'entry', books.money.awarded)
    expect(JSON.parse(entry!.entry)).toMatchObject({ facts: { amount: 500_000, movement: 'awarded' } })
    expect(await checks()).toEqual([])
  })

  it('are written by a resident administrator, in a form that says what happened', async () => {
    const admin = await books.as('administrator')
    const form = (await admin.get('/kasboek/schrijven/received')).form()
    const sent = await form
      .fill({ from: books.accounts.funder, to: books.accounts.bank, amount: '12,50', what: 'Rente' })
      .send()
    expect(sent.first).toBe(303)
    expect(sent.text).toContain('Rente')
    const again = await (
      await admin.get('/kasboek/schrijven/received')
    )
      .form()
      .fill({ from: books.accounts.funder, to: books.accounts.bank, amount: '81,499', what: 'Wat is dit' })
      .send()
    expect(again.status).toBe(422)
    expect(again.text).toContain('Dit bedrag begrijpen wij niet')
  })

  it('give a plan no more than it asked, than its round has, or before it is chosen', async () => {
    const admin = await books.as('administrator')
    const give = async (from: string, amount: string) => {
      const form = (await admin.get('/kasboek/schrijven/allotted')).form()
      const to = (
        await place()
          .store.read.selectFrom('ledger_account')
          .select('id')
          .where('round_id', '=', books.chosen.round)
          .executeTakeFirstOrThrow()
      ).id
      return form.fill({ from, to, amount, what: 'Na het tellen' }).send()
    }
    expect((await give(`plan:${books.chosen.otherPlan}`, '1.500,01')).text).toContain('vroeg minder geld')
    expect((await give((await planAccount()).id, '0,01')).text).toContain('vroeg minder geld')
    expect((await (await admin.get('/kasboek/schrijven/allotted')).form().options('from')).join()).not.toContain(
      books.world.params['plan']
    )
  })

  it('take an entry back by its mirror image, once, with a reason that everybody reads', async () => {
    const admin = await books.as('administrator')
    const before = (await account(books.accounts.bank)).debited - (await account(books.accounts.bank)).credited
    const wrong = await (
      await admin.get('/kasboek/schrijven/received')
    )
      .form()
      .fill({ from: books.accounts.funder, to: books.accounts.bank, amount: '100', what: 'Dubbel geteld' })
      .send()
    const path = wrong.path.split('?')[0]!
    const [one, two] = [await admin.get(`${path}/terug`), await admin.get(`${path}/terug`)]
    expect((await one.form().send()).status).toBe(422)
    const done = await one.form().fill({ why: 'Dit kwam niet binnen.' }).send()
    expect(done.text).toContain('Dit kwam niet binnen.')
    const late = await two.form().fill({ why: 'Dit ook.' }).send()
    expect(late.status).toBe(422)
    expect((await (await books.as('nobody')).get(path)).text).toContain('teruggedraaid in boeking')
    expect((await account(books.accounts.bank)).debited - (await account(books.accounts.bank)).credited).toBe(before)
    expect(await checks()).toEqual([])
  })

  describe('hold in the database itself, past every rule', () => {
    const owner = () => place().store.owner
    const raw = (text: string) => sql.raw(text).execute(owner())

    it('that an entry changes or goes', async () => {
      for (const past of [
        `update ledger_entry set amount = 1`,
        `update ledger_entry set what = 'iets anders' where id = '${books.money.awarded}'`,
        `delete from ledger_entry where id = '${books.money.awarded}'`
      ])
        await expect(raw(past), past).rejects.toThrow(/never/)
      if (place().store.engine === 'sqlite')
        await expect(
          raw(`insert or replace into ledger_entry select * from ledger_entry where id = '${books.money.awarded}'`)
        ).rejects.toThrow(/never/)
      else await expect(raw('truncate ledger_entry cascade')).rejects.toThrow(/never/)
    })

    it.each([
      ['from an account to itself', { from_id: 'to' }],
      ['of nothing', { amount: 0 }],
      ['below nothing', { amount: -100 }],
      ['of an account that is not there', { to_id: 'nowhere' }],
      ['that takes another amount back than was written', { corrects_id: 'awarded', amount: 1 }],
      ['that takes it back in the same direction', { corrects_id: 'awarded', from_id: 'original from' }]
    ])('an entry %s', async (_what, broken: Record<string, string | number>) => {
      const original = await place()
        .store.read.selectFrom('ledger_entry')
        .selectAll()
        .where('id', '=', books.money.awarded)
        .executeTakeFirstOrThrow()
      const mirror = { to_id: original.from_id, from_id: original.to_id }
      const row = { ...original, ...mirror, id: 'past-the-rules', nr: 9_999, ...broken }
      if (row.corrects_id === 'awarded') row.corrects_id = original.id
      if (row.from_id === 'to') row.from_id = row.to_id
      if (row.from_id === 'original from') Object.assign(row, { from_id: original.from_id, to_id: original.to_id })
      await expect(owner().insertInto('ledger_entry').values(row).execute()).rejects.toThrow()
    })
  })

  it('are found out by the nightly check when somebody with the database in hand changed them', async () => {
    expect(await checks()).toEqual([])
    const { id } = await planAccount()
    const set = (n: number) =>
      sql`update ledger_account set credited = credited + ${n} where id = ${id}`.execute(place().store.owner)
    await set(1)
    expect(await checks()).toEqual(['books-balance'])
    await set(-1)
    expect(await checks()).toEqual([])
  })

  it('cannot be changed by an institution, whatever it sends', async () => {
    const contact = await books.as('contact of the institution')
    const before = await place().store.read.selectFrom('ledger_entry').selectAll().execute()
    for (const path of [
      '/kasboek/schrijven/received',
      '/kasboek/rekeningen',
      `/kasboek/boeking/${books.money.awarded}/terug`
    ]) {
      expect((await contact.get(path)).status, path).toBe(403)
      expect(
        (
          await contact.post(path, [
            ['why', 'Nee'],
            ['name', 'Van ons'],
            ['kind', 'bank']
          ])
        ).first,
        path
      ).toBe(403)
    }
    expect(await place().store.read.selectFrom('ledger_entry').selectAll().execute()).toEqual(before)
  })

  it('give a plan that the count did not choose nothing', async () => {
    const admin = await books.as('administrator')
    const form = async () => (await admin.get('/kasboek/schrijven/allotted')).form()
    const waiting = await form()
    const to = (
      await place()
        .store.read.selectFrom('ledger_account')
        .select('id')
        .where('round_id', '=', books.chosen.round)
        .executeTakeFirstOrThrow()
    ).id
    await place().store.change((tx) => saveWinners(tx, books.chosen.round, [books.chosen.plan]))
    const refused = await waiting
      .fill({ from: `plan:${books.chosen.otherPlan}`, to, amount: '1', what: 'Na het tellen' })
      .send()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Dit plan is niet gekozen')
    expect((await form()).options('from').join()).not.toContain(books.chosen.otherPlan)
  })
})
