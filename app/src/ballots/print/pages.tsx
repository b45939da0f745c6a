// Who: a resident with a printer, or anybody who wants to see on paper what there is to choose.
import { type VNode } from 'preact'
import { roundOf } from '../../budget/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { BackLink, Buttons, Card, CardGrid, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { anyone } from '../who.ts'
import { fixedBallot, lastVotingDay, type FixedBallot } from './plans.ts'
import { BallotPaper, BookletOf, PosterOf } from './views.tsx'

interface Print {
  visit: Visit
  siteName: string
  ballot: FixedBallot
  until: string
}

const prints = [
  { path: 'poster', of: (print: Print) => <PosterOf {...print} /> },
  { path: 'boekje', of: (print: Print) => <BookletOf visit={print.visit} ballot={print.ballot} /> },
  { path: 'voorbeeld', of: (print: Print) => <BallotPaper {...print} /> }
] as const satisfies readonly { path: string; of: (print: Print) => VNode }[]

/** Words before the ballot is fixed: plans have no number yet, so nothing can be printed. */
async function notYet(visit: Visit, title: string) {
  const row = await roundOf(visit.read, visit.params['round'] ?? '')
  if (!row || row.state === 'preparing') return 'not-found' as const
  return {
    title,
    body: (
      <>
        <BackLink href={`/budget/${row.id}`}>{row.title}</BackLink>
        <h1>{title}</h1>
        <Notice kind="note">
          <p>{visit.t('print.not-yet')}</p>
        </Notice>
      </>
    )
  }
}

const printPage = ({ path, of }: (typeof prints)[number]): Page =>
  page({
    path: `/budget/:round/${path}`,
    who: anyone,
    async show(visit) {
      const { t } = visit
      const title = t(`print.${path}`)
      const ballot = await fixedBallot(visit.read, visit.params['round'])
      if (!ballot) return notYet(visit, title)
      const siteName = (await neighbourhood(visit.read))?.name ?? ''
      return {
        title,
        body: (
          <>
            <BackLink href={`/budget/${ballot.row.id}/drukwerk`}>{t('print.title')}</BackLink>
            <h1>{title}</h1>
            <Lead>{t('print.how')}</Lead>
            {of({ visit, siteName, ballot, until: lastVotingDay(ballot) })}
          </>
        )
      }
    }
  })

const indexPage = page({
  path: '/budget/:round/drukwerk',
  who: anyone,
  async show(visit) {
    const { t } = visit
    const ballot = await fixedBallot(visit.read, visit.params['round'])
    if (!ballot) return notYet(visit, t('print.title'))
    return {
      title: t('print.title'),
      body: (
        <>
          <BackLink href={`/budget/${ballot.row.id}`}>{ballot.row.title}</BackLink>
          <h1>{t('print.title')}</h1>
          <Lead>{t('print.lead')}</Lead>
          <CardGrid>
            {prints.map(({ path }) => (
              <Card key={path} level={2} title={t(`print.${path}`)} href={`/budget/${ballot.row.id}/${path}`}>
                <p>{t(`print.${path}.what`)}</p>
              </Card>
            ))}
          </CardGrid>
          <Buttons>
            <LinkButton kind="plain" href={`/budget/${ballot.row.id}`}>
              {t('print.back')}
            </LinkButton>
          </Buttons>
        </>
      )
    }
  }
})

export const printPages: readonly Page[] = [indexPage, ...prints.map(printPage)]
