import { type Day } from '@buurtmacht/domain'
import { beforeAll, expect, it } from 'vitest'
import { booksIn, type Books } from '../../../test/books.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { bankFile, payment } from '../../../test/money.ts'
import { runChecks } from '../../db/index.ts'
import { tidy } from '../../nightly/index.ts'
import { booksNeed } from './queries.ts'

onEveryEngine('books that were kept long enough', (place) => {
  let books: Books
  beforeAll(async () => {
    books = await booksIn(place())
  })

  it('lose what is personal seven whole years after, not a day before, and still add up', async () => {
    const admin = books.world.acting('administrator')
    const { payment: id, voucher } = await payment(place(), {
      plan: books.chosen.plan,
      asks: books.world.acting('helper of the group'),
      approves: books.world.acting('lead of the group'),
      pays: admin,
      from: books.accounts.bank
    })
    const line = { on: admin.today, written: '-1,00', amount: -100, name: 'Truus Geheim', text: 'kapper' }
    await bankFile(place(), admin, books.accounts.bank, [line])
    await place().store.change((tx) =>
      tx.updateTable('payment').set({ payee_kind: 'person', payee_name: 'Truus Geheim' }).where('id', '=', id).execute()
    )
    const { store } = place()
    const found = async () => ({
      names: (await store.read.selectFrom('bank_line').select('name').where('name', 'is not', null).execute()).length,
      payee: (
        await store.read.selectFrom('payment').select('payee_name').where('id', '=', id).executeTakeFirstOrThrow()
      ).payee_name,
      bill: (await store.read.selectFrom('voucher').select('bytes').where('id', '=', voucher).executeTakeFirstOrThrow())
        .bytes
    })
    const entries = await store.read.selectFrom('ledger_entry').selectAll().execute()
    await tidy(store, Date.parse('2033-12-31T12:00:00Z'))
    expect(await found()).toMatchObject({ payee: 'Truus Geheim', bill: expect.anything() })
    await tidy(store, Date.parse('2034-01-01T12:00:00Z'))
    expect(await found()).toEqual({ names: 0, payee: '', bill: null })
    expect(await store.read.selectFrom('ledger_entry').selectAll().execute()).toEqual(entries)
    expect((await runChecks(store.read)).map((one) => one.check.name)).toEqual([])
  })

  it('say until when they need to know who somebody was', async () => {
    const { read } = place().store
    expect(await booksNeed(read, books.world.people['lead of the group'])).toBe('2034-01-01' as Day)
    expect(await booksNeed(read, books.world.people['contact of another institution'])).toBeUndefined()
  })
})
