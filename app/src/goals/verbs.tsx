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
import {
  overtaken,
  page,
  verbShown,
  type By,
  type Fields,
  type Page,
  type Resting,
  type Sent,
  type Typed,
  type Visit
} from '../web/index.ts'
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
import { goalIn, goalOf, goalStepsOf, versionOf, whoCanLead, type GoalRow, type GoalStep } from './queries.ts'
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
    fields: { result: { kind: 'long', max: resultMax } },
    could: (goal) => writeResult(goal, '…'),
    does: (tx, by, id, { result }) => writeGoalResult(tx, by, id, { result: given(result) }),
    values: (goal) => ({ result: goal.result ?? '' })
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

const versionOfGoal = async ({ read, params }: Resting) => (await versionOf(read, params['goal'] ?? ''))?.toString()

const verbPage = (verb: Verb): Page =>
  page({
    path: `/buurtdoelen/:goal/${verb.path}`,
    who: (verb.may === 'lead' ? leadingResidentsOf : residentsOf)('the group that owns the goal', groupOfGoal),
    fields: verb.fields,
    // Two deeds at once are two deeds; of everything else the second person first sees what the first did.
    ...(verb.path === 'gedaan' ? {} : { restsOn: versionOfGoal }),
    async show(visit, sent) {
      const goal = await goalOf(visit.read, visit.params['goal'] ?? '')
      if (!goal) return 'not-found'
      return verbShown({
        visit,
        sent,
        words: `goal-verb.${verb.path}`,
        back: { href: `/buurtdoelen/${goal.id}`, text: goal.title },
        could: verb.could(goalIn(goal)),
        fields: verb.fields,
        ...(verb.values ? { values: verb.values(goal, visit.by) } : {}),
        ...('lead' in verb.fields ? { options: { lead: await leadsToPick(visit, goal) } } : {}),
        children: overtaken(sent) ? (
          <Meanwhile visit={visit} sent={sent} steps={await stepsOf(visit, goal)} />
        ) : undefined
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

const stepsOf = async (visit: Visit, goal: GoalRow): Promise<GoalStep[]> =>
  (await goalStepsOf(visit.read, [goal.id])).get(goal.id) ?? []

/** What was done since the form was opened: each change adds one to the version and one step. What was typed stays. */
function Meanwhile({ visit: { t }, sent, steps }: { visit: Visit; sent: Sent | undefined; steps: GoalStep[] }) {
  return (
    <section>
      <h2>{t('form.meanwhile')}</h2>
      {steps.slice(Number(sent?.seen ?? 0) || 0).map((step) => (
        <div key={step.id}>
          <Meta>{[t(`goal-step.${step.state}`), step.by_name].filter(Boolean).join(' · ')}</Meta>
          {step.why ? (
            <Quote lang="nl" small>
              {step.why}
            </Quote>
          ) : null}
        </div>
      ))}
    </section>
  )
}
