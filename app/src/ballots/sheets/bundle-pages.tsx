// Who: two helpers at two laptops with the same pile of paper; the stembureau that counts it, and counts it again when it was wrong.
import { ok, type Sheet } from '@buurtmacht/domain'
import { roundOf, type RoundRow } from '../../budget/index.ts'
import {
  BackLink,
  Buttons,
  Card,
  CardGrid,
  EmptyState,
  Facts,
  Lead,
  LinkButton,
  Notice,
  Table
} from '../../ui/index.ts'
import { page, verbShown, type Page, type Visit } from '../../web/index.ts'
import { committeeOf, isOfCommittee, typistsOf } from '../who.ts'
import { closeBundle, countAgain, countBundle } from './bundle-actions.ts'
import { bundleOf, bundlesOf, doneIn, sheetsOf, type BundleRow, type SheetRow } from './queries.ts'

export const roundOfBundle = async (visit: Pick<Visit, 'read' | 'params'>): Promise<string | undefined> =>
  (await bundleOf(visit.read, visit.params['bundle'] ?? ''))?.round_id

const bundlesPage = page({
  path: '/budget/:round/papier',
  who: typistsOf(async (visit) => visit.params['round']),
  async show(visit) {
    const { t, read } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const done = await doneIn(read, row.id)
    const bundles = await bundlesOf(read, row.id)
    return {
      title: t('paper.title'),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${row.id}/stembureau`}>{t('bureau.title')}</BackLink>
          <h1>{t('paper.title')}</h1>
          <Lead>{t('paper.lead')}</Lead>
          {(await isOfCommittee(visit, row.id)) ? (
            <Buttons>
              <LinkButton href={`/budget/${row.id}/papier/nieuw`}>{t('paper.new')}</LinkButton>
            </Buttons>
          ) : null}
          {bundles.length === 0 ? <EmptyState title={t('paper.none')} /> : null}
          <CardGrid>
            {bundles.map((bundle) => (
              <Card
                key={bundle.id}
                level={2}
                title={bundle.name}
                href={`/pakken/${bundle.id}`}
                meta={t(bundle.state === 'closed' ? 'paper.closed' : 'paper.open')}
              >
                <p>{t('paper.done', { done: done.get(bundle.id) ?? 0, sheets: bundle.sheets })}</p>
              </Card>
            ))}
          </CardGrid>
        </>
      )
    }
  }
})

const bundleFields = {
  name: { kind: 'text', max: 60 },
  sheets: { kind: 'text', max: 5, inputmode: 'numeric' }
} as const

const newPage = page({
  path: '/budget/:round/papier/nieuw',
  who: committeeOf(),
  fields: bundleFields,
  async show(visit, sent) {
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'bundle',
      back: { href: `/budget/${row.id}/papier`, text: visit.t('paper.title') },
      could: couldTakePaper(visit, row),
      fields: bundleFields
    })
  },
  async submit(tx, { by, params }, given) {
    const bundle = await countBundle(tx, by, params['round'] ?? '', given)
    return bundle.ok ? ok({ goTo: `/pakken/${bundle.value}`, notice: 'saved' }) : bundle
  }
})

function couldTakePaper({ by }: Pick<Visit, 'by'>, row: RoundRow) {
  if (row.state !== 'frozen') return { ok: false, refusal: { code: 'round-not-frozen' } } as const
  return by.today < row.voting_on ? ({ ok: false, refusal: { code: 'voting-not-open' } } as const) : ok(true)
}

const bundlePage = page({
  path: '/pakken/:bundle',
  who: typistsOf(roundOfBundle),
  async show(visit) {
    const { t, read } = visit
    const bundle = await bundleOf(read, visit.params['bundle'] ?? '')
    if (!bundle) return 'not-found'
    const sheets = await sheetsOf(read, bundle.id)
    const counts = await isOfCommittee(visit, bundle.round_id)
    return {
      title: bundle.name,
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${bundle.round_id}/papier`}>{t('paper.title')}</BackLink>
          <h1>{bundle.name}</h1>
          <BundleFacts visit={visit} bundle={bundle} sheets={sheets} />
          {bundle.state === 'closed' ? (
            <Notice kind="good" title={t('paper.closed')} />
          ) : (
            <Doing visit={visit} bundle={bundle} sheets={sheets} counts={counts} />
          )}
          {sheets.length > 0 ? <Sheets visit={visit} bundle={bundle} sheets={sheets} /> : null}
        </>
      )
    }
  }
})

interface Of {
  visit: Visit
  bundle: BundleRow
  sheets: readonly SheetRow[]
}

function BundleFacts({ visit: { t }, bundle, sheets }: Of) {
  const waits = (state: Sheet['state']) => sheets.filter((sheet) => sheet.state === state).length
  return (
    <Facts
      facts={[
        { term: t('bundle.fact.sheets'), detail: t.number(bundle.sheets) },
        { term: t('bundle.fact.once'), detail: t.number(waits('typedOnce')) },
        { term: t('bundle.fact.differs'), detail: t.number(waits('differs')) },
        { term: t('bundle.fact.done'), detail: t.number(waits('same') + waits('settled')) }
      ]}
    />
  )
}

/** The first sheet that waits for this person: nobody reads a sheet twice. */
function firstFor({ by }: Visit, { bundle, sheets }: Pick<Of, 'bundle' | 'sheets'>): number | undefined {
  const known = new Map(sheets.map((sheet) => [sheet.number, sheet]))
  const numbers = Array.from({ length: bundle.sheets }, (_, at) => at + 1)
  return numbers.find((number) => {
    const sheet = known.get(number)
    if (!sheet) return true
    if (sheet.state === 'typedOnce') return sheet.first_by !== by.person
    return sheet.state === 'differs' && sheet.first_by !== by.person && sheet.second_by !== by.person
  })
}

/** @param counts the visitor is of the committee, which counts and closes bundles. */
function Doing({ visit, bundle, sheets, counts }: Of & { counts: boolean }) {
  const { t } = visit
  const first = firstFor(visit, { bundle, sheets })
  return (
    <Buttons>
      {first === undefined ? null : (
        <LinkButton href={`/pakken/${bundle.id}/${first}`}>{t('bundle.type', { number: first })}</LinkButton>
      )}
      {counts ? (
        <>
          <LinkButton kind="plain" href={`/pakken/${bundle.id}/sluiten`}>
            {t('bundle.close')}
          </LinkButton>
          <LinkButton kind="quiet" href={`/pakken/${bundle.id}/tellen`}>
            {t('bundle.count-again')}
          </LinkButton>
        </>
      ) : null}
    </Buttons>
  )
}

const Sheets = ({ visit: { t }, bundle, sheets }: Of) => (
  <Table
    caption={t('bundle.list')}
    head={[t('bundle.number'), t('bundle.state')]}
    rows={sheets.map((sheet) => [
      sheet.state === 'differs' ? (
        <a key={sheet.number} href={`/pakken/${bundle.id}/${sheet.number}`}>
          {sheet.number}
        </a>
      ) : (
        t.number(sheet.number)
      ),
      sheet.outcome === 'spoiled'
        ? t('sheet.spoiled', { why: t.find(`sheet.spoiled.${sheet.spoiled}`) ?? '' })
        : t(`sheet-state.${sheet.state}`)
    ])}
  />
)

const verb = (of: {
  path: string
  words: string
  fields: { sheets?: { kind: 'text'; max: number; inputmode: 'numeric' } }
  values?: (bundle: BundleRow) => Record<string, string>
  does: typeof countAgain
}): Page =>
  page({
    path: `/pakken/:bundle/${of.path}`,
    who: committeeOf(roundOfBundle),
    fields: of.fields as { sheets: { kind: 'text'; max: number; inputmode: 'numeric' } },
    async restsOn({ read, params }) {
      const bundle = await bundleOf(read, params['bundle'] ?? '')
      return bundle && `${bundle.state} ${bundle.sheets}`
    },
    async show(visit, sent) {
      const bundle = await bundleOf(visit.read, visit.params['bundle'] ?? '')
      if (!bundle) return 'not-found'
      return verbShown({
        visit,
        sent,
        words: of.words,
        back: { href: `/pakken/${bundle.id}`, text: bundle.name },
        could: bundle.state === 'closed' ? { ok: false, refusal: { code: 'bundle-closed' } } : ok(true),
        fields: of.fields as { sheets: { kind: 'text'; max: number; inputmode: 'numeric' } },
        values: of.values?.(bundle) ?? {}
      })
    },
    async submit(tx, { by, params }, given) {
      const bundle = params['bundle'] ?? ''
      const done = await of.does(tx, by, bundle, given.sheets)
      return done.ok ? ok({ goTo: `/pakken/${bundle}`, notice: 'saved' }) : done
    }
  })

const countPage = verb({
  path: 'tellen',
  words: 'bundle-again',
  fields: { sheets: { kind: 'text', max: 5, inputmode: 'numeric' } },
  values: (bundle) => ({ sheets: String(bundle.sheets) }),
  does: countAgain
})

const closePage = verb({
  path: 'sluiten',
  words: 'bundle-close',
  fields: {},
  does: (tx, by, bundle) => closeBundle(tx, by, bundle)
})

export const bundlePages: readonly Page[] = [bundlesPage, newPage, bundlePage, countPage, closePage]
