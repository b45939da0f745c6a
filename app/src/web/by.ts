/** By whom, when and with what chance a change is made: time and chance are arguments, never taken from inside. */
import type { Day, PersonId, Role } from '@buurtmacht/domain'

export interface By {
  /** Absent for somebody without an account. */
  person?: PersonId
  /** Only roles in force today. */
  roles: readonly Role[]
  /** Now, ISO 8601 in UTC. */
  at: string
  /** Today in Europe/Amsterdam. */
  today: Day
  /** `n` bytes of chance. */
  chance: (n: number) => Uint8Array
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id: 12 letters and digits, 60 bits of chance. */
export function newId<T extends string = string>(by: Pick<By, 'chance'>): T {
  let id = ''
  for (const byte of by.chance(12)) id += letters[byte & 31]
  return id as T
}
