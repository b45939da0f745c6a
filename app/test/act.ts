/** To do something with a real action in a test: what must not be refused is thrown. */
import type { Decision } from '@buurtmacht/domain'
import type { Tx } from '../src/db/index.ts'
import type { By } from '../src/web/index.ts'
import type { Place } from './kit.ts'

/** The value of a decision that must not be refused. */
export function must<T>(decision: Decision<T>): T {
  if (decision.ok) return decision.value
  throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
}

type Act<T> = (tx: Tx, by: By) => Promise<Decision<T>>

export const act = async <T>(place: Place, by: By, work: Act<T>): Promise<T> =>
  must(await place.store.change((tx) => work(tx, by)))
