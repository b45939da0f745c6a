/** A clock in words: where it stands, and how its day was computed. */
import type { Day, FrozenTerm, TermStep } from '@buurtmacht/domain'
import { Chip, Meta, Steps } from '../ui/index.ts'
import type { Words } from '../words/index.ts'
import { clockOf } from './clock.ts'
import type { RequestRow } from './queries.ts'

/** The few words on a card. */
export function RequestChip({ t, row, today }: { t: Words; row: RequestRow; today: Day }) {
  const clock = clockOf(row, today)
  if (clock.late) return <Chip kind="late">{t('request.days-late', { n: clock.daysLate })}</Chip>
  if (row.state === 'unanswered') return <Chip kind="no">{t('request.no-answer')}</Chip>
  if (clock.waiting) return <Chip kind="wait">{t('request.waits-until', { day: t.day(row.due_on) })}</Chip>
  if (row.state === 'answered') return <Chip kind="good">{t('request.answered')}</Chip>
  return <Chip>{t(row.state === 'replied' ? 'request.replied' : 'request.withdrawn')}</Chip>
}

/** The same in a sentence, for the page of one request. */
export function clockSentence(t: Words, row: RequestRow, today: Day): string {
  const clock = clockOf(row, today)
  const facts = { institution: row.institution_name, group: row.group_name, day: t.day(row.due_on) }
  const days = clock.late ? clock.daysLate : clock.daysLeft
  const key = clock.late
    ? 'late'
    : row.state === 'withdrawn'
      ? 'withdrawn'
      : clock.waiting
        ? 'waits'
        : clock.daysLate > 0
          ? `${row.state}-late`
          : row.state
  return (
    t.find(`request.clock.${key}`, { ...facts, n: key === 'late' || key === 'waits' ? days : clock.daysLate }) ?? ''
  )
}

/** "Hoe is dat berekend?" Each step in plain words, with the source and when it was read. */
export function Computed({ t, term, open }: { t: Words; term: FrozenTerm; open?: boolean }) {
  const { rule } = term
  return (
    <details id="termijn" open={open}>
      <summary>{t('term.how')}</summary>
      <Steps steps={term.steps.map((step) => stepWords(t, step))} />
      <Meta>
        {rule.kind === 'law'
          ? t('term.source.law', { source: rule.source, year: rule.checkedOn.slice(0, 4) })
          : rule.basis === 'council-letter'
            ? t('term.source.council', { year: rule.checkedOn.slice(0, 4) })
            : t('term.source.promise')}
      </Meta>
      <Meta>{t('term.frozen')}</Meta>
    </details>
  )
}

function stepWords(t: Words, step: TermStep): string {
  const day = 'day' in step ? t.day(step.day) : ''
  switch (step.step) {
    case 'counted-from':
      return t(`term.counted-from.${step.countedFrom}`, { day })
    case 'plus':
      return t(`term.plus.${step.unit}`, { amount: step.amount, day })
    case 'own-date':
      return t('term.own-date', { day })
    case 'two-working-days':
      return t('term.two-working-days', { day })
    case 'falls-on':
      return t(`term.falls-on.${step.why}`, { day })
    case 'moved-to':
      return t('term.moved-to', { day })
    case 'act-does-not-apply':
      return t(step.why === 'promise' ? 'term.no-act.promise' : 'term.no-act.long')
    case 'receipt-due':
      return t(`term.receipt.${step.unit}`, { amount: step.amount, day })
    case 'ends':
      return t('term.ends', { day })
  }
}
