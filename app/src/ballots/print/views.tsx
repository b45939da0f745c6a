// How the plans of a round are printed: as a ballot, as a poster, as a booklet.
import { showBallotCode, type BallotCode, type RoundSettings } from '@buurtmacht/domain'
import { BallotPaper as Sheet, PlanSheet, Poster, Qr, type PaperPlan, type PaperStep } from '../../ui/index.ts'
import { PlanPaper } from '../../budget/index.ts'
import type { Visit } from '../../web/index.ts'
import type { FixedBallot, NumberedPlan } from './plans.ts'

type Seen = Pick<Visit, 't' | 'publicUrl'>

export const bareAddress = (visit: Pick<Visit, 'publicUrl'>, path = ''): string =>
  visit.publicUrl.replace(/^https?:\/\//, '').replace(/\/$/, '') + path

/** What somebody does with the paper, in the order they do it. */
export function stepsOf({ t }: Seen, ballot: RoundSettings['ballot'], until: string): PaperStep[] {
  const { most } = ballot
  const tick =
    ballot.kind === 'points'
      ? t('ballot-paper.step.points', { points: ballot.points })
      : most === undefined
        ? t('ballot-paper.step.all')
        : t('ballot-paper.step.most', { most })
  return [
    { step: 'look', text: t('ballot-paper.step.look') },
    { step: 'tick', text: tick },
    { step: 'box', text: t('ballot-paper.step.box', { until: t.day(until) }) }
  ]
}

const paperPlan = ({ t }: Seen, plan: NumberedPlan): PaperPlan => ({
  number: plan.number,
  title: plan.title,
  meta: t.money(plan.cost),
  pot: plan.pot === undefined ? undefined : t('round.pot', { name: plan.pot })
})

export interface BallotPaperOf {
  visit: Seen
  siteName: string
  ballot: FixedBallot
  /** Last day on which the box is open. */
  until: string
  /** Absent on the example, which has an empty place for it. */
  code?: BallotCode
  /** As it is printed on the card, to find a code that was lost. */
  number?: number
  /** Address where this code can be used. */
  link?: string
}

/** A paper ballot: an example, or one that counts because it carries a code. */
export function BallotPaper({ visit, siteName, ballot, until, code, number, link }: BallotPaperOf) {
  const { t } = visit
  const qr = code && link ? <Qr text={link} label={t('ballot-paper.qr', { code: showBallotCode(code) })} /> : undefined
  return (
    <Sheet
      siteName={siteName}
      title={ballot.row.title}
      steps={stepsOf(visit, ballot.settings.ballot, until)}
      plans={ballot.plans.map((plan) => paperPlan(visit, plan))}
      points={ballot.settings.ballot.kind === 'points'}
      codeLabel={code ? t('ballot-paper.code') : t('ballot-paper.code.here')}
      {...(code ? { code: { code: showBallotCode(code), qr } } : { specimen: t('ballot-paper.example') })}
    >
      {number === undefined ? null : <p>{t('ballot-paper.number', { number })}</p>}
      <p>{t('ballot-paper.or-online', { address: bareAddress(visit, '/stemmen') })}</p>
    </Sheet>
  )
}

export const PosterOf = ({ visit, siteName, ballot, until }: Omit<BallotPaperOf, 'code' | 'number' | 'link'>) => {
  const { t } = visit
  const address = bareAddress(visit, `/budget/${ballot.row.id}`)
  return (
    <Poster
      siteName={siteName}
      title={ballot.row.title}
      lead={t('ballot-paper.poster.lead', { amount: t.money(ballot.settings.amount), n: ballot.plans.length })}
      steps={stepsOf(visit, ballot.settings.ballot, until)}
      plans={ballot.plans.map((plan) => paperPlan(visit, plan))}
      qr={<Qr text={`${visit.publicUrl}/budget/${ballot.row.id}`} label={t('ballot-paper.poster.qr')} />}
      address={<bdi dir="ltr">{address}</bdi>}
    />
  )
}

export const BookletOf = ({ visit, ballot }: { visit: Visit; ballot: FixedBallot }) => (
  <>
    {ballot.plans.map((plan) => (
      <PlanSheet key={plan.id} number={plan.number} title={plan.title}>
        <PlanPaper visit={visit} plan={plan.row} named />
      </PlanSheet>
    ))}
  </>
)
