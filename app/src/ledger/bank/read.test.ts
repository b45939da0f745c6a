import { describe, expect, it } from 'vitest'
import { camt, ingList, ours, raboList } from './fixtures.ts'
import { readStatement } from './read.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string | Uint8Array) => readStatement(typeof text === 'string' ? bytes(text) : text)
const code = (text: string | Uint8Array) => {
  const found = read(text)
  return found.ok ? 'read' : found.refusal.code
}
const lines = [
  { on: '2026-03-02', name: 'Verfhuis & Zoon', amount: '-1.184,40', text: 'Bon 12', iban: 'NL00TESTVERF' },
  { on: '2026-03-03', name: 'Gemeente Café', amount: '4.000,00', text: 'Subsidie' }
]
const dotless = lines.map((line) => ({ ...line, amount: line.amount.replace('.', '') }))

describe.each([
  ['ing', ingList(lines)],
  ['rabobank', raboList(lines)],
  ['camt', camt(dotless)]
])('a file of the bank (%s)', (format, text) => {
  it('is read with its days, amounts, names and words', () => {
    const found = read(text)
    expect(found).toMatchObject({
      ok: true,
      value: {
        format,
        iban: ours,
        lines: [
          { on: '2026-03-02', amount: -118_440, name: 'Verfhuis & Zoon', iban: 'NL00TESTVERF', text: 'Bon 12' },
          { on: '2026-03-03', amount: 400_000, name: 'Gemeente Café', text: 'Subsidie' }
        ]
      }
    })
  })

  it('is read the same with a mark before it, in UTF-16, and in the old code page of Windows', () => {
    const same = read(text)
    expect(read(`\ufeff${text}`)).toEqual(same)
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(read(wide)).toEqual(same)
    expect(read(Buffer.from(text.replace(' encoding="UTF-8"', ''), 'latin1'))).toEqual(same)
  })
})

describe('an amount that could mean two things', () => {
  it.each([
    ['ing', ingList([{ on: '2026-03-02', name: 'X', amount: '-81,499' }])],
    ['rabobank', raboList([{ on: '2026-03-02', name: 'X', amount: '-81,499' }])],
    ['camt', camt([{ on: '2026-03-02', name: 'X', amount: '-81,499' }])]
  ])('stays unread (%s)', (_format, text) => {
    const found = read(text)
    if (!found.ok) throw new Error(found.refusal.code)
    expect(found.value.lines[0]!.amount).toBeUndefined()
    expect(found.value.lines[0]!.written).toContain('499')
  })
})

describe('what is refused', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Document>&b;</Document>`
  it.each([
    ['a document that declares entities', bomb, 'bank-file-broken'],
    [
      'one that hides it behind a comment',
      `<!-- x --><!doctype y SYSTEM "file:///etc/passwd"><Document/>`,
      'bank-file-broken'
    ],
    ['XML that is nested without end', '<a>'.repeat(5_000), 'bank-file-broken'],
    ['XML that stops halfway', camt(dotless).slice(0, 700), 'bank-file-broken'],
    ['another kind of XML', '<Document><Other>1</Other></Document>', 'bank-file-unknown'],
    ['another list', 'naam,bedrag\nX,1', 'bank-file-unknown'],
    ['a list without a line', ingList([]), 'bank-file-broken'],
    ['a list with a day that is none', ingList([{ on: '2026-02-30', name: 'X', amount: '1,00' }]), 'bank-file-broken'],
    ['dollars', camt(dotless).replace('Ccy="EUR"', 'Ccy="USD"'), 'bank-file-other-money'],
    [
      'two accounts in one file',
      `${ingList(lines)}\r\n${ingList(lines, 'NL00TESTANDER').split('\r\n')[1]}`,
      'bank-file-broken'
    ]
  ])('%s', (_what, text, refusal) => expect(code(text)).toBe(refusal))

  it('a picture, and a file that is too large', () => {
    expect(code(new Uint8Array([0xff, 0xd8, 0xff, 0, 1]))).toBe('bank-file-broken')
    expect(code(new Uint8Array(2 * 1024 * 1024 + 1))).toBe('bank-file-too-large')
  })

  it('names in the file never reach the program’s own things', () => {
    const text = camt(dotless).replace('<NtryRef>1</NtryRef>', '<__proto__><polluted>1</polluted></__proto__>')
    code(text)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('what is only expected is no line yet', () => {
    const found = read(camt(dotless).replace('<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>'))
    expect(found.ok && found.value.lines).toHaveLength(1)
  })
})
