// How a result looks: winners first, then why for every plan, then what else there is to know.
import { Card, CardGrid, Facts, Notice, SpentChart, SpentKey, Table } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import type { CountTold } from './actions.ts'
import { comparisons, whyLost, whyWon, type NameOf } from './sentences.ts'
import type { LostTold, PotTold, WonTold } from './told.ts'

type Seen = Pick<Visit, 't'>

export const nameIn = (told: CountTold): NameOf => {
  const plans = told.pots.flatMap((pot) => [...pot.won, ...pot.lost])
  const names = new Map(plans.map((plan) => [plan.number, plan.title]))
  return (number) => names.get(number) ?? String(number)
}

interface Of {
  visit: Seen
  pot: PotTold
  nameOf: NameOf
}

/** With more pots than one, each has its own headings under its name. */
export function PotResult(of: Of) {
  const { visit, pot } = of
  const { t } = visit
  return (
    <>
      {pot.pot === null ? null : <h2>{t('round.pot', { name: pot.pot })}</h2>}
      <h2>{t('result.won', { n: pot.won.length })}</h2>
      <p>
        {t('result.money', {
          money: t.money(pot.money),
          spent: t.money(pot.spent),
          left: t.money(pot.money - pot.spent)
        })}
      </p>
      <CardGrid kind="one">
        {pot.won.map((plan) => (
          <PlanResult key={plan.id} visit={visit} plan={plan} says={[whyWon(t, pot, plan)]} />
        ))}
      </CardGrid>
      <Ties {...of} />
      {pot.lost.length === 0 ? null : <h2>{t('result.lost', { n: pot.lost.length })}</h2>}
      <CardGrid kind="one">
        {pot.lost.map((plan) => (
          <PlanResult key={plan.id} visit={visit} plan={plan} says={whyLost(t, pot, plan, of.nameOf)} />
        ))}
      </CardGrid>
      <WhoPaid {...of} />
      <Compared {...of} />
    </>
  )
}

const PlanResult = ({ visit, plan, says }: { visit: Seen; plan: WonTold | LostTold; says: string[][] }) => (
  <Card
    title={plan.title}
    href={`/plannen/${plan.id}`}
    meta={visit.t('result.plan-meta', { number: plan.number, cost: visit.t.money(plan.cost) })}
  >
    {says
      .filter((part) => part.length > 0)
      .map((part) => (
        <p key={part[0]}>{part.join(' ')}</p>
      ))}
  </Card>
)

function Ties({ visit, pot, nameOf }: Of) {
  const { t } = visit
  if (pot.ties.length === 0) return null
  return (
    <Notice kind="note" title={t('result.tie')}>
      {pot.ties.map(({ numbers }) => (
        <p key={numbers.join()}>
          {t('result.tie.what', { plans: t.list(numbers.map(nameOf)), first: nameOf(numbers[0] ?? 0) })}
        </p>
      ))}
    </Notice>
  )
}

/** Money going down, as a picture and as the table that says the same. */
function WhoPaid({ visit, pot }: Of) {
  const { t } = visit
  if (pot.won.length === 0) return null
  const shares = pot.chosen === 'equal-shares'
  let spent = 0
  const rows = pot.won.map((plan) => {
    spent += plan.cost
    return { label: String(plan.number), part: plan.cost, left: shares ? plan.left : pot.money - spent }
  })
  const all = shares ? rows[0]!.left + rows[0]!.part : pot.money
  return (
    <>
      <h2>{t('result.paid-title')}</h2>
      {shares ? (
        <p>
          {t('result.purse', { share: t.money(pot.share) })}{' '}
          {pot.purse > pot.share
            ? t('result.purse.more', { purse: t.money(pot.purse), money: t.money(pot.money) })
            : null}
        </p>
      ) : (
        <p>{t('result.chosen-most')}</p>
      )}
      <SpentKey before={t('result.key.before')} part={t('result.key.part')} left={t('result.key.left')} />
      <SpentChart
        label={t('result.chart', { all: t.money(all), left: t.money(rows.at(-1)!.left), n: rows.length })}
        all={all}
        rows={rows}
      />
      <Table
        caption={[pot.pot, t('result.table')].filter(Boolean).join(': ')}
        numbers={[1, 2, 3, 4]}
        head={[
          t('result.head.plan'),
          t('result.head.cost'),
          t('result.head.people'),
          t('result.head.each'),
          t('result.head.left')
        ]}
        rows={pot.won.map((plan, at) => [
          `${plan.number}. ${plan.title}`,
          t.money(plan.cost),
          t.number(plan.people),
          plan.each === null ? '–' : t.money(plan.each),
          t.money(rows[at]!.left)
        ])}
      />
    </>
  )
}

function Compared({ visit, pot, nameOf }: Of) {
  const { t } = visit
  return (
    <>
      <h2>{t('result.compared')}</h2>
      <Facts facts={comparisons(t, pot, nameOf).map(({ title, says }) => ({ term: title, detail: says.join(' ') }))} />
    </>
  )
}

export function TurnoutNumbers({ visit, told }: { visit: Seen; told: CountTold }) {
  const { t } = visit
  const { turnout } = told
  const row = (key: keyof typeof turnout) => [t.find(`result.turnout.${key}`) ?? key, t.number(turnout[key])]
  return (
    <>
      <h2>{t('result.turnout')}</h2>
      <Table
        caption={t('result.turnout')}
        quietCaption
        numbers={[1]}
        head={[t('result.turnout.what'), t('result.turnout.n')]}
        rows={(
          ['issued', 'usedOnline', 'usedOnPaper', 'replaced', 'unused', 'void', 'sheetsInBox', 'sheetsSpoiled'] as const
        ).map(row)}
      />
    </>
  )
}
