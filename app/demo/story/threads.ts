// For the tests of the story: follows keys, and asks who had which task on which day.
import { expect } from 'vitest'
import {
  type GroupKey,
  type InstitutionKey,
  type Person,
  type PersonKey,
  type Role,
  story,
  type Voice
} from './index.ts'

const { place, people, groups, institutions, voices, needs, goals, requests } = story

/** Finds by key and says which key led nowhere. */
const finder = <T extends { readonly key: string }>(all: readonly T[]) => {
  const byKey = new Map(all.map((one) => [one.key as string, one]))
  return (key: string): T => {
    const found = byKey.get(key)
    if (!found) throw new Error(`the story speaks of “${key}”, which is not there`)
    return found
  }
}
export const person = finder<Person>(people)
export const group = finder(groups)
export const institution = finder(institutions)
export const area = finder(place.areas)
export const voice = finder<Voice>(voices)
export const need = finder(needs)
export const goal = finder(goals)
export const request = finder(requests)

export const has = (key: PersonKey, daysAgo: number, fits: (role: Role) => boolean) =>
  person(key).roles.some((role) => fits(role) && daysAgo <= role.from && daysAgo >= (role.until ?? 0))

export const isResident = (key: PersonKey, daysAgo: number) => has(key, daysAgo, (role) => role.kind !== 'contact')
export const isMember = (key: PersonKey, daysAgo: number, of: GroupKey) =>
  has(key, daysAgo, (role) => (role.kind === 'lead' || role.kind === 'helper') && role.group === of)
export const isContact = (key: PersonKey, daysAgo: number, of: InstitutionKey) =>
  has(key, daysAgo, (role) => role.kind === 'contact' && role.institution === of)

/** What happened first has the larger number. */
export const inOrder = (what: string, ...days: readonly number[]) =>
  days.slice(1).forEach((day, at) => expect(day, `${what}: ${days.join(' → ')}`).toBeLessThanOrEqual(days[at]!))

export const count = <T, K extends string>(all: readonly T[], by: (one: T) => K) => {
  const counts = new Map<K, number>()
  for (const one of all) counts.set(by(one), (counts.get(by(one)) ?? 0) + 1)
  return counts
}
