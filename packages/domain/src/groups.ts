// Existing residents' groups own the goals. Before a new one starts it says with which existing ones it spoke.
import { ok, refused, type Decision } from './decision.ts'
import { type GroupId } from './ids.ts'
import { readChoice, readReason, readText } from './text.ts'

export const groupKinds = ['core', 'tenants', 'faith', 'youth', 'sports', 'platform', 'other'] as const
/** Woonkern, bewonerscommissie, church or mosque or temple, youth team, sports club, the residents' platform, other. */
export type GroupKind = (typeof groupKinds)[number]

export type Group = {
  name: string
  kind: GroupKind
  about: string
  spokenWith: GroupId[]
  /** Why no existing group was spoken with, in the starters' own words. */
  noneBecause?: string
}

export type GroupTyped = {
  name: string | undefined
  kind: string | undefined
  about: string | undefined
  spokenWith: readonly GroupId[]
  noneBecause?: string | undefined
}

/**
 * Starts a group. While there are other groups, it names those it spoke with or writes why not with any.
 * Refusals: `field-…` (name 2–100 characters, kind, about 3–2,000), `group-unknown`, `group-spoken-with-missing`.
 */
export function startGroup(typed: GroupTyped, existing: readonly GroupId[]): Decision<Group> {
  const name = readText('name', typed.name, { min: 2, max: 100 })
  if (!name.ok) return name
  const kind = readChoice('kind', typed.kind, groupKinds)
  if (!kind.ok) return kind
  const about = readText('about', typed.about, { min: 3, max: 2_000 })
  if (!about.ok) return about
  const spokenWith = [...new Set(typed.spokenWith)]
  if (spokenWith.some((group) => !existing.includes(group))) return refused('group-unknown', { field: 'spokenWith' })
  const group: Group = { name: name.value, kind: kind.value, about: about.value, spokenWith }
  if (existing.length === 0 || spokenWith.length > 0) return ok(group)
  const reason = readReason(typed.noneBecause, 'noneBecause')
  if (reason.ok) return ok({ ...group, noneBecause: reason.value })
  return reason.refusal.code === 'reason-missing'
    ? refused('group-spoken-with-missing', { field: 'spokenWith' })
    : reason
}
