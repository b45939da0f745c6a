// The form a plan is written in: the same for a first time and for going on.
import { onePage } from '@buurtmacht/domain'
import { groupNames } from '../../groups/index.ts'
import { PageForm, type Given, type Sent, type Typed, type Visit } from '../../web/index.ts'
import { settingsIn, type RoundRow } from '../rounds/queries.ts'
import { isResidentHelper } from '../who.ts'
import type { PlanWritten } from './actions.ts'
import { costLines } from './costs.ts'
import { needsToPlan } from './queries.ts'

const paper = {
  title: { kind: 'text', max: 100 },
  what: { kind: 'long', max: onePage },
  forWhom: { kind: 'text', max: 300 },
  where: { kind: 'text', max: 200 },
  costs: { kind: 'long', max: 3_000 },
  group: { kind: 'pick', optional: true },
  bursar: { kind: 'text', max: 120, optional: true }
} as const
const from = { need: { kind: 'pick', optional: true }, voices: { kind: 'long', max: 2_000, optional: true } } as const
const hidden = { version: { kind: 'hidden', optional: true } } as const
const channels = ['phone', 'paper', 'door', 'meeting'] as const
export const fields = {
  ...paper,
  pot: { kind: 'pick', optional: true },
  channel: { kind: 'choice', of: channels, optional: true },
  ...from,
  not: { kind: 'picks', optional: true },
  ...hidden
} as const

/** What was typed, as the rules read it. */
export const written = (given: Given<typeof fields>): PlanWritten => ({
  title: given.title,
  what: given.what,
  forWhom: given.forWhom,
  where: given.where,
  items: costLines(given.costs),
  bursar: given.bursar,
  pot: given.pot,
  group: given.group,
  need: given.need,
  voices: given.voices,
  channel: given.channel || 'online'
})

interface FormProps {
  visit: Visit
  sent: Sent | undefined
  round: RoundRow
  values: Typed
  words: string
  /** Voices named before. */
  named?: { value: string; label: string }[]
}

/** The form with only what this round and this writer need. */
export async function drawn({ visit, sent, round, values, words, named = [] }: FormProps) {
  const { pots } = settingsIn(round)
  const needs = await needsToPlan(visit.read, String(values['need'] ?? ''))
  const groups = [...(await groupNames(visit.read))].map(([value, label]) => ({ value, label }))
  const asked = {
    ...paper,
    ...(pots.length > 0 ? { pot: fields.pot } : {}),
    ...(isResidentHelper(visit.by.roles) && values['version'] === undefined ? { channel: fields.channel } : {}),
    ...(needs.length > 0 ? from : { voices: from.voices }),
    ...(named.length > 0 ? { not: fields.not } : {}),
    ...hidden
  }
  return (
    <PageForm
      visit={visit}
      fields={asked}
      words={words}
      sent={sent}
      values={values}
      options={{
        group: groups,
        need: needs.map((need) => ({ value: need.id, label: need.sentence })),
        not: named,
        pot: pots.map((pot) => ({ value: pot.key, label: `${pot.name} (${visit.t.money(pot.amount)})` }))
      }}
    />
  )
}
