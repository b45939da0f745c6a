// Being forgotten is a right (GDPR, article 17): no reason is asked and nobody has to agree. What must stay is said before.
import { type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type GroupId } from './ids.ts'
import { inForce, type Role } from './roles.ts'
import { type Voice } from './voices.ts'

/** Everything of a voice goes, whether its words were taken back before or not. Refusal: `voice-erased` when already done. */
export function eraseVoice(voice: Voice, on: Day): Decision<Voice> {
  if (voice.state === 'erased') return refused('voice-erased')
  return ok({ state: 'erased', erasedOn: on })
}

/** Why an administrator erases words for somebody who has no code. At the giver's wish, never because of what was said. */
export const erasedWhys = ['giver-asked', 'asked-for-giver', 'giver-in-danger'] as const

/** What somebody holds when they ask to be forgotten. */
export interface Holding {
  roles: readonly Role[]
  /** Roles of all others as administrator. */
  otherAdmins: readonly Role[]
  /** Groups in which somebody else leads, today and after. */
  ledByOthers: readonly GroupId[]
  /** Until when the books need who this was; absent when they do not. */
  booksUntil?: Day | undefined
}

export interface Leaving {
  /** Roles that end: those of today and those that would begin later. */
  ends: Role[]
  /** Groups that have nobody who leads them from now on: an administrator names somebody, the group goes on. */
  withoutLead: GroupId[]
  /** The name stays sealed until this day, for the kascommissie only. */
  nameUntil?: Day
}

const open = (role: Role, today: Day): boolean => role.until === undefined || role.until >= today

/**
 * Somebody with an account is forgotten. Tasks end by themselves and a group without its lead stays a group: nobody is kept from leaving
 * by what they do for others. One refusal: the neighbourhood's last resident administrator first hands that over (`last-administrator`),
 * because nobody could do it afterwards.
 */
export function leave({ roles, otherAdmins, ledByOthers, booksUntil }: Holding, today: Day): Decision<Leaving> {
  const ends = roles.filter((role) => open(role, today))
  const administers = ends.some((role) => role.kind === 'admin' && inForce(role, today))
  const staying = otherAdmins.some((role) => inForce(role, today) && role.until === undefined)
  if (administers && !staying) return refused('last-administrator')
  const led = ends.flatMap((role) => (role.kind === 'lead' && inForce(role, today) ? [role.group] : []))
  const withoutLead = [...new Set(led)].filter((group) => !ledByOthers.includes(group))
  return ok({ ends, withoutLead, ...(booksUntil !== undefined && booksUntil > today ? { nameUntil: booksUntil } : {}) })
}

/** The last day a role was held when its person leaves today: one that never began ends on the day it would have. */
export const lastDay = (role: Role, today: Day): Day => (role.from > today ? role.from : today)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * Takes a name out of words that say who did something ("Truus, Ali en Bep"). Only the whole name, as words of its own.
 * @returns the words without it; the same words when it does not stand in them.
 */
export function withoutName(who: string, name: string): string {
  if (name.trim() === '') return who
  const words = name
    .trim()
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`\s+`)
  const found = new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'giu')
  if (!found.test(who)) return who
  const others = who
    .replace(found, '\0')
    .split(/\s*(?:,|;|&|\+|\/|\n|(?<=[\s\0])(?:en|and|met|with)(?=[\s\0]))\s*/u)
    .filter((part) => part.replaceAll('\0', '').trim() !== '')
  return others.map((part) => part.replaceAll('\0', '').replace(/\s+/g, ' ').trim()).join(', ')
}
