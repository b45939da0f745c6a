// Residents gather what people said; needs are split and merged; others say "ik ook".
import { type Decision } from '@buurtmacht/domain'
import { type Tx } from '../../src/db/index.ts'
import { addVoicesToNeed, gatherNeed, mergeNeeds, sayMeToo, splitNeed } from '../../src/needs/index.ts'
import { type By } from '../../src/web/index.ts'
import { type Need, type NeedChange, type NeedKey, type Story, type VoiceKey } from '../story/index.ts'
import { type Known } from './known.ts'
import { type Moment } from './moments.ts'

const ids = (known: Known, voices: readonly VoiceKey[]) => voices.map((voice) => known.id('voice', voice))

export function needMoments({ needs, needChanges }: Story): Moment[] {
  const find = (key: NeedKey) => needs.find((need) => need.key === key)!
  const split = new Set(needChanges.flatMap((change): NeedKey[] => (change.kind === 'split' ? [...change.into] : [])))
  return [
    ...needs.filter((need) => !split.has(need.key)).map(gathered),
    ...needChanges.map((change) => changed(change, find)),
    ...needs.flatMap(grown)
  ]
}

const gathered = (need: Need): Moment => ({
  daysAgo: need.daysAgo,
  person: need.by,
  what: need.key,
  async live(tx, by, known) {
    const { sentence, voices } = need
    const made = await gatherNeed(tx, by, {
      group: known.id('group', need.group),
      sentence,
      voices: ids(known, voices),
      area: need.area ? known.id('area', need.area) : ''
    })
    if (made.ok) known.keep('need', need.key, made.value.id)
    return made
  }
})

const grown = ({ key, later = [] }: Need): Moment[] =>
  later.map(({ daysAgo, by: person, voices }) => ({
    daysAgo,
    person,
    what: `${key}, more voices`,
    live: (tx, by, known) => addVoicesToNeed(tx, by, known.id('need', key), ids(known, voices))
  }))

const changed = (change: NeedChange, find: (key: NeedKey) => Need): Moment => ({
  daysAgo: change.daysAgo,
  person: change.by,
  what: `${change.from}, ${change.kind}`,
  live: (tx, by, known) =>
    change.kind === 'merged'
      ? mergeNeeds(tx, by, known.id('need', change.from), { into: known.id('need', change.into), why: change.why })
      : splitUp(tx, by, known, change.from, { parts: change.into.map(find), why: change.why })
})

async function splitUp(
  tx: Tx,
  by: By,
  known: Known,
  from: NeedKey,
  { parts, why }: { parts: Need[]; why: string }
): Promise<Decision<unknown>> {
  const done = await splitNeed(tx, by, known.id('need', from), {
    parts: parts.map((part) => ({
      sentence: part.sentence,
      voices: ids(known, part.voices),
      group: known.id('group', part.group)
    })),
    why
  })
  if (done.ok) parts.forEach((part, at) => known.keep('need', part.key, done.value.into[at]!))
  return done
}

export const meTooMoments = ({ meToos }: Story): Moment[] =>
  meToos.flatMap(({ need, daysAgo }) =>
    daysAgo.map((day) => ({
      daysAgo: day,
      what: `${need}, ik ook`,
      live: (tx: Tx, by: By, known: Known) =>
        sayMeToo(tx, by, known.id('need', need), known.keyed('demo', Buffer.from(by.chance(16)).toString('hex')))
    }))
  )
