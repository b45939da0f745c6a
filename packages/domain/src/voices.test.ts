import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day } from './day.ts'
import { asId, type PersonId } from './ids.ts'
import { give, mayShow, shows, takeBack, voiceMax, wordsForAll, type Voice, type VoiceTyped } from './voices.ts'

const amma = asId<PersonId>('amma')
const said: VoiceTyped = {
  text: 'De lift is weer stuk.',
  lang: 'nl',
  channel: 'online',
  show: 'full',
  tellBack: { how: 'code' },
  by: 'anyone'
}
const refusalOf = (typed: Partial<VoiceTyped>) => {
  const given = give({ ...said, ...typed })
  return given.ok ? undefined : given.refusal
}

describe('anyone can be heard', () => {
  test('without a name, an address or an account', () => {
    expect(give(said)).toEqual({ ok: true, value: { ...said, onBehalf: false } })
  })

  test('in one word, or with only a picture', () => {
    for (const text of ['Lawaai', '🥶', '?']) expect(refusalOf({ text })).toBeUndefined()
  })

  test('in any language and script, to the last character', () => {
    for (const text of ['الكهرباء مقطوعة', 'Mepɛ sɛ mehunu wo', 'मेरी आवाज़'])
      expect(give({ ...said, text })).toMatchObject({ ok: true, value: { text } })
  })

  test('but not without saying anything', () => {
    for (const text of [undefined, '', ' \n ', '\u200b\u200b', '\u0000'])
      expect(refusalOf({ text })).toEqual({ code: 'voice-empty', field: 'text' })
  })

  test('a helper says it for a neighbour at the door, and that is marked', () => {
    const given = give({ ...said, channel: 'door', onBehalf: true, by: amma })
    expect(given).toMatchObject({ ok: true, value: { channel: 'door', onBehalf: true, by: amma } })
  })

  test('speaking for somebody else needs a helper whose name is known', () => {
    expect(refusalOf({ onBehalf: true })).toMatchObject({ code: 'on-behalf-needs-helper' })
  })

  test('nobody can pretend from home that something was said at a meeting', () => {
    expect(refusalOf({ channel: 'meeting' })).toMatchObject({ code: 'channel-needs-helper' })
  })

  test('choices that do not exist are refused', () => {
    expect(refusalOf({ channel: 'fax' })).toEqual({ code: 'field-not-a-choice', field: 'channel' })
    expect(refusalOf({ show: 'everybody' })).toEqual({ code: 'field-not-a-choice', field: 'show' })
    expect(refusalOf({ show: undefined })).toEqual({ code: 'field-missing', field: 'show' })
    expect(refusalOf({ lang: 'nl"><b>' })).toEqual({ code: 'field-not-a-choice', field: 'lang' })
    expect(refusalOf({ tellBack: { how: 'duif' } })).toEqual({ code: 'field-not-a-choice', field: 'how' })
  })

  test('what looks like a language but names none is refused, since no page could say its name', () => {
    for (const lang of ['nl-a', 'abcd', 'nl-12', 'aa-bb-cc', 'nl-u-nu-latn', '', 'n'])
      expect([lang, refusalOf({ lang })]).toEqual([lang, { code: 'field-not-a-choice', field: 'lang' }])
    for (const lang of ['nl', 'srn', 'pap', 'zh-Hant', 'pt-BR', 'es-419', 'zh-Hant-TW', 'und', 'NL'])
      expect([lang, refusalOf({ lang })]).toEqual([lang, undefined])
  })
})

describe('people’s words are sacred', () => {
  test('nothing changes but line ends, what no database can keep, and white space around', () => {
    expect(give({ ...said, text: '  Eerst dit.\r\n\r\nDan  DAT!\u0000 é\n' })).toMatchObject({
      value: { text: 'Eerst dit.\n\nDan  DAT! é' }
    })
    expect(give({ ...said, text: 'e\u0301' })).toMatchObject({ value: { text: 'e\u0301' } })
    expect(give({ ...said, text: 'half \ud83d' })).toMatchObject({ value: { text: 'half \ufffd' } })
  })

  test('words that are kept once are kept the same when they are read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = give({ ...said, text })
        if (!once.ok) return
        expect(give({ ...said, text: once.value.text })).toEqual(once)
        expect(once.value.text.isWellFormed()).toBe(true)
      })
    )
  })

  test('ten thousand characters fit, also when each takes four bytes; one more does not', () => {
    expect(refusalOf({ text: '🏠'.repeat(voiceMax) })).toBeUndefined()
    expect(refusalOf({ text: 'a'.repeat(voiceMax + 1) })).toEqual({
      code: 'voice-too-long',
      field: 'text',
      facts: { length: voiceMax + 1, max: voiceMax }
    })
  })

  test('the giver takes them back: the words and the address go, once', () => {
    const given = give({ ...said, tellBack: { how: 'email', to: 'ria@example.nl' } })
    if (!given.ok) throw new Error(given.refusal.code)
    const voice: Voice = { state: 'given', ...given.value }
    const gone = takeBack(voice, '2026-11-24' as Day)
    expect(gone).toEqual({ ok: true, value: { state: 'takenBack', takenBackOn: '2026-11-24' } })
    expect(gone.ok && takeBack(gone.value, '2026-11-25' as Day)).toMatchObject({
      refusal: { code: 'voice-taken-back' }
    })
  })

  test('others read the words, only a number, or nothing, as the giver said', () => {
    expect(mayShow('full')).toBe('words')
    expect(mayShow('summary')).toBe('counted')
    expect(mayShow('none')).toBe('nothing')
    expect(shows.filter((show) => mayShow(show) === 'words')).toEqual([wordsForAll])
  })
})

describe('how to tell back', () => {
  const refusalFor = (how: string, to?: string) => refusalOf({ tellBack: { how, to } })

  test('by mail, phone, letter or person needs to know where', () => {
    for (const how of ['email', 'phone', 'letter', 'person'])
      expect(refusalFor(how, ' ')).toEqual({ code: 'contact-missing', field: 'to' })
  })

  test('with the code or not at all needs nothing, and keeps nothing', () => {
    expect(give({ ...said, tellBack: { how: 'not', to: 'ria@example.nl' } })).toMatchObject({
      value: { tellBack: { how: 'not' } }
    })
    const given = give({ ...said, tellBack: { how: 'code', to: 'ria@example.nl' } })
    expect(given.ok && given.value.tellBack).toEqual({ how: 'code' })
  })

  test('a mail address is one address and can smuggle in no second', () => {
    for (const to of [
      'ria',
      'ria@',
      'ria@home',
      'a@b.nl, c@d.nl',
      'a@b.nl\nBcc: c@d.nl',
      'Ria <ria@example.nl>',
      'a..b@c.nl'
    ])
      expect(refusalFor('email', to)).toEqual({ code: 'contact-not-an-email', field: 'to' })
    expect(give({ ...said, tellBack: { how: 'email', to: ' Ria.van-Dijk+buurt@Example.NL ' } })).toMatchObject({
      value: { tellBack: { how: 'email', to: 'Ria.van-Dijk+buurt@example.nl' } }
    })
  })

  test('a telephone number may have words with it', () => {
    expect(refusalFor('phone', '020 555 01 23, na zessen, vraag naar Ria')).toBeUndefined()
    expect(refusalFor('phone', 'bel maar')).toEqual({ code: 'contact-not-a-phone', field: 'to' })
  })

  test('an address of a page long is too long', () => {
    expect(refusalFor('letter', 'x'.repeat(301))).toMatchObject({ code: 'contact-too-long', facts: { max: 300 } })
  })
})
