/**
 * The account to a funder (verantwoording), once for page, list and PDF: what was done and what came of it, budget against actual with an
 * explanation, the vouchers, and what the kascommissie found (Awb 4:45, 4:62 and 4:63; the text of 2017 was read).
 */
import { cents, type Cents } from '@buurtmacht/domain'
import type { Reader } from '../../db/index.ts'
import { questionsAbout, statementsIn, type QuestionRow, type StatementRow } from '../committee/queries.ts'
import {
  grantOf,
  itemsOf,
  paidIn,
  plansDone,
  receivedFrom,
  roundsIn,
  type GrantRow,
  type ItemRow,
  type PaidRow
} from './queries.ts'

export interface Activity {
  plan: string
  title: string
  group: string | null
  granted: Cents
  paid: Cents
  state: 'none' | 'busy' | 'done'
  result: string
}

export interface ItemLine {
  item: ItemRow | undefined
  budget: Cents
  actual: Cents
}

export interface GrantAccount {
  grant: GrantRow
  received: Cents
  spent: Cents
  /** What came and was not spent. */
  left: Cents
  activities: Activity[]
  /** Each item of the budget, and last what stands under none. */
  items: ItemLine[]
  paid: PaidRow[]
  /** What the kascommissie asked about these entries, with the answers there are. */
  questions: QuestionRow[]
  /** Signed, and about days of this grant. */
  statements: StatementRow[]
}

export async function accountToFunder(read: Reader, id: string): Promise<GrantAccount | undefined> {
  const grant = await grantOf(read, id)
  if (!grant) return undefined
  const rounds = roundsIn(grant)
  const paid = await paidIn(read, rounds, grant.from_on, grant.until_on)
  const items = await itemsOf(read, id)
  const sum = (rows: readonly PaidRow[]) => cents(rows.reduce((total, row) => total + Number(row.amount), 0))
  const under = (item: string) => sum(paid.filter((row) => row.item_id === item))
  const loose = sum(paid.filter((row) => !items.some((item) => item.id === row.item_id)))
  const received = await receivedFrom(read, grant.account_id, grant.from_on, grant.until_on)
  const spent = sum(paid)
  const done = await plansDone(read, rounds)
  return {
    grant,
    received,
    spent,
    left: cents(received - spent),
    activities: done.map((row) => {
      const of = sum(paid.filter((one) => one.plan_title === row.title))
      const left = Number(row.credited) - Number(row.debited)
      const state = row.state ?? 'none'
      return {
        plan: row.id,
        title: row.title,
        group: row.group_name,
        granted: cents(left + of),
        paid: of,
        state,
        result: row.result ?? ''
      }
    }),
    items: [
      ...items.map((item) => ({ item, budget: cents(Number(item.amount)), actual: under(item.id) })),
      ...(loose > 0 ? [{ item: undefined, budget: cents(0), actual: loose }] : [])
    ],
    paid,
    questions: await questionsAbout(read, {
      entries: paid.map((row) => row.entry_nr),
      account: grant.account_id,
      from: grant.from_on,
      until: grant.until_on
    }),
    statements: (await statementsIn(read, 'signed')).filter(
      (row) => row.from_on <= grant.until_on && row.until_on >= grant.from_on
    )
  }
}
