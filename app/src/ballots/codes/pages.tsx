/** Who: somebody of the election committee at a printer, with a hundred letters to bring round before Saturday. */
import { ok, phaseOn } from '@buurtmacht/domain'
import { daysIn, roundOf, type RoundRow } from '../../budget/index.ts'
import { areasOf, neighbourhood } from '../../place/index.ts'
import { BackLink, Card, CardGrid, EmptyState, Lead, LinkButton, Buttons, Notice } from '../../ui/index.ts'
import { page, PageForm, type Page, type Visit } from '../../web/index.ts'
import { isAfterVoting } from '../box/phases.ts'
import { keep, kept } from '../kept.ts'
import { fixedBallot, lastVotingDay } from '../print/plans.ts'
import { BallotPaper } from '../print/views.tsx'
import { preparersOf } from '../who.ts'
import { makeBatch } from './actions.ts'
import { codesFrom, hashOf } from './making.ts'
import { batchesOf, batchOf, numbersByHash, statesByBatch } from './queries.ts'
import { batchName, Cards, Letters, type Printed } from './views.tsx'

interface KeptSeed {
  batch: string
  seed: string
  codes: number
}

const cookie = 'stemcodes'

export const votingDays = ({ t }: Pick<Visit, 't'>, row: RoundRow): string =>
  t('codes.days', { from: t.day(row.voting_on), until: t.day(row.count_on) })

const codesPage = page({
  path: '/budget/:round/codes',
  who: preparersOf(),
  async show(visit) {
    const { t, read } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const batches = await batchesOf(read, row.id)
    const states = await statesByBatch(read, row.id)
    const canMake = row.state === 'frozen' && !isAfterVoting(phaseOn(daysIn(row), visit.by.today))
    return {
      title: t('codes.title'),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${row.id}/stembureau`}>{t('bureau.title')}</BackLink>
          <h1>{t('codes.title')}</h1>
          <Lead>{t('codes.lead')}</Lead>
          {canMake ? (
            <Buttons>
              <LinkButton href={`/budget/${row.id}/codes/nieuw`}>{t('codes.new')}</LinkButton>
            </Buttons>
          ) : (
            <p>{t('codes.not-now')}</p>
          )}
          {batches.length === 0 ? <EmptyState title={t('codes.none')} /> : null}
          <CardGrid>
            {batches.map((batch) => {
              const n = states.get(batch.id)
              return (
                <Card
                  key={batch.id}
                  level={2}
                  title={batchName(t, batch)}
                  href={`/stemcodes/${batch.id}`}
                  meta={[batch.area_name, t('codes.made', { n: batch.size })].filter(Boolean).join(' · ')}
                >
                  <p>{t('codes.void', { n: n?.void ?? 0 })}</p>
                </Card>
              )
            })}
          </CardGrid>
        </>
      )
    }
  }
})

const newFields = {
  kind: { kind: 'choice', of: ['letters', 'cards'] },
  name: { kind: 'text', max: 80 },
  area: { kind: 'pick', optional: true },
  count: { kind: 'text', max: 6, inputmode: 'numeric' },
  perHousehold: { kind: 'text', max: 2, inputmode: 'numeric', optional: true }
} as const

const newPage = page({
  path: '/budget/:round/codes/nieuw',
  who: preparersOf(),
  fields: newFields,
  async show(visit, sent) {
    const { t, read } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const areas = (await areasOf(read)).map((area) => ({ value: area.id, label: area.name }))
    return {
      title: t('codes.new'),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${row.id}/codes`}>{t('codes.title')}</BackLink>
          <h1>{t('codes.new')}</h1>
          <Notice kind="note" title={t('codes.print-now')}>
            <p>{t('codes.print-now.what')}</p>
          </Notice>
          <PageForm
            visit={visit}
            fields={newFields}
            words="codes.form"
            sent={sent}
            values={{ kind: 'letters', perHousehold: '4' }}
            options={{ area: areas }}
          />
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const seed = change.by.chance(32)
    const batch = await makeBatch(tx, change.by, change.keyed, change.params['round'] ?? '', given, seed)
    if (!batch.ok) return batch
    const made = await batchOf(tx, batch.value)
    const waits: KeptSeed = {
      batch: batch.value,
      seed: Buffer.from(seed).toString('base64url'),
      codes: made?.size ?? 0
    }
    return ok({ goTo: `/stemcodes/${batch.value}/print`, cookies: [keep(change, cookie, waits, 60)] })
  }
})

/** The round of the batch in the address. */
export const roundOfBatch = async (visit: Pick<Visit, 'read' | 'params'>): Promise<string | undefined> =>
  (await batchOf(visit.read, visit.params['batch'] ?? ''))?.round_id

const printPage = page({
  path: '/stemcodes/:batch/print',
  who: preparersOf(roundOfBatch),
  async show(visit) {
    const { t, read } = visit
    const batch = await batchOf(read, visit.params['batch'] ?? '')
    const row = batch && (await roundOf(read, batch.round_id))
    if (!batch || !row) return 'not-found'
    const waits = kept<KeptSeed>(visit, cookie)
    const name = batchName(t, batch)
    const back = <BackLink href={`/stemcodes/${batch.id}`}>{name}</BackLink>
    if (waits?.batch !== batch.id)
      return {
        title: t('codes.print'),
        private: true,
        body: (
          <>
            {back}
            <h1>{t('codes.print')}</h1>
            <Notice kind="stop" title={t('codes.print.gone')}>
              <p>{t('codes.print.gone.what')}</p>
            </Notice>
          </>
        )
      }
    const numbers = await numbersByHash(read, batch.id)
    const printed = codesFrom(Buffer.from(waits.seed, 'base64url'), waits.codes).map((code): Printed => ({
      code,
      number: numbers.get(hashOf(visit.keyed, code)) ?? 0
    }))
    const siteName = (await neighbourhood(read))?.name ?? ''
    const ballot = await fixedBallot(read, row.id)
    const asBallots = ballot !== undefined && visit.query['als'] === 'biljet'
    const of = { visit, siteName, round: row.title, days: votingDays(visit, row), printed }
    return {
      title: t('codes.print'),
      private: true,
      body: (
        <>
          {back}
          <h1>{t('codes.print')}</h1>
          <Lead>{t('codes.print.lead', { n: batch.size })}</Lead>
          <Buttons>
            <LinkButton kind="plain" href={`/stemcodes/${batch.id}/print${asBallots ? '' : '?als=biljet'}`}>
              {t(asBallots ? 'codes.print.as-cards' : 'codes.print.as-ballots')}
            </LinkButton>
          </Buttons>
          {asBallots ? (
            printed.map((one) => (
              <BallotPaper
                key={one.number}
                visit={visit}
                siteName={siteName}
                ballot={ballot}
                until={lastVotingDay(ballot)}
                code={one.code}
                number={one.number}
                link={`${visit.publicUrl}/stemmen`}
              />
            ))
          ) : batch.kind === 'letters' ? (
            <Letters {...of} each={batch.per_household} where={name} />
          ) : (
            <Cards {...of} />
          )}
        </>
      )
    }
  }
})

export const codesPages: readonly Page[] = [codesPage, newPage, printPage]
