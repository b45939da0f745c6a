import {
  ok,
  readText,
  refused,
  startGroup as mayStart,
  type Decision,
  type GroupId,
  type GroupTyped
} from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { record } from '../journal/index.ts'
import { areaIds } from '../place/index.ts'
import { forgetWords, keepWords } from '../search/index.ts'
import { newId, type By } from '../web/index.ts'
import { changeGroup, groupIds, groupToChange, saveGroup, setAreasOfGroup } from './queries.ts'

/** What a group tells about itself beside its name and kind. */
export interface GroupAbout {
  areas?: readonly string[]
  meets?: string | undefined
  reach?: string | undefined
  languages?: readonly string[]
}

/** Optional one-liners: absent when nothing was typed. Refusals: `field-too-long`, `field-not-a-choice` (an area unknown). */
async function readAbout(tx: Tx, about: GroupAbout) {
  for (const field of ['meets', 'reach'] as const) {
    const text = about[field]?.trim() ? readText(field, about[field], { max: 300 }) : ok('')
    if (!text.ok) return text
  }
  const areas = [...new Set(about.areas ?? [])]
  const known = await areaIds(tx)
  if (areas.some((area) => !known.includes(area))) return refused('field-not-a-choice', { field: 'areas' })
  return ok({
    areas,
    meets: about.meets?.trim() || null,
    reach: about.reach?.trim() || null,
    languages: JSON.stringify(about.languages ?? [])
  })
}

/** A group starts here. Refusals: those of the rule `startGroup`, and `field-…`. Who leads it is told apart. */
export async function startGroup(tx: Tx, by: By, typed: GroupTyped & GroupAbout): Promise<Decision<GroupId>> {
  const group = mayStart(typed, await groupIds(tx))
  if (!group.ok) return group
  const about = await readAbout(tx, typed)
  if (!about.ok) return about
  const id = newId<GroupId>(by)
  const { areas, ...more } = about.value
  await saveGroup(tx, {
    id,
    name: group.value.name,
    kind: group.value.kind,
    about: group.value.about,
    ...more,
    spoken_with: JSON.stringify(group.value.spokenWith),
    spoken_why: group.value.noneBecause ?? null,
    made_at: by.at
  })
  await setAreasOfGroup(tx, id, areas)
  await keepWords(tx, { kind: 'group', ref: id, text: `${group.value.name} ${group.value.about}`, lang: 'nl' })
  await record(tx, by, {
    kind: 'group-started',
    about: { kind: 'group', id },
    facts: {
      name: group.value.name,
      groupKind: group.value.kind,
      areas,
      spokenWith: group.value.spokenWith,
      noneBecause: group.value.noneBecause
    }
  })
  return ok(id)
}

/** The group tells about itself anew. Refusals: `not-found`, `changed-meanwhile`, `field-…`. */
export async function editGroup(
  tx: Tx,
  by: By,
  id: string,
  typed: { name: string; about: string; version: number } & GroupAbout
): Promise<Decision<GroupId>> {
  const before = await groupToChange(tx, id)
  if (!before) return refused('not-found')
  if (before.version !== typed.version) return refused('changed-meanwhile')
  const name = readText('name', typed.name, { min: 2, max: 100 })
  if (!name.ok) return name
  const words = readText('about', typed.about, { min: 3, max: 2_000 })
  if (!words.ok) return words
  const about = await readAbout(tx, typed)
  if (!about.ok) return about
  const { areas, ...more } = about.value
  await changeGroup(tx, id, { name: name.value, about: words.value, ...more, version: before.version + 1 })
  await setAreasOfGroup(tx, id, areas)
  await forgetWords(tx, 'group', id)
  await keepWords(tx, { kind: 'group', ref: id, text: `${name.value} ${words.value}`, lang: 'nl' })
  await record(tx, by, {
    kind: 'group-changed',
    about: { kind: 'group', id },
    as: { group: id },
    facts: { nameWas: before.name, name: name.value, areas }
  })
  return ok(id as GroupId)
}
