import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, type NeedId, type VoiceId } from './ids.ts'
import { addVoices, gather, merge, removeVoice, reword, split, type Need } from './needs.ts'

const voice = (id: string) => asId<VoiceId>(id)
const need = (id: string) => asId<NeedId>(id)
const [ria, kofi, fatima] = [voice('ria'), voice('kofi'), voice('fatima')]
const open: Need = { state: 'open' }
const merged: Need = { state: 'merged', into: need('lift') }

describe('residents gather voices into a need', () => {
  test('in one plain sentence, each voice once', () => {
    expect(gather(' De lift moet het doen. ', [ria, kofi, ria])).toEqual({
      ok: true,
      value: { sentence: 'De lift moet het doen.', voices: [ria, kofi], need: open }
    })
  })

  test('a need without anybody’s voice does not exist', () => {
    expect(gather('De lift moet het doen.', [])).toMatchObject({ refusal: { code: 'need-without-voices' } })
  })

  test('a sentence is a sentence: not empty, not two letters, not a page', () => {
    expect(gather('', [ria])).toMatchObject({ refusal: { code: 'field-missing', field: 'sentence' } })
    expect(gather('ja', [ria])).toMatchObject({ refusal: { code: 'field-too-short' } })
    expect(gather('x'.repeat(201), [ria])).toMatchObject({ refusal: { code: 'field-too-long' } })
  })

  test('adding the same voice twice has one effect', () => {
    const once = addVoices(open, [ria], [kofi])
    expect(once).toEqual({ ok: true, value: [ria, kofi] })
    expect(once.ok && addVoices(open, once.value, [kofi])).toEqual(once)
  })

  test('a voice leaves a need only with a reason, and never the last one', () => {
    expect(removeVoice(open, [ria, kofi], kofi, 'ging over de fietsenkelder')).toEqual({
      ok: true,
      value: { voices: [ria], why: 'ging over de fietsenkelder' }
    })
    expect(removeVoice(open, [ria, kofi], kofi, ' ')).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(removeVoice(open, [ria], ria, 'dubbel')).toMatchObject({ refusal: { code: 'need-without-voices' } })
    expect(removeVoice(open, [ria], fatima, 'dubbel')).toMatchObject({ refusal: { code: 'voice-not-in-need' } })
  })
})

describe('merging and splitting keep the trail', () => {
  test('a need goes up in another one, and says in which', () => {
    expect(merge({ id: need('a'), need: open }, { id: need('b'), need: open })).toEqual({
      ok: true,
      value: { state: 'merged', into: 'b' }
    })
  })

  test('a need never goes up in itself, nor in one that is gone', () => {
    const a = { id: need('a'), need: open }
    expect(merge(a, a)).toMatchObject({ refusal: { code: 'need-into-itself' } })
    expect(merge(a, { id: need('b'), need: merged })).toMatchObject({ refusal: { code: 'need-not-open' } })
    expect(merge({ id: need('b'), need: merged }, a)).toMatchObject({ refusal: { code: 'need-not-open' } })
  })

  test('nothing is added to, taken from or reworded in a need that is gone', () => {
    expect(addVoices(merged, [ria], [kofi])).toMatchObject({ refusal: { code: 'need-not-open' } })
    expect(removeVoice(merged, [ria, kofi], ria, 'dubbel')).toMatchObject({ refusal: { code: 'need-not-open' } })
    expect(reword(merged, 'Een andere zin')).toMatchObject({ refusal: { code: 'need-not-open' } })
    expect(reword(open, 'Een andere zin')).toEqual({ ok: true, value: 'Een andere zin' })
  })

  test('when a need is split nobody is left behind', () => {
    const parts = [
      { id: need('a'), sentence: 'De lift moet het doen.', voices: [ria] },
      { id: need('b'), sentence: 'Er moet een bankje bij de lift.', voices: [ria, kofi] }
    ]
    expect(split(open, [ria, kofi], parts)).toMatchObject({
      ok: true,
      value: { need: { state: 'split', into: ['a', 'b'] } }
    })
    expect(split(open, [ria, kofi, fatima], parts)).toMatchObject({
      refusal: { code: 'need-split-leaves-voice-out', facts: { left: 1 } }
    })
  })

  test('a split makes at least two needs, out of voices that stood there', () => {
    const part = (id: string, voices: VoiceId[]) => ({ id: need(id), sentence: 'Een zin', voices })
    expect(split(open, [ria], [part('a', [ria])])).toMatchObject({ refusal: { code: 'need-split-in-one' } })
    expect(split(open, [ria], [part('a', [ria]), part('a', [ria])])).toMatchObject({
      refusal: { code: 'need-split-in-one' }
    })
    expect(split(open, [ria], [part('a', [ria]), part('b', [kofi])])).toMatchObject({
      refusal: { code: 'voice-not-in-need' }
    })
    expect(split(open, [ria], [part('a', [ria]), part('b', [])])).toMatchObject({
      refusal: { code: 'need-without-voices' }
    })
  })

  test('after any split that is allowed, every voice can still be found', () => {
    const people = ['1', '2', '3', '4', '5'].map(voice)
    fc.assert(
      fc.property(fc.array(fc.subarray(people, { minLength: 1 }), { minLength: 2, maxLength: 4 }), (sets) => {
        const parts = sets.map((voices, i) => ({ id: need(`n${i}`), sentence: 'Een zin', voices }))
        const done = split(open, people, parts)
        const found = new Set(sets.flat())
        expect(done.ok).toBe(found.size === people.length)
      })
    )
  })
})
