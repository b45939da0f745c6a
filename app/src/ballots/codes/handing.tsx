/** Who: two helpers with a pile of cards at the door of the flat; and a resident whose letter never came. */
import { isContact, ok, readBallotCode, type BallotCode } from '@buurtmacht/domain'
import { hadCode, roundOf } from '../../budget/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { BackLink, Buttons, Facts, Form, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { page, PageForm, refusalWords, verbShown, type Page, type Visit } from '../../web/index.ts'
import { keep, kept } from '../kept.ts'
import { committeeOf, entitledResidents, typistsOf } from '../who.ts'
import { cardLost, confirmHandedOut, sayHandedOut, takeMyCode } from './actions.ts'
import { hashOf } from './making.ts'
import { batchOf, codeOf, handingsOf, statesByBatch } from './queries.ts'
import { roundOfBatch, votingDays } from './pages.tsx'
import { batchName, CodeCard } from './views.tsx'

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
              { term: t('codes.fact.void'), detail: t.number(n?.void ?? 0) }
            ]}
          />
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
          {batch.kind === 'residents' ? null : (
            <>
              <h2>{t('codes.hand-out')}</h2>
              <Lead>{t('codes.hand-out.lead')}</Lead>
              <PageForm visit={visit} fields={countFields} words="codes.hand-out" sent={sent} />
            </>
          )}
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

interface KeptCode {
  round: string
  code?: BallotCode
}

const seedFields = { seed: { kind: 'hidden' } } as const
const seedPurpose = 'ballots seed'

/** The code is made of a seed that travels with the form: sent twice, it is the same code. */
const freshSeed = (visit: Visit): string =>
  visit.sealed(seedPurpose, Buffer.from(visit.by.chance(32)).toString('base64url'))

const seedIn = (visit: Pick<Visit, 'unsealed'>, sealed: string): Buffer =>
  Buffer.from(visit.unsealed(seedPurpose, sealed) ?? '', 'base64url')

const myCodePage = page({
  path: '/budget/:round/mijn-code',
  who: entitledResidents,
  leavesNoTrace: true,
  fields: seedFields,
  async show(visit, sent) {
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row || isContact(visit.by.roles)) return 'not-found'
    const had = await hadCode(visit.read, row.id, visit.by.person ?? '')
    return verbShown({
      visit,
      sent,
      words: 'my-code',
      back: { href: `/budget/${row.id}`, text: row.title },
      could: had
        ? { ok: false, refusal: { code: 'ballot-code-had' } }
        : row.state === 'frozen'
          ? ok(true)
          : { ok: false, refusal: { code: 'round-not-frozen' } },
      fields: seedFields,
      values: { seed: freshSeed(visit) }
    })
  },
  async submit(tx, change, given) {
    const round = change.params['round'] ?? ''
    const seed = seedIn(change, given.seed)
    if (seed.length !== 32) return { ok: false, refusal: { code: 'form-too-old' } }
    const code = await takeMyCode(tx, change.by, change.keyed, round, seed)
    if (!code.ok) return code
    const waits: KeptCode = { round, code: code.value }
    return ok({ goTo: `/budget/${round}/mijn-code/kaart`, cookies: [keep(change, 'stemcode', waits, 60)] })
  }
})

const shownOnce = (path: string, who: Page['who'], back: string, words: 'my-code' | 'lost'): Page =>
  page({
    path,
    who,
    async show(visit) {
      const { t, read } = visit
      const row = await roundOf(read, visit.params['round'] ?? '')
      const waits = kept<KeptCode>(visit, 'stemcode')
      if (!row) return 'not-found'
      const code = waits?.code && readBallotCode(waits.code)
      if (waits?.round !== row.id) return { goTo: `/budget/${row.id}/${back}` }
      const found = code && (await codeOf(read, hashOf(visit.keyed, code)))
      return {
        title: t(`${words}.card`),
        private: true,
        body: (
          <>
            <BackLink href={`/budget/${row.id}${words === 'lost' ? '/stembureau' : ''}`}>{row.title}</BackLink>
            <h1>{t(`${words}.card`)}</h1>
            {code && found ? (
              <>
                <Notice kind="note">
                  <p>{t(`${words}.card.once`)}</p>
                </Notice>
                <CodeCard
                  visit={visit}
                  siteName={(await neighbourhood(read))?.name ?? ''}
                  round={row.title}
                  days={votingDays(visit, row)}
                  printed={{ code, number: found.number }}
                />
              </>
            ) : (
              <Lead>{t('lost.on-paper')}</Lead>
            )}
            <Buttons>
              <LinkButton kind="plain" href={words === 'lost' ? `/budget/${row.id}/kaart-kwijt` : '/stemmen'}>
                {t(`${words}.card.next`)}
              </LinkButton>
            </Buttons>
          </>
        )
      }
    }
  })

const lostFields = { number: { kind: 'text', max: 20, inputmode: 'numeric' }, ...seedFields } as const

const lostPage = page({
  path: '/budget/:round/kaart-kwijt',
  who: committeeOf(),
  leavesNoTrace: true,
  fields: lostFields,
  async show(visit, sent) {
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'lost',
      back: { href: `/budget/${row.id}/stembureau`, text: visit.t('bureau.title') },
      could: row.state === 'frozen' ? ok(true) : { ok: false, refusal: { code: 'round-not-frozen' } },
      fields: lostFields,
      values: { seed: freshSeed(visit) }
    })
  },
  async submit(tx, change, given) {
    const round = change.params['round'] ?? ''
    const seed = seedIn(change, given.seed)
    if (seed.length !== 32) return { ok: false, refusal: { code: 'form-too-old' } }
    const lost = await cardLost(tx, change.by, change.keyed, round, given.number, seed)
    if (!lost.ok) return lost
    const waits: KeptCode = { round, ...(lost.value.how === 'new-code' ? { code: lost.value.code } : {}) }
    return ok({ goTo: `/budget/${round}/kaart-kwijt/nieuw`, cookies: [keep(change, 'stemcode', waits, 10)] })
  }
})

export const handingPages: readonly Page[] = [
  batchPage,
  confirmPage,
  myCodePage,
  shownOnce('/budget/:round/mijn-code/kaart', entitledResidents, 'mijn-code', 'my-code'),
  lostPage,
  shownOnce('/budget/:round/kaart-kwijt/nieuw', committeeOf(), 'kaart-kwijt', 'lost')
]
