/** Who: two helpers with a pile of cards at the door of the flat. */
import { ok } from '@buurtmacht/domain'
import { BackLink, Facts, Form, Lead, Notice } from '../../ui/index.ts'
import { page, PageForm, refusalWords, type Page } from '../../web/index.ts'
import { preparersOf, typistsOf } from '../who.ts'
import { confirmHandedOut, sayHandedOut } from './actions.ts'
import { ownName, roundOfBatch } from './printing.tsx'
import { batchOf, handingsOf, statesByBatch } from './queries.ts'
import { batchName } from './views.tsx'
import { voidable } from './voiding.tsx'

const countFields = { count: { kind: 'text', max: 6, inputmode: 'numeric' } } as const
const confirmFields = { handing: { kind: 'hidden' } } as const

const batchPage = page({
  path: '/stemcodes/:batch',
  who: typistsOf(roundOfBatch),
  fields: countFields,
  async restsOn({ read, params }) {
    const batch = await batchOf(read, params['batch'] ?? '')
    return batch && `${batch.handed_out} ${(await handingsOf(read, batch.id)).length}`
  },
  async show(visit, sent) {
    const { t, read, by } = visit
    const batch = await batchOf(read, visit.params['batch'] ?? '')
    if (!batch) return 'not-found'
    const n = (await statesByBatch(read, batch.round_id)).get(batch.id)
    const waiting = await handingsOf(read, batch.id)
    const mayVoid =
      batch.kind !== 'residents' && (await preparersOf(roundOfBatch).allows(visit)) && (await voidable(visit, batch)).ok
    return {
      title: batchName(t, batch),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${batch.round_id}/stembureau`}>{t('bureau.title')}</BackLink>
          <h1>{batchName(t, batch)}</h1>
          <Facts
            facts={[
              { term: t('codes.fact.made'), detail: t.number(batch.size) },
              { term: t('codes.fact.handed-out'), detail: t.number(batch.handed_out) },
              { term: t('codes.fact.void'), detail: t.number(n?.void ?? 0) },
              ...(batch.kind === 'residents'
                ? []
                : [{ term: t('codes.fact.lang'), detail: ownName(visit, batch.lang) }])
            ]}
          />
          {batch.void_why === null ? null : (
            <Notice kind="note" title={t('codes.all-void')}>
              <p dir="auto">{batch.void_why}</p>
            </Notice>
          )}
          {waiting.length > 0 ? <h2>{t('codes.confirm')}</h2> : null}
          {waiting.map((one) =>
            one.by_id === by.person ? (
              <p key={one.id}>{t('codes.confirm.by-other', { n: one.count })}</p>
            ) : (
              <Form
                key={one.id}
                action={`/stemcodes/${batch.id}/bevestigen`}
                hidden={{ ...visit.formTokens(), handing: one.id }}
                button={t('codes.confirm.button', { n: one.count })}
              />
            )
          )}
          {batch.kind === 'residents' || batch.void_why !== null ? null : (
            <>
              <h2>{t('codes.hand-out')}</h2>
              <Lead>{t('codes.hand-out.lead')}</Lead>
              <PageForm visit={visit} fields={countFields} words="codes.hand-out" sent={sent} />
            </>
          )}
          {mayVoid ? (
            <p>
              <a href={`/stemcodes/${batch.id}/ongeldig`}>{t('codes.make-void.link')}</a>
            </p>
          ) : null}
        </>
      )
    }
  },
  async submit(tx, { by, params }, given) {
    const batch = params['batch'] ?? ''
    const said = await sayHandedOut(tx, by, batch, given.count)
    return said.ok ? ok({ goTo: `/stemcodes/${batch}`, notice: 'cards-said' }) : said
  }
})

const confirmPage = page({
  path: '/stemcodes/:batch/bevestigen',
  who: typistsOf(roundOfBatch),
  fields: confirmFields,
  async show(visit, sent) {
    const batch = visit.params['batch'] ?? ''
    if (!sent) return { goTo: `/stemcodes/${batch}` }
    const { t } = visit
    return {
      title: t('codes.confirm'),
      private: true,
      body: (
        <>
          <BackLink href={`/stemcodes/${batch}`}>{t('codes.title')}</BackLink>
          <h1>{t('codes.confirm')}</h1>
          <Notice kind="stop" title={t('verb.not-now')}>
            {sent.refusals.map((refusal) => (
              <p key={refusal.code}>{refusalWords(visit, refusal)}</p>
            ))}
          </Notice>
        </>
      )
    }
  },
  async submit(tx, { by, params }, given) {
    const batch = params['batch'] ?? ''
    const done = await confirmHandedOut(tx, by, batch, given.handing)
    return done.ok ? ok({ goTo: `/stemcodes/${batch}`, notice: 'saved' }) : done
  }
})

export const handingPages: readonly Page[] = [batchPage, confirmPage]
