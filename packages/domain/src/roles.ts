// Who may do what here: residents as helper, lead or administrator; a person at an institution as its contact.
import { type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type GroupId, type InstitutionId } from './ids.ts'

export const roleKinds = ['helper', 'lead', 'admin', 'contact'] as const
export type RoleKind = (typeof roleKinds)[number]

/** From the day `from` up to and including the day `until`; without it, until further notice. */
export type Role = { from: Day; until?: Day } & (
  | { kind: 'helper'; group: GroupId }
  | { kind: 'lead'; group: GroupId }
  | { kind: 'admin' }
  | { kind: 'contact'; institution: InstitutionId }
)

export const inForce = (role: Role, today: Day): boolean =>
  role.from <= today && (role.until === undefined || today <= role.until)

/** The questions below are asked of these: they do not look at the calendar themselves. */
export const rolesInForce = (roles: readonly Role[], today: Day): Role[] => roles.filter((role) => inForce(role, today))

/** May write down what somebody else said: a helper or lead of any group. */
export const isHelper = (roles: readonly Role[]): boolean =>
  roles.some((role) => role.kind === 'helper' || role.kind === 'lead')

export const leads = (roles: readonly Role[], group: GroupId): boolean =>
  roles.some((role) => role.kind === 'lead' && role.group === group)

/** Helper or lead of that group. */
export const memberOf = (roles: readonly Role[], group: GroupId): boolean =>
  roles.some((role) => (role.kind === 'helper' || role.kind === 'lead') && role.group === group)

export const isAdmin = (roles: readonly Role[]): boolean => roles.some((role) => role.kind === 'admin')

export const isContactOf = (roles: readonly Role[], institution: InstitutionId): boolean =>
  roles.some((role) => role.kind === 'contact' && role.institution === institution)

/** Contact of any institution. */
export const isContact = (roles: readonly Role[]): boolean => roles.some((role) => role.kind === 'contact')

const overlap = (a: Role, b: Role): boolean =>
  (b.until === undefined || a.from <= b.until) && (a.until === undefined || b.from <= a.until)

const rules = (role: Role): boolean => role.kind === 'admin' || role.kind === 'lead'

const same = (a: Role, b: Role): boolean =>
  a.kind === b.kind &&
  ('group' in a ? a.group : undefined) === ('group' in b ? b.group : undefined) &&
  ('institution' in a ? a.institution : undefined) === ('institution' in b ? b.institution : undefined)

/**
 * Gives a person a role. Institutions are partners, not owners: who speaks for one is never administrator or lead in the
 * same days. Refusals: `role-ends-before-it-begins`, `role-already-given`, `institution-cannot-administer`.
 */
export function grant(existing: readonly Role[], role: Role): Decision<Role[]> {
  if (role.until !== undefined && role.until < role.from)
    return refused('role-ends-before-it-begins', { field: 'until' })
  const meanwhile = existing.filter((other) => overlap(other, role))
  if (meanwhile.some((other) => same(other, role))) return refused('role-already-given')
  const clash = role.kind === 'contact' ? meanwhile.some(rules) : rules(role) && isContact(meanwhile)
  return clash ? refused('institution-cannot-administer') : ok([...existing, role])
}

/** Ends a role after the day `until`; the history stays. Refusals: `role-not-in-force`, `role-ends-before-it-begins`. */
export function endRole(role: Role, until: Day): Decision<Role> {
  if (role.until !== undefined && role.until <= until) return refused('role-not-in-force')
  if (until < role.from) return refused('role-ends-before-it-begins', { field: 'until' })
  return ok({ ...role, until })
}

/**
 * Ends a role as `endRole` does, but never leaves the neighbourhood without a resident administrator: one of the others
 * must be there until further notice. Refusals: as `endRole`, and `last-administrator`.
 */
export function endRoleAmong(role: Role, others: readonly Role[], until: Day): Decision<Role> {
  const staying = others.some((other) => other.kind === 'admin' && other.from <= until && other.until === undefined)
  return role.kind === 'admin' && !staying ? refused('last-administrator') : endRole(role, until)
}

/**
 * Who gives and ends roles: administrators all of them; a lead only the helpers of the own group.
 * An institution's contact none (institutions are partners, not owners).
 */
export const mayGive = (by: readonly Role[], role: Role): boolean =>
  isAdmin(by) || (role.kind === 'helper' && leads(by, role.group))
