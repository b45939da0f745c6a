// Who: the treasurer who says why more was spent and under what a payment belongs; the group that tells what came of its plan.
import { ok, refused } from '@buurtmacht/domain'
import { planOf } from '../../budget/index.ts'
import { page, verbShown, type Page } from '../../web/index.ts'
import { paymentOf } from '../payments/queries.ts'
import { bookkeepers, moneyPeople } from '../who.ts'
import { explainItem, putUnderItem, tellResult } from './actions.ts'
import { grantOf, itemOf, itemsForRound, resultOf } from './queries.ts'

const explainFields = { explanation: { kind: 'long', max: 1_000 } } as const

const explainPage = page({
  path: '/kasboek/subsidie/:grant/uitleg/:item',
  who: bookkeepers,
  fields: explainFields,
  restsOn: async ({ read, params }) => (await grantOf(read, params['grant'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const grant = await grantOf(visit.read, visit.params['grant'] ?? '')
    const item = await itemOf(visit.read, visit.params['item'] ?? '')
    if (!grant || item?.grant_id !== grant.id) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'grant-explain',
      facts: { item: item.what },
      back: { href: `/kasboek/subsidie/${grant.id}`, text: grant.name },
      could: ok(true),
      fields: explainFields,
      values: { explanation: item.explanation ?? '' }
    })
  },
  async submit(tx, { by, params }, { explanation }) {
    const done = await explainItem(tx, by, params['item'] ?? '', explanation)
    return done.ok ? ok({ goTo: `/kasboek/subsidie/${done.value}`, notice: 'saved' }) : done
  }
})

const underFields = { item: { kind: 'pick' }, version: { kind: 'hidden' } } as const

const underPage = page({
  path: '/kasboek/betaling/:payment/post',
  who: bookkeepers,
  fields: underFields,
  restsOn: async ({ read, params }) => (await paymentOf(read, params['payment'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const { read } = visit
    const payment = await paymentOf(read, visit.params['payment'] ?? '')
    const plan = payment && (await planOf(read, payment.plan_id))
    if (!payment || !plan) return 'not-found'
    const items = await itemsForRound(read, plan.round_id)
    return verbShown({
      visit,
      sent,
      words: 'grant-under',
      back: { href: `/kasboek/betaling/${payment.id}`, text: payment.what },
      could: items.length > 0 ? ok(true) : refused('grant-without-items'),
      fields: underFields,
      values: { version: String(payment.version), item: payment.item_id ?? '' },
      options: { item: items.map((item) => ({ value: item.id, label: `${item.what} (${item.grant_name})` })) }
    })
  },
  async submit(tx, { by, params }, { item }) {
    const payment = params['payment'] ?? ''
    const done = await putUnderItem(tx, by, payment, item)
    return done.ok ? ok({ goTo: `/kasboek/betaling/${payment}`, notice: 'saved' }) : done
  }
})

const resultFields = {
  state: { kind: 'choice', of: ['busy', 'done'], words: 'result-state' },
  result: { kind: 'long', max: 1_500 },
  version: { kind: 'hidden' }
} as const

const resultPage = page({
  path: '/kasboek/plan/:plan/resultaat',
  who: moneyPeople(async ({ read, params }) => (await planOf(read, params['plan'] ?? ''))?.group_id),
  fields: resultFields,
  async show(visit, sent) {
    const plan = await planOf(visit.read, visit.params['plan'] ?? '')
    if (!plan) return 'not-found'
    const before = await resultOf(visit.read, plan.id)
    return verbShown({
      visit,
      sent,
      words: 'result-tell',
      back: { href: `/kasboek/plan/${plan.id}`, text: visit.t('plan-book.title', { plan: plan.title }) },
      could: ok(true),
      fields: resultFields,
      values: {
        version: String(before?.version ?? 0),
        state: before?.state ?? 'busy',
        result: before?.result ?? ''
      }
    })
  },
  async submit(tx, { by, params }, { state, result, version }) {
    const plan = params['plan'] ?? ''
    const done = await tellResult(tx, by, plan, { state, result, version: Number(version) })
    return done.ok ? ok({ goTo: `/kasboek/plan/${plan}`, notice: 'saved' }) : done
  }
})

export const explainingPages: readonly Page[] = [explainPage, underPage, resultPage]
