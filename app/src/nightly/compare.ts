/** Every night the tables are held against the record; a row that changed behind its back is told to the operator, and on the page of the record. */
import { setImmediate } from 'node:timers/promises'
import type { Store } from '../db/index.ts'
import { compareWithJournal, keepComparison, type Compared, type Finding } from '../journal/index.ts'
import type { Words } from '../words/index.ts'

const day = 86_400_000
/** Not at the start itself: people are let in first. */
const soon = 300_000

export async function compareAtNight(store: Store, now: number): Promise<Compared> {
  const compared = await compareWithJournal(store.read, { betweenPages: () => setImmediate() })
  await store.change((tx) =>
    keepComparison(tx, {
      at: new Date(now).toISOString(),
      compared: compared.rows,
      wrong: compared.wrong,
      findings: JSON.stringify(compared.findings)
    })
  )
  return compared
}

/** One finding as a sentence. */
export const findingSays = (t: Words, { what, kind, id }: Finding): string =>
  t(`record.finding.${what}`, { noun: t.find(`record.noun.${kind}`) ?? kind, id })

/** What was found, as lines of plain sentences. */
export const comparedSays = (t: Words, { rows, wrong, findings }: Compared): string[] => [
  ...findings.map((finding) => findingSays(t, finding)),
  wrong === 0 ? t('record.compared.same', { rows }) : t('record.compared.wrong', { rows, wrong })
]

/** A while after the start, and then every day. @returns how to stop it. */
export function keepCompared(
  store: Store,
  clock: () => number,
  told: { found(compared: Compared): void; failed(error: unknown): void }
): () => void {
  const once = () =>
    void compareAtNight(store, clock())
      .then((compared) => (compared.wrong > 0 ? told.found(compared) : undefined))
      .catch(told.failed)
  const first = setTimeout(once, soon)
  const timer = setInterval(once, day)
  first.unref()
  timer.unref()
  return () => {
    clearTimeout(first)
    clearInterval(timer)
  }
}
