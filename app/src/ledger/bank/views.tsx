// Lines of the bank, for those who may see them.
import { Card, CardGrid, Chip, Row } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import { signed } from '../entries/views.tsx'
import type { LineRow } from './queries.ts'

interface LinesProps {
  visit: Visit
  lines: readonly LineRow[]
  /** What the lines that fit are for. */
  fitting: ReadonlyMap<string, string>
  isOpen?: boolean
  level?: 2 | 3
}

const amountWords = (visit: Visit, line: LineRow): string =>
  line.amount === null ? visit.t('bank.unclear', { written: line.written }) : signed(visit, Number(line.amount))

export function Lines({ visit, lines, fitting, isOpen, level = 3 }: LinesProps) {
  const { t } = visit
  const waits = (line: LineRow) =>
    isOpen === true && !line.twin_entry && (line.state === 'open' || line.state === 'left')
  return (
    <CardGrid kind="one">
      {lines.map((line) => (
        <Card
          key={line.id}
          level={level}
          title={`${amountWords(visit, line)}${line.name ? ` · ${line.name}` : ''}`}
          href={waits(line) ? `/kasboek/bank/${line.import_id}/${line.id}` : undefined}
          meta={t.day(line.on_day)}
        >
          {line.text ? <p>{line.text}</p> : null}
          {fitting.has(line.id) ? <p>{t('bank.fits-with', { what: fitting.get(line.id) ?? '' })}</p> : null}
          <Row>
            <LineChip visit={visit} line={line} />
            {line.entry_nr ? (
              <a href={`/kasboek/boeking/${line.entry_id}`}>{t('entry.title', { nr: line.entry_nr })}</a>
            ) : null}
          </Row>
        </Card>
      ))}
    </CardGrid>
  )
}

function LineChip({ visit, line }: { visit: Visit; line: LineRow }) {
  const { t } = visit
  if (line.twin_entry && line.state !== 'booked') return <Chip kind="plain">{t('bank.twin')}</Chip>
  if (line.amount === null) return <Chip kind="wait">{t('bank.ask-amount')}</Chip>
  const kinds = { open: 'wait', booked: 'good', left: 'plain', undone: 'no' } as const
  return <Chip kind={kinds[line.state]}>{t.find(`bank-line.${line.state}`) ?? line.state}</Chip>
}
