// Rounds of the neighbourhood budget, their plans, and the advice on them.
import { showFollowCode, type Decision } from '@buurtmacht/domain'
import {
  answerAdviceOn,
  askForAdvice,
  decideOnPlan,
  fixBallot,
  giveAdviceOn,
  handInPlan,
  nameForRound,
  openPreparedRound,
  prepareRound,
  writePlan
} from '../../src/budget/index.ts'
import { type Tx } from '../../src/db/index.ts'
import { type By } from '../../src/web/index.ts'
import { type Plan, type Round, type Story } from '../story/index.ts'
import { kept, type Known } from './known.ts'
import { type Moment } from './moments.ts'
import { votingMoments } from './voting.ts'

export const roundMoments = ({ rounds }: Story): Moment[] =>
  rounds.flatMap((round) => [
    {
      daysAgo: round.daysAgo,
      person: round.by,
      what: round.key,
      live: (tx, by, known) => prepare(tx, by, known, round)
    },
    ...(round.opened === undefined ? [] : opening(round, round.opened)),
    ...round.plans.flatMap((plan) => planMoments(round, plan)),
    ...(round.fixed === undefined
      ? []
      : [
          {
            daysAgo: round.fixed,
            person: round.by,
            what: `${round.key}, ballot fixed`,
            live: (tx: Tx, by: By, known: Known) => fixBallot(tx, by, known.id('round', round.key))
          }
        ]),
    ...votingMoments(round)
  ])

const prepare = (tx: Tx, by: By, known: Known, round: Round): Promise<Decision<unknown>> =>
  kept(
    known,
    'round',
    round.key,
    prepareRound(tx, by, {
      group: '',
      title: round.title,
      amount: round.amount,
      ageFrom: '12',
      votersExpected: round.votersExpected,
      ballot: 'approval',
      most: round.most,
      points: '',
      mostPerPlan: round.mostPerPlan ?? '',
      areas: [],
      pots: [],
      days: Object.fromEntries(Object.entries(round.days).map(([phase, daysAgo]) => [phase, known.day(daysAgo)]))
    })
  )

const opening = (round: Round, daysAgo: number): Moment[] => [
  {
    daysAgo,
    person: round.by,
    what: `${round.key}, opened`,
    live: (tx, by, known) => openPreparedRound(tx, by, known.id('round', round.key))
  },
  ...(['decides', 'committee'] as const).map((task): Moment => ({
    daysAgo,
    person: round.by,
    what: `${round.key}, ${task}`,
    live: (tx, by, known) =>
      nameForRound(
        tx,
        by,
        known.id('round', round.key),
        task,
        (round[task] ?? []).map((person) => known.id('person', person))
      )
  }))
]

function planMoments(round: Round, plan: Plan): Moment[] {
  const handedIn = plan.handedIn
  return [
    {
      daysAgo: plan.daysAgo,
      person: plan.by,
      what: plan.key,
      live: (tx, by, known) => write(tx, by, known, round, plan)
    },
    ...(handedIn
      ? [
          {
            ...handedIn,
            person: handedIn.by,
            what: `${plan.key}, handed in`,
            live: (tx: Tx, by: By, known: Known) => handInPlan(tx, by, known.id('plan', plan.key))
          }
        ]
      : []),
    ...(plan.chosen
      ? [
          {
            daysAgo: plan.chosen.daysAgo,
            person: plan.chosen.by,
            what: `${plan.key}, on the ballot`,
            live: (tx: Tx, by: By, known: Known) =>
              decideOnPlan(tx, by, known.id('plan', plan.key), { onBallot: true, why: '', version: 2 })
          }
        ]
      : []),
    ...(plan.keptOff ? [keepingOff(plan, plan.keptOff)] : []),
    ...(plan.advice ?? []).flatMap((advice) => adviceMoments(plan, advice))
  ]
}

const keepingOff = (plan: Plan, { daysAgo, by, why }: NonNullable<Plan['keptOff']>): Moment => ({
  daysAgo,
  person: by,
  what: `${plan.key}, kept off`,
  live: (tx, who, known) => decideOnPlan(tx, who, known.id('plan', plan.key), { onBallot: false, why, version: 2 })
})

async function write(tx: Tx, by: By, known: Known, round: Round, plan: Plan): Promise<Decision<unknown>> {
  const written = await writePlan(tx, by, known.keyed, known.id('round', round.key), {
    title: plan.title,
    what: plan.what,
    forWhom: plan.forWhom,
    where: plan.where,
    items: plan.costs.map(([what, amount]) => ({ what, amount })),
    bursar: plan.bursar,
    group: plan.owner ? known.id('group', plan.owner) : '',
    need: plan.need ? known.id('need', plan.need) : '',
    channel: plan.channel ?? 'online'
  })
  if (!written.ok) return written
  known.keep('plan', plan.key, written.value.id)
  known.planCodes.set(plan.key, showFollowCode(written.value.code))
  return written
}

function adviceMoments(plan: Plan, advice: NonNullable<Plan['advice']>[number]): Moment[] {
  const { asked, given, answered } = advice
  const key = `${plan.key}, ${advice.of}`
  const id = (known: Known) => known.id<string>('advice', key)
  return [
    {
      daysAgo: asked.daysAgo,
      person: asked.by,
      what: `${key}, asked`,
      live: (tx, by, known) =>
        kept(
          known,
          'advice',
          key,
          askForAdvice(tx, by, known.id('plan', plan.key), {
            institution: known.id('institution', advice.of),
            due: known.day(asked.daysAgo - asked.dueIn)
          })
        )
    },
    ...(given
      ? [
          {
            daysAgo: given.daysAgo,
            person: given.by,
            what: `${key}, given`,
            live: (tx: Tx, by: By, known: Known) => giveAdviceOn(tx, by, id(known), { ...given, version: 1 })
          }
        ]
      : []),
    ...(answered
      ? [
          {
            daysAgo: answered.daysAgo,
            person: answered.by,
            what: `${key}, answered`,
            live: (tx: Tx, by: By, known: Known) =>
              answerAdviceOn(tx, by, id(known), { answer: answered.answer, version: 2 })
          }
        ]
      : [])
  ]
}
