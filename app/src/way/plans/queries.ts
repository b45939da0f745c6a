/** Plans of the neighbourhood budget that came from what was said: from a voice itself, or from a need it stands in. */
import type { Day } from '@buurtmacht/domain'
import { asked, type Reader, type Tables } from '../../db/index.ts'

export interface PlanOnWay {
  id: string
  title: string
  round: string
  state: Tables['proposal']['state']
  won: boolean
  need: string | null
  /** Euro cents. */
  paid: number
  firstPaidOn?: Day
}

const columns = ['proposal.id', 'proposal.title', 'proposal.state', 'proposal.won', 'proposal.need_id'] as const

const ofNeeds = asked((read, needs: readonly string[]) =>
  read
    .selectFrom('proposal')
    .innerJoin('budget_round', 'budget_round.id', 'proposal.round_id')
    .select([...columns, 'budget_round.title as round'])
    .where('proposal.need_id', 'in', needs)
    .orderBy('proposal.made_at')
    .orderBy('proposal.id')
)

const ofVoice = asked((read, voice: string) =>
  read
    .selectFrom('plan_voice')
    .innerJoin('proposal', 'proposal.id', 'plan_voice.proposal_id')
    .innerJoin('budget_round', 'budget_round.id', 'proposal.round_id')
    .select([...columns, 'budget_round.title as round'])
    .where('plan_voice.voice_id', '=', voice)
    .orderBy('proposal.made_at')
    .orderBy('proposal.id')
)

const paidFor = asked((read, plans: readonly string[]) =>
  read
    .selectFrom('payment')
    .innerJoin('ledger_account', 'ledger_account.id', 'payment.account_id')
    .select(['ledger_account.proposal_id', (e) => e.fn.min('paid_on').as('first_on')])
    .select((e) => e.fn.sum<number>('amount').as('paid'))
    .where('ledger_account.proposal_id', 'in', plans)
    .where('payment.state', '=', 'paid')
    .groupBy('ledger_account.proposal_id')
)

export async function plansFrom(read: Reader, needs: readonly string[], voice?: string): Promise<PlanOnWay[]> {
  const found = [
    ...(needs.length > 0 ? await ofNeeds(read, needs) : []),
    ...(voice === undefined ? [] : await ofVoice(read, voice))
  ]
  const rows = [...new Map(found.map((row) => [row.id, row])).values()]
  if (rows.length === 0) return []
  const paid = new Map(
    (
      await paidFor(
        read,
        rows.map((row) => row.id)
      )
    ).map((row) => [row.proposal_id, row])
  )
  return rows.map((row): PlanOnWay => {
    const money = paid.get(row.id)
    return {
      id: row.id,
      title: row.title,
      round: row.round,
      state: row.state,
      won: row.won === 1,
      need: row.need_id,
      paid: Number(money?.paid ?? 0),
      ...(money?.first_on ? { firstPaidOn: money.first_on as Day } : {})
    }
  })
}
