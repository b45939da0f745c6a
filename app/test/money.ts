/**
 * Money to test with: a round that was decided on some time ago, in which two plans of two groups were chosen, made with the real
 * actions; and its first money.
 */
import { addDays, cents, type Day, type Decision, type GroupId, type PersonId, type Role } from '@buurtmacht/domain'
import {
  decideOnPlan,
  fixBallot,
  handInPlan,
  nameForRound,
  openPreparedRound,
  prepareRound,
  writePlan
} from '../src/budget/index.ts'
import type { Tx } from '../src/db/index.ts'
import { approve, askForPayment, keepStatement, openAccount, payPayment, writeEntry } from '../src/ledger/index.ts'
import { keyed, type By } from '../src/web/index.ts'
import { must } from './act.ts'
import type { Place } from './kit.ts'

export interface Chosen {
  round: string
  /** A plan of EUR 3,000 of the first group, and one of EUR 1,500 of the other. */
  plan: string
  otherPlan: string
}

interface Writing {
  group: GroupId
  by: By
}

/** @param at somebody, as they were so many days ago. */
export async function chosenPlans(
  place: Place,
  admin: By,
  writing: { own: Writing; other: Writing; decides: PersonId }
): Promise<Chosen> {
  const ago = (by: By, n: number): By => {
    const today = addDays(by.today, -n)
    return { ...by, today, at: `${today}T10:00:00.000Z` }
  }
  const act = async <T>(by: By, work: (tx: Tx, by: By) => Promise<Decision<T>>): Promise<T> =>
    must(await place.store.change((tx) => work(tx, by)))
  const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end']
  const days = Object.fromEntries(phases.map((phase, at) => [phase, addDays(admin.today, at * 10 - 50)]))
  const typed = { group: '', ageFrom: '12', votersExpected: '400', ballot: 'approval', most: '3', points: '' }
  const round = await act(ago(admin, 50), (tx, by) =>
    prepareRound(tx, by, {
      ...typed,
      title: 'Buurtbudget van vorig jaar',
      amount: '5.000',
      mostPerPlan: '',
      areas: [],
      pots: [],
      days
    })
  )
  await act(ago(admin, 50), (tx, by) => openPreparedRound(tx, by, round))
  await act(ago(admin, 50), (tx, by) => nameForRound(tx, by, round, 'decides', [writing.decides]))
  const decider = { ...ago(admin, 39), person: writing.decides, roles: [] as Role[] }
  const plans: string[] = []
  for (const [{ group, by }, title, amount] of [
    [writing.own, 'Licht in de hal', '3.000'],
    [writing.other, 'Een zaalvloer', '1.500']
  ] as const) {
    const plan = await act(ago(by, 45), (tx, who) =>
      writePlan(tx, who, (purpose, text) => keyed('secret', purpose, text), round, {
        title,
        what: 'Wij maken dit samen met de buurt.',
        forWhom: 'Iedereen',
        where: 'Hier',
        items: [{ what: 'Spullen', amount }],
        group,
        need: '',
        channel: 'online'
      })
    )
    await act(ago(by, 45), (tx, who) => handInPlan(tx, who, plan.id))
    await act(decider, (tx, who) => decideOnPlan(tx, who, plan.id, { onBallot: true, why: '', version: 2 }))
    plans.push(plan.id)
  }
  await act(ago(admin, 35), (tx, by) => fixBallot(tx, by, round))
  return { round, plan: plans[0]!, otherPlan: plans[1]! }
}

export interface Accounts {
  bank: string
  funder: string
}

export async function openBooks(place: Place, admin: By, name = 'van vorig jaar'): Promise<Accounts> {
  const open = (kind: string, title: string) =>
    place.store.change(async (tx) => must(await openAccount(tx, admin, { kind, name: title })))
  return { bank: await open('bank', `Bank ${name}`), funder: await open('funder', `Gemeente ${name}`) }
}

/** Promised, received, and the first plan has its money. */
export async function firstMoney(place: Place, admin: By, { round, plan }: Chosen, { bank, funder }: Accounts) {
  const write = (movement: string, from: string, to: string, amount: string, what: string) =>
    place.store.change(async (tx) =>
      must(await writeEntry(tx, admin, { movement, from, to, amount, on: admin.today, what }))
    )
  const awarded = await write('awarded', `round:${round}`, funder, '5.000', 'Subsidie van de gemeente')
  await write('received', funder, bank, '5.000', 'Eerste deel van de subsidie')
  const allotted = await write('allotted', `plan:${plan}`, await accountIn(place, awarded), '3.000', 'Na het tellen')
  return { awarded, allotted }
}

/** The account of the round of an entry. */
const accountIn = async (place: Place, entry: string): Promise<string> =>
  (
    await place.store.read
      .selectFrom('ledger_entry')
      .select('from_id')
      .where('id', '=', entry)
      .executeTakeFirstOrThrow()
  ).from_id

/** The smallest picture there is, already drawn anew: it does for a bill. */
export const aBill = {
  bytes: Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'),
  type: 'image/webp',
  width: 1,
  height: 1
} as const

/** Asked by one, approved by another; paid from this account when it is named. @returns the payment, its voucher and its entry. */
export async function payment(
  place: Place,
  of: { plan: string; asks: By; approves: By; pays?: By; from?: string; amount?: string; what?: string }
): Promise<{ payment: string; voucher: string; entry?: string }> {
  const { change, read } = place.store
  const id = await change(async (tx) =>
    must(
      await askForPayment(tx, of.asks, of.plan, {
        what: of.what ?? 'Tien lampen',
        amount: of.amount ?? '250',
        payeeKind: 'business',
        payeeName: 'Lampenwinkel Licht en Zo',
        voucher: aBill
      })
    )
  )
  await change(async (tx) => must(await approve(tx, of.approves, id)))
  const { pays, from } = of
  const entry =
    pays && from
      ? await change(async (tx) => must(await payPayment(tx, pays, id, { from, paidOn: pays.today })))
      : undefined
  const voucher = await read.selectFrom('voucher').select('id').where('payment_id', '=', id).executeTakeFirstOrThrow()
  return { payment: id, voucher: voucher.id, ...(entry ? { entry } : {}) }
}

/** What the bank says, already read. @returns the import and its first line. */
export async function bankFile(
  place: Place,
  admin: By,
  bank: string,
  lines: readonly { on: string; written: string; amount?: number; name?: string; text?: string }[]
): Promise<{ import: string; line: string }> {
  const read = lines.map(({ on, written, amount, name = 'Iemand', text = '' }, at) => ({
    on: on as Day,
    written,
    ...(amount === undefined ? {} : { amount: cents(amount) }),
    name,
    iban: '',
    text,
    reference: `${written} ${at}`
  }))
  const statement = { format: 'ing' as const, iban: 'NL00TESTBUURT', lines: read }
  const id = await place.store.change(async (tx) =>
    must(await keepStatement(tx, admin, bank, statement, new TextEncoder().encode(JSON.stringify(read))))
  )
  const line = await place.store.read
    .selectFrom('bank_line')
    .select('id')
    .where('import_id', '=', id)
    .orderBy('nr')
    .executeTakeFirstOrThrow()
  return { import: id, line: line.id }
}
