// Who: two members of the election committee, in a room full of neighbours, with a bowl of slips of paper.
import { agreedLot, ok, refused, type LotEntry } from '@buurtmacht/domain'
import { peopleOfRound } from '../../budget/index.ts'
import { sha256 } from '../../db/index.ts'
import { Notice, Steps, Table } from '../../ui/index.ts'
import { page, verbShown, type Page, type Visit } from '../../web/index.ts'
import { fixedBallot, type NumberedPlan } from '../print/plans.ts'
import { committeeOf } from '../who.ts'
import { typeDrawnLot } from './actions.ts'
import { lotEntries } from './queries.ts'

const fields = { order: { kind: 'text', max: 600 } } as const

const lotPage = page({
  path: '/budget/:round/loting',
  who: committeeOf(),
  fields,
  /** Somebody who typed at the same moment is seen first. */
  restsOn: async ({ read, params }) =>
    sha256(JSON.stringify(await lotEntries(read, params['round'] ?? ''))).slice(0, 16),
  async show(visit, sent) {
    const { t, read } = visit
    const ballot = await fixedBallot(read, visit.params['round'])
    if (!ballot) return 'not-found'
    const entries = await lotEntries(read, ballot.row.id)
    const agreed = agreedLot(entries)
    return verbShown({
      visit,
      sent,
      words: 'lot-verb',
      back: { href: `/budget/${ballot.row.id}`, text: ballot.row.title },
      could: agreed
        ? refused('lot-already-agreed')
        : ballot.row.state === 'frozen'
          ? ok(true)
          : refused('round-already-counted'),
      fields,
      children: (
        <>
          <Steps steps={[t('lot.step.slips'), t('lot.step.draw'), t('lot.step.type'), t('lot.step.second')]} />
          {agreed ? <LotOrder visit={visit} plans={ballot.plans} order={agreed.order} /> : null}
          {agreed ? null : await Typed({ visit, round: ballot.row.id, entries })}
          <Table
            caption={t('lot.plans')}
            head={[t('lot.number'), t('lot.plan')]}
            rows={ballot.plans.map((plan) => [plan.number, plan.title])}
          />
        </>
      )
    })
  },
  async submit(tx, { by, params }, { order }) {
    const round = params['round'] ?? ''
    const typed = await typeDrawnLot(tx, by, round, order)
    return typed.ok ? ok({ goTo: `/budget/${round}/loting`, notice: `lot-${typed.value}` }) : typed
  }
})

/** Plans in the order in which they were drawn. */
export const LotOrder = ({
  visit,
  plans,
  order
}: {
  visit: Pick<Visit, 't'>
  plans: readonly Pick<NumberedPlan, 'number' | 'title'>[]
  order: readonly number[]
}) => (
  <>
    <h2>{visit.t('lot.order')}</h2>
    <Steps steps={order.map((number) => `${plans.find((plan) => plan.number === number)?.title ?? ''} (${number})`)} />
  </>
)

/** Nobody sees what another typed before having typed themselves; then all of it, with what differs. */
async function Typed({ visit, round, entries }: { visit: Visit; round: string; entries: readonly LotEntry[] }) {
  const { t, by } = visit
  if (entries.length === 0) return null
  const mine = entries.some((one) => one.by === by.person)
  if (!mine) return <Notice kind="note">{<p>{t('lot.somebody-typed')}</p>}</Notice>
  if (entries.length === 1)
    return <Notice kind="note">{<p>{t('lot.you-typed', { numbers: said(entries[0]!) })}</p>}</Notice>
  const names = new Map((await peopleOfRound(visit.read, round)).map((one) => [one.id as string, one.name]))
  const places = entries[0]!.order.map((_, at) => at)
  const differs = (at: number) => new Set(entries.map((one) => one.order[at])).size > 1
  return (
    <>
      <Notice kind="stop" title={t('lot.differs')}>
        <p>{t('lot.differs.what')}</p>
      </Notice>
      <Table
        caption={t('lot.differences')}
        head={[t('lot.place'), ...entries.map((one) => names.get(one.by) ?? '')]}
        rows={places
          .filter(differs)
          .map((at) => [t('lot.place.nth', { n: at + 1 }), ...entries.map((one) => one.order[at] ?? '')])}
      />
    </>
  )
}

const said = (entry: LotEntry): string => entry.order.join(', ')

export const lotPages: readonly Page[] = [lotPage]
