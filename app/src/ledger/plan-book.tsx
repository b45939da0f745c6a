// Who: somebody who chose this plan and wants to see what was done with the money.
import { planOf } from '../budget/index.ts'
import { anyone } from '../people/index.ts'
import { BackLink, Buttons, EmptyState, Facts, Lead, LinkButton } from '../ui/index.ts'
import { page, type Page } from '../web/index.ts'
import { accountOfPlan, standsOn } from './accounts/queries.ts'
import { listEntries, movedOnAll } from './entries/queries.ts'
import { EntryCards } from './entries/views.tsx'
import { resultOf } from './grants/queries.ts'
import { ResultChip } from './grants/views.tsx'
import { grantedTo } from './granted.ts'
import { paymentsOfPlan } from './payments/queries.ts'
import { PaymentCards } from './payments/views.tsx'
import { vouchersOf } from './vouchers/queries.ts'
import { seesToMoney } from './who.ts'

const planBookPage = page({
  path: '/kasboek/plan/:plan',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const plan = await planOf(read, visit.params['plan'] ?? '')
    if (!plan) return 'not-found'
    const account = await accountOfPlan(read, plan.id)
    const moved = await movedOnAll(read)
    const { items } = account ? await listEntries(read, { account: account.id, limit: 100 }) : { items: [] }
    const result = await resultOf(read, plan.id)
    const payments = await paymentsOfPlan(read, plan.id)
    const asks = account !== undefined && by.person !== undefined && seesToMoney(by.roles, plan.group_id)
    return {
      title: t('plan-book.title', { plan: plan.title }),
      body: (
        <>
          <BackLink href="/kasboek">{t('books.title')}</BackLink>
          <h1>{t('plan-book.title', { plan: plan.title })}</h1>
          <Lead>
            <a href={`/plannen/${plan.id}`}>{t('plan-book.read')}</a>
          </Lead>
          {account ? <ResultChip visit={visit} state={result?.state ?? 'none'} /> : null}
          {account ? (
            <Facts
              facts={[
                { term: t('books.plan.granted'), detail: t.money(grantedTo(moved, account.id)) },
                { term: t('books.plan.paid'), detail: t.money(moved.get(account.id)?.paid ?? 0) },
                { term: t('books.plan.left'), detail: t.money(standsOn(account)) }
              ]}
            />
          ) : (
            <EmptyState title={t('plan-book.none')}>{t('plan-book.none.what')}</EmptyState>
          )}
          {result ? <p dir="auto">{result.result}</p> : null}
          {asks ? (
            <Buttons>
              <LinkButton href={`/kasboek/plan/${plan.id}/betalen`}>{t('payment-ask.heading')}</LinkButton>
              <LinkButton kind="plain" href={`/kasboek/plan/${plan.id}/resultaat`}>
                {t('result-tell.heading')}
              </LinkButton>
            </Buttons>
          ) : null}
          {account ? <h2>{t('payment.all')}</h2> : null}
          {account && payments.length === 0 ? <EmptyState title={t('payment.none')} /> : null}
          <PaymentCards
            visit={visit}
            payments={payments}
            vouchers={await vouchersOf(
              read,
              payments.map((one) => one.id)
            )}
          />
          {items.length > 0 ? <h2>{t('books.entries')}</h2> : null}
          <EntryCards visit={visit} entries={items} />
        </>
      )
    }
  }
})

export const planBookPages: readonly Page[] = [planBookPage]
