// What the kascommissie asked and signed, as everybody reads it.
import { Card, CardGrid, Chip, Quote } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import { keepsBooks } from '../who.ts'
import type { QuestionRow, StatementRow } from './queries.ts'

export const periodOf = ({ t }: Visit, row: Pick<StatementRow, 'from_on' | 'until_on'>): string =>
  t('bank.days', { from: t.day(row.from_on), until: t.day(row.until_on) })

export function StatementChip({ visit, row }: { visit: Visit; row: StatementRow }) {
  const { t } = visit
  if (row.state === 'written') return <Chip kind="wait">{t('statement.waits')}</Chip>
  return <Chip kind={row.verdict === 'right' ? 'good' : 'wait'}>{t(`statement.${row.verdict}`)}</Chip>
}

export const StatementCards = ({ visit, statements }: { visit: Visit; statements: readonly StatementRow[] }) => (
  <CardGrid kind="one">
    {statements.map((row) => (
      <Card key={row.id} level={3} title={periodOf(visit, row)} href={`/kasboek/verklaring/${row.id}`}>
        <StatementChip visit={visit} row={row} />
      </Card>
    ))}
  </CardGrid>
)

/** Questions about one entry, each with its answer or the way to give one. */
export function Questions({ visit, questions }: { visit: Visit; questions: readonly QuestionRow[] }) {
  const { t, by } = visit
  if (questions.length === 0) return null
  return (
    <>
      <h2>{t('question.title')}</h2>
      {questions.map((one) => (
        <section key={one.id}>
          <Quote small lang="nl" by={t('question.asked', { day: t.day(one.asked_on) })}>
            {one.text}
          </Quote>
          {one.answer ? (
            <p dir="auto">
              <strong>{t('question.answer')}</strong> {one.answer}
            </p>
          ) : (
            <p>{t('committee.waits')}</p>
          )}
          {!one.answer && by.person && keepsBooks(by.roles) ? (
            <p>
              <a href={`/kasboek/vraag/${one.id}/antwoord`}>{t('question-answer.heading')}</a>
            </p>
          ) : null}
        </section>
      ))}
    </>
  )
}
