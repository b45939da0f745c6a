/** Letters and cards with codes, as they come out of the printer. */
import { showBallotCode, showCardNumber, type BallotCode } from '@buurtmacht/domain'
import { Mark, PrintSheet, Qr } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import type { BatchRow } from './queries.ts'

/** A batch by its own name; that of signed-in residents has none. */
export const batchName = (t: Visit['t'], batch: Pick<BatchRow, 'kind' | 'name'>): string =>
  batch.kind === 'residents' ? t('codes.residents') : batch.name

export interface Printed {
  code: BallotCode
  number: number
}

interface Of {
  visit: Visit
  siteName: string
  round: string
  days: string
  printed: readonly Printed[]
}

const hostOf = (visit: Visit): string => visit.publicUrl.replace(/^https?:\/\//, '')

const Code = ({ code }: { code: BallotCode }) => (
  <p class="code" translate={false}>
    <bdi dir="ltr">
      {showBallotCode(code)
        .split(' ')
        .map((group, at) => [at === 0 ? '' : ' ', <span key={at}>{group}</span>])}
    </bdi>
  </p>
)

const Square = ({ visit }: { visit: Visit }) => (
  <Qr text={`${visit.publicUrl}/stemmen`} label={visit.t('codes.card.qr', { address: `${hostOf(visit)}/stemmen` })} />
)

const CodeAndNumber = ({ visit, printed }: { visit: Visit; printed: Printed }) => (
  <>
    <p>{visit.t('codes.card.code')}</p>
    <Code code={printed.code} />
    <p class="follow-address">
      <bdi dir="ltr">{hostOf(visit)}/stemmen</bdi>
    </p>
    <p class="meta">{visit.t('codes.card.number', { number: showCardNumber(printed.number) })}</p>
  </>
)

/** The square leads to the page where the code is typed, never to the code itself: addresses end up in logs and histories. */
export const CodeCard = ({ visit, siteName, round, days, printed }: Omit<Of, 'printed'> & { printed: Printed }) => {
  const { t } = visit
  return (
    <article class="follow-card">
      <div class="follow-sides">
        <div>
          <p class="follow-name">
            <Mark /> {siteName}
          </p>
          <p class="follow-title">{t('codes.card.title')}</p>
          <p>
            {round}. {days}
          </p>
        </div>
        <Square visit={visit} />
      </div>
      <div class="follow-code">
        <CodeAndNumber visit={visit} printed={printed} />
      </div>
    </article>
  )
}

export const Cards = (p: Of) => (
  <PrintSheet>
    {p.printed.map((one) => (
      <CodeCard key={one.number} {...p} printed={one} />
    ))}
  </PrintSheet>
)

/** One page for each household, with a code for each of its people. Nobody's name is on it. */
export const Letters = (p: Of & { each: number; where: string }) => {
  const { t } = p.visit
  const households = Array.from({ length: Math.ceil(p.printed.length / p.each) }, (_, at) =>
    p.printed.slice(at * p.each, (at + 1) * p.each)
  )
  return (
    <>
      {households.map((codes, at) => (
        <section key={at} class="letter">
          <p class="follow-name">
            <Mark /> {p.siteName}
          </p>
          <h2>{t('codes.letter.title')}</h2>
          <p>{p.where}</p>
          <p>{t('codes.letter.what', { round: p.round, days: p.days, n: codes.length })}</p>
          <p>{t('codes.letter.how', { address: `${hostOf(p.visit)}/stemmen` })}</p>
          <Square visit={p.visit} />
          <PrintSheet>
            {codes.map((one) => (
              <article key={one.number} class="follow-card">
                <CodeAndNumber visit={p.visit} printed={one} />
              </article>
            ))}
          </PrintSheet>
          <p>{t('codes.letter.collect')}</p>
        </section>
      ))}
    </>
  )
}
