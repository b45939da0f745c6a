/** The ways a round changes: residents only, each in one transaction with its entry in the journal. */
import {
  canonical,
  changeRound,
  closeRound,
  freezeRound,
  isAdmin,
  nameCommitteeOf,
  ok,
  openRound,
  readRound,
  refused,
  ruleHash,
  ruleOf,
  stopRound,
  type BudgetRound,
  type Decision,
  type RoundTyped
} from '@buurtmacht/domain'
import type { Tables, Tx } from '../../db/index.ts'
import { record, type Entry, type EntryKind } from '../../journal/index.ts'
import { residentsToName } from '../../people/index.ts'
import { areaIds } from '../../place/index.ts'
import { newId, type By } from '../../web/index.ts'
import { plansByState } from '../plans/queries.ts'
import { keepsRound, leadsAny } from '../who.ts'
import {
  addRound,
  heldRound,
  roundColumns,
  roundIn,
  saveRound,
  setPeopleOfRound,
  settingColumns,
  settingsIn,
  type RoundTask
} from './queries.ts'

type Row = Tables['budget_round']

const as = (group: string | null): NonNullable<Entry['as']> => (group ? { group } : 'administrator')

/**
 * An administrator, or a lead for the own group, prepares a round.
 * Refusals: `not-allowed`, and those of `readRound`.
 */
export async function prepareRound(
  tx: Tx,
  by: By,
  typed: RoundTyped & { group: string | undefined }
): Promise<Decision<string>> {
  const group = typed.group || null
  const may = group ? leadsAny(by.roles).some((one) => one === group) : isAdmin(by.roles)
  if (!may || !keepsRound(by.roles, group)) return refused('not-allowed', { field: 'group' })
  const settings = await readWithAreas(tx, typed)
  if (!settings.ok) return settings
  const id = newId(by)
  await addRound(tx, {
    id,
    ...settingColumns(settings.value),
    ...roundColumns({ state: 'preparing' }),
    group_id: group,
    rule: null,
    rule_hash: null,
    version: 1,
    made_at: by.at,
    changed_at: by.at
  })
  await record(tx, by, {
    kind: 'round-prepared',
    about: { kind: 'round', id },
    as: as(group),
    facts: settingColumns(settings.value)
  })
  return ok(id)
}

/** Areas that do not exist are nobody's: left out by a form that was drawn here, refused in any other. */
async function readWithAreas(tx: Tx, typed: RoundTyped) {
  const known = new Set<string>(await areaIds(tx))
  if (typed.areas.some((area) => !known.has(area))) return refused('field-not-a-choice', { field: 'areas' })
  return readRound(typed)
}

/** Refusals: `not-found`, `not-allowed`, `changed-meanwhile`, `round-frozen`, and those of `readRound`. */
export async function editRound(
  tx: Tx,
  by: By,
  id: string,
  typed: RoundTyped & { version: number }
): Promise<Decision<string>> {
  const row = await heldRound(tx, id)
  const may = mayKeep(by, row)
  if (!may.ok) return may
  if (may.value.version !== typed.version) return refused('changed-meanwhile')
  const settings = await readWithAreas(tx, typed)
  if (!settings.ok) return settings
  const round = changeRound(roundIn(may.value), settings.value)
  if (!round.ok) return round
  await save(tx, by, may.value, round.value, 'round-changed', {
    ...settingColumns(settings.value),
    ...ruleColumns(round.value, settings.value)
  })
  return ok(id)
}

/** The rule card that is published, as text, with its hash; nothing while the round is only prepared. */
const ruleColumns = (round: BudgetRound, settings: Parameters<typeof ruleOf>[0]) =>
  'ruleHash' in round ? { rule: canonical(ruleOf(settings)), rule_hash: ruleHash(ruleOf(settings)) } : {}

const mayKeep = (by: By, row: Row | undefined): Decision<Row> => {
  if (!row) return refused('not-found')
  return keepsRound(by.roles, row.group_id) ? ok(row) : refused('not-allowed')
}

/** Shown to everybody, with the counting rule and its hash. Refusals: `round-not-preparing`, `round-begins-too-soon`. */
export async function openPreparedRound(tx: Tx, by: By, id: string): Promise<Decision<BudgetRound>> {
  return verb(tx, by, id, 'round-opened', (round, row) => openRound(round, settingsIn(row), by.today))
}

/** Refusals: `round-not-open`, `round-without-plans`, `plans-undecided`, `voting-has-begun`. */
export async function fixBallot(tx: Tx, by: By, id: string): Promise<Decision<BudgetRound>> {
  const plans = await plansByState(tx, id)
  const ballot = { plans: plans.onBallot.length, undecided: plans.handedIn.length }
  return verb(
    tx,
    by,
    id,
    'round-ballot-fixed',
    (round, row) => freezeRound(round, { ...ballot, voting: settingsIn(row).days.voting }, by.today),
    { plans: plans.onBallot }
  )
}

/** Residents stop it before it is counted, with a reason. */
export async function stopRoundBecause(tx: Tx, by: By, id: string, why: string): Promise<Decision<BudgetRound>> {
  return verb(tx, by, id, 'round-stopped', (round) => stopRound(round, why, by.today), { why })
}

/** After the count, when every code and sheet is accounted for. @param difference how far the numbers are from adding up. */
export const closeCountedRound = (tx: Tx, by: By, id: string, difference: number): Promise<Decision<BudgetRound>> =>
  verb(tx, by, id, 'round-closed', (round) => closeRound(round, difference, by.today))

async function verb(
  tx: Tx,
  by: By,
  id: string,
  kind: EntryKind,
  decide: (round: BudgetRound, row: Row) => Decision<BudgetRound>,
  facts: Entry['facts'] = {}
): Promise<Decision<BudgetRound>> {
  const may = mayKeep(by, await heldRound(tx, id))
  if (!may.ok) return may
  const round = decide(roundIn(may.value), may.value)
  if (!round.ok) return round
  const rule = kind === 'round-opened' ? ruleColumns(round.value, settingsIn(may.value)) : {}
  await save(tx, by, may.value, round.value, kind, rule, facts)
  return round
}

async function save(
  tx: Tx,
  by: By,
  row: Row,
  round: BudgetRound,
  kind: EntryKind,
  columns: Partial<Row>,
  facts: Entry['facts'] = {}
): Promise<void> {
  await saveRound(tx, row.id, { ...columns, ...roundColumns(round), version: row.version + 1, changed_at: by.at })
  await record(tx, by, {
    kind,
    about: { kind: 'round', id: row.id },
    as: as(row.group_id),
    facts: { ...columns, ...facts, state: round.state }
  })
}

/**
 * Names who decides what goes on the ballot, or who is in the election committee. Until the ballot is fixed.
 * Refusals: `not-found`, `not-allowed`, `round-frozen`, `field-not-a-choice` (somebody who is no resident with a task here),
 * `committee-too-large`.
 */
export async function nameForRound(
  tx: Tx,
  by: By,
  id: string,
  task: RoundTask,
  people: readonly string[]
): Promise<Decision<string>> {
  const may = mayKeep(by, await heldRound(tx, id))
  if (!may.ok) return may
  if (may.value.state !== 'preparing' && may.value.state !== 'open') return refused('round-frozen')
  const known = new Set((await residentsToName(tx, by.today)).map((one) => one.id))
  if (people.some((person) => !known.has(person))) return refused('field-not-a-choice', { field: task })
  const fits = task === 'committee' ? nameCommitteeOf(people) : ok(people)
  if (!fits.ok) return fits
  await setPeopleOfRound(tx, id, task, people)
  await record(tx, by, {
    kind: 'round-people-named',
    about: { kind: 'round', id },
    as: as(may.value.group_id),
    facts: { task, people: [...people] }
  })
  return ok(id)
}
