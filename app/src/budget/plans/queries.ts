/** Plans of a round: one page each. */
import {
  asId,
  cents,
  type CostItem,
  type Day,
  type PlanPage,
  type Pot,
  type Proposal,
  type ProposalId
} from '@buurtmacht/domain'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type PlanRow = Tables['proposal'] & {
  group_name: string | null
  round_title: string
  round_pots: string
  need_sentence: string | null
}

const plans = (read: Reader) =>
  read
    .selectFrom('proposal')
    .innerJoin('budget_round', 'budget_round.id', 'proposal.round_id')
    .leftJoin('resident_group', 'resident_group.id', 'proposal.group_id')
    .leftJoin('need', 'need.id', 'proposal.need_id')
    .selectAll('proposal')
    .select([
      'resident_group.name as group_name',
      'budget_round.title as round_title',
      'budget_round.pots as round_pots',
      'need.sentence as need_sentence'
    ])

/** The name of the pot a plan asks money from; undefined in a round without pots. */
export const potOf = (plan: Pick<PlanRow, 'pot' | 'round_pots'>): string | undefined =>
  plan.pot === null ? undefined : (JSON.parse(plan.round_pots) as Pot[]).find((pot) => pot.key === plan.pot)?.name

export const planOf = (read: Reader, id: string): Promise<PlanRow | undefined> =>
  plans(read).where('proposal.id', '=', id).executeTakeFirst()

/** By name, so that no order says which is liked best. */
export const plansOfRound = (read: Reader, round: string): Promise<PlanRow[]> =>
  plans(read).where('proposal.round_id', '=', round).orderBy('proposal.title').orderBy('proposal.id').execute()

/** Ids per state. */
export async function plansByState(read: Reader, round: string): Promise<Record<Proposal['state'], string[]>> {
  const rows = await read
    .selectFrom('proposal')
    .select(['id', 'state'])
    .where('round_id', '=', round)
    .orderBy('id')
    .execute()
  const found: Record<Proposal['state'], string[]> = {
    draft: [],
    handedIn: [],
    onBallot: [],
    notOnBallot: [],
    merged: [],
    withdrawn: []
  }
  for (const { id, state } of rows) found[state].push(id)
  return found
}

export const heldPlan = (tx: Tx, id: string): Promise<Tables['proposal'] | undefined> =>
  held(tx, tx.selectFrom('proposal').selectAll().where('id', '=', id)).executeTakeFirst()
export const addPlan = (tx: Tx, row: Tables['proposal']) => tx.insertInto('proposal').values(row).execute()
export const savePlan = (tx: Tx, id: string, row: Partial<Tables['proposal']>) =>
  tx.updateTable('proposal').set(row).where('id', '=', id).execute()

/** What the count said of each plan on the ballot. @returns those plans. */
export async function saveWinners(tx: Tx, round: string, won: readonly string[]): Promise<string[]> {
  const onBallot = tx.updateTable('proposal').where('round_id', '=', round).where('state', '=', 'onBallot')
  const plans = await onBallot.set({ won: 0 }).returning('id').execute()
  if (won.length > 0) await onBallot.set({ won: 1 }).where('id', 'in', won).execute()
  return plans.map((plan) => plan.id)
}

export const planByCode = (read: Reader, hash: string): Promise<{ id: string } | undefined> =>
  read.selectFrom('proposal').select('id').where('edit_hash', '=', hash).executeTakeFirst()

export const needToPlan = (read: Reader, id: string): Promise<{ id: string; sentence: string } | undefined> =>
  read.selectFrom('need').select(['id', 'sentence']).where('id', '=', id).executeTakeFirst()

/** Open needs to choose from, by their words; `chosen` also when it is no longer open. */
export const needsToPlan = (read: Reader, chosen: string): Promise<{ id: string; sentence: string }[]> =>
  read
    .selectFrom('need')
    .select(['id', 'sentence'])
    .where((e) => e.or([e('state', '=', 'open'), e('id', '=', chosen)]))
    .orderBy('sentence')
    .orderBy('id')
    .limit(500)
    .execute()

/** The first said first. */
export const wishesToMerge = (read: Reader, plan: string): Promise<Tables['merge_wish'][]> =>
  read
    .selectFrom('merge_wish')
    .selectAll()
    .where((e) => e.or([e('proposal_id', '=', plan), e('into_id', '=', plan)]))
    .orderBy('at')
    .orderBy('group_id')
    .execute()

export const addWish = (tx: Tx, row: Tables['merge_wish']) =>
  tx
    .insertInto('merge_wish')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const itemsIn = (row: Pick<Tables['proposal'], 'items'>): CostItem[] => JSON.parse(row.items) as CostItem[]

/** What stands on the page of a plan, as columns. */
export const pageColumns = (page: PlanPage, cost: number) => ({
  title: page.title,
  what: page.what,
  for_whom: page.forWhom,
  where_text: page.where,
  items: JSON.stringify(page.items),
  cost: cents(cost),
  bursar: page.bursar ?? null,
  pot: page.pot ?? null
})

/** A row as the rules know it. */
export function planIn(row: Tables['proposal']): Proposal {
  const day = (text: string | null): Day => (text ?? row.changed_at.slice(0, 10)) as Day
  const handed = { handedInOn: day(row.handed_in_on) }
  switch (row.state) {
    case 'draft':
      return { state: 'draft' }
    case 'handedIn':
      return { state: 'handedIn', ...handed }
    case 'onBallot':
      return { state: 'onBallot', ...handed, decidedOn: day(row.decided_on) }
    case 'notOnBallot':
      return { state: 'notOnBallot', ...handed, decidedOn: day(row.decided_on), why: row.why ?? '' }
    case 'merged':
      return { state: 'merged', into: asId<ProposalId>(row.into_id ?? '') }
    case 'withdrawn':
      return { state: 'withdrawn', why: row.why ?? '', withdrawnOn: day(row.withdrawn_on) }
  }
}

export const planColumns = (plan: Proposal) => ({
  state: plan.state,
  why: 'why' in plan ? plan.why : null,
  into_id: plan.state === 'merged' ? plan.into : null,
  handed_in_on: 'handedInOn' in plan ? plan.handedInOn : null,
  decided_on: 'decidedOn' in plan ? plan.decidedOn : null,
  withdrawn_on: plan.state === 'withdrawn' ? plan.withdrawnOn : null
})

/** Plans under which somebody's name may stand as who holds the money: all of them, or those this person wrote. */
export const plansToForgetIn = (tx: Tx, by: string | undefined): Promise<{ id: string; bursar: string }[]> =>
  held(
    tx,
    tx.selectFrom('proposal').select(['id', 'bursar']).where('bursar', 'is not', null).$narrowType<{ bursar: string }>()
  )
    .$if(by !== undefined, (query) => query.where('by_id', '=', by ?? ''))
    .execute()
export const setBursar = (tx: Tx, id: string, bursar: string | null) =>
  tx.updateTable('proposal').set({ bursar }).where('id', '=', id).execute()
