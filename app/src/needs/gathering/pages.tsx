/** Putting voices together into a need, adding more of them, taking one out. For members of a residents' group. */
import { channels, ok, refused } from '@buurtmacht/domain'
import { readCursor } from '../../db/index.ts'
import { groupNames } from '../../groups/index.ts'
import { areasOf } from '../../place/index.ts'
import { like } from '../../search/index.ts'
import { voiceById, VoiceQuote, voices, voicesByIds, voicesOfNeed } from '../../voices/index.ts'
import { page, verbShown, withNext, type Page, type Sent, type Visit } from '../../web/index.ts'
import { addVoicesToNeed, areaOfAll, gatherNeed, removeVoiceFromNeed } from '../actions.ts'
import { needById } from '../queries.ts'
import { similarVoices } from '../similar.ts'
import { gatherers, groupsOfPerson, itsGatherers } from '../who.ts'
import { AddPage, CollectPage, NewPage } from './views.tsx'

const idsIn = (text: string | undefined): string[] => (text ?? '').split(',').filter((id) => /^\w{1,40}$/.test(id))
const typedIds = (sent: Sent | undefined): string[] | undefined => sent && [sent.typed['voices'] ?? []].flat()

/** Voices by the words they share with a question, as a filter. */
async function found(visit: Visit, asked: string): Promise<string[] | undefined> {
  if (asked.trim() === '') return undefined
  const hits = await like(visit.read, { text: asked, lang: visit.t.lang, kinds: ['voice', 'kept-voice'], most: 200 })
  return hits.map((one) => one.ref)
}

const collecting = page({
  path: '/inbreng/verzamelen',
  who: gatherers,
  fields: { voices: { kind: 'picks', optional: true } },
  async show(visit, sent) {
    const { read, query } = visit
    const asked = (query['q'] ?? '').slice(0, 200)
    const filter = {
      area: query['gebied'] || undefined,
      channel: channels.find((one) => one === query['kanaal']),
      loose: !('alles' in query),
      ids: await found(visit, asked)
    }
    const list = await voices(read, filter, 'helpers', { after: readCursor(query['na']), limit: 30 })
    const kept = idsIn(query['gekozen'])
    const props = { visit, sent, list, filter, asked, kept, areas: await areasOf(read), ticked: typedIds(sent) ?? kept }
    return { title: visit.t('needs.collect'), wide: true, private: true, body: <CollectPage {...props} /> }
  },
  async submit(_tx, { query, here }, given) {
    const chosen = [...new Set([...idsIn(query['gekozen']), ...given.voices])].slice(0, 200)
    if (query['verder']) {
      const plain = here.replace(/([?&])(verder|gekozen)=[^&]*/g, '$1').replace(/&&+/g, '&')
      const next = withNext({ here: plain }, query['verder'])
      return ok({ goTo: chosen.length === 0 ? next : `${next}&gekozen=${chosen.join(',')}` })
    }
    if (chosen.length === 0) return refused('need-without-voices', { field: 'voices' })
    return ok({ goTo: `/buurtbehoeften/nieuw?zeiden=${chosen.join(',')}` })
  }
})

const beginning = page({
  path: '/buurtbehoeften/nieuw',
  who: gatherers,
  fields: {
    sentence: { kind: 'text', max: 10_000, optional: true },
    voices: { kind: 'picks', optional: true },
    group: { kind: 'pick' },
    area: { kind: 'pick', optional: true }
  },
  async show(visit, sent) {
    const { read, query, by, t } = visit
    const asked = idsIn(query['zeiden'])
    const typed = typedIds(sent)
    const chosen = await voicesByIds(read, [...new Set([...asked, ...(typed ?? [])])], 'helpers')
    const similar = await similarVoices(
      read,
      chosen.map((voice) => voice.text),
      chosen.map((voice) => voice.id)
    )
    const names = await groupNames(read)
    const groups = groupsOfPerson(by.roles).map((id) => ({ value: id as string, label: names.get(id) ?? id }))
    const props = {
      visit,
      sent,
      chosen,
      similar,
      groups,
      areas: await areasOf(read),
      ticked: typed ?? asked,
      usualArea: areaOfAll(chosen) ?? ''
    }
    return { title: t('needs.new'), wide: true, private: true, body: <NewPage {...props} /> }
  },
  async submit(tx, { by }, given) {
    const made = await gatherNeed(tx, by, given)
    return made.ok ? ok({ goTo: `/buurtbehoeften/${made.value.id}`, notice: 'need-gathered' }) : made
  }
})

const adding = page({
  path: '/buurtbehoeften/:need/erbij',
  who: itsGatherers,
  fields: { voices: { kind: 'picks', optional: true } },
  async show(visit, sent) {
    const { read, params, query, t } = visit
    const need = await needById(read, params['need'] ?? '')
    if (!need) return 'not-found'
    const standing = await voicesOfNeed(read, need.id, 'helpers')
    const asked = (query['q'] ?? '').slice(0, 200)
    const texts = asked.trim() === '' ? [need.sentence, ...standing.map((voice) => voice.text)] : [asked]
    const ids = standing.map((voice) => voice.id)
    const similar = await similarVoices(read, texts, ids, 20)
    const props = { visit, sent, need, similar, asked, ticked: typedIds(sent) ?? [] }
    return { title: t('needs.add'), wide: true, private: true, body: <AddPage {...props} /> }
  },
  async submit(tx, { by, params }, given) {
    const { need = '' } = params
    const added = await addVoicesToNeed(tx, by, need, given.voices)
    return added.ok ? ok({ goTo: `/buurtbehoeften/${need}`, notice: 'need-voices-added' }) : added
  }
})

const whyField = { why: { kind: 'long', max: 10_000 } } as const

const removing = page({
  path: '/buurtbehoeften/:need/eruit/:voice',
  who: itsGatherers,
  fields: whyField,
  async show(visit, sent) {
    const { read, params, t } = visit
    const need = await needById(read, params['need'] ?? '')
    const voice = await voiceById(read, params['voice'] ?? '', 'helpers')
    if (!need || !voice) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'needs.remove',
      facts: { sentence: need.sentence },
      back: { href: `/buurtbehoeften/${need.id}`, text: t('needs.back') },
      could: need.state === 'open' ? ok(need) : refused('need-not-open'),
      fields: whyField,
      children: <VoiceQuote visit={visit} voice={voice} />
    })
  },
  async submit(tx, { by, params }, given) {
    const { need = '', voice = '' } = params
    const gone = await removeVoiceFromNeed(tx, by, need, { voice, why: given.why })
    return gone.ok ? ok({ goTo: `/buurtbehoeften/${need}`, notice: 'need-voice-removed' }) : gone
  }
})

export const gatheringPages: readonly Page[] = [collecting, beginning, adding, removing]
