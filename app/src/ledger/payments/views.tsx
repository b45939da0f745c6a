// How a payment looks: on a card, and its bills.
import { Card, CardGrid, Chip, EmptyState, PhotoFrame, Row, type ChipKind } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import type { VoucherRow } from '../vouchers/queries.ts'
import type { PaymentRow } from './queries.ts'

const chips: Record<PaymentRow['state'], ChipKind> = { asked: 'wait', approved: 'wait', paid: 'good', refused: 'no' }

export const PaymentChip = ({ visit, payment }: { visit: Visit; payment: Pick<PaymentRow, 'state'> }) => (
  <Chip kind={chips[payment.state]}>{visit.t.find(`payment-state.${payment.state}`) ?? payment.state}</Chip>
)

/** @param withPlan says for which plan it is, where that is not clear already. */
export const PaymentCards = ({
  visit,
  payments,
  vouchers,
  withPlan
}: {
  visit: Visit
  payments: readonly PaymentRow[]
  vouchers: readonly VoucherRow[]
  withPlan?: boolean
}) => (
  <CardGrid kind="one">
    {payments.map((one) => {
      const bills = vouchers.filter((voucher) => voucher.payment_id === one.id).length
      return (
        <Card
          key={one.id}
          level={3}
          title={`${visit.t.money(Number(one.amount))} · ${one.what}`}
          href={`/kasboek/betaling/${one.id}`}
          meta={[...(withPlan ? [one.plan_title] : []), visit.t('payment.bills', { n: bills })].join(' · ')}
        >
          <Row>
            <PaymentChip visit={visit} payment={one} />
          </Row>
        </Card>
      )
    })}
  </CardGrid>
)

interface BillsProps {
  visit: Visit
  vouchers: readonly VoucherRow[]
  /** For who looks after the money. */
  mine: boolean
  /** For the kascommissie: sees it whole and changes nothing. */
  looks?: boolean
  /** Shows each bill whole, as the second person has to see it. */
  whole?: boolean
}

/** The bills of one payment: what everybody may see, and for who looks after the money the way to the rest. */
export function Bills({ visit, vouchers, mine, looks, whole }: BillsProps) {
  const { t } = visit
  return (
    <>
      <h2>{t('voucher.all')}</h2>
      {vouchers.length === 0 ? <EmptyState title={t('voucher.none')} /> : null}
      {vouchers.map((voucher, at) => (
        <section key={voucher.id}>
          <h3>{t('voucher.title', { nr: at + 1 })}</h3>
          {whole || voucher.state === 'shown' ? (
            <Bill
              visit={visit}
              voucher={voucher}
              nr={at + 1}
              href={`/kasboek/bon/${voucher.id}${whole ? '/heel' : ''}`}
            />
          ) : (
            <p>{t('voucher.closed')}</p>
          )}
          {(mine || looks) && !whole ? <BillLinks visit={visit} voucher={voucher} mine={mine} /> : null}
        </section>
      ))}
    </>
  )
}

function BillLinks({ visit, voucher, mine }: { visit: Visit; voucher: VoucherRow; mine: boolean }) {
  const { t } = visit
  const isShown = voucher.state === 'shown'
  const links = [
    ['heel', t('voucher.whole')],
    ...(mine ? [['laten-zien', t(isShown ? 'voucher.cover-again' : 'voucher.show')]] : []),
    ...(mine && isShown ? [['verbergen', t('voucher.hide')]] : [])
  ]
  return (
    <ul>
      {links.map(([path, words]) => (
        <li key={path}>
          <a href={`/kasboek/bon/${voucher.id}/${path}`}>{words}</a>
        </li>
      ))}
    </ul>
  )
}

interface BillProps {
  visit: Visit
  voucher: VoucherRow
  nr: number
  href: string
}

function Bill({ visit, voucher, nr, href }: BillProps) {
  const { t } = visit
  if (voucher.type === 'application/pdf')
    return (
      <p>
        <a href={href}>{t('voucher.open-pdf')}</a>
      </p>
    )
  return (
    <a href={href}>
      <PhotoFrame
        src={href}
        alt={t('voucher.alt', { nr })}
        width={voucher.width ?? 1}
        height={voucher.height ?? 1}
        whole
      />
    </a>
  )
}
