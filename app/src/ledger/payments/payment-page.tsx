// Who: a neighbour who wonders what was paid; the second person who looks; the kascommissie that looks it up.
import { anyone, nameOf, seeKeptName, shownName } from '../../people/index.ts'
import { BackLink, Buttons, Facts, LinkButton, Notice } from '../../ui/index.ts'
import { page, type Visit } from '../../web/index.ts'
import { auditorsOnly } from '../committee/who.ts'
import { vouchersOf } from '../vouchers/queries.ts'
import { keepsBooks, mayApprove, seesToMoney } from '../who.ts'
import { paymentOf, type PaymentRow } from './queries.ts'
import { Bills, PaymentChip } from './views.tsx'

export const paymentPage = page({
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
export async function namesIn(visit: Visit, payment: PaymentRow, looks: boolean): Promise<Names> {
  const name = async (person: string) =>
    shownName(visit.t, (await nameOf(visit.read, person)) || (looks ? await seeKeptName(visit, person) : undefined))
  const approved = payment.approved_by ? await name(payment.approved_by) : undefined
  return { asked: await name(payment.asked_by), approved }
}

/** Who is paid is told when it is a shop or a firm; a resident's name is for those who look after the money. */
export function PaymentFacts({
  visit,
  payment,
  names
}: {
  visit: Visit
  payment: PaymentRow
  names: Names | undefined
}) {
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
