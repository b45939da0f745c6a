// Who: a neighbour who wants to see the bill; and the member of the group who takes care that no address or bank number is on it.
import { ok, reasonMax, refused } from '@buurtmacht/domain'
import type { Reader } from '../../db/index.ts'
import { anyone } from '../../people/index.ts'
import { BackLink, ChoicesField, CoverGrid, Lead, Meta } from '../../ui/index.ts'
import {
  coverCells,
  page,
  PageForm,
  refusalWords,
  verbShown,
  type Cell,
  type Page,
  type Sent,
  type Visit
} from '../../web/index.ts'
import { auditorsOnly } from '../committee/who.ts'
import { paymentOf } from '../payments/queries.ts'
import { moneyPeople } from '../who.ts'
import { addVoucherTo, grid, hideVoucher, showVoucher } from './actions.ts'
import { shownFile, voucherOf, wholeFile, type VoucherRow } from './queries.ts'

const groupOfVoucher = async (read: Reader, id: string): Promise<string | null | undefined> => {
  const voucher = await voucherOf(read, id)
  return voucher && (await paymentOf(read, voucher.payment_id))?.group_id
}

const ofVoucher = moneyPeople(({ read, params }) => groupOfVoucher(read, params['voucher'] ?? ''))

/** A PDF is saved, never opened inside our own page. */
const fileOf = (id: string, type: string, bytes: Uint8Array) => ({
  file: bytes,
  type,
  ...(type === 'application/pdf' ? { name: `bon-${id}.pdf` } : {})
})

const shownPage = page({
  path: '/kasboek/bon/:voucher',
  who: anyone,
  async show({ read, params }) {
    const id = params['voucher'] ?? ''
    const found = await shownFile(read, id)
    return found?.bytes ? fileOf(id, found.type, found.bytes) : 'not-found'
  }
})

const wholePage = page({
  path: '/kasboek/bon/:voucher/heel',
  who: {
    says: 'those who see to the money, and the kascommissie',
    allows: async (visit) => (await ofVoucher.allows(visit)) || (await auditorsOnly.allows(visit))
  },
  async show({ read, params }) {
    const id = params['voucher'] ?? ''
    const found = await wholeFile(read, id)
    return found?.bytes ? { ...fileOf(id, found.type, found.bytes), private: true } : 'not-found'
  }
})

const showFields = {
  cells: { kind: 'picks', optional: true },
  sure: { kind: 'picks' },
  version: { kind: 'hidden' }
} as const

const cellsIn = (values: readonly string[]): Cell[] =>
  values.flatMap((value) => {
    const [, row = '', column = ''] = /^(\d{1,2})-(\d{1,2})$/.exec(value) ?? []
    const cell = { row: Number(row), column: Number(column) }
    return row !== '' && cell.row < grid.rows && cell.column < grid.columns ? [cell] : []
  })

const showPage = page({
  path: '/kasboek/bon/:voucher/laten-zien',
  who: ofVoucher,
  fields: showFields,
  async show(visit, sent) {
    const { t } = visit
    const voucher = await voucherOf(visit.read, visit.params['voucher'] ?? '')
    const payment = voucher && (await paymentOf(visit.read, voucher.payment_id))
    if (!voucher || !payment) return 'not-found'
    return {
      title: t('voucher-show.heading'),
      private: true,
      body: (
        <>
          <BackLink href={`/kasboek/betaling/${payment.id}`}>{payment.what}</BackLink>
          <h1>{t('voucher-show.heading')}</h1>
          <Lead>{t('voucher-show.intro')}</Lead>
          <PageForm
            visit={visit}
            fields={{ version: showFields.version }}
            words="voucher-show"
            sent={sent}
            values={{ version: String(voucher.version) }}
          >
            <Look visit={visit} voucher={voucher} sent={sent} />
            <Sure visit={visit} sent={sent} />
          </PageForm>
        </>
      )
    }
  },
  async beforehand({ read, params }, { cells }) {
    const found = await wholeFile(read, params['voucher'] ?? '')
    if (!found?.bytes || !found.width || !found.height) return undefined
    const { width, height } = found
    return coverCells({ bytes: found.bytes, width, height }, cellsIn(cells), grid)
  },
  async submit(tx, { by, params }, { cells, sure, version }, covered) {
    if (!sure.includes('yes')) return refused('field-missing', { field: 'sure' })
    const done = await showVoucher(tx, by, params['voucher'] ?? '', {
      cells: cellsIn(cells),
      covered,
      version: Number(version)
    })
    return done.ok ? ok({ goTo: `/kasboek/betaling/${done.value}`, notice: 'voucher-shown' }) : done
  }
})

function Look({ visit, voucher, sent }: { visit: Visit; voucher: VoucherRow; sent: Sent | undefined }) {
  const { t } = visit
  const whole = `/kasboek/bon/${voucher.id}/heel`
  if (voucher.type === 'application/pdf')
    return (
      <>
        <p>
          <a href={whole}>{t('voucher-show.open-pdf')}</a>
        </p>
        <Meta>{t('voucher-show.pdf')}</Meta>
      </>
    )
  return (
    <CoverGrid
      name="cells"
      src={whole}
      alt={t('voucher-show.alt')}
      width={voucher.width ?? 1}
      height={voucher.height ?? 1}
      {...grid}
      legend={t('voucher-show.cells')}
      hint={t('voucher-show.cells.hint')}
      cell={(row, column) => t('voucher-show.cell', { row: row + 1, column: column + 1 })}
      values={sent ? [sent.typed['cells'] ?? []].flat() : (JSON.parse(voucher.cells) as string[])}
    />
  )
}

function Sure({ visit, sent }: { visit: Visit; sent: Sent | undefined }) {
  const { t } = visit
  const refusal = sent?.refusals.find((one) => one.field === 'sure')
  return (
    <ChoicesField
      name="sure"
      label={t('voucher-show.sure')}
      choices={[{ value: 'yes', label: t('voucher-show.sure.yes') }]}
      values={[]}
      {...(refusal ? { error: refusalWords(visit, refusal) } : {})}
    />
  )
}

const hideFields = { why: { kind: 'long', max: reasonMax }, version: { kind: 'hidden' } } as const

const hidePage = page({
  path: '/kasboek/bon/:voucher/verbergen',
  who: ofVoucher,
  fields: hideFields,
  async show(visit, sent) {
    const voucher = await voucherOf(visit.read, visit.params['voucher'] ?? '')
    const payment = voucher && (await paymentOf(visit.read, voucher.payment_id))
    if (!voucher || !payment) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'voucher-hide',
      back: { href: `/kasboek/betaling/${payment.id}`, text: payment.what },
      could: ok(true),
      fields: hideFields,
      values: { version: String(voucher.version) }
    })
  },
  async submit(tx, { by, params }, { why }) {
    const done = await hideVoucher(tx, by, params['voucher'] ?? '', why)
    return done.ok ? ok({ goTo: `/kasboek/betaling/${done.value}`, notice: 'voucher-hidden' }) : done
  }
})

const moreFields = { voucher: { kind: 'paper' } } as const

const morePage = page({
  path: '/kasboek/betaling/:payment/bon',
  who: moneyPeople(async ({ read, params }) => (await paymentOf(read, params['payment'] ?? ''))?.group_id),
  fields: moreFields,
  async show(visit, sent) {
    const payment = await paymentOf(visit.read, visit.params['payment'] ?? '')
    if (!payment) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'voucher-more',
      back: { href: `/kasboek/betaling/${payment.id}`, text: payment.what },
      could: ok(true),
      fields: moreFields
    })
  },
  async submit(tx, { by, params }, { voucher }) {
    const payment = params['payment'] ?? ''
    const done = await addVoucherTo(tx, by, payment, voucher)
    return done.ok ? ok({ goTo: `/kasboek/betaling/${payment}`, notice: 'voucher-kept' }) : done
  }
})

export const voucherPages: readonly Page[] = [shownPage, wholePage, showPage, hidePage, morePage]
