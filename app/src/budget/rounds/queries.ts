/** Rounds of the neighbourhood budget. In which phase one is, is computed from its days and never stored. */
import { cents, type AreaId, type BudgetRound, type Day, type Pot, type RoundSettings } from '@buurtmacht/domain'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type RoundRow = Tables['budget_round'] & { group_name: string | null }
export type RoundTask = Tables['round_person']['task']

const rounds = (read: Reader) =>
  read
    .selectFrom('budget_round')
    .leftJoin('resident_group', 'resident_group.id', 'budget_round.group_id')
    .selectAll('budget_round')
    .select('resident_group.name as group_name')

export const roundOf = (read: Reader, id: string): Promise<RoundRow | undefined> =>
  rounds(read).where('budget_round.id', '=', id).executeTakeFirst()

/** The newest first. There are few: a neighbourhood has one or two a year. */
export const allRounds = (read: Reader): Promise<RoundRow[]> =>
  rounds(read).orderBy('budget_round.made_at', 'desc').orderBy('budget_round.id').limit(100).execute()

/** The round in which plans are written now, the newest when there is more than one. */
export const roundForPlans = async (read: Reader, today: Day): Promise<{ id: string; title: string } | undefined> =>
  read
    .selectFrom('budget_round')
    .select(['id', 'title'])
    .where('state', '=', 'open')
    .where('plans_on', '<=', today)
    .where('advice_on', '>', today)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .executeTakeFirst()

export const heldRound = (tx: Tx, id: string): Promise<Tables['budget_round'] | undefined> =>
  held(tx, tx.selectFrom('budget_round').selectAll().where('id', '=', id)).executeTakeFirst()
export const addRound = (tx: Tx, row: Tables['budget_round']) => tx.insertInto('budget_round').values(row).execute()
export const saveRound = (tx: Tx, id: string, row: Partial<Tables['budget_round']>) =>
  tx.updateTable('budget_round').set(row).where('id', '=', id).execute()

export interface Named {
  id: string
  name: string
  task: RoundTask
}

/** Who decides what goes on the ballot, and who is in the election committee, by name. */
export const peopleOfRound = (read: Reader, round: string): Promise<Named[]> =>
  read
    .selectFrom('round_person')
    .innerJoin('person', 'person.id', 'round_person.person_id')
    .select(['person.id', 'person.name', 'round_person.task'])
    .where('round_person.round_id', '=', round)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()

export async function hasTask(read: Reader, round: string, person: string, task: RoundTask): Promise<boolean> {
  const found = await read
    .selectFrom('round_person')
    .select('task')
    .where('round_id', '=', round)
    .where('person_id', '=', person)
    .where('task', '=', task)
    .executeTakeFirst()
  return found !== undefined
}

export async function setPeopleOfRound(tx: Tx, round: string, task: RoundTask, people: readonly string[]) {
  await tx.deleteFrom('round_person').where('round_id', '=', round).where('task', '=', task).execute()
  for (const person_id of people)
    await tx.insertInto('round_person').values({ round_id: round, person_id, task }).execute()
}

/** Remembers that this person had a ballot code; false when that was so already. The round is held by whoever asks. */
export async function noteVoter(tx: Tx, round: string, person: string): Promise<boolean> {
  if (await hadCode(tx, round, person)) return false
  await tx.insertInto('round_voter').values({ round_id: round, person_id: person }).execute()
  return true
}

export async function hadCode(read: Reader, round: string, person: string): Promise<boolean> {
  const row = await read
    .selectFrom('round_voter')
    .select('person_id')
    .where('round_id', '=', round)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

export const settingsIn = (row: Tables['budget_round']): RoundSettings => ({
  title: row.title,
  amount: cents(row.amount),
  areas: JSON.parse(row.area_ids) as AreaId[],
  ageFrom: row.age_from,
  votersExpected: row.voters_expected,
  days: daysIn(row),
  ballot:
    row.ballot_kind === 'points'
      ? { kind: 'points', points: row.ballot_points ?? 0, ...most(row) }
      : { kind: 'approval', ...most(row) },
  pots: JSON.parse(row.pots) as Pot[],
  ...(row.most_per_plan === null ? {} : { mostPerPlan: cents(row.most_per_plan) })
})

const most = (row: Tables['budget_round']) => (row.ballot_most === null ? {} : { most: row.ballot_most })

export const daysIn = (row: Tables['budget_round']): RoundSettings['days'] => ({
  plans: row.plans_on as Day,
  advice: row.advice_on as Day,
  voting: row.voting_on as Day,
  count: row.count_on as Day,
  doing: row.doing_on as Day,
  accounting: row.accounting_on as Day,
  end: row.end_on as Day
})

/** Settings as columns. */
export const settingColumns = (settings: RoundSettings) => ({
  title: settings.title,
  amount: settings.amount,
  area_ids: JSON.stringify(settings.areas),
  age_from: settings.ageFrom,
  voters_expected: settings.votersExpected,
  plans_on: settings.days.plans,
  advice_on: settings.days.advice,
  voting_on: settings.days.voting,
  count_on: settings.days.count,
  doing_on: settings.days.doing,
  accounting_on: settings.days.accounting,
  end_on: settings.days.end,
  ballot_kind: settings.ballot.kind,
  ballot_points: settings.ballot.kind === 'points' ? settings.ballot.points : null,
  ballot_most: settings.ballot.most ?? null,
  most_per_plan: settings.mostPerPlan ?? null,
  pots: JSON.stringify(settings.pots)
})

/** A row as the rules know it. */
export function roundIn(row: Tables['budget_round']): BudgetRound {
  const day = (text: string | null): Day => (text ?? row.changed_at.slice(0, 10)) as Day
  const opened = { openedOn: day(row.opened_on), ruleHash: row.rule_hash ?? '' }
  const frozen = { ...opened, frozenOn: day(row.frozen_on) }
  const counted = { ...frozen, countedOn: day(row.counted_on) }
  switch (row.state) {
    case 'preparing':
      return { state: 'preparing' }
    case 'open':
      return { state: 'open', ...opened }
    case 'frozen':
      return { state: 'frozen', ...frozen }
    case 'counted':
      return { state: 'counted', ...counted }
    case 'closed':
      return { state: 'closed', ...counted, closedOn: day(row.closed_on) }
    case 'stopped':
      return { state: 'stopped', why: row.why ?? '', stoppedOn: day(row.stopped_on) }
  }
}

/** What the rules decided, as columns. */
export const roundColumns = (round: BudgetRound) => ({
  state: round.state,
  why: round.state === 'stopped' ? round.why : null,
  opened_on: 'openedOn' in round ? round.openedOn : null,
  frozen_on: 'frozenOn' in round ? round.frozenOn : null,
  counted_on: 'countedOn' in round ? round.countedOn : null,
  closed_on: 'closedOn' in round ? round.closedOn : null,
  stopped_on: round.state === 'stopped' ? round.stoppedOn : null
})
