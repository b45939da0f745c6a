// What people said that a plan comes from: in their own words where they said these may be read, and otherwise as a number.
import { VoiceQuote, voicesByIds } from '../../../voices/index.ts'
import type { Visit } from '../../../web/index.ts'
import { voicesOfPlan } from './queries.ts'

export interface PlanFrom {
  all: number
  /** Words everybody may read. */
  open: Awaited<ReturnType<typeof voicesByIds>>
}

export async function planFrom(visit: Pick<Visit, 'read'>, plan: string): Promise<PlanFrom> {
  const ids = await voicesOfPlan(visit.read, plan)
  return { all: ids.length, open: await voicesByIds(visit.read, ids, 'public') }
}

export function SaidBefore({ visit, from }: { visit: Visit; from: PlanFrom }) {
  const { t } = visit
  if (from.all === 0) return null
  const kept = from.all - from.open.length
  return (
    <>
      <h2>{t('plan.from')}</h2>
      <p>{t('plan.from.number', { n: from.all })}</p>
      {from.open.map((voice) => (
        <VoiceQuote key={voice.id} visit={visit} voice={voice} link />
      ))}
      {kept > 0 ? <p class="meta">{t('plan.from.kept', { n: kept })}</p> : null}
    </>
  )
}

/** Under the form, for who goes on writing: which voices can be taken off again. Words that are not shown have only a number. */
export async function namedBefore(
  visit: Pick<Visit, 'read' | 't'>,
  plan: string
): Promise<{ value: string; label: string }[]> {
  const ids = await voicesOfPlan(visit.read, plan)
  const open = new Map((await voicesByIds(visit.read, ids, 'public')).map((voice) => [voice.id, voice.text]))
  return ids.map((value, at) => {
    const words = open.get(value)
    return { value, label: words === undefined ? visit.t('plan-form.not.kept', { nr: at + 1 }) : begin(words) }
  })
}

const begin = (text: string): string => (text.length > 80 ? `${[...text].slice(0, 77).join('')}…` : text)
