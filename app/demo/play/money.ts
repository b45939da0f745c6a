// The open books of the story: accounts, entries and payments.
import { readFileSync } from 'node:fs'
import { type Decision } from '@buurtmacht/domain'
import { type Tx } from '../../src/db/index.ts'
import {
  accountIdOf,
  approve,
  askForPayment,
  correctEntry,
  openAccount,
  payPayment,
  refusePaymentBecause,
  showVoucher,
  voucherGrid,
  vouchersOfPayment,
  writeEntry
} from '../../src/ledger/index.ts'
import { coverCells, type By } from '../../src/web/index.ts'
import { type Story } from '../story/index.ts'
import { type StoryEntry, type StoryPayment } from '../story/money-types.ts'
import { kept, type Known } from './known.ts'
import { type Moment } from './moments.ts'

export const moneyMoments = ({ money }: Story): Moment[] => [
  ...money.accounts.map((account): Moment => ({
    daysAgo: account.daysAgo,
    person: account.by,
    what: `account ${account.key}`,
    live: (tx, by, known) =>
      kept(
        known,
        'account',
        account.key,
        openAccount(tx, by, {
          kind: account.kind,
          name: account.name,
          iban: account.iban ?? '',
          institution: account.institution ? known.id('institution', account.institution) : ''
        })
      )
  })),
  ...money.entries.flatMap(entryMoments),
  ...money.payments.flatMap(paymentMoments)
]

/** `round:lente` has no account until its first entry, which opens it. */
async function account(tx: Tx, known: Known, key: string): Promise<string> {
  const [kind, of] = key.split(':')
  if (of === undefined || (kind !== 'round' && kind !== 'plan')) return known.id('account', key)
  const id = known.id(kind, of)
  return (await accountIdOf(tx, kind, id)) ?? `${kind}:${id}`
}

function entryMoments(entry: StoryEntry): Moment[] {
  const { takenBack } = entry
  return [
    {
      daysAgo: entry.daysAgo,
      person: entry.by,
      what: `entry ${entry.key}`,
      live: async (tx, by, known) =>
        kept(
          known,
          'entry',
          entry.key,
          writeEntry(tx, by, {
            movement: entry.movement,
            from: await account(tx, known, entry.from),
            to: await account(tx, known, entry.to),
            amount: entry.amount,
            on: by.today,
            what: entry.what
          })
        )
    },
    ...(takenBack
      ? [
          {
            daysAgo: takenBack.daysAgo,
            person: takenBack.by,
            what: `entry ${entry.key}, taken back`,
            live: (tx: Tx, by: By, known: Known) => correctEntry(tx, by, known.id('entry', entry.key), takenBack.why)
          }
        ]
      : [])
  ]
}

// Drawn for this story, and already as bills are kept. They lie beside the story, and in the built program beside its words.
const billOf = (name: StoryPayment['bill']) => {
  const file = import.meta.url.endsWith('.ts') ? `../story/${name}.webp` : `./${name}.webp`
  return { bytes: readFileSync(new URL(file, import.meta.url)), type: 'image/webp' as const, width: 640, height: 960 }
}

function paymentMoments(payment: StoryPayment): Moment[] {
  const { key, approved, refused, paid, shown } = payment
  const id = (known: Known) => known.id<string>('payment', key)
  const moment = (
    when: { daysAgo: number; by: StoryPayment['by'] } | undefined,
    what: string,
    live: Moment['live']
  ): Moment[] => (when ? [{ daysAgo: when.daysAgo, person: when.by, what: `payment ${key}, ${what}`, live }] : [])
  return [
    ...moment(payment, 'asked', (tx, by, known) =>
      kept(
        known,
        'payment',
        key,
        askForPayment(tx, by, known.id('plan', payment.plan), {
          what: payment.what,
          amount: payment.amount,
          payeeKind: payment.payeeKind,
          payeeName: payment.payee,
          voucher: billOf(payment.bill)
        })
      )
    ),
    ...moment(approved, 'approved', (tx, by, known) => approve(tx, by, id(known))),
    ...moment(refused, 'refused', (tx, by, known) => refusePaymentBecause(tx, by, id(known), refused?.why ?? '')),
    ...moment(shown, 'bill shown', (tx, by, known) => showBill(tx, by, id(known), payment)),
    ...moment(paid, 'paid', (tx, by, known) =>
      payPayment(tx, by, id(known), { from: known.id('account', paid?.from ?? ''), paidOn: by.today })
    )
  ]
}

async function showBill(tx: Tx, by: By, payment: string, { bill, shown }: StoryPayment): Promise<Decision<unknown>> {
  const [voucher] = await vouchersOfPayment(tx, payment)
  const cells = (shown?.cells ?? []).map(([row, column]) => ({ row, column }))
  const covered = await coverCells(billOf(bill), cells, voucherGrid)
  return showVoucher(tx, by, voucher?.id ?? '', { cells, covered, version: 1 })
}
