import fc from 'fast-check'
import { cents, standing, type Day, type Decision } from '@buurtmacht/domain'
import { beforeAll, expect, it } from 'vitest'
import { booksIn, type Books } from '../../test/books.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { aBill } from '../../test/money.ts'
import { runChecks, type Tx } from '../db/index.ts'
import {
  approve,
  askForPayment,
  bookSuggested,
  correctEntry,
  keepStatement,
  payPayment,
  undoImport,
  writeEntry
} from './index.ts'

/** What people do with money, in any order, with any amount, sensible or not. */
const step = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    movement: fc.constantFrom('awarded', 'received', 'allotted', 'advanced', 'returned', 'released', 'repaid'),
    amount: fc.integer({ min: 1, max: 200_000 })
  }),
  fc.record({ do: fc.constant('pay' as const), amount: fc.integer({ min: 1, max: 40_000 }), now: fc.boolean() }),
  fc.record({ do: fc.constant('correct' as const), at: fc.nat(200) }),
  fc.record({
    do: fc.constant('import' as const),
    amounts: fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 3 }),
    waiting: fc.boolean()
  }),
  fc.record({ do: fc.constant('undo' as const), at: fc.nat(20) })
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Lived first each time, whatever chance brings after it: a bit of everything, in an order that makes sense. */
const everything: Step[] = [
  { do: 'write', movement: 'awarded', amount: 50_000 },
  { do: 'write', movement: 'received', amount: 40_000 },
  { do: 'write', movement: 'advanced', amount: 10_000 },
  { do: 'write', movement: 'returned', amount: 5_000 },
  { do: 'write', movement: 'repaid', amount: 1_000 },
  { do: 'pay', amount: 100, now: true },
  { do: 'correct', at: 0 },
  { do: 'import', amounts: [100], waiting: false },
  { do: 'undo', at: 0 }
]

class Refused extends Error {}

onEveryEngine('money', (place, engine) => {
  let books: Books
  let bursar: string
  beforeAll(async () => {
    books = await booksIn(place())
    const { openAccount } = await import('./index.ts')
    const opened = await place().store.change((tx) =>
      openAccount(tx, books.world.acting('administrator'), { kind: 'bursar', name: 'De penvoerder' })
    )
    bursar = opened.ok ? opened.value : ''
  })

  /** As a page does it: everything happens, or, when it is refused, nothing. */
  const attempt = async (work: (tx: Tx) => Promise<Decision<unknown>>): Promise<boolean> => {
    try {
      await place().store.change(async (tx) => {
        if (!(await work(tx)).ok) throw new Refused()
      })
      return true
    } catch (error) {
      if (error instanceof Refused) return false
      throw error
    }
  }
  const accounts = () => place().store.read.selectFrom('ledger_account').selectAll().execute()
  const idOf = async (of: { kind: string; of?: string }) =>
    (await accounts()).find(
      (row) => row.kind === of.kind && (of.of === undefined || row.round_id === of.of || row.proposal_id === of.of)
    )!.id
  const euros = (amount: number) => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`

  async function live(one: Step): Promise<void> {
    const admin = books.world.acting('administrator')
    const { bank, funder } = books.accounts
    const round = await idOf({ kind: 'round', of: books.chosen.round })
    const plan = await idOf({ kind: 'plan', of: books.chosen.plan })
    const sides = {
      awarded: [round, funder],
      received: [funder, bank],
      allotted: [plan, round],
      advanced: [bank, bursar],
      returned: [bursar, bank],
      released: [round, plan],
      repaid: [bank, funder]
    } as const
    if (one.do === 'write') {
      const [from, to] = sides[one.movement as keyof typeof sides]
      const typed = { movement: one.movement, from, to, amount: euros(one.amount), on: admin.today, what: 'Zomaar' }
      await attempt((tx) => writeEntry(tx, admin, typed))
    } else if (one.do === 'pay') {
      await attempt(async (tx) => {
        const asked = await askForPayment(tx, books.world.acting('helper of the group'), books.chosen.plan, {
          what: 'Spullen',
          amount: euros(one.amount),
          payeeKind: 'business',
          payeeName: 'Winkel',
          voucher: aBill
        })
        if (!asked.ok) return asked
        const done = await approve(tx, books.world.acting('lead of the group'), asked.value)
        return done.ok && one.now ? payPayment(tx, admin, asked.value, { from: bank, paidOn: admin.today }) : done
      })
    } else if (one.do === 'correct') {
      const rows = await place().store.read.selectFrom('ledger_entry').select('id').orderBy('nr').execute()
      await attempt((tx) => correctEntry(tx, admin, rows[one.at % rows.length]!.id, 'Fout'))
    } else if (one.do === 'import') {
      const waiting = await place()
        .store.read.selectFrom('payment')
        .select('amount')
        .where('state', '=', 'approved')
        .execute()
      const amounts = one.waiting ? waiting.slice(0, 3).map((row) => Number(row.amount)) : one.amounts
      if (amounts.length === 0) return
      const lines = amounts.map((amount, at) => ({
        on: admin.today as Day,
        amount: cents(-amount),
        written: `-${euros(amount)}`,
        name: 'Winkel',
        iban: '',
        text: '',
        reference: `${Math.floor(amount / 7)} ${at}`
      }))
      await attempt(async (tx) => {
        const kept = await keepStatement(tx, admin, bank, { format: 'ing', iban: 'NL00TEST', lines }, new Uint8Array())
        return kept.ok ? bookSuggested(tx, admin, kept.value) : kept
      })
    } else {
      const rows = await place()
        .store.read.selectFrom('bank_import')
        .select('id')
        .orderBy('made_at')
        .orderBy('id')
        .execute()
      const id = rows[one.at % Math.max(1, rows.length)]?.id
      if (id) await attempt((tx) => undoImport(tx, admin, id, 'Verkeerd'))
    }
  }

  /** What is there is as much as what it is for, and nothing is kept that the entries do not say. */
  async function holds(): Promise<void> {
    const rows = await accounts()
    const sum = (...kinds: string[]) =>
      rows
        .filter((row) => kinds.includes(row.kind))
        .reduce((total, row) => total + standing(row.kind, Number(row.debited), Number(row.credited)), 0)
    expect(sum('bank', 'bursar', 'funder')).toBe(sum('round', 'plan'))
    expect((await runChecks(place().store.read)).map((found) => [found.check.name, found.rows])).toEqual([])
  }

  it('that is asked by six at once is never asked more than there is', async () => {
    const plan = books.chosen.plan
    const account = (await accounts()).find((row) => row.proposal_id === plan)!
    const left = standing('plan', Number(account.debited), Number(account.credited))
    const asked = await Promise.all(
      Array.from({ length: 6 }, () =>
        attempt((tx) =>
          askForPayment(tx, books.world.acting('helper of the group'), plan, {
            what: 'Tegelijk',
            amount: euros(Math.floor(left * 0.6)),
            payeeKind: 'business',
            payeeName: 'Winkel',
            voucher: aBill
          })
        )
      )
    )
    expect(asked.filter(Boolean)).toHaveLength(1)
  })

  it(
    'is conserved over any sequence of entries, corrections, payments, imports and undos',
    { timeout: 240_000 },
    async () => {
      let lived = 0
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
          for (const one of steps) await live(one)
          lived += steps.length
          await holds()
        }),
        { numRuns: engine === 'SQLite' ? 12 : 4, endOnFailure: true, examples: [[everything]] }
      )
      const kinds = await place().store.read.selectFrom('ledger_entry').select('movement').distinct().execute()
      expect(lived).toBeGreaterThan(30)
      expect(kinds.length).toBeGreaterThanOrEqual(5)
    }
  )
})
