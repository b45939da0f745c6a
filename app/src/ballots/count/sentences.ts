/** Why a plan was chosen or not, in plain sentences. */
import type { Words } from '../../words/index.ts'
import type { LostTold, PotTold, WonTold } from './told.ts'

/** Names of plans by their number. */
export type NameOf = (number: number) => string

const choseIt = (t: Words, plan: WonTold | LostTold): string =>
  plan.points === null
    ? t('result.chose', { n: plan.people })
    : t('result.chose-points', { n: plan.people, points: plan.points })

export function whyWon(t: Words, pot: PotTold, plan: WonTold): string[] {
  if (pot.chosen === 'greedy' || plan.each === null) return [choseIt(t, plan), t('result.won-most')]
  const each = t.money(plan.each)
  const paid =
    plan.points !== null
      ? t('result.paid-points', { cost: t.money(plan.cost), each })
      : plan.rest === 0
        ? t('result.paid', { cost: t.money(plan.cost), each })
        : plan.full === 0
          ? t('result.paid-all', { cost: t.money(plan.cost) })
          : t('result.paid-rest', {
              cost: t.money(plan.cost),
              full: plan.full,
              each,
              rest: plan.rest,
              restPaid: t.money(plan.restPaid)
            })
  return [choseIt(t, plan), paid]
}

/** In short paragraphs: why, where the money of its people went, and what would have been enough. */
export function whyLost(t: Words, pot: PotTold, plan: LostTold, nameOf: NameOf): string[][] {
  if (plan.people === 0) return [[t('result.chose', { n: 0 })]]
  const cost = t.money(plan.cost)
  if (plan.barred === 'cost-cap') return [[choseIt(t, plan), t('result.barred', { cost })]]
  if (pot.chosen === 'greedy' || plan.left === null)
    return [[choseIt(t, plan), t('result.lost-most', { cost })], whatWould(t, plan)]
  const why = [
    choseIt(t, plan),
    ...(plan.points === null ? [t('result.would-pay', { each: t.money(plan.each) })] : []),
    t('result.had', { left: t.money(plan.left) }),
    t('result.short', { cost, missing: t.money(plan.missing ?? 0) })
  ]
  const others = plan.wentTo.map((to) => `${nameOf(to.number)} (${t.money(to.amount)})`)
  return [why, others.length > 0 ? [t('result.went-to', { plans: t.list(others) })] : [], whatWould(t, plan)]
}

const whatWould = (t: Words, plan: LostTold): string[] => [
  ...(plan.atCost === null ? [] : [t('result.at-cost', { cost: t.money(plan.atCost) })]),
  ...(plan.morePeople === null ? [] : [t('result.more-people', { n: plan.morePeople })])
]

/** How the outcome compares, in sentences: with most votes, without paper, with a few people more. */
export function comparisons(t: Words, pot: PotTold, nameOf: NameOf): { title: string; says: string[] }[] {
  const won = new Set(pot.won.map((plan) => plan.number))
  const { mostVotes } = pot
  const names = (numbers: readonly number[]) => t.list(numbers.map(nameOf))
  const others = mostVotes.numbers.filter((number) => !won.has(number))
  const gone = [...won].filter((number) => !mostVotes.numbers.includes(number))
  const mostSays = [
    ...(others.length === 0 && gone.length === 0 ? [t('result.most.same')] : []),
    ...(others.length > 0 ? [t('result.most.in', { plans: names(others) })] : []),
    ...(gone.length > 0 ? [t('result.most.out', { plans: names(gone) })] : []),
    t('result.most.heard', { n: mostVotes.withAWinner, here: pot.withAWinner })
  ]
  return [
    {
      title: t('result.heard'),
      says: [
        t('result.heard.n', { n: pot.withAWinner, of: pot.ballots }),
        ...(pot.proportional === true ? [t('result.proportional')] : [])
      ]
    },
    { title: t('result.most'), says: mostSays },
    ...(pot.smallest
      ? [
          {
            title: t('result.close'),
            says: [t('result.close.n', { n: pot.smallest.people, plan: nameOf(pot.smallest.number) })]
          }
        ]
      : []),
    ...(pot.channels.length > 1 ? [{ title: t('result.paper'), says: paperSays(t, pot, names, won) }] : [])
  ]
}

function paperSays(
  t: Words,
  pot: PotTold,
  names: (numbers: readonly number[]) => string,
  won: ReadonlySet<number>
): string[] {
  const paper = pot.channels.find((one) => one.channel === 'paper')
  if (!paper) return []
  const says = [t('result.paper.n', { n: paper.ballots, of: pot.ballots })]
  if (!paper.changes) return [...says, t('result.paper.same')]
  const others = paper.without.filter((number) => !won.has(number))
  const gone = [...won].filter((number) => !paper.without.includes(number))
  return [
    ...says,
    ...(gone.length > 0 ? [t('result.paper.out', { plans: names(gone) })] : []),
    ...(others.length > 0 ? [t('result.paper.in', { plans: names(others) })] : [])
  ]
}
