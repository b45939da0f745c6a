import { beforeAll, expect, it } from 'vitest'
import type { Decision } from '@buurtmacht/domain'
import { onEveryEngine } from '../../test/kit.ts'
import { neighbours, type Neighbours, type Who } from '../../test/neighbours.ts'
import type { Tx } from '../db/index.ts'
import { entriesAbout } from '../journal/index.ts'
import { like } from '../search/index.ts'
import { giveVoice, takeVoiceBack, voicesOfNeed } from '../voices/index.ts'
import type { By } from '../web/index.ts'
import {
  addVoicesToNeed,
  gatherNeed,
  mergeNeeds,
  needById,
  needs,
  removeVoiceFromNeed,
  rewordNeed,
  sayMeToo,
  splitNeed
} from './index.ts'

onEveryEngine('gathering what people said', (place) => {
  let here: Neighbours
  beforeAll(async () => {
    here = await neighbours(place)
  })
  const keyed = (purpose: string, text: string) => `${purpose}:${text}`
  const does = <T>(who: Who, change: (tx: Tx, by: By) => Promise<Decision<T>>) =>
    place().store.change((tx) => change(tx, here.by(who)))
  const code = (decision: Decision<unknown>) => (decision.ok ? 'ok' : decision.refusal.code)
  function sure<T>(decision: Decision<T>): T {
    if (!decision.ok) throw new Error(decision.refusal.code)
    return decision.value
  }

  const said = async (text: string, show: 'full' | 'summary' | 'none' = 'full', how = 'code') =>
    sure(
      await place().store.change((tx) =>
        giveVoice(tx, place().by(), keyed, {
          text,
          lang: 'nl',
          channel: 'online',
          area: here.areas.kruidenhof,
          show,
          tellBack: { how },
          by: 'anyone'
        })
      )
    )
  const need = async (sentence: string, voices: string[], who: Who = 'rudi', group = 'committee') =>
    sure(await does(who, (tx, by) => gatherNeed(tx, by, { group, sentence, voices }))).id
  const standing = async (id: string) =>
    (await voicesOfNeed(place().store.read, id, 'helpers')).map((voice) => voice.text).toSorted()
  const record = async (id: string) =>
    (await entriesAbout(place().store.read, 'need', id)).map(
      (entry) => JSON.parse(entry.entry) as { kind: string; facts: Record<string, unknown> }
    )

  it('is done by members of a group, in one sentence, with the area they all speak of', async () => {
    const [one, two] = [await said('De lamp is stuk.'), await said('Ik val in het donker.', 'summary')]
    const id = await need('Er moet licht in de gangen.', [one.id, two.id, one.id])
    const seen = await needById(place().store.read, id)
    expect(seen).toMatchObject({
      sentence: 'Er moet licht in de gangen.',
      group: { id: 'committee', name: 'Bewonerscommissie Kruidenhof' },
      area: { name: 'Kruidenhof' },
      voices: 2,
      meToo: 0,
      state: 'open'
    })
    expect((await record(id))[0]).toMatchObject({ kind: 'need-gathered', facts: { howMany: 2 } })
  })

  it('is not open to an institution, an administrator, another group or nobody, whatever they try', async () => {
    const voice = (await said('Iets.')).id
    const id = await need('Iets wat de buurt wil.', [voice])
    const other = await need('Iets anders wat de buurt wil.', [voice])
    for (const who of ['kees', 'anna', 'sam'] as const) {
      const tries: ((tx: Tx, by: By) => Promise<Decision<unknown>>)[] = [
        (tx, by) => gatherNeed(tx, by, { group: 'committee', sentence: 'Van ons.', voices: [voice] }),
        (tx, by) => addVoicesToNeed(tx, by, id, [voice]),
        (tx, by) => removeVoiceFromNeed(tx, by, id, { voice, why: 'zomaar' }),
        (tx, by) => rewordNeed(tx, by, id, { sentence: 'Anders.', version: 1 }),
        (tx, by) => mergeNeeds(tx, by, id, { into: other, why: 'zomaar' }),
        (tx, by) =>
          splitNeed(tx, by, id, {
            why: 'zomaar',
            parts: [
              { sentence: 'Eén.', voices: [voice] },
              { sentence: 'Twee.', voices: [voice] }
            ]
          })
      ]
      for (const attempt of tries) expect(code(await does(who, attempt))).toBe('not-allowed')
    }
    expect(await needById(place().store.read, id)).toMatchObject({
      sentence: 'Iets wat de buurt wil.',
      state: 'open',
      version: 1
    })
  })

  it('lets a voice stand in several needs, come and go with a reason, and never leaves a need without people', async () => {
    const [one, two] = [await said('Bankje bij de vijver.'), await said('Waar kan ik zitten?')]
    const id = await need('Er moeten bankjes komen.', [one.id])
    await need('De vijver moet mooier.', [one.id])
    expect(sure(await does('bep', (tx, by) => addVoicesToNeed(tx, by, id, [one.id, two.id])))).toEqual({ added: 1 })
    expect(sure(await does('bep', (tx, by) => addVoicesToNeed(tx, by, id, [two.id])))).toEqual({ added: 0 })
    const out = (voice: string, why: string) => does('bep', (tx, by) => removeVoiceFromNeed(tx, by, id, { voice, why }))
    expect(code(await out(two.id, ' '))).toBe('reason-missing')
    expect(code(await out(two.id, 'Gaat over een stoel thuis.'))).toBe('ok')
    expect(code(await out(two.id, 'Nog een keer.'))).toBe('voice-not-in-need')
    expect(code(await out(one.id, 'Ook weg.'))).toBe('need-without-voices')
    expect(await standing(id)).toEqual(['Bankje bij de vijver.'])
    sure(await does('bep', (tx, by) => addVoicesToNeed(tx, by, id, [two.id])))
    expect(await standing(id)).toHaveLength(2)
  })

  it('tells the second of two people who reword at once that it changed, and changes nothing of the first', async () => {
    const id = await need('De lift moet het doen.', [(await said('Lift stuk.')).id])
    const words = (who: Who, sentence: string) =>
      does(who, (tx, by) => rewordNeed(tx, by, id, { sentence, version: 1 }))
    const both = await Promise.all([
      words('rudi', 'De lift moet altijd werken.'),
      words('bep', 'Wij willen een nieuwe lift.')
    ])
    expect(both.map(code).toSorted()).toEqual(['changed-meanwhile', 'ok'])
    const now = await needById(place().store.read, id)
    expect(now?.sentence).toBe(both[0].ok ? 'De lift moet altijd werken.' : 'Wij willen een nieuwe lift.')
    const found = await like(place().store.read, { text: 'liften', lang: 'nl', kinds: ['need'], most: 5 })
    expect(found.map((one) => one.ref)).toContain(id)
  })

  it('merges with all voices and everybody who said "ik ook", and shows the trail', async () => {
    const [one, two] = [await said('Te weinig licht bij de metro.'), await said('Donker onder het spoor.', 'none')]
    const from = await need('Onder de metro moet licht komen.', [one.id, two.id])
    const into = await need('Buiten moet het licht zijn.', [one.id])
    for (const giver of ['a', 'b']) await does('rudi', (tx, by) => sayMeToo(tx, by, from, giver))
    await does('rudi', (tx, by) => sayMeToo(tx, by, into, 'b'))
    const why = 'Het is hetzelfde.'
    expect(code(await does('rudi', (tx, by) => mergeNeeds(tx, by, from, { into: from, why })))).toBe('need-into-itself')
    expect(code(await does('rudi', (tx, by) => mergeNeeds(tx, by, from, { into, why: '' })))).toBe('reason-missing')
    const both = await Promise.all(
      (['rudi', 'bep'] as const).map((who) => does(who, (tx, by) => mergeNeeds(tx, by, from, { into, why })))
    )
    expect(both.map(code).toSorted()).toEqual(['need-not-open', 'ok'])
    expect(await needById(place().store.read, from)).toMatchObject({ state: 'merged', into: [into] })
    expect(await needById(place().store.read, into)).toMatchObject({ voices: 2, meToo: 2 })
    expect((await record(from)).at(-1)).toMatchObject({ kind: 'need-merged', facts: { into: [into], why } })
    const took = (await record(into)).find((entry) => entry.kind === 'need-took-in')
    expect(took?.facts).toMatchObject({ from, howMany: 2, voices: [one.id] })
    expect(
      code(await does('bep', (tx, by) => rewordNeed(tx, by, from, { sentence: 'Toch anders.', version: 2 })))
    ).toBe('need-not-open')
  })

  it('lets the need of another group take one in only when its own lead, or somebody of both groups, says so', async () => {
    const voice = (await said('Voetbalveld.')).id
    const theirs = await need('Een veld om te voetballen.', [voice], 'sam', 'youth')
    const [a, b, c] = [
      await need('Een plek voor jongeren.', [voice]),
      await need('Meer sport.', [voice]),
      await need('Buiten spelen.', [voice])
    ]
    const goesUp = (who: Who, from: string) =>
      does(who, (tx, by) => mergeNeeds(tx, by, from, { into: theirs, why: 'Samen sterker.' }))
    expect(code(await goesUp('rudi', a))).toBe('not-allowed')
    expect(code(await goesUp('sam', a))).toBe('not-allowed')
    expect(code(await goesUp('bep', b))).toBe('ok')
    expect(code(await goesUp('noor', c))).toBe('ok')
  })

  it('splits so that every voice finds a place', async () => {
    const voices = [
      await said('Bakken te vol.'),
      await said('Ratten bij de bakken.'),
      await said('Overal ratten.')
    ].map((v) => v.id)
    const [full, both, rats] = voices as [string, string, string]
    const id = await need('De straat moet schoon.', voices)
    const into = (parts: { sentence: string; voices: string[] }[]) =>
      does('rudi', (tx, by) => splitNeed(tx, by, id, { parts, why: 'Het zijn twee dingen.' }))
    expect(code(await into([{ sentence: 'Meer bakken.', voices: [full] }]))).toBe('need-split-in-one')
    const left = await into([
      { sentence: 'Meer bakken.', voices: [full] },
      { sentence: 'Geen ratten.', voices: [both] }
    ])
    expect(left).toMatchObject({ refusal: { code: 'need-split-leaves-voice-out', facts: { left: 1 } } })
    const done = sure(
      await into([
        { sentence: 'Meer bakken.', voices: [full, both] },
        { sentence: 'Geen ratten.', voices: [both, rats] }
      ])
    )
    expect(await needById(place().store.read, id)).toMatchObject({ state: 'split', into: done.into })
    expect(await standing(done.into[0]!)).toEqual(['Bakken te vol.', 'Ratten bij de bakken.'])
    expect(await standing(done.into[1]!)).toEqual(['Overal ratten.', 'Ratten bij de bakken.'])
    expect((await record(done.into[0]!))[0]).toMatchObject({ kind: 'need-gathered', facts: { from: id } })
  })

  it('counts "ik ook" once however often it is said, and never takes it away', async () => {
    const id = await need('Een bus in de avond.', [(await said('De bus komt niet meer.')).id])
    for (let n = 0; n < 3; n++) await does('rudi', (tx, by) => sayMeToo(tx, by, id, 'same'))
    await does('rudi', (tx, by) => sayMeToo(tx, by, id, 'other'))
    expect((await needById(place().store.read, id))?.meToo).toBe(2)
    const entry = (await record(id)).filter((one) => one.kind === 'need-me-too')
    expect(entry).toHaveLength(2)
    expect(JSON.stringify(entry)).not.toContain('rudi')
  })

  it('forgets words that are taken back everywhere, but not that there was a voice', async () => {
    const [gone, stays] = [
      await said('Zwervend woord zebraparkeerplaats.', 'full', 'code'),
      await said('Een zebrapad.')
    ]
    const id = await need('Veilig oversteken.', [gone.id, stays.id])
    sure(await place().store.change((tx) => takeVoiceBack(tx, place().by(), keyed, gone.code.toLowerCase())))
    expect(code(await place().store.change((tx) => takeVoiceBack(tx, place().by(), keyed, gone.code)))).toBe(
      'voice-taken-back'
    )
    expect(await standing(id)).toEqual(['Een zebrapad.'])
    expect((await needById(place().store.read, id))?.voices).toBe(1)
    expect(
      await like(place().store.read, {
        text: 'zebraparkeerplaats',
        lang: 'nl',
        kinds: ['voice', 'kept-voice'],
        most: 5
      })
    ).toEqual([])
    const rows = await place()
      .store.read.selectFrom('voice')
      .selectAll()
      .where('id', '=', gone.id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(rows)).not.toContain('zebraparkeerplaats')
    const kinds = (await entriesAbout(place().store.read, 'voice', gone.id)).map((entry) => entry.kind)
    expect(kinds).toEqual(['voice-given', 'voice-taken-back'])
    expect(
      code(
        await does('rudi', (tx, by) =>
          gatherNeed(tx, by, { group: 'committee', sentence: 'Te laat.', voices: [gone.id] })
        )
      )
    ).toBe('voice-taken-back')
  })

  it('lists open needs newest first, by area, group and without a goal, a page at a time', async () => {
    const { read } = place().store
    const all = await needs(read, {}, { limit: 100 })
    expect(all.items.every((one) => one.state === 'open')).toBe(true)
    const first = await needs(read, { group: 'committee' }, { limit: 2 })
    const [at = '', id = ''] = (first.next ?? '').split('~')
    const second = await needs(read, { group: 'committee' }, { limit: 2, after: { at, id } })
    expect(new Set([...first.items, ...second.items].map((one) => one.id)).size).toBe(4)
    expect((await needs(read, { area: here.areas.lindehof }, { limit: 5 })).items).toEqual([])
    expect((await needs(read, { withoutGoal: true }, { limit: 100 })).items).toHaveLength(all.items.length)
  })
})
