// How an entry reads to somebody who never saw books: what happened, how much, and what it changed.
import { cents, standing, type AccountKind } from '@buurtmacht/domain'
import { Card, CardGrid, Chip, Row, Table } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import type { EntryRow } from './queries.ts'

/** "Gemeente zegt geld toe voor Buurtbudget 2026." */
export const saysWhat = (visit: Visit, entry: EntryRow): string =>
  visit.t.find(entry.corrects_id ? 'movement-said.back' : `movement-said.${entry.movement}`, {
    to: entry.to_name,
    from: entry.from_name,
    nr: entry.corrects_nr ?? 0
  }) ?? entry.movement

export function EntryChips({ visit, entry }: { visit: Visit; entry: EntryRow }) {
  const { t } = visit
  return (
    <Row>
      <Chip kind={entry.corrects_id ? 'no' : 'plain'}>
        {entry.corrects_id ? t('entry.back') : (t.find(`movement.${entry.movement}`) ?? entry.movement)}
      </Chip>
      {entry.corrected_nr ? <Chip kind="no">{t('entry.taken-back', { nr: entry.corrected_nr })}</Chip> : null}
    </Row>
  )
}

export const EntryCards = ({ visit, entries }: { visit: Visit; entries: readonly EntryRow[] }) => (
  <CardGrid kind="one">
    {entries.map((entry) => (
      <Card
        key={entry.id}
        level={3}
        title={`${visit.t.money(Number(entry.amount))} · ${saysWhat(visit, entry)}`}
        href={`/kasboek/boeking/${entry.id}`}
        meta={visit.t('entry.when', { nr: entry.nr, day: visit.t.day(entry.on_day) })}
      >
        <p>{entry.what}</p>
        <EntryChips visit={visit} entry={entry} />
      </Card>
    ))}
  </CardGrid>
)

/** With plus or minus, as people say it: what is there, or what is left, grows or shrinks. */
export const signed = (visit: Visit, amount: number): string =>
  `${amount < 0 ? '−' : '+'} ${visit.t.money(Math.abs(amount))}`

/** The two sides of one entry, in words. */
export function BothSides({ visit, entry }: { visit: Visit; entry: EntryRow }) {
  const { t } = visit
  const amount = Number(entry.amount)
  const side = (kind: AccountKind, name: string, debited: number, credited: number) => [
    `${t.find(`account-kind.${kind}`) ?? kind}: ${name}`,
    signed(visit, standing(kind, debited, credited))
  ]
  return (
    <Table
      caption={t('entry.both-sides')}
      head={[t('entry.account'), t('entry.changes')]}
      numbers={[1]}
      rows={[
        side(entry.to_kind, entry.to_name, cents(amount), cents(0)),
        side(entry.from_kind, entry.from_name, cents(0), cents(amount))
      ]}
    />
  )
}
