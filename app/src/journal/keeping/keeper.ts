/** Keeps the journal beside everything else: a look each second whether something waits, all of it checked at the start and every night. */
import { randomBytes } from 'node:crypto'
import type { Store } from '../../db/index.ts'
import { newId } from '../../web/index.ts'
import { wholeWrong, type Wrong } from './check.ts'
import { placeWaiting, stopSigning, type Pen, type Placed } from './place.ts'
import { anyWaiting, endStop, heldLease, standingStop } from './queries.ts'

export interface Keeper {
  /** Gives everything that waits its place now. */
  keepUp(): Promise<Placed>
  /** Checks all of it. What is wrong stops the signing; when everything is right again, signing goes on. */
  checkAll(): Promise<Wrong | undefined>
  /** From here on by itself. */
  begin(): void
  /** Finishes what it is doing. */
  end(): Promise<void>
}

export interface Keeping {
  store: Store
  seed: Uint8Array
  origin: string
  clock: () => number
  /** Signing has stopped just now: told once. */
  stopped: (wrong: Wrong) => Promise<void>
}

const second = 1000
const day = 86_400_000

export function keeperOf(keeping: Keeping): Keeper {
  const { store, clock } = keeping
  const pen: Pen = { seed: keeping.seed, origin: keeping.origin, holder: randomBytes(8).toString('hex') }
  const freshId = () => newId({ chance: randomBytes })

  async function keepUp(): Promise<Placed> {
    for (;;) {
      const done = await store.change((tx) => placeWaiting(tx, pen, clock(), freshId()))
      if (done.state === 'wrong') await keeping.stopped(done.wrong)
      if (done.state !== 'placed' || !done.more) return done
    }
  }

  let goesOn = true
  async function checkAll(): Promise<Wrong | undefined> {
    const wrong = await wholeWrong(store.read, () => goesOn)
    if (!goesOn) return undefined
    const at = new Date(clock()).toISOString()
    const first = await store.change(async (tx) => {
      await heldLease(tx)
      if (wrong) return stopSigning(tx, wrong, at, freshId())
      if (await standingStop(tx)) await endStop(tx, at)
      return false
    })
    if (wrong && first) await keeping.stopped(wrong)
    return wrong
  }
  return { keepUp, checkAll, ...byItself() }

  function byItself(): Pick<Keeper, 'begin' | 'end'> {
    let timer: NodeJS.Timeout | undefined
    let doing: Promise<unknown> = Promise.resolve()
    let checkAgain = 0
    let said = ''
    async function look(): Promise<void> {
      if (Date.now() >= checkAgain) {
        await checkAll()
        checkAgain = Date.now() + day
      }
      const done = (await anyWaiting(store.read)) ? await keepUp() : undefined
      say(done?.state === 'other-key' ? otherKey : '')
    }
    /** Once, not every second. */
    function say(line: string): void {
      if (line && line !== said) console.error(line)
      said = line
    }
    const next = () => {
      if (!goesOn) return
      timer = setTimeout(() => {
        doing = look()
          .catch((error: unknown) => say(`The journal could not be kept: ${String(error)}`))
          .finally(next)
      }, second)
      timer.unref()
    }
    return {
      begin: next,
      async end() {
        goesOn = false
        clearTimeout(timer)
        await doing
      }
    }
  }
}

const otherKey =
  'The public record was signed with another key than this one (JOURNAL_KEY, or DATA_DIR/journal.key). Nothing is signed until the right key is back.'
