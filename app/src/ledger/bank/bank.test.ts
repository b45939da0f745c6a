import { beforeAll, expect, it } from 'vitest'
import { booksIn, type Books } from '../../../test/books.ts'
import type { Seen } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { payment } from '../../../test/money.ts'
import { runChecks } from '../../db/index.ts'
import { camt, ingList, raboList, type FixtureLine } from './fixtures.ts'

onEveryEngine('a file of the bank', (place) => {
  let books: Books
  beforeAll(async () => {
    books = await booksIn(place())
  })
  const today = () => place().by().today
  const send = async (text: string): Promise<Seen> =>
    (await (await books.as('administrator')).get('/kasboek/bank'))
      .form()
      .fill({ account: books.accounts.bank })
      .attach('file', Buffer.from(text), 'bank.csv')
      .send()
  const approved = async (amount: string, what: string): Promise<string> =>
    (
      await payment(place(), {
        plan: books.chosen.plan,
        asks: books.world.acting('helper of the group'),
        approves: books.world.acting('lead of the group'),
        amount,
        what
      })
    ).payment
  const state = async (id: string) =>
    (await place().store.read.selectFrom('payment').select('state').where('id', '=', id).executeTakeFirstOrThrow())
      .state
  const entries = () => place().store.read.selectFrom('ledger_entry').selectAll().orderBy('nr').execute()
  const bank = async () => {
    const row = await place()
      .store.read.selectFrom('ledger_account')
      .selectAll()
      .where('id', '=', books.accounts.bank)
      .executeTakeFirstOrThrow()
    return Number(row.debited) - Number(row.credited)
  }
  const checks = async () => (await runChecks(place().store.read)).map((found) => found.check.name)
  const link = (seen: Seen, words: string) => seen.links.find((one) => one.text.includes(words))!.href
  const line = (more: Partial<FixtureLine>): FixtureLine => ({
    on: today(),
    name: 'Truus Geheim',
    amount: '-1,00',
    ...more
  })

  it('is shown before anything is booked; what fits one payment and no other is booked together', async () => {
    const [paint, brushes] = [await approved('101,10', 'Verf'), await approved('7,35', 'Kwasten')]
    const [before, stood] = [await entries(), await bank()]
    const seen = await send(
      ingList([
        line({ amount: '-101,10', name: 'Verfhuis', text: 'Factuur 9' }),
        line({ amount: '-7,35', name: 'Kwastenwinkel' }),
        line({ amount: '-3,00' })
      ])
    )
    expect(seen.text).toContain('2 regels passen bij een betaling')
    expect(await entries()).toEqual(before)
    const booked = await seen.form('Boek wat past').send()
    expect(booked.first).toBe(303)
    expect([await state(paint), await state(brushes)]).toEqual(['paid', 'paid'])
    expect(await bank()).toBe(stood - 10_110 - 735)
    expect(await checks()).toEqual([])
  })

  it('never chooses between two payments of one amount, nor between two lines', async () => {
    const [one, two] = [await approved('55', 'Stenen'), await approved('55', 'Zand')]
    const seen = await send(raboList([line({ amount: '-55,00' })]))
    expect(seen.text).not.toContain('past bij een betaling')
    const asks = await (await books.as('administrator')).get(link(seen, '55'))
    await asks
      .form()
      .fill({ as: `payment:${two}` })
      .send()
    expect([await state(one), await state(two)]).toEqual(['approved', 'paid'])
    const double = await send(
      raboList([
        line({ amount: '-55,00', text: 'a', on: '2026-03-01' }),
        line({ amount: '-55,00', text: 'b', on: '2026-03-01' })
      ])
    )
    expect(double.text).not.toContain('past bij een betaling')
  })

  it('asks which amount "81,499" is', async () => {
    const waits = await approved('81,49', 'Lampen')
    const seen = await send(ingList([line({ amount: '-81,499' })]))
    expect(seen.text).toContain('Bedrag niet duidelijk')
    const asks = (await (await books.as('administrator')).get(link(seen, 'Bedrag niet duidelijk'))).form()
    const bare = await asks.fill({ as: `payment:${waits}` }).send()
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Typ eerst het bedrag')
    expect((await bare.form().fill({ amount: '81.499' }).send()).status).toBe(422)
    expect((await bare.form().fill({ amount: '81,49' }).send()).first).toBe(303)
    expect(await state(waits)).toBe('paid')
    expect(await checks()).toEqual([])
  })

  it('read in twice, also by another name or beside other lines, is booked once', async () => {
    await approved('12,34', 'Tape')
    const same = line({ amount: '-12.34', name: 'Tapewinkel', text: 'Rol' })
    const first = await send(camt([same]))
    await first.form('Boek wat past').send()
    const count = (await entries()).length
    await approved('12,34', 'Nog meer tape')
    const again = await send(camt([same, line({ amount: '-0.50' })]))
    expect(again.text).toContain('staat er al in')
    expect(again.text).not.toContain('past bij een betaling')
    expect(await entries()).toHaveLength(count)
  })

  it('is taken back as a whole by counter-entries; its payments wait again, and it can be read in once more', async () => {
    const waits = await approved('66,60', 'Bloemen')
    const text = ingList([line({ amount: '-66,60', name: 'Bloemist' }), line({ amount: '20,00', name: 'Gemeente' })])
    const stood = await bank()
    const seen = await send(text)
    const booked = await seen.form('Boek wat past').send()
    await (
      await (await books.as('administrator')).get(link(booked, '20'))
    )
      .form()
      .fill({ as: `received:${books.accounts.funder}` })
      .send()
    expect(await bank()).toBe(stood - 6_660 + 2_000)
    const count = (await entries()).length
    const admin = await books.as('administrator')
    const undo = await admin.get(link(booked, 'Draai dit bestand terug'))
    expect(undo.text).toContain('2 boekingen')
    expect((await undo.form().send()).status).toBe(422)
    await undo.form().fill({ why: 'Verkeerde maand.' }).send()
    expect(await bank()).toBe(stood)
    expect(await entries()).toHaveLength(count + 2)
    expect(await state(waits)).toBe('approved')
    expect(await checks()).toEqual([])
    const once = await send(text)
    expect(once.text).toContain('1 regel past bij een betaling')
    await once.form('Boek wat past').send()
    expect(await state(waits)).toBe('paid')
    expect(await checks()).toEqual([])
  })

  it('keeps names, numbers and words of others from everybody but who keeps the books', async () => {
    await approved('31,00', 'Potten')
    const seen = await send(
      ingList([line({ amount: '-31,00', name: 'Truus Geheim', iban: 'NL00TESTTRUUS', text: 'Voor de kapper' })])
    )
    await seen.form('Boek wat past').send()
    const path = seen.path.split('?')[0]!
    for (const role of ['nobody', 'helper of the group', 'contact of the institution'] as const) {
      const client = await books.as(role)
      expect([403, 303, 200]).toContain((await client.get(path)).status)
      const urls = ['/kasboek', `/kasboek/plan/${books.chosen.plan}`, `/kasboek/rekening/${books.accounts.bank}`, path]
      for (const row of await entries()) urls.push(`/kasboek/boeking/${row.id}`)
      for (const url of urls) {
        const { body } = await client.get(url)
        for (const secret of ['Truus Geheim', 'NL00TESTTRUUS', 'Voor de kapper'])
          expect(body, url).not.toContain(secret)
      }
    }
    const journal = await place().store.read.selectFrom('journal_entry').select('entry').execute()
    for (const { entry } of journal) expect(entry).not.toMatch(/Truus|NL00TEST|kapper/)
  })

  it('that is of another account, or no file of a bank, is refused with a sentence', async () => {
    expect((await send('Zomaar iets')).text).toContain('Dit bestand kennen wij niet')
    await place().store.change((tx) =>
      tx.updateTable('ledger_account').set({ iban: 'NL00TESTELDERS' }).where('id', '=', books.accounts.bank).execute()
    )
    const seen = await send(ingList([line({})]))
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('van een andere rekening')
  })
})
