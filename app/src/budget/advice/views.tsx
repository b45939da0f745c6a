// What institutions said about a plan, and what its group does with that.
import { adviceIsLate, isContactOf, type InstitutionId } from '@buurtmacht/domain'
import { speaksForGroup } from '../../goals/index.ts'
import { Chip, LinkButton, Quote } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import type { PlanRow } from '../plans/queries.ts'
import { adviceIn, type AdviceRow } from './queries.ts'

export function AdviceList({ visit, plan, advice }: { visit: Visit; plan: PlanRow; advice: readonly AdviceRow[] }) {
  const { t } = visit
  if (advice.length === 0) return null
  return (
    <>
      <h2>{t('advice.title')}</h2>
      <p>{t('advice.what')}</p>
      {advice.map((row) => (
        <OneAdvice key={row.id} visit={visit} plan={plan} row={row} />
      ))}
    </>
  )
}

function OneAdvice({ visit, plan, row }: { visit: Visit; plan: PlanRow; row: AdviceRow }) {
  const { t, by } = visit
  const late = adviceIsLate(adviceIn(row), by.today)
  const mayGive = row.state !== 'answered' && isContactOf(by.roles, row.institution_id as InstitutionId)
  const mayAnswer = row.state === 'given' && plan.group_id !== null && speaksForGroup(by.roles, plan.group_id)
  return (
    <section>
      <h3>{row.institution_name}</h3>
      <p>
        {row.verdict ? (
          <Chip kind={row.verdict === 'feasible' ? 'good' : 'plain'}>
            {t.find(`advice-verdict.${row.verdict}`) ?? ''}
          </Chip>
        ) : (
          <Chip kind={late ? 'late' : 'wait'}>
            {t(late ? 'advice.late' : 'advice.before', { day: t.day(row.due_on) })}
          </Chip>
        )}
      </p>
      {row.reasons ? (
        <Quote lang="nl" small by={row.given_on ? t.day(row.given_on) : undefined}>
          {row.reasons}
        </Quote>
      ) : null}
      {row.answer ? (
        <Quote lang="nl" small by={t('advice.answer-of', { name: plan.group_name ?? '' })}>
          {row.answer}
        </Quote>
      ) : null}
      {mayGive ? <LinkButton href={`/advies/${row.id}`}>{t('advice.give')}</LinkButton> : null}
      {mayAnswer ? <LinkButton href={`/advies/${row.id}/antwoord`}>{t('advice.answer')}</LinkButton> : null}
    </section>
  )
}
