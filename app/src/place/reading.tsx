/** What is asked of a neighbourhood when it is set up and when it changes: its name, town, colour, languages and areas. */
import { checkPlaceColour, ok, readHex, readText, refused, type Decision } from '@buurtmacht/domain'
import { DARK, LIGHT } from '../ui/index.ts'
import type { Option } from '../web/index.ts'
import { languages, type Words } from '../words/index.ts'
import { markNames, markOf } from './marks.ts'

/** Colours that read well, to begin with. Each is tried by a test. */
export const exampleColours = {
  sea: '#0b5d57',
  brick: '#8a2f1b',
  plum: '#6a2c70',
  sky: '#1b4f8a',
  leaf: '#2d5a1e',
  night: '#2f3a56'
} as const

export const placeFields = {
  name: { kind: 'text', max: 60 },
  town: { kind: 'text', max: 60, autocomplete: 'address-level2' },
  colour: { kind: 'pick' },
  ownColour: { kind: 'text', max: 20, optional: true },
  mark: { kind: 'pick' },
  languages: { kind: 'picks' }
} as const

export function placeOptions(t: Words): Record<string, Option[]> {
  const colours = Object.entries(exampleColours).map(([key, hex]) => ({
    value: hex,
    label: t.find(`place.colour.${key}`) ?? hex,
    picture: <Swatch colour={hex} />
  }))
  return {
    colour: [...colours, { value: 'own', label: t('place.colour.own') }],
    mark: markNames.map((mark) => ({
      value: mark,
      label: t.find(`place.mark.${mark}`) ?? mark,
      picture: (
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d={markOf(mark).d} />
        </svg>
      )
    })),
    languages: languages.map((lang) => ({ value: lang, label: t.find(`language.${lang}`) ?? lang, lang }))
  }
}

const Swatch = ({ colour }: { colour: string }) => (
  <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
    <circle cx="12" cy="12" r="11" fill={colour} />
  </svg>
)

export interface PlaceTyped {
  name: string
  town: string
  colour: string
  ownColour: string
  languages: string[]
}

/** Refusals: `field-…`, `colour-not-a-colour`, `colour-contrast-too-low`. */
export function readPlace(typed: PlaceTyped): Decision<Omit<PlaceTyped, 'ownColour'>> {
  const name = readText('name', typed.name, { min: 2, max: 60 })
  if (!name.ok) return name
  const town = readText('town', typed.town, { min: 2, max: 60 })
  if (!town.ok) return town
  const own = typed.colour === 'own'
  if (own && typed.ownColour === '') return refused('field-missing', { field: 'ownColour' })
  const colour = checkPlaceColour(own ? typed.ownColour : typed.colour, { paper: LIGHT.paper, ink: DARK.paper })
  if (!colour.ok) return { ok: false, refusal: { ...colour.refusal, field: own ? 'ownColour' : 'colour' } }
  const known = typed.languages.every((lang) => languages.includes(lang))
  if (!known) return refused('field-not-a-choice', { field: 'languages' })
  return ok({ name: name.value, town: town.value, colour: colour.value.hex, languages: typed.languages })
}

/** What stands in the two colour fields for a colour that was chosen before. */
export function colourTyped(colour: string): { colour: string; ownColour: string } {
  const example = Object.values(exampleColours).some((one) => one === readHex(colour))
  return example ? { colour, ownColour: '' } : { colour: 'own', ownColour: colour }
}

export const areaNameMax = 80

/** One area per line; empty lines and doubles fall away. Refusals: `field-too-long` (field areas). */
export function readAreaNames(typed: string): Decision<string[]> {
  const names = new Map<string, string>()
  for (const line of typed.split('\n')) {
    if (line.trim() === '') continue
    const name = readText('areas', line, { max: areaNameMax })
    if (!name.ok) return name
    if (!names.has(name.value.toLowerCase())) names.set(name.value.toLowerCase(), name.value)
  }
  return ok([...names.values()])
}
