/**
 * After an older copy of the tables was put back, everything that was forgotten since is there again. So what was forgotten is kept apart, as
 * kinds and ids that name nobody, and forgotten again. As often as one likes: what is gone already stays gone.
 */
import { erasures, noteErasure, tablesThatForget, type Reader, type Store, type Tables, type Tx } from '../db/index.ts'
import { forgetVoiceAgain } from '../voices/index.ts'
import type { By } from '../web/index.ts'
import { forgetPerson, type Keeping } from './actions.ts'

type Erasure = Tables['erasure']
const kinds = ['voice-taken-back', 'voice-erased', 'person-erased'] as const

/** One JSON object on each line: to keep with the backups, and apart from them. */
export const writeErasures = async (read: Reader): Promise<string> =>
  (await erasures(read)).map(({ kind, ref, at }) => `${JSON.stringify({ kind, ref, at })}\n`).join('')

/** Said to whoever typed the command. */
export class NotAnErasure extends Error {}

/** @throws NotAnErasure with the number of the line that is none. */
export function readErasures(text: string): Erasure[] {
  return text
    .split('\n')
    .map((line, at) => ({ line: line.trim(), nr: at + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, nr }) => readOne(line) ?? wrong(nr))
}

const wrong = (nr: number): never => {
  throw new NotAnErasure(`Line ${nr} is not an erasure as "buurtmacht erasures" writes them. Nothing was changed.`)
}

function readOne(line: string): Erasure | undefined {
  try {
    const { kind, ref, at } = JSON.parse(line) as Partial<Erasure>
    const known = kinds.find((one) => one === kind)
    if (!known || typeof ref !== 'string' || typeof at !== 'string') return undefined
    return { kind: known, ref, at }
  } catch {
    return undefined
  }
}

export interface Again {
  /** Still there, and gone now. */
  forgotten: number
  /** Gone before, or never known to this copy. */
  before: number
  /** People who are this copy's last administrator: somebody else must be named first. */
  stayed: string[]
}

/** The own list of the tables is played as well. */
export async function forgetAgain(store: Store, by: By, listed: readonly Erasure[], keeping: Keeping): Promise<Again> {
  const known = new Map([...(await erasures(store.read)), ...listed].map((one) => [`${one.kind} ${one.ref}`, one]))
  const came: Again = { forgotten: 0, before: 0, stayed: [] }
  for (const one of known.values()) {
    const done = await store.change((tx) => again(tx, by, one, keeping))
    if (done === 'stayed') came.stayed.push(one.ref)
    else came[done] += 1
  }
  await store.wipe(tablesThatForget(), { thorough: true })
  return came
}

async function again(tx: Tx, by: By, one: Erasure, keeping: Keeping): Promise<keyof Again> {
  if (one.kind === 'person-erased') {
    const done = await forgetPerson(tx, by, one.ref, keeping)
    if (!done.ok && done.refusal.code === 'last-administrator') return 'stayed'
    await noteErasure(tx, one)
    return done.ok ? 'forgotten' : 'before'
  }
  await noteErasure(tx, one)
  return (await forgetVoiceAgain(tx, by, one.ref, one.kind === 'voice-erased' ? 'erased' : 'takenBack'))
    ? 'forgotten'
    : 'before'
}
