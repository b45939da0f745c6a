import { ok, readText, refused, type Decision } from '@buurtmacht/domain'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import type { MarkName } from '../marks.ts'
import { addArea, areasOf, changeNeighbourhood, neighbourhoodToChange, renameAreaTo } from '../queries.ts'
import { areaNameMax, readPlace, type PlaceTyped } from '../reading.tsx'

/** Refusals: `not-found`, `changed-meanwhile`, those of `readPlace`. What was stays readable in the journal. */
export async function editPlace(
  tx: Tx,
  by: By,
  typed: PlaceTyped & { mark: MarkName; version: number }
): Promise<Decision<void>> {
  const before = await neighbourhoodToChange(tx)
  if (!before) return refused('not-found')
  if (before.version !== typed.version) return refused('changed-meanwhile')
  const place = readPlace(typed)
  if (!place.ok) return place
  const { name, town, colour, languages } = place.value
  await changeNeighbourhood(tx, {
    name,
    town,
    colour,
    mark: typed.mark,
    languages: JSON.stringify(languages),
    version: before.version + 1
  })
  await record(tx, by, {
    kind: 'neighbourhood-changed',
    about: { kind: 'neighbourhood', id: '1' },
    as: 'administrator',
    facts: {
      nameWas: before.name,
      name,
      townWas: before.town,
      town,
      colourWas: before.colour,
      colour,
      mark: typed.mark,
      languages
    }
  })
  return ok(undefined)
}

/** Held through the neighbourhood, so that two areas never get one name. Refusals: `field-…`, `area-name-in-use`. */
async function readAreaName(tx: Tx, typed: string, self?: string): Promise<Decision<string>> {
  await neighbourhoodToChange(tx)
  const name = readText('name', typed, { max: areaNameMax })
  if (!name.ok) return name
  const same = (await areasOf(tx)).find((area) => area.name.toLowerCase() === name.value.toLowerCase())
  return same && same.id !== self ? refused('area-name-in-use', { field: 'name' }) : name
}

export async function addAreaNamed(tx: Tx, by: By, typed: string): Promise<Decision<string>> {
  const name = await readAreaName(tx, typed)
  if (!name.ok) return name
  const id = newId(by)
  const place = (await areasOf(tx)).length
  await addArea(tx, {
    id,
    name: name.value,
    outline: null,
    place,
    code: null,
    code_system: null,
    from_year: null,
    until_year: null
  })
  await record(tx, by, {
    kind: 'area-added',
    about: { kind: 'area', id },
    as: 'administrator',
    facts: { name: name.value }
  })
  return ok(id)
}

/** The old name stays readable in the journal, and on the area's page for administrators. */
export async function renameArea(tx: Tx, by: By, id: string, typed: string): Promise<Decision<string>> {
  const name = await readAreaName(tx, typed, id)
  if (!name.ok) return name
  const before = (await areasOf(tx)).find((area) => area.id === id)
  if (!before) return refused('not-found')
  if (before.name === name.value) return ok(id)
  await renameAreaTo(tx, id, name.value)
  await record(tx, by, {
    kind: 'area-renamed',
    about: { kind: 'area', id },
    as: 'administrator',
    facts: { was: before.name, name: name.value }
  })
  return ok(id)
}
