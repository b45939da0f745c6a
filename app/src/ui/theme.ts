// The neighbourhood's own colour, made readable: whatever colour residents choose, words in it keep a contrast of 7:1
// (WCAG 2.2, 1.4.6) on our paper, in light and in dark. Shades are found in OKLCH, so that a green stays that green.

/** The papers and inks of tokens.css that the colour has to stand out from; a test keeps the two files equal. */
export const LIGHT = { paper: '#fbf6ec', card: '#fffdf8', ink: '#221b16' }
export const DARK = { paper: '#191512', card: '#231d19', ink: '#f6eee2' }

/** The least contrast of words with what lies beneath them. */
const WORDS = 7

type Lch = { l: number; c: number; h: number }

export type Shades = { place: string; onPlace: string; placeSoft: string }

/** True for a colour written as `#0b5d57`. */
export const isColour = (colour: string) => /^#[0-9a-f]{6}$/i.test(colour)

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The shades for light and dark. A colour that reads well as it is, is kept as it is. */
export function shades(colour: string): { light: Shades; dark: Shades } {
  if (!isColour(colour)) throw new RangeError(`not a colour like #0b5d57: ${colour}`)
  const { l, c, h } = toLch(colour)
  return {
    light: {
      place: firstReadable(colour, { l, c, h }, -0.005, [LIGHT.paper, LIGHT.card]),
      onPlace: LIGHT.card,
      placeSoft: toHex({ l: 0.93, c: Math.min(c, 0.03), h })
    },
    dark: {
      place: firstReadable('', { l: Math.max(l, 0.77), c: Math.min(c, 0.13), h }, 0.005, [DARK.paper, DARK.card]),
      onPlace: DARK.paper,
      placeSoft: toHex({ l: 0.3, c: Math.min(c, 0.04), h })
    }
  }
}

/** Whether a colour can be used for words as it is, and if not, the nearest that can. */
export function checkColour(colour: string): { ok: boolean; contrast: number; use: string } {
  const use = shades(colour).light.place
  return { ok: use === colour.toLowerCase(), contrast: contrast(colour, LIGHT.paper), use }
}

/** The stylesheet of the neighbourhood's colour, to be loaded after ui.css. On paper (print) it is always the light one. */
export function themeCss({ colour }: { colour: string }): string {
  const { light, dark } = shades(colour)
  return `:root{${properties(light)}}@media screen and (prefers-color-scheme:dark){:root{${properties(dark)}}}\n`
}

const properties = (s: Shades) => `--place:${s.place};--on-place:${s.onPlace};--place-soft:${s.placeSoft}`

function firstReadable(asIs: string, from: Lch, step: number, papers: string[]): string {
  const reads = (hex: string) => papers.every((paper) => contrast(hex, paper) >= WORDS)
  if (asIs !== '' && reads(asIs)) return asIs.toLowerCase()
  for (let l = from.l; l >= 0 && l <= 1; l += step) {
    const hex = toHex({ ...from, l })
    if (reads(hex)) return hex
  }
  return step < 0 ? '#000000' : '#ffffff'
}

const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
const toLinear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const fromLinear = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map(toLinear)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

// Björn Ottosson, "A perceptual color space for image processing" (2020): the matrices of OKLab.
function toLch(hex: string): Lch {
  const [r = 0, g = 0, b = 0] = channels(hex).map(toLinear)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: Math.atan2(bb, a) }
}

function toLinearRgb({ l: light, c, h }: Lch): number[] {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)]
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  ]
}

/** Greys a colour until a screen can show it, then writes it down. */
function toHex(lch: Lch): string {
  let rgb = toLinearRgb(lch)
  for (let c = lch.c; c > 0 && rgb.some((v) => v < -0.0005 || v > 1.0005); c -= 0.004) {
    rgb = toLinearRgb({ ...lch, c: Math.max(0, c - 0.004) })
  }
  const byte = (v: number) => Math.round(fromLinear(Math.min(1, Math.max(0, v))) * 255)
  return '#' + rgb.map((v) => byte(v).toString(16).padStart(2, '0')).join('')
}
