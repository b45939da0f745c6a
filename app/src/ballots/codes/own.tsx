/** Who: a resident whose letter never came, and somebody at the table of the election committee who lost a card. */
import { isContact, ok, readBallotCode, type BallotCode } from '@buurtmacht/domain'
import { hadCode, roundOf } from '../../budget/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { BackLink, Buttons, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { page, verbShown, type Page, type Visit } from '../../web/index.ts'
import { keep, kept } from '../kept.ts'
import { committeeOf, entitledResidents } from '../who.ts'
import { cardLost, takeMyCode } from './actions.ts'
import { hashOf } from './making.ts'
import { votingDays } from './printing.tsx'
import { codeOf } from './queries.ts'
import { CodeCard } from './views.tsx'

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

export const ownCodePages: readonly Page[] = [
  myCodePage,
  shownOnce('/budget/:round/mijn-code/kaart', entitledResidents, 'mijn-code', 'my-code'),
  lostPage,
  shownOnce('/budget/:round/kaart-kwijt/nieuw', committeeOf(), 'kaart-kwijt', 'lost')
]
