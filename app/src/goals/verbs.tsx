/** One small page for each thing a group can do with its goal. */
import {
  adopt,
  handOver,
  letGo,
  ok,
  pause,
  reasonMax,
  refused,
  reopen,
  resultMax,
  resume,
  start,
  writeResult,
  type Decision,
  type Goal
} from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { Meta, Quote } from '../ui/index.ts'
import { page, verbShown, type By, type Fields, type Page, type Sent, type Typed, type Visit } from '../web/index.ts'
import {
  adoptGoal,
  handOverGoal,
  letGoOfGoal,
  pauseGoal,
  reopenGoal,
  resumeGoal,
  startGoal,
  writeDeed,
  writeGoalResult
} from './actions.ts'
import { goalIn, goalOf, whoCanLead, type GoalRow } from './queries.ts'
import { leadingResidentsOf, residentsOf } from './who.ts'

interface Verb {
  /** The last part of the address. */
  path: string
  may: 'lead' | 'member'
  fields: Fields
  /** Asks the rule, with words that are good enough. */
  could(goal: Goal): Decision<unknown>
  does(tx: Tx, by: By, id: string, given: Record<string, string>): Promise<Decision<unknown>>
  /** What stands in the fields at first. */
  values?(goal: GoalRow, by: By): Typed
}

const reason: Fields = { why: { kind: 'long', max: reasonMax } }
const given = (text: string | undefined): string => text ?? ''
const number = (text: string | undefined): number | undefined => (text ? Number(text) : undefined)

const verbs: readonly Verb[] = [
  {
    path: 'aannemen',
    may: 'lead',
    fields: { lead: { kind: 'pick', optional: true } },
    could: (goal) => adopt(goal),
    does: (tx, by, id, { lead }) => adoptGoal(tx, by, id, lead)
  },
  { path: 'beginnen', may: 'member', fields: {}, could: start, does: startGoal },
  {
    path: 'pauze',
    may: 'member',
    fields: reason,
    could: (goal) => pause(goal, '…'),
    does: (tx, by, id, { why }) => pauseGoal(tx, by, id, given(why))
  },
  { path: 'verder', may: 'member', fields: {}, could: resume, does: resumeGoal },
  {
    path: 'resultaat',
    may: 'member',
    fields: { result: { kind: 'long', max: resultMax }, version: { kind: 'hidden', optional: true } },
    could: (goal) => writeResult(goal, '…'),
    does(tx, by, id, { result, version }) {
      const seen = number(version)
      return writeGoalResult(tx, by, id, { result: given(result), ...(seen === undefined ? {} : { version: seen }) })
    },
    values: (goal) => ({ result: goal.result ?? '', version: String(goal.version) })
  },
  {
    path: 'loslaten',
    may: 'lead',
    fields: reason,
    could: (goal) => letGo(goal, '…'),
    does: (tx, by, id, { why }) => letGoOfGoal(tx, by, id, given(why))
  },
  {
    path: 'heropenen',
    may: 'member',
    fields: reason,
    could: (goal) => reopen(goal, '…'),
    does: (tx, by, id, { why }) => reopenGoal(tx, by, id, given(why))
  },
  {
    path: 'overdragen',
    may: 'lead',
    fields: { lead: { kind: 'pick', optional: true } },
    could: (goal) => handOver(goal),
    does: (tx, by, id, { lead }) => handOverGoal(tx, by, id, lead),
    values: (goal) => ({ lead: goal.lead_id ?? '' })
  },
  {
    path: 'gedaan',
    may: 'member',
    fields: {
      what: { kind: 'long', max: 500 },
      who: { kind: 'text', max: 200 },
      doneOn: { kind: 'day' }
    },
    could: (goal) => (goal.state === 'letGo' ? refused('goal-finished') : ok(goal)),
    does: (tx, by, id, { what, who, doneOn }) => writeDeed(tx, by, id, { what, who, doneOn }),
    values: (_, by) => ({ doneOn: by.today })
  }
]

const groupOfGoal = async (visit: Visit): Promise<string | undefined> =>
  (await goalOf(visit.read, visit.params['goal'] ?? ''))?.group_id

const verbPage = (verb: Verb): Page =>
  page({
    path: `/buurtdoelen/:goal/${verb.path}`,
    who: (verb.may === 'lead' ? leadingResidentsOf : residentsOf)('the group that owns the goal', groupOfGoal),
    fields: verb.fields,
    async show(visit, sent) {
      const goal = await goalOf(visit.read, visit.params['goal'] ?? '')
      if (!goal) return 'not-found'
      const overtaken = sent?.refusals.some((refusal) => refusal.code === 'changed-meanwhile') ?? false
      return verbShown({
        visit,
        sent: overtaken ? again(sent!, goal) : sent,
        words: `goal-verb.${verb.path}`,
        back: { href: `/buurtdoelen/${goal.id}`, text: goal.title },
        could: verb.could(goalIn(goal)),
        fields: verb.fields,
        ...(verb.values ? { values: verb.values(goal, visit.by) } : {}),
        ...('lead' in verb.fields ? { options: { lead: await leadsToPick(visit, goal) } } : {}),
        children: overtaken ? <StandsNow visit={visit} goal={goal} /> : undefined
      })
    },
    async submit(tx, { by, params }, given) {
      const id = params['goal'] ?? ''
      const done = await verb.does(tx, by, id, given as Record<string, string>)
      return done.ok ? ok({ goTo: `/buurtdoelen/${id}`, notice: `goal-${verb.path}` }) : done
    }
  })

export const verbPages: readonly Page[] = verbs.map(verbPage)

const leadsToPick = async (visit: Visit, goal: GoalRow) =>
  (await whoCanLead(visit.read, goal.group_id, visit.by.today)).map(({ id, name }) => ({ value: id, label: name }))

/** Somebody else wrote first: what was typed stays, and the next time it is sent it counts for what stands there now. */
const again = (sent: Sent, goal: GoalRow): Sent => ({
  ...sent,
  typed: { ...sent.typed, version: String(goal.version) }
})

const StandsNow = ({ visit, goal }: { visit: Visit; goal: GoalRow }) => (
  <>
    <Meta>{visit.t('goal-verb.stands-now')}</Meta>
    <Quote lang="nl" small>
      {goal.result ?? ''}
    </Quote>
  </>
)
