// Who: two members of the election committee, in a room where anybody may look on, who open the box and count.
import { ok, refused } from '@buurtmacht/domain'
import { peopleOfRound, roundOf } from '../../budget/index.ts'
import { Facts, Notice } from '../../ui/index.ts'
import { page, refusalWords, verbShown, type Page, type Visit } from '../../web/index.ts'
import { sweepBox } from '../box/actions.ts'
import { committeeOf } from '../who.ts'
import { readySteps, readyToCount, startCount, takeCountBack } from './actions.ts'
import { begunCount } from './queries.ts'

const fields = { card: { kind: 'text', max: 60 } } as const

/** Whoever began, or took it back, meanwhile: the second sees it first. */
const restsOn: NonNullable<Page['restsOn']> = async ({ read, params }) => {
  const begun = await begunCount(read, params['round'] ?? '')
  return begun ? `${begun.person_id} ${begun.at}` : '-'
}

const startPage = page({
  path: '/budget/:round/tellen',
  who: committeeOf(),
  fields,
  restsOn,
  limit: 'tries',
  async show(visit, sent) {
    const { t, read, by } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const ready = await readyToCount(read, row, by.today)
    const begun = await begunCount(read, row.id)
    const mine = begun?.person_id === by.person
    const wrong = readySteps.map((step) => ready[step]).find((one) => !one.ok)
    return verbShown({
      visit,
      sent,
      words: begun ? 'count-second' : 'count-first',
      facts: { name: begun ? await nameOf(visit, row.id, begun.person_id) : '' },
      back: { href: `/budget/${row.id}/stembureau`, text: t('bureau.title') },
      could: wrong ?? (mine ? refused('count-needs-second-person') : ok(true)),
      fields,
      children: (
        <>
          <Ready visit={visit} ready={ready} />
          {mine ? (
            <Notice kind="note" title={t('count.you-began')}>
              <p>
                <a href={`/budget/${row.id}/tellen/terug`}>{t('count.take-back')}</a>
              </p>
            </Notice>
          ) : null}
        </>
      )
    })
  },
  async submit(tx, change, { card }) {
    const round = change.params['round'] ?? ''
    const started = await startCount(tx, change.by, change, round, card)
    if (!started.ok) return started
    return started.value === 'waits'
      ? ok({ goTo: `/budget/${round}/tellen`, notice: 'count-begun' })
      : ok({ goTo: `/budget/${round}/uitslag`, notice: 'counted', after: sweepBox })
  }
})

async function nameOf(visit: Visit, round: string, person: string): Promise<string> {
  return (await peopleOfRound(visit.read, round)).find((one) => one.id === person)?.name ?? ''
}

/** What must be so before the count, and what is not yet. */
const Ready = ({ visit, ready }: { visit: Visit; ready: Awaited<ReturnType<typeof readyToCount>> }) => (
  <Facts
    facts={readySteps.map((step) => {
      const is = ready[step]
      return {
        term: visit.t.find(`count.ready.${step}`) ?? step,
        detail: is.ok ? `✓ ${visit.t('count.ready')}` : refusalWords(visit, is.refusal)
      }
    })}
  />
)

const backPage = page({
  path: '/budget/:round/tellen/terug',
  who: committeeOf(),
  fields: {},
  restsOn,
  async show(visit, sent) {
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const begun = await begunCount(visit.read, row.id)
    return verbShown({
      visit,
      sent,
      words: 'count-back',
      back: { href: `/budget/${row.id}/tellen`, text: visit.t('count-first.heading') },
      could: !begun
        ? refused('count-not-begun')
        : begun.person_id === visit.by.person
          ? ok(true)
          : refused('not-allowed'),
      fields: {}
    })
  },
  async submit(tx, { by, params }) {
    const round = await takeCountBack(tx, by, params['round'] ?? '')
    return round.ok ? ok({ goTo: `/budget/${round.value}/tellen`, notice: 'count-taken-back' }) : round
  }
})

export const countPages: readonly Page[] = [startPage, backPage]
