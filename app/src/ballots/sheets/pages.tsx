// Who: somebody with one sheet in their hands, who types what it says; a third person who is called when two read something else.
import { ok } from '@buurtmacht/domain'
import { roundOf, settingsIn, type PlanRow } from '../../budget/index.ts'
import { BackLink, Lead, Notice } from '../../ui/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { fixedBallot } from '../print/plans.ts'
import { typistsOf } from '../who.ts'
import { sheetIn, typeInSheet } from './actions.ts'
import { bundlePages, roundOfBundle } from './bundle-pages.tsx'
import { bundleOf, sheetOf } from './queries.ts'
import { chosenOn, Differences, SheetForm, sheetFields } from './views.tsx'

/** As on paper: by their numbers. */
export const plansOnPaper = async (visit: Pick<Visit, 'read'>, round: string): Promise<PlanRow[]> =>
  ((await fixedBallot(visit.read, round))?.plans ?? []).map(({ number, row }) => ({
    ...row,
    title: `${number}. ${row.title}`
  }))

const sheetPage = page({
  path: '/pakken/:bundle/:sheet',
  who: typistsOf(roundOfBundle),
  fields: sheetFields,
  /** A third person settles what both read; whoever types second sees nothing of the first. */
  async restsOn({ read, params }) {
    const sheet = await sheetOf(read, params['bundle'] ?? '', Number(params['sheet']))
    return sheet?.state === 'differs' ? 'differs' : '-'
  },
  async show(visit, sent) {
    const { t, read, by, params } = visit
    const bundle = await bundleOf(read, params['bundle'] ?? '')
    const row = bundle && (await roundOf(read, bundle.round_id))
    const number = Number(params['sheet'])
    if (!bundle || !row || !(number >= 1 && number <= bundle.sheets)) return 'not-found'
    const plans = await plansOnPaper(visit, row.id)
    const known = await sheetOf(read, bundle.id, number)
    const sheet = known && sheetIn(known, visit)
    const mayNot =
      bundle.state === 'closed' || sheet?.state === 'same' || sheet?.state === 'settled'
        ? t('sheet.done')
        : known && (known.first_by === by.person || known.second_by === by.person)
          ? t(sheet?.state === 'differs' ? 'sheet.by-third' : 'sheet.by-second')
          : undefined
    return {
      title: t('sheet.title', { number }),
      private: true,
      body: (
        <>
          <BackLink href={`/pakken/${bundle.id}`}>{bundle.name}</BackLink>
          <h1>{t('sheet.title', { number })}</h1>
          {mayNot !== undefined && !sent ? (
            <Notice kind="note">
              <p>{mayNot}</p>
            </Notice>
          ) : (
            <>
              {sheet?.state === 'differs' ? <Differences visit={visit} sheet={sheet} plans={plans} /> : null}
              {sheet?.state === 'differs' ? null : <Lead>{t('sheet.lead')}</Lead>}
              <SheetForm visit={visit} sent={sent} plans={plans} ballot={settingsIn(row).ballot} />
            </>
          )}
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const { by, params } = change
    const bundle = await bundleOf(tx, params['bundle'] ?? '')
    const row = bundle && (await roundOf(tx, bundle.round_id))
    if (!bundle || !row) return { ok: false, refusal: { code: 'not-found' } }
    const chosen = chosenOn(given, await plansOnPaper({ read: tx }, row.id), settingsIn(row).ballot)
    if (!chosen.ok) return chosen
    const number = Number(params['sheet'])
    const done = await typeInSheet(tx, by, change, { bundle: bundle.id, number }, { ...given, chosen: chosen.value })
    return done.ok ? ok({ goTo: `/pakken/${bundle.id}`, notice: `sheet-${done.value}` }) : done
  }
})

export const sheetPages: readonly Page[] = [...bundlePages, sheetPage]
