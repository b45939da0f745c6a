/** The parts of an account in words: what the list and the PDF have in common. */
import type { Cents } from '@buurtmacht/domain'
import type { Words } from '../../words/index.ts'
import type { GrantAccount } from './account.ts'

export interface Part {
  title: string
  head?: string[]
  rows: string[][]
  /** What is said when there is nothing. */
  none: string
  /** Columns with amounts. */
  numbers?: number[]
}

interface Of {
  t: Words
  account: GrantAccount
  money: (amount: Cents) => string
}

/** The grant itself, and how far its money went. */
const about = ({ t, account, money }: Of): Part => ({
  title: t('grant-account.about'),
  none: t('grant-account.nothing'),
  rows: [
    [t('grant.name'), account.grant.name],
    [t('grant.funder'), account.grant.funder],
    ...(account.grant.reference ? [[t('grant.reference'), account.grant.reference]] : []),
    [t('grant.days'), t('bank.days', { from: t.day(account.grant.from_on), until: t.day(account.grant.until_on) })],
    [t('grant.amount'), money(Number(account.grant.amount) as Cents)],
    [t('grant.received'), money(account.received)],
    [t('grant.spent'), money(account.spent)],
    [t('grant.left'), money(account.left)]
  ]
})

/** What was done with it. */
const activities = ({ t, account, money }: Of): Part => ({
  title: t('grant-account.activities'),
  none: t('grant-account.nothing'),
  head: [t('books.plan'), t('plan.group'), t('plan-done.state'), t('plan-done.result'), t('books.plan.paid')],
  numbers: [4],
  rows: account.activities.map((one) => [
    one.title,
    one.group ?? '',
    t.find(`result-state.${one.state}`) ?? one.state,
    one.result || t('plan-done.none'),
    money(one.paid)
  ])
})

/** Budget against actual. */
const items = ({ t, account, money }: Of): Part => ({
  title: t('grant-account.items'),
  none: t('grant-account.nothing'),
  head: [t('grant.item'), t('grant.budget'), t('grant.actual'), t('grant.difference'), t('grant.explanation')],
  numbers: [1, 2, 3],
  rows: account.items.map((line) => [
    line.item?.what ?? t('grant.no-item'),
    money(line.budget),
    money(line.actual),
    money((line.budget - line.actual) as Cents),
    line.item?.explanation ?? ''
  ])
})

/** Every payment, with its number in the books. */
const vouchers = ({ t, account, money }: Of): Part => ({
  title: t('grant-account.vouchers'),
  none: t('grant-account.nothing'),
  head: [t('grant.nr'), t('entry.day'), t('books.plan'), t('entry.what'), t('payment.to'), t('entry.amount')],
  numbers: [5],
  rows: account.paid.map((row) => [
    String(row.entry_nr),
    row.paid_on ?? '',
    row.plan_title,
    row.what,
    row.payee_kind === 'business' ? row.payee_name : t('payment.to-person'),
    money(Number(row.amount) as Cents)
  ])
})

/** What the kascommissie asked. */
const questions = ({ t, account }: Of): Part => ({
  title: t('question.title'),
  none: t('grant-account.no-questions'),
  head: [t('grant.nr'), t('grant-account.asked-on'), t('grant-account.asked'), t('grant-account.answered')],
  rows: account.questions.map((row) => [
    String(row.entry_nr),
    t.day(row.asked_on),
    row.text,
    row.answer ?? t('grant-account.no-answer')
  ])
})

/** What the kascommissie found. */
const statements = ({ t, account }: Of): Part => ({
  title: t('committee.title'),
  none: t('committee.statements.none'),
  rows: account.statements.map((row) => [
    t('bank.days', { from: t.day(row.from_on), until: t.day(row.until_on) }),
    t.find(`statement.${row.verdict}`) ?? row.verdict,
    row.text,
    t.list([row.written_name, row.signed_name ?? ''])
  ])
})

export function partsOf(t: Words, account: GrantAccount, money: (amount: Cents) => string): Part[] {
  const of = { t, account, money }
  return [about(of), activities(of), items(of), vouchers(of), questions(of), statements(of)]
}
