// The open books of the story: accounts, entries and payments.
import { readFileSync } from 'node:fs'
import { cents, type Decision } from '@buurtmacht/domain'
import { type Tx } from '../../src/db/index.ts'
import {
  accountIdOf,
  answerAboutEntry,
  approve,
  askAboutEntry,
  askForPayment,
  bookSuggested,
  correctEntry,
  explainItem,
  itemNamed,
  keepStatement,
  nameCommittee,
  openAccount,
  payPayment,
  putUnderItem,
  refusePaymentBecause,
  showVoucher,
  signWritten,
  tellResult,
  voucherGrid,
  vouchersOfPayment,
  writeEntry,
  writeGrant,
  writeStatement
} from '../../src/ledger/index.ts'
import { coverCells, type By } from '../../src/web/index.ts'
import { type Story } from '../story/index.ts'
import { type Money, type StoryEntry, type StoryPayment } from '../story/money-types.ts'
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
  ...money.payments.flatMap(paymentMoments),
  ...grantMoments(money),
  ...committeeMoments(money.committee),
  ...bankMoments(money.bank),
  ...money.under.map((one) =>
    moment(one, `payment ${one.payment}, under its item`, async (tx, by, known) => {
      const item = await itemNamed(tx, known.id('grant', one.grant), one.item)
      return putUnderItem(tx, by, known.id('payment', one.payment), item)
    })
  )
]

const moment = (
  when: { readonly daysAgo: number; readonly by: StoryPayment['by'] },
  what: string,
  live: Moment['live']
): Moment => ({ daysAgo: when.daysAgo, person: when.by, what, live })

const grantMoments = ({ grants, explained, results }: Money): Moment[] => [
  ...grants.map((grant) =>
    moment(grant, `grant ${grant.key}`, (tx, by, known) =>
      kept(
        known,
        'grant',
        grant.key,
        writeGrant(tx, by, {
          name: grant.name,
          account: known.id('account', grant.account),
          reference: grant.reference,
          amount: grant.amount,
          from: known.day(grant.from),
          until: known.day(grant.until),
          renewBy: grant.renewBy === undefined ? '' : known.day(grant.renewBy),
          stops: grant.stops,
          rounds: grant.rounds.map((round) => known.id('round', round)),
          items: grant.items.map(([what, amount]) => ({ what, amount }))
        })
      )
    )
  ),
  ...explained.map((one) =>
    moment(one, `grant ${one.grant}, explained`, async (tx, by, known) =>
      explainItem(tx, by, await itemNamed(tx, known.id('grant', one.grant), one.item), one.why)
    )
  ),
  ...results.map((one) =>
    moment(one, `plan ${one.plan}, result`, (tx, by, known) =>
      tellResult(tx, by, known.id('plan', one.plan), { state: one.state, result: one.result, version: 0 })
    )
  )
]

function committeeMoments(committee: Money['committee']): Moment[] {
  const { members, questions, statement } = committee
  const [[one, areaOne], [two, areaTwo]] = members
  return [
    moment(committee, 'kascommissie, named', (tx, by, known) =>
      nameCommittee(tx, by, {
        one: known.id('person', one),
        areaOne: known.id('area', areaOne),
        two: known.id('person', two),
        areaTwo: known.id('area', areaTwo)
      })
    ),
    ...questions.flatMap((question) => [
      moment(question, `question about ${question.entry}`, (tx, by, known) =>
        kept(known, 'question', question.entry, askAboutEntry(tx, by, known.id('entry', question.entry), question.text))
      ),
      ...(question.answer
        ? [
            moment(question.answer, `answer about ${question.entry}`, (tx, by, known) =>
              answerAboutEntry(tx, by, known.id('question', question.entry), question.answer?.text)
            )
          ]
        : [])
    ]),
    moment(statement, 'statement, written', (tx, by, known) =>
      kept(
        known,
        'statement',
        'first',
        writeStatement(tx, by, {
          from: known.day(statement.from),
          until: known.day(statement.until),
          verdict: 'right',
          text: statement.text
        })
      )
    ),
    moment(statement.signed, 'statement, signed', (tx, by, known) =>
      signWritten(tx, by, known.id('statement', 'first'))
    )
  ]
}

const bankMoments = (bank: Money['bank']): Moment[] => [
  moment(bank, 'file of the bank', async (tx, by, known) => {
    const lines = bank.lines.map((line, at) => ({
      on: known.day(line.daysAgo),
      written: line.written,
      ...(line.amount === undefined ? {} : { amount: cents(line.amount) }),
      name: line.name,
      iban: '',
      text: line.text,
      reference: String(at)
    }))
    const statement = { format: 'ing' as const, iban: 'NL00TESTMOERBEIBUURT', lines }
    const file = await keepStatement(tx, by, known.id('account', bank.account), statement, new Uint8Array())
    return file.ok ? bookSuggested(tx, by, file.value) : file
  })
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
  const step = (
    when: { daysAgo: number; by: StoryPayment['by'] } | undefined,
    what: string,
    live: Moment['live']
  ): Moment[] => (when ? [{ daysAgo: when.daysAgo, person: when.by, what: `payment ${key}, ${what}`, live }] : [])
  return [
    ...step(payment, 'asked', (tx, by, known) =>
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
    ...step(approved, 'approved', (tx, by, known) => approve(tx, by, id(known))),
    ...step(refused, 'refused', (tx, by, known) => refusePaymentBecause(tx, by, id(known), refused?.why ?? '')),
    ...step(shown, 'bill shown', (tx, by, known) => showBill(tx, by, id(known), payment)),
    ...step(paid, 'paid', (tx, by, known) =>
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
