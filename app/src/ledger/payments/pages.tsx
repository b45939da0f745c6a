// Who: somebody of the group who bought the lamps and has the bill in hand; the second person who looks; a neighbour who wonders.
import { approvePayment, ok, payOut, reasonMax, refusePayment, refused, type PersonId } from '@buurtmacht/domain'
import { planOf } from '../../budget/index.ts'
import { anyone, nameOf, seeKeptName, shownName } from '../../people/index.ts'
import { BackLink, Buttons, EmptyState, Facts, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { page, PageForm, verbShown, type Page, type Visit } from '../../web/index.ts'
import { accountOfPlan, accountsOf, standsOn } from '../accounts/queries.ts'
import { auditorsOnly } from '../committee/who.ts'
import { vouchersOf } from '../vouchers/queries.ts'
import { approvers, bookkeepers, keepsBooks, mayApprove, moneyPeople, seesToMoney } from '../who.ts'
import { approve, askForPayment, payPayment, refusePaymentBecause } from './actions.ts'
import { paymentIn, paymentOf, spokenFor, type PaymentRow } from './queries.ts'
import { Bills, PaymentChip } from './views.tsx'

const paymentPage = page({
  path: '/kasboek/betaling/:payment',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const payment = await paymentOf(read, visit.params['payment'] ?? '')
    if (!payment) return 'not-found'
    const vouchers = await vouchersOf(read, [payment.id])
    const looks = await auditorsOnly.allows(visit)
    const mine = by.person !== undefined && seesToMoney(by.roles, payment.group_id)
    return {
      title: payment.what,
      body: (
        <>
          <BackLink href={`/kasboek/plan/${payment.plan_id}`}>
            {t('plan-book.title', { plan: payment.plan_title })}
          </BackLink>
          <h1>{payment.what}</h1>
          <PaymentChip visit={visit} payment={payment} />
          {payment.why ? (
            <Notice kind="note" title={t('payment.refused-because')}>
              <p>{payment.why}</p>
            </Notice>
          ) : null}
          <PaymentFacts
            visit={visit}
            payment={payment}
            names={mine || looks ? await namesIn(visit, payment, looks) : undefined}
          />
          <Doing visit={visit} payment={payment} />
          <Bills visit={visit} vouchers={vouchers} mine={mine} looks={looks} />
        </>
      )
    }
  }
})

interface Names {
  asked: string
  approved: string | undefined
}

/** Whoever was forgotten since is known to the kascommissie only, as long as the books are kept. */
async function namesIn(visit: Visit, payment: PaymentRow, looks: boolean): Promise<Names> {
  const name = async (person: string) =>
    shownName(visit.t, (await nameOf(visit.read, person)) || (looks ? await seeKeptName(visit, person) : undefined))
  const approved = payment.approved_by ? await name(payment.approved_by) : undefined
  return { asked: await name(payment.asked_by), approved }
}

/** Who is paid is told when it is a shop or a firm; a resident's name is for those who look after the money. */
function PaymentFacts({ visit, payment, names }: { visit: Visit; payment: PaymentRow; names: Names | undefined }) {
  const { t } = visit
  const isPublic = payment.payee_kind === 'business' || names !== undefined
  return (
    <Facts
      facts={[
        { term: t('entry.amount'), detail: t.money(Number(payment.amount)) },
        { term: t('payment.to'), detail: isPublic ? payment.payee_name : t('payment.to-person') },
        { term: t('payment.asked'), detail: names ? names.asked : t('payment.by-one') },
        {
          term: t('payment.looked'),
          detail:
            payment.state === 'asked' ? t('payment.not-yet') : names?.approved ? names.approved : t('payment.by-other')
        },
        ...(payment.paid_on ? [{ term: t('payment.paid-on'), detail: t.day(payment.paid_on) }] : []),
        ...(payment.entry_id
          ? [
              {
                term: t('payment.in-books'),
                detail: (
                  <a href={`/kasboek/boeking/${payment.entry_id}`}>{t('entry.title', { nr: payment.entry_nr ?? 0 })}</a>
                )
              }
            ]
          : [])
      ]}
    />
  )
}

function Doing({ visit, payment }: { visit: Visit; payment: PaymentRow }) {
  const { t, by } = visit
  const second = payment.state === 'asked' && mayApprove(by.roles, payment.group_id) && by.person !== payment.asked_by
  const steps = [
    ...(second ? ['goedkeuren', 'weigeren'] : []),
    ...(payment.state === 'approved' && keepsBooks(by.roles) ? ['betaald'] : []),
    ...(by.person && seesToMoney(by.roles, payment.group_id) ? ['bon'] : []),
    ...(by.person && keepsBooks(by.roles) ? ['post'] : [])
  ]
  if (steps.length === 0) return null
  return (
    <Buttons>
      {steps.map((step, at) => (
        <LinkButton
          key={step}
          kind={at === 0 && step !== 'bon' && step !== 'post' ? 'main' : 'plain'}
          href={`/kasboek/betaling/${payment.id}/${step}`}
        >
          {t.find(`payment-do.${step}`) ?? step}
        </LinkButton>
      ))}
    </Buttons>
  )
}

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
