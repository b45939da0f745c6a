/** Who: three residents of the election committee around a kitchen table, each with an own card that nobody else may see. */
import { ok, refused, showKeyCard, type Decision, type KeyCard } from '@buurtmacht/domain'
import { roundOf, type RoundRow } from '../../budget/index.ts'
import { BackLink, Notice } from '../../ui/index.ts'
import { page, verbShown, type Page, type Visit } from '../../web/index.ts'
import { keep, kept } from '../kept.ts'
import { committeeOf } from '../who.ts'
import { makeKeyCard } from './actions.ts'
import { anyEnvelope, keysOf } from './queries.ts'

interface KeptCard {
  round: string
  card: KeyCard
}

async function couldMakeKey(visit: Pick<Visit, 'read' | 'by'>, row: RoundRow): Promise<Decision<true>> {
  if (row.state !== 'frozen') return refused('round-not-frozen')
  return (await anyEnvelope(visit.read, row.id)) ? refused('box-in-use') : ok(true)
}

const keyPage = page({
  path: '/budget/:round/sleutel',
  who: committeeOf(),
  fields: {},
  /** A new card makes the box anew: whoever opened this page before another member did, still only adds a card. */
  restsOn: async ({ read, params, by }) => {
    const mine = (await keysOf(read, params['round'] ?? '')).find((key) => key.person_id === by.person)
    return mine?.public_key ?? '-'
  },
  async show(visit, sent) {
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const keys = await keysOf(visit.read, row.id)
    const mine = keys.some((key) => key.person_id === visit.by.person)
    return verbShown({
      visit,
      sent,
      words: mine ? 'key.again' : 'key.make',
      facts: { n: keys.length },
      back: { href: `/budget/${row.id}/stembureau`, text: visit.t('bureau.title') },
      could: await couldMakeKey(visit, row),
      fields: {}
    })
  },
  async submit(tx, change) {
    const round = change.params['round'] ?? ''
    const card = await makeKeyCard(tx, change.by, round, change.by.chance(15))
    if (!card.ok) return card
    const waits: KeptCard = { round, card: card.value }
    return ok({ goTo: `/budget/${round}/sleutel/kaart`, cookies: [keep(change, 'sleutelkaart', waits, 10)] })
  }
})

const keyCardPage = page({
  path: '/budget/:round/sleutel/kaart',
  who: committeeOf(),
  async show(visit) {
    const { t } = visit
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    const waits = kept<KeptCard>(visit, 'sleutelkaart')
    if (!row) return 'not-found'
    if (waits?.round !== row.id) return { goTo: `/budget/${row.id}/sleutel` }
    return {
      title: t('key.card'),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${row.id}/stembureau`}>{t('bureau.title')}</BackLink>
          <h1>{t('key.card')}</h1>
          <Notice kind="note" title={t('key.once')}>
            <p>{t('key.once.what')}</p>
          </Notice>
          <article class="follow-card">
            <p class="follow-title">{t('key.card.of', { name: visit.name ?? '' })}</p>
            <p>{row.title}</p>
            <div class="follow-code">
              <p class="code" translate={false}>
                <bdi dir="ltr">{showKeyCard(waits.card)}</bdi>
              </p>
            </div>
            <p>{t('key.card.what')}</p>
          </article>
        </>
      )
    }
  }
})

export const keyPages: readonly Page[] = [keyPage, keyCardPage]
