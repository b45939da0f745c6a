/** Who: somebody of the election committee at a printer, with a hundred letters to bring round before Saturday. */
import { ok, type Refusal } from '@buurtmacht/domain'
import { roundOf } from '../../budget/index.ts'
import { areasOf } from '../../place/index.ts'
import { BackLink, Card, CardGrid, EmptyState, Lead, LinkButton, Buttons, Notice } from '../../ui/index.ts'
import { page, PageForm, refusalWords, type Page, type Visit } from '../../web/index.ts'
import { languages } from '../../words/index.ts'
import { keep } from '../kept.ts'
import { preparersOf } from '../who.ts'
import { codesCanBeMade } from './allowed.ts'
import { makeBatch } from './batches.ts'
import { seedCookie, type KeptSeed } from './printing.tsx'
import { batchesOf, batchOf, statesByBatch } from './queries.ts'
import { batchName } from './views.tsx'

/** Why no codes can be made now, said plainly instead of a form that will be refused. */
const NotNow = ({ visit, refusal }: { visit: Visit; refusal: Refusal }) => (
  <Notice kind="stop" title={visit.t('verb.not-now')}>
    <p>{refusalWords(visit, refusal)}</p>
    <p>{visit.t('codes.not-now')}</p>
  </Notice>
)

const codesPage = page({
  path: '/budget/:round/codes',
  who: preparersOf(),
  async show(visit) {
    const { t, read } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const batches = await batchesOf(read, row.id)
    const states = await statesByBatch(read, row.id)
    const canMake = codesCanBeMade(row, visit.by.today)
    return {
      title: t('codes.title'),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${row.id}/stembureau`}>{t('bureau.title')}</BackLink>
          <h1>{t('codes.title')}</h1>
          <Lead>{t('codes.lead')}</Lead>
          {canMake.ok ? (
            <Buttons>
              <LinkButton href={`/budget/${row.id}/codes/nieuw`}>{t('codes.new')}</LinkButton>
            </Buttons>
          ) : (
            <NotNow visit={visit} refusal={canMake.refusal} />
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
                  <p>{batch.void_why === null ? t('codes.void', { n: n?.void ?? 0 }) : t('codes.all-void')}</p>
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
  lang: { kind: 'choice', of: languages, words: 'language' },
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
    const can = codesCanBeMade(row, visit.by.today)
    const areas = (await areasOf(read)).map((area) => ({ value: area.id, label: area.name }))
    return {
      title: t('codes.new'),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${row.id}/codes`}>{t('codes.title')}</BackLink>
          <h1>{t('codes.new')}</h1>
          {can.ok || sent ? (
            <>
              <Notice kind="note" title={t('codes.print-now')}>
                <p>{t('codes.print-now.what')}</p>
              </Notice>
              <PageForm
                visit={visit}
                fields={newFields}
                words="codes.form"
                sent={sent}
                values={{ kind: 'letters', perHousehold: '4', lang: t.lang }}
                options={{ area: areas }}
              />
            </>
          ) : (
            <NotNow visit={visit} refusal={can.refusal} />
          )}
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
    return ok({ goTo: `/stemcodes/${batch.value}/print`, cookies: [keep(change, seedCookie, waits, 60)] })
  }
})

export const codesPages: readonly Page[] = [codesPage, newPage]
