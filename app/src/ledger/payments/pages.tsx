// Who: somebody of the group who bought the lamps and has the bill in hand; the second person who looks; whoever pays it out.
import { approvePayment, ok, payOut, reasonMax, refusePayment, refused, type PersonId } from '@buurtmacht/domain'
import { planOf } from '../../budget/index.ts'
import { BackLink, EmptyState, Lead } from '../../ui/index.ts'
import { page, PageForm, verbShown, type Page, type Visit } from '../../web/index.ts'
import { accountOfPlan, accountsOf, standsOn } from '../accounts/queries.ts'
import { vouchersOf } from '../vouchers/queries.ts'
import { approvers, bookkeepers, moneyPeople } from '../who.ts'
import { approve, askForPayment, payPayment, refusePaymentBecause } from './actions.ts'
import { namesIn, PaymentFacts, paymentPage } from './payment-page.tsx'
import { paymentIn, paymentOf, spokenFor } from './queries.ts'
import { Bills } from './views.tsx'

const askFields = {
  what: { kind: 'text', max: 300 },
  amount: { kind: 'text', max: 20 },
  payeeKind: { kind: 'choice', of: ['business', 'person'] },
  payeeName: { kind: 'text', max: 120 },
  voucher: { kind: 'paper' }
} as const

const groupOfPlan = async ({ read, params }: Visit): Promise<string | null | undefined> =>
  (await planOf(read, params['plan'] ?? ''))?.group_id

const askPage = page({
  path: '/kasboek/plan/:plan/betalen',
  who: moneyPeople(groupOfPlan),
  fields: askFields,
  async show(visit, sent) {
    const { t, read } = visit
    const plan = await planOf(read, visit.params['plan'] ?? '')
    if (!plan) return 'not-found'
    const account = await accountOfPlan(read, plan.id)
    const left = account ? standsOn(account) - (await spokenFor(read, account.id)) : 0
    return {
      title: t('payment-ask.heading'),
      private: true,
      body: (
        <>
          <BackLink href={`/kasboek/plan/${plan.id}`}>{t('plan-book.title', { plan: plan.title })}</BackLink>
          <h1>{t('payment-ask.heading')}</h1>
          <Lead>{t('payment-ask.intro', { left: t.money(left) })}</Lead>
          {account ? (
            <PageForm visit={visit} fields={askFields} words="payment-ask" sent={sent} />
          ) : (
            <EmptyState title={t('plan-book.none')}>{t('plan-book.none.what')}</EmptyState>
          )}
        </>
      )
    }
  },
  async submit(tx, { by, params }, given) {
    const done = await askForPayment(tx, by, params['plan'] ?? '', given)
    return done.ok ? ok({ goTo: `/kasboek/betaling/${done.value}`, notice: 'payment-asked' }) : done
  }
})

const ofPayment = approvers(async ({ read, params }) => (await paymentOf(read, params['payment'] ?? ''))?.group_id)

const approveFields = { notMe: { kind: 'picks' }, version: { kind: 'hidden' } } as const

const approvePage = page({
  path: '/kasboek/betaling/:payment/goedkeuren',
  who: ofPayment,
  fields: approveFields,
  restsOn: async ({ read, params }) => (await paymentOf(read, params['payment'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const { t, read, by } = visit
    const payment = await paymentOf(read, visit.params['payment'] ?? '')
    if (!payment) return 'not-found'
    const payee = (payment.payee_id ?? undefined) as PersonId | undefined
    return verbShown({
      visit,
      sent,
      words: 'payment-approve',
      back: { href: `/kasboek/betaling/${payment.id}`, text: payment.what },
      could: approvePayment(paymentIn(payment), by.person!, payee),
      fields: approveFields,
      values: { version: String(payment.version) },
      options: { notMe: [{ value: 'yes', label: t('payment-approve.notMe.yes') }] },
      children: (
        <>
          <PaymentFacts visit={visit} payment={payment} names={await namesIn(visit, payment, false)} />
          <Bills visit={visit} vouchers={await vouchersOf(read, [payment.id])} mine whole />
        </>
      )
    })
  },
  async submit(tx, { by, params }, { notMe }) {
    if (!notMe.includes('yes')) return refused('field-missing', { field: 'notMe' })
    const id = params['payment'] ?? ''
    const done = await approve(tx, by, id)
    return done.ok ? ok({ goTo: `/kasboek/betaling/${id}`, notice: 'payment-approved' }) : done
  }
})

const whyFields = { why: { kind: 'long', max: reasonMax }, version: { kind: 'hidden' } } as const

const refusePage = page({
  path: '/kasboek/betaling/:payment/weigeren',
  who: ofPayment,
  fields: whyFields,
  restsOn: async ({ read, params }) => (await paymentOf(read, params['payment'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const payment = await paymentOf(visit.read, visit.params['payment'] ?? '')
    if (!payment) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'payment-refuse',
      back: { href: `/kasboek/betaling/${payment.id}`, text: payment.what },
      could: refusePayment(paymentIn(payment), '…'),
      fields: whyFields,
      values: { version: String(payment.version) }
    })
  },
  async submit(tx, { by, params }, { why }) {
    const id = params['payment'] ?? ''
    const done = await refusePaymentBecause(tx, by, id, why)
    return done.ok ? ok({ goTo: `/kasboek/betaling/${id}`, notice: 'payment-refused' }) : done
  }
})

const paidFields = { from: { kind: 'pick' }, paidOn: { kind: 'day' }, version: { kind: 'hidden' } } as const

const paidPage = page({
  path: '/kasboek/betaling/:payment/betaald',
  who: bookkeepers,
  fields: paidFields,
  restsOn: async ({ read, params }) => (await paymentOf(read, params['payment'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const { t, read, by } = visit
    const payment = await paymentOf(read, visit.params['payment'] ?? '')
    if (!payment) return 'not-found'
    const from = (await accountsOf(read, ['bank', 'bursar'])).map((row) => ({
      value: row.id,
      label: t('account.with', { name: row.name, left: t.money(standsOn(row)) })
    }))
    return verbShown({
      visit,
      sent,
      words: 'payment-paid',
      facts: { amount: t.money(Number(payment.amount)) },
      back: { href: `/kasboek/betaling/${payment.id}`, text: payment.what },
      could: payOut(paymentIn(payment), by.today, by.today),
      fields: paidFields,
      values: { version: String(payment.version), paidOn: by.today, from: from.length === 1 ? from[0]!.value : '' },
      options: { from }
    })
  },
  async submit(tx, { by, params }, { from, paidOn }) {
    const id = params['payment'] ?? ''
    const done = await payPayment(tx, by, id, { from, paidOn })
    return done.ok ? ok({ goTo: `/kasboek/betaling/${id}`, notice: 'payment-paid' }) : done
  }
})

export const paymentPages: readonly Page[] = [paymentPage, askPage, approvePage, refusePage, paidPage]
