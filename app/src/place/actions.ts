import { checkPlaceColour, ok, refused, type Decision } from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { record, type Subject } from '../journal/index.ts'
import { DARK, LIGHT, type MapLandmark } from '../ui/index.ts'
import { newId, type By } from '../web/index.ts'
import type { MarkName } from './marks.ts'
import { addArea, addNeighbourhood, areasOf, neighbourhood } from './queries.ts'

export interface Settling {
  name: string
  town: string
  colour: string
  languages: string[]
  areas: { name: string; outline?: string }[]
  mapBox?: string
  landmarks?: readonly MapLandmark[]
  mark?: MarkName
}

/** The neighbourhood gets its name, colour, languages and areas. Once. */
export async function settle(tx: Tx, by: By, place: Settling): Promise<Decision<{ areas: Map<string, string> }>> {
  if (await neighbourhood(tx)) return refused('already-set-up')
  const colour = checkPlaceColour(place.colour, { paper: LIGHT.paper, ink: DARK.paper })
  if (!colour.ok) return colour
  await addNeighbourhood(tx, {
    id: 1,
    name: place.name,
    town: place.town,
    colour: colour.value.hex,
    mark: place.mark ?? null,
    languages: JSON.stringify(place.languages),
    map_box: place.mapBox ?? '0 0 100 100',
    landmarks: place.landmarks?.length ? JSON.stringify(place.landmarks) : null,
    reply_weeks: 6,
    made_at: by.at
  })
  const also: Subject[] = []
  for (const [at, area] of place.areas.entries()) {
    const id = newId(by)
    also.push({ kind: 'area', id })
    await addArea(tx, {
      id,
      name: area.name,
      outline: area.outline ?? null,
      place: at,
      code: null,
      code_system: null,
      from_year: null,
      until_year: null
    })
  }
  await record(tx, by, {
    kind: 'neighbourhood-set-up',
    about: { kind: 'neighbourhood', id: '1' },
    also,
    as: 'administrator',
    facts: { name: place.name, town: place.town, colour: colour.value.hex, areas: place.areas.map((area) => area.name) }
  })
  return ok({ areas: new Map((await areasOf(tx)).map((area) => [area.name, area.id])) })
}
