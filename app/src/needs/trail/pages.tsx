/** Better words for a need, needs that go up in one another, and a need that turns out to be several. */
import { ok, refused } from '@buurtmacht/domain'
import { groupNames } from '../../groups/index.ts'
import { voicesOfNeed } from '../../voices/index.ts'
import { page, verbShown, type Option, type Page, type Resting, type Sent, type Visit } from '../../web/index.ts'
import { rewordNeed } from '../actions.ts'
import { needById, needs, type NeedSeen } from '../queries.ts'
import { similarNeeds } from '../similar.ts'
import { groupsOfPerson, itsGatherers } from '../who.ts'
import { mayMerge, mergeNeeds, splitNeed } from './actions.ts'
import { NowIs, SplitPage } from './split-view.tsx'

const openOnly = (need: NeedSeen) => (need.state === 'open' ? ok(need) : refused('need-not-open'))
const backTo = (need: NeedSeen) => ({ href: `/buurtbehoeften/${need.id}`, text: need.sentence })

/** Who merges or splits a need decides on its words and voices as they are on the screen. */
async function needNow({ read, params }: Resting): Promise<string | undefined> {
  const need = await needById(read, params['need'] ?? '')
  return need && `${need.version} ${need.voices}`
}

const wordFields = { sentence: { kind: 'text', max: 10_000 }, version: { kind: 'hidden' } } as const

const rewording = page({
  path: '/buurtbehoeften/:need/woorden',
  who: itsGatherers,
  fields: wordFields,
  async show(visit, sent) {
    const need = await needById(visit.read, visit.params['need'] ?? '')
    if (!need) return 'not-found'
    const meanwhile = sent?.refusals.some((one) => one.code === 'changed-meanwhile') ?? false
    // What was typed stays; sent once more it is said knowing what stands there now.
    const again: Sent | undefined = sent && {
      ...sent,
      typed: { ...sent.typed, ...(meanwhile ? { version: String(need.version) } : {}) }
    }
    return verbShown({
      visit,
      sent: again,
      words: 'needs.reword',
      back: backTo(need),
      could: openOnly(need),
      fields: wordFields,
      values: { sentence: need.sentence, version: String(need.version) },
      children: meanwhile ? <NowIs visit={visit} need={need} /> : undefined
    })
  },
  async submit(tx, { by, params }, given) {
    const { need = '' } = params
    const done = await rewordNeed(tx, by, need, { sentence: given.sentence, version: Number(given.version) })
    return done.ok ? ok({ goTo: `/buurtbehoeften/${need}`, notice: 'need-reworded' }) : done
  }
})

const mergeFields = {
  into: { kind: 'pick' },
  why: { kind: 'long', max: 10_000 }
} as const

/** The needs it can go up in: those that resemble it first, then the newest of one's own groups. */
async function candidates(visit: Visit, need: NeedSeen): Promise<Option[]> {
  const { read, by } = visit
  const found = await similarNeeds(read, need.sentence, need.id)
  for (const group of groupsOfPerson(by.roles))
    found.push(...(await needs(read, { group }, { limit: 20 })).items.filter((one) => one.id !== need.id))
  const fits = found.filter((one) => mayMerge(by, need.group.id, one.group.id))
  const unique = [...new Map(fits.map((one) => [one.id, one])).values()]
  return unique.map((one) => ({ value: one.id, label: `${one.sentence} (${one.group.name})` }))
}

const merging = page({
  path: '/buurtbehoeften/:need/samenvoegen',
  who: itsGatherers,
  fields: mergeFields,
  restsOn: needNow,
  async show(visit, sent) {
    const need = await needById(visit.read, visit.params['need'] ?? '')
    if (!need) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'needs.merge',
      facts: { sentence: need.sentence },
      back: backTo(need),
      could: openOnly(need),
      fields: mergeFields,
      options: { into: await candidates(visit, need) }
    })
  },
  async submit(tx, { by, params }, given) {
    const done = await mergeNeeds(tx, by, params['need'] ?? '', given)
    return done.ok ? ok({ goTo: `/buurtbehoeften/${done.value.into}`, notice: 'need-merged' }) : done
  }
})

/** As many parts as fit on the page; a need that is even more can be split again. */
export const partNumbers = [1, 2, 3] as const

const splitFields = {
  sentence1: { kind: 'text', max: 10_000, optional: true },
  sentence2: { kind: 'text', max: 10_000, optional: true },
  sentence3: { kind: 'text', max: 10_000, optional: true },
  voices1: { kind: 'picks', optional: true },
  voices2: { kind: 'picks', optional: true },
  voices3: { kind: 'picks', optional: true },
  group1: { kind: 'pick', optional: true },
  group2: { kind: 'pick', optional: true },
  group3: { kind: 'pick', optional: true },
  why: { kind: 'long', max: 10_000, optional: true }
} as const

const splitting = page({
  path: '/buurtbehoeften/:need/splitsen',
  who: itsGatherers,
  fields: splitFields,
  restsOn: needNow,
  async show(visit, sent) {
    const { read, params, by, t } = visit
    const need = await needById(read, params['need'] ?? '')
    if (!need) return 'not-found'
    const names = await groupNames(read)
    const groups = groupsOfPerson(by.roles).map((id) => ({ value: id as string, label: names.get(id) ?? id }))
    const voices = await voicesOfNeed(read, need.id, 'helpers', 1000)
    const props = { visit, sent, need, voices, groups, parts: partNumbers }
    return { title: t('needs.split.heading'), wide: true, private: true, body: <SplitPage {...props} /> }
  },
  async submit(tx, { by, params }, given) {
    const { need = '' } = params
    const filled = partNumbers.filter((n) => given[`sentence${n}`].trim() !== '' || given[`voices${n}`].length > 0)
    const parts = filled.map((n) => ({
      sentence: given[`sentence${n}`],
      voices: given[`voices${n}`],
      ...(given[`group${n}`] ? { group: given[`group${n}`] } : {})
    }))
    const done = await splitNeed(tx, by, need, { parts, why: given.why })
    if (done.ok) return ok({ goTo: `/buurtbehoeften/${need}`, notice: 'need-split' })
    // The rule speaks of a part; on the page it is the first one without a good sentence.
    const { refusal } = done
    if (refusal.field !== 'sentence') return done
    const at = filled.find((n) => [...given[`sentence${n}`].trim()].length < 3 || given[`sentence${n}`].length > 200)
    return { ok: false, refusal: { ...refusal, field: `sentence${at ?? 1}` } }
  }
})

export const trailPages: readonly Page[] = [rewording, merging, splitting]
