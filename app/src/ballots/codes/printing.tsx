/** Who: somebody at a printer, with letters for people who read Dutch and for people who do not. */
import { roundOf, type RoundRow } from '../../budget/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { BackLink, Buttons, FilterLinks, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { dirOf, languages, wordsIn } from '../../words/index.ts'
import { kept } from '../kept.ts'
import { fixedBallot, lastVotingDay, type FixedBallot } from '../print/plans.ts'
import { BallotPaper } from '../print/views.tsx'
import { preparersOf } from '../who.ts'
import { codesFrom, hashOf } from './making.ts'
import { batchOf, numbersByHash, type BatchRow } from './queries.ts'
import { batchName, Cards, Letters, type Printed } from './views.tsx'

export interface KeptSeed {
  batch: string
  seed: string
  codes: number
}

export const seedCookie = 'stemcodes'

export const votingDays = ({ t }: Pick<Visit, 't'>, row: RoundRow): string =>
  t('codes.days', { from: t.day(row.voting_on), until: t.day(row.count_on) })

/** The round of the batch in the address. */
export const roundOfBatch = async (visit: Pick<Visit, 'read' | 'params'>): Promise<string | undefined> =>
  (await batchOf(visit.read, visit.params['batch'] ?? ''))?.round_id

/** A language by its own name, as who reads it knows it. */
export const ownName = ({ t }: Pick<Visit, 't'>, lang: string): string =>
  t.find(`language.${lang}`) ?? new Intl.DisplayNames([lang, 'nl'], { type: 'language' }).of(lang) ?? lang

interface ToPrint {
  visit: Visit
  batch: BatchRow
  row: RoundRow
  siteName: string
  printed: Printed[]
  /** Absent: as letters or cards. */
  ballot: FixedBallot | undefined
  lang: string
}

const printPage = page({
  path: '/stemcodes/:batch/print',
  who: preparersOf(roundOfBatch),
  async show(visit) {
    const { t, read, query } = visit
    const batch = await batchOf(read, visit.params['batch'] ?? '')
    const row = batch && (await roundOf(read, batch.round_id))
    if (!batch || !row) return 'not-found'
    const title = t('codes.print')
    const waits = kept<KeptSeed>(visit, seedCookie)
    if (waits?.batch !== batch.id || batch.void_why !== null)
      return { title, private: true, body: <Gone visit={visit} batch={batch} /> }
    const numbers = await numbersByHash(read, batch.id)
    const printed = codesFrom(Buffer.from(waits.seed, 'base64url'), waits.codes).map((code): Printed => ({
      code,
      number: numbers.get(hashOf(visit.keyed, code)) ?? 0
    }))
    const of: ToPrint = {
      visit,
      batch,
      row,
      siteName: (await neighbourhood(read))?.name ?? '',
      printed,
      ballot: query['als'] === 'biljet' ? await fixedBallot(read, row.id) : undefined,
      lang: languages.find((one) => one === query['in']) ?? batch.lang
    }
    return { title, private: true, body: <Printing {...of} /> }
  }
})

const Gone = ({ visit: { t }, batch }: Pick<ToPrint, 'visit' | 'batch'>) => (
  <>
    <BackLink href={`/stemcodes/${batch.id}`}>{batchName(t, batch)}</BackLink>
    <h1>{t('codes.print')}</h1>
    <Notice kind="stop" title={t('codes.print.gone')}>
      <p>{batch.void_why ?? t('codes.print.gone.what')}</p>
    </Notice>
  </>
)

function Printing(of: ToPrint) {
  const { visit, batch, ballot, lang } = of
  const { t } = visit
  const to = (asBallot: boolean, inLang: string) =>
    `/stemcodes/${batch.id}/print?in=${inLang}${asBallot ? '&als=biljet' : ''}`
  return (
    <>
      <BackLink href={`/stemcodes/${batch.id}`}>{batchName(t, batch)}</BackLink>
      <h1>{t('codes.print')}</h1>
      <Lead>{t('codes.print.lead', { n: batch.size })}</Lead>
      <FilterLinks
        label={t('codes.print.lang')}
        links={languages.map((one) => ({
          href: to(ballot !== undefined, one),
          text: ownName(visit, one),
          current: one === lang
        }))}
      />
      <Buttons>
        <LinkButton kind="plain" href={to(!ballot, lang)}>
          {t(ballot ? 'codes.print.as-cards' : 'codes.print.as-ballots')}
        </LinkButton>
      </Buttons>
      <div lang={lang} dir={dirOf(lang)}>
        <InTheirLanguage {...of} />
      </div>
    </>
  )
}

/** What comes out of the printer: in the language of who gets it, whatever that of who prints is. */
function InTheirLanguage({ visit, batch, row, siteName, printed, ballot, lang }: ToPrint) {
  const theirs: Visit = { ...visit, t: wordsIn(lang) }
  const name = batchName(theirs.t, batch)
  const of = { visit: theirs, siteName, round: row.title, days: votingDays(theirs, row), printed }
  if (!ballot)
    return batch.kind === 'letters' ? <Letters {...of} each={batch.per_household} where={name} /> : <Cards {...of} />
  return (
    <>
      {printed.map((one) => (
        <BallotPaper
          key={one.number}
          visit={theirs}
          siteName={siteName}
          ballot={ballot}
          until={lastVotingDay(ballot)}
          code={one.code}
          number={one.number}
          link={`${visit.publicUrl}/stemmen`}
        />
      ))}
    </>
  )
}

export const printingPages: readonly Page[] = [printPage]
