/** One sheet: what is typed from it, and where two readers differ. */
import { ok, refused, type BallotKind, type Decision, type Sheet, type SheetReading } from '@buurtmacht/domain'
import type { PlanRow } from '../../budget/index.ts'
import { ChoiceField, ChoicesField, Form, Notice, Table, TextField } from '../../ui/index.ts'
import { Refused, refusalWords, type Given, type Sent, type Visit } from '../../web/index.ts'
import { readKinds, type SheetTyped } from './actions.ts'

export const sheetFields = {
  read: { kind: 'choice', of: readKinds },
  code: { kind: 'text', max: 40, optional: true },
  plans: { kind: 'picks', optional: true },
  points: { kind: 'picks', optional: true }
} as const

/** Points come in the order of the plans on paper. Refusal: `ballot-points-wrong`. */
export function chosenOn(
  given: Given<typeof sheetFields>,
  plans: readonly PlanRow[],
  ballot: BallotKind
): Decision<SheetTyped['chosen']> {
  if (ballot.kind === 'approval') return ok(given.plans.map((plan) => ({ plan })))
  const typed = plans.map((plan, at) => ({ plan: plan.id, text: (given.points[at] ?? '').trim() }))
  if (typed.some(({ text }) => !/^\d{0,6}$/.test(text))) return refused('ballot-points-wrong', { field: 'plans' })
  return ok(typed.flatMap(({ plan, text }) => (Number(text) > 0 ? [{ plan, points: Number(text) }] : [])))
}

interface FormOf {
  visit: Visit
  sent: Sent | undefined
  plans: readonly PlanRow[]
  ballot: BallotKind
}

const listed = (value: string | string[] | undefined): string[] => [value ?? []].flat()

export function SheetForm({ visit, sent, plans, ballot }: FormOf) {
  const { t } = visit
  const error = (field: string) => {
    const refusal = sent?.refusals.find((one) => one.field === field)
    return refusal ? { error: refusalWords(visit, refusal) } : {}
  }
  return (
    <>
      <Refused visit={visit} refusals={sent?.refusals} labelOf={(field) => t.find(`sheet.form.${field}`)} />
      <Form action={visit.here} id="form" hidden={visit.formTokens()} button={t('sheet.form.button')}>
        <ChoiceField
          name="read"
          label={t('sheet.form.read')}
          value={sent ? String(sent.typed['read']) : 'ballot'}
          choices={readKinds.map((value) => ({ value, label: t(`sheet.form.read.${value}`) }))}
          {...error('read')}
        />
        <TextField
          name="code"
          label={t('sheet.form.code')}
          hint={t('sheet.form.code.hint')}
          value={sent ? String(sent.typed['code']) : ''}
          autocomplete="off"
          {...error('code')}
        />
        {ballot.kind === 'approval' ? (
          <ChoicesField
            name="plans"
            label={t('sheet.form.plans')}
            values={listed(sent?.typed['plans'])}
            choices={plans.map((plan) => ({ value: plan.id, label: plan.title }))}
            {...error('plans')}
          />
        ) : (
          plans.map((plan, at) => (
            <TextField
              key={plan.id}
              name="points"
              id={at === 0 ? 'plans' : `points-${at + 1}`}
              label={plan.title}
              value={listed(sent?.typed['points'])[at] ?? ''}
              inputmode="numeric"
              autocomplete="off"
              size={4}
              {...(at === 0 ? error('plans') : {})}
            />
          ))
        )}
      </Form>
    </>
  )
}

type Differing = Extract<Sheet, { state: 'differs' }>

/** Whose reading is whose is not said: the paper decides. */
export function Differences({ visit, sheet, plans }: { visit: Visit; sheet: Differing; plans: readonly PlanRow[] }) {
  const { t } = visit
  const [one, two] = [sheet.first.read, sheet.second.read]
  const codes = 'code' in one && 'code' in two && one.code !== two.code
  return (
    <>
      <Notice kind="note" title={t('sheet.differs')}>
        <p>{t('sheet.differs.what')}</p>
        {codes ? <p>{t('sheet.differs.code')}</p> : null}
      </Notice>
      <Table
        caption={t('sheet.readings')}
        head={[t('sheet.reading'), t('sheet.says')]}
        rows={[one, two].map((read, at) => [t('sheet.reading-nr', { nr: at + 1 }), inWords(visit, read, plans)])}
      />
    </>
  )
}

function inWords({ t }: Visit, read: SheetReading, plans: readonly PlanRow[]): string {
  if (read.kind === 'spoiled') return t.find(`sheet.spoiled.${read.why}`) ?? read.why
  if (read.kind === 'blank') return t('sheet.form.read.blank')
  const titles = new Map<string, string>(plans.map((plan) => [plan.id, plan.title]))
  return read.ballot.choices
    .map(({ plan, points }) => (points === undefined ? titles.get(plan) : `${titles.get(plan)}: ${points}`))
    .toSorted()
    .join(' · ')
}
