import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEmail } from './email.ts'

test('an ordinary address is read, its domain in small letters', () => {
  expect(readEmail(' ria.van-dijk+buurt@Example.NL ')).toBe('ria.van-dijk+buurt@example.nl')
  expect(readEmail("o'brien@mail.example.org")).toBe("o'brien@mail.example.org")
  expect(readEmail('info@café.example')).toBe('info@café.example')
})

test.each([
  ['', 'nothing'],
  ['ria', 'no place'],
  ['ria@home', 'no domain'],
  ['@example.nl', 'nobody'],
  ['a@b@example.nl', 'two places'],
  ['ria,amma@example.nl', 'two people'],
  ['ria;amma@example.nl', 'two people'],
  ['ria@example.nl, amma@example.nl', 'two addresses'],
  ['ria@example.nl\nBcc: amma@example.nl', 'a second header'],
  ['ria\r@example.nl', 'a line break'],
  ['ria\u0000@example.nl', 'a NUL'],
  ['Ria <ria@example.nl>', 'a name before it'],
  ['"ria dijk"@example.nl', 'a quoted part'],
  ['.ria@example.nl', 'a dot in front'],
  ['ria.@example.nl', 'a dot behind'],
  ['ri..a@example.nl', 'two dots'],
  ['ria@-example.nl', 'a hyphen in front'],
  ['ria@example-.nl', 'a hyphen behind'],
  [`${'r'.repeat(65)}@example.nl`, 'a name too long'],
  [`ria@${'e'.repeat(64)}.nl`, 'a label too long'],
  [`ria@${'example.'.repeat(32)}nl`, 'too long in all']
])('%j is no address: %s', (typed) => {
  expect(readEmail(typed)).toBeUndefined()
})

test('whatever is typed, what passes fits on one line for one receiver', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (typed) => {
      const email = readEmail(typed)
      if (email === undefined) return
      expect(email).toMatch(/^[^\s,;<>"]+@[^\s,;<>"@]+$/)
      expect(readEmail(email)).toBe(email)
    })
  )
})
