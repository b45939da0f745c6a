import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkColour, contrast, DARK, LIGHT, shades, themeCss } from './theme.ts'

const channel = fc.integer({ min: 0, max: 255 }).map((n) => n.toString(16).padStart(2, '0'))
const colours = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join('')}`)

describe('the colour of the place', () => {
  it('reads at 7:1 on paper and cards, by day and in the dark, whatever residents choose', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { light, dark } = shades(colour)
        for (const paper of [LIGHT.paper, LIGHT.card]) expect(contrast(light.place, paper)).toBeGreaterThanOrEqual(7)
        for (const paper of [DARK.paper, DARK.card]) expect(contrast(dark.place, paper)).toBeGreaterThanOrEqual(7)
      }),
      { numRuns: 2000 }
    )
  })

  it('carries words on itself and beneath itself at 7:1, and stands out as a control at 3:1', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { light, dark } = shades(colour)
        expect(contrast(light.onPlace, light.place)).toBeGreaterThanOrEqual(7)
        expect(contrast(dark.onPlace, dark.place)).toBeGreaterThanOrEqual(7)
        expect(contrast(LIGHT.ink, light.placeSoft)).toBeGreaterThanOrEqual(7)
        expect(contrast(DARK.ink, dark.placeSoft)).toBeGreaterThanOrEqual(7)
        expect(contrast(light.place, light.placeSoft)).toBeGreaterThanOrEqual(3)
        expect(contrast(dark.place, dark.placeSoft)).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 2000 }
    )
  })

  it('is kept as it is when it reads well', () => {
    expect(checkColour('#0B5D57')).toMatchObject({ ok: true, use: '#0b5d57' })
    expect(shades('#7a1f3d').light.place).toBe('#7a1f3d')
  })

  it('is made darker when it does not, and says so', () => {
    const found = checkColour('#f2b134')
    expect(found.ok).toBe(false)
    expect(found.contrast).toBeLessThan(7)
    expect(checkColour(found.use).ok).toBe(true)
  })

  it('refuses what is not a colour, so that nothing else gets into the stylesheet', () => {
    for (const wrong of ['red', '#fff', '#0b5d57;}body{display:none', '', '#0b5d5g']) {
      expect(() => themeCss({ colour: wrong })).toThrow(RangeError)
    }
  })

  it('is written for light and dark, and stays light on paper', () => {
    expect(themeCss({ colour: '#0b5d57' })).toMatch(
      /^:root\{--place:#0b5d57;--on-place:#[0-9a-f]{6};--place-soft:#[0-9a-f]{6}\}@media screen and \(prefers-color-scheme:dark\)\{:root\{.*\}\}\n$/
    )
  })
})

describe('the colours that are always there', () => {
  const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
  const [day = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
  const token = (part: string, name: string) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(part)?.[1]
    if (found === undefined) throw new Error(`tokens.css has no --${name}`)
    return found
  }

  it('are the papers and inks the colour of the place is measured on', () => {
    for (const name of ['paper', 'card', 'ink'] as const) {
      expect(token(day, name)).toBe(LIGHT[name])
      expect(token(dark, name)).toBe(DARK[name])
    }
  })

  it.each([
    ['by day', day],
    ['in the dark', dark]
  ])('read well %s', (_, part) => {
    const on = (words: string, paper: string) => contrast(token(part, words), token(part, paper))
    for (const paper of ['paper', 'card']) {
      for (const words of ['ink', 'soft', 'late', 'good', 'wait', 'place']) {
        expect(on(words, paper), `${words} on ${paper}`).toBeGreaterThanOrEqual(7)
      }
      expect(on('edge', paper), `edge on ${paper}`).toBeGreaterThanOrEqual(3)
    }
    for (const kind of ['late', 'good', 'wait']) expect(on(kind, `${kind}-soft`), kind).toBeGreaterThanOrEqual(7)
  })
})
