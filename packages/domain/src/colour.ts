// The neighbourhood chooses its own colour; everybody must be able to read what is written in it.
import { ok, refused, type Decision } from './decision.ts'

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** '#abc' or '#AABBCC' as '#aabbcc', or undefined. */
export function readHex(raw: string): string | undefined {
  const hex = raw.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(hex)) return hex
  return /^#[0-9a-f]{3}$/.test(hex) ? `#${[...hex.slice(1)].map((part) => part + part).join('')}` : undefined
}

/** Contrast ratio of two colours '#rrggbb', 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
export function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(a), luminance(b)]
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05)
}

export const textContrast = 7
export const controlContrast = 3

/** `letters`: which of the two to write with on the place's colour. */
export type PlaceColour = { hex: string; letters: 'paper' | 'ink' }

/**
 * Whether letters on this colour reach 7 : 1 (WCAG 2.2, 1.4.6) in the better of paper and ink, and buttons and lines in
 * this colour stand out from the paper by 3 : 1 (1.4.11). Refusals: `colour-not-a-colour`, `colour-contrast-too-low`
 * (facts: ratio, rounded down to hundredths, and needed).
 */
export function checkPlaceColour(raw: string, on: { paper: string; ink: string }): Decision<PlaceColour> {
  const hex = readHex(raw)
  if (hex === undefined) return refused('colour-not-a-colour', { field: 'colour' })
  const [paper, ink] = [contrast(hex, on.paper), contrast(hex, on.ink)]
  const tooLow = (ratio: number, needed: number) =>
    refused('colour-contrast-too-low', { field: 'colour', facts: { ratio: Math.floor(ratio * 100) / 100, needed } })
  if (paper < controlContrast) return tooLow(paper, controlContrast)
  if (Math.max(paper, ink) < textContrast) return tooLow(Math.max(paper, ink), textContrast)
  return ok({ hex, letters: paper >= ink ? 'paper' : 'ink' })
}
