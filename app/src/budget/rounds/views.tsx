// How a round looks: its phase, its days, its rules in plain words.
import { phaseOn, roundPhases, type RuleCard } from '@buurtmacht/domain'
import { Chip, Facts, Steps, type Fact } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import { daysIn, settingsIn, type RoundRow } from './queries.ts'

/** Where a round is now, in a few words. */
export function PhaseChip({ visit, row }: { visit: Visit; row: RoundRow }) {
  const { t, by } = visit
  if (row.state === 'stopped') return <Chip kind="no">{t('round-state.stopped')}</Chip>
  if (row.state === 'preparing') return <Chip>{t('round-state.preparing')}</Chip>
  if (row.state === 'closed') return <Chip kind="good">{t('round-state.closed')}</Chip>
  const phase = phaseOn(daysIn(row), by.today)
  return <Chip kind={phase === 'voting' ? 'wait' : 'plain'}>{t.find(`round-phase.${phase}`) ?? phase}</Chip>
}

/** Each phase with its days; the one of today is said. */
export function Calendar({ visit, row }: { visit: Visit; row: RoundRow }) {
  const { t, by } = visit
  const days = daysIn(row)
  const now = phaseOn(days, by.today)
  return (
    <Steps
      steps={roundPhases.map((phase) => (
        <>
          {phase === now ? <strong>{t.find(`round-phase.${phase}`)}</strong> : t.find(`round-phase.${phase}`)}
          {': '}
          {t('round.from', { day: t.day(days[phase]) })}
          {phase === now ? <> ({t('round.now')})</> : null}
        </>
      ))}
    />
  )
}

function roundFacts(visit: Visit, row: RoundRow, areas: ReadonlyMap<string, string>): Fact[] {
  const { t } = visit
  const settings = settingsIn(row)
  const where = settings.areas.map((id) => areas.get(id) ?? '').filter(Boolean)
  const { ballot, mostPerPlan, pots } = settings
  return [
    { term: t('round.amount'), detail: <strong>{t.money(settings.amount)}</strong> },
    ...pots.map((pot) => ({ term: t('round.pot', { name: pot.name }), detail: t.money(pot.amount) })),
    ...(mostPerPlan === undefined ? [] : [{ term: t('round.most-per-plan'), detail: t.money(mostPerPlan) }]),
    {
      term: t('round.who-votes'),
      detail: `${t('round.age-from', { age: settings.ageFrom })}, ${where.length ? t.list(where) : t('round.whole-place')}`
    },
    {
      term: t('round.how'),
      detail:
        ballot.kind === 'points'
          ? t('round.points', { points: ballot.points })
          : ballot.most === undefined
            ? t('round.as-many-as-you-like')
            : t('round.at-most', { most: ballot.most })
    },
    ...(row.group_name ? [{ term: t('round.by'), detail: row.group_name }] : [])
  ]
}

export const RoundFacts = (props: { visit: Visit; row: RoundRow; areas: ReadonlyMap<string, string> }) => (
  <Facts facts={roundFacts(props.visit, props.row, props.areas)} />
)

/** The settings of a rule card that have something to say to a resident, in the order they matter. */
const told = [
  'rule',
  'utility',
  'start',
  'completion',
  'stop',
  'then',
  'comparison',
  'ties',
  'weights'
] as const satisfies readonly (keyof RuleCard)[]

/** Every setting of the counting rule with its plain explanation. */
export function RuleInWords({ visit, card }: { visit: Visit; card: RuleCard }) {
  const { t } = visit
  return (
    <Facts
      facts={told.map((key) => ({
        term: t.find(`rule.${key}`) ?? key,
        detail: t.find(`rule.${key}.${String(card[key])}`) ?? String(card[key])
      }))}
    />
  )
}
