// A grant on its card in the funding calendar, and how the doing of a plan stands.
import { grantClock } from '@buurtmacht/domain'
import { Card, CardGrid, Chip, type ChipKind } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import { calendarOf, type GrantRow } from './queries.ts'

const kinds: Record<ReturnType<typeof grantClock>['state'], ChipKind> = {
  running: 'plain',
  renew: 'wait',
  'renew-late': 'late',
  ending: 'late',
  ended: 'plain'
}

export function GrantChip({ visit, row }: { visit: Visit; row: GrantRow }) {
  const { t, by } = visit
  const clock = grantClock(calendarOf(row), by.today)
  return (
    <Chip kind={kinds[clock.state]}>
      {t.find(`grant-state.${clock.state}`, {
        n: Math.max(0, clock.daysLeft),
        day: t.day(row.renew_on ?? row.until_on)
      })}
    </Chip>
  )
}

export const GrantCards = ({ visit, rows, level = 2 }: { visit: Visit; rows: readonly GrantRow[]; level?: 2 | 3 }) => (
  <CardGrid kind="one">
    {rows.map((row) => (
      <Card
        key={row.id}
        level={level}
        title={row.name}
        href={`/kasboek/subsidie/${row.id}`}
        meta={visit.t('grant.card', {
          funder: row.funder,
          amount: visit.t.money(Number(row.amount)),
          until: visit.t.day(row.until_on)
        })}
      >
        <p>
          <strong>{visit.t('grant.stops')}</strong> {row.stops}
        </p>
        <GrantChip visit={visit} row={row} />
      </Card>
    ))}
  </CardGrid>
)

const resultKinds = { none: 'plain', busy: 'wait', done: 'good' } as const

export const ResultChip = ({ visit, state }: { visit: Visit; state: 'none' | 'busy' | 'done' }) => (
  <Chip kind={resultKinds[state]}>{visit.t.find(`result-state.${state}`) ?? state}</Chip>
)
