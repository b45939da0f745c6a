// What the kascommissie asked about the entries of a grant: a funder reads the questions with the answers, not only that all was right.
import { Quote } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import type { GrantAccount } from './account.ts'

export function Asked({ visit, account }: { visit: Visit; account: GrantAccount }) {
  const { t } = visit
  if (account.questions.length === 0) return <p>{t('grant-account.no-questions')}</p>
  return (
    <>
      {account.questions.map((one) => (
        <section key={one.id}>
          <Quote
            small
            lang="nl"
            by={
              <>
                {t('question.asked', { day: t.day(one.asked_on) })} ·{' '}
                <a href={`/kasboek/boeking/${one.entry_id}`}>{t('entry.title', { nr: one.entry_nr })}</a>
              </>
            }
          >
            {one.text}
          </Quote>
          <p dir="auto">
            <strong>{t('question.answer')}</strong> {one.answer ?? t('grant-account.no-answer')}
          </p>
        </section>
      ))}
    </>
  )
}
