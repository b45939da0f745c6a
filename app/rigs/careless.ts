/** Our own program made careless in one way (for the controls), or slow to answer. Run as a process of its own by the rigs. */
import { PostgresDialect, type ControlledTransaction } from 'kysely'
import { Pool } from 'pg'
import { openSqliteStore, postgresLikeStore, type Store, type Tables, type Tx } from '../src/db/index.ts'
import { readSettings, type Settings } from '../src/settings.ts'
import { assemble } from '../src/start.ts'
import type { HowToStart } from '../bench/server.ts'
import { keepCarelessly } from './careless-keeper.ts'

export type Carelessness =
  'stores-later' | 'answers-late' | 'never-waits-for-the-disk' | 'dies-with-its-database' | 'places-apart'

/** Starts this very file's bundle as the careless program. */
export const careless = (way: Carelessness, settings: Record<string, string> = {}): HowToStart => ({
  program: { file: process.argv[1] ?? '', args: ['careless', way] },
  settings
})

export async function runCareless(way: Carelessness): Promise<void> {
  const settings = readSettings(process.env)
  const { app, store } = await assemble(storeOf(way, settings), settings)
  if (way === 'places-apart') void keepCarelessly(store)
  await app.listen({ port: Number(settings.PORT), host: settings.HOST })
}

function storeOf(way: Carelessness, settings: Settings): Store {
  switch (way) {
    case 'never-waits-for-the-disk':
      return openSqliteStore(settings.DATA_DIR, { synchronous: 'OFF' })
    case 'places-apart':
      return openSqliteStore(settings.DATA_DIR)
    case 'stores-later':
      return storesLater(openSqliteStore(settings.DATA_DIR))
    case 'answers-late':
      return answersLate(openSqliteStore(settings.DATA_DIR))
    case 'dies-with-its-database':
      return postgresLikeStore(new PostgresDialect({ pool: new Pool({ connectionString: settings.DATABASE_URL }) }))
  }
}

/** Stores at once and answers a moment later, as over a bad line: many voices are stored that nobody was told of. */
const answersLate = (store: Store): Store => ({
  ...store,
  async change(work) {
    const done = await store.change(work)
    await new Promise((later) => setTimeout(later, 30))
    return done
  }
})

/** Answers at once and stores twice a second, as many do for speed. */
function storesLater(store: Store): Store {
  let turn: Promise<unknown> = Promise.resolve()
  let open: ControlledTransaction<Tables> | undefined
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }
  setInterval(() => {
    void inTurn(async () => {
      const storing = open
      open = undefined
      await storing?.commit().execute()
    })
  }, 500).unref()
  return {
    ...store,
    change: (work) =>
      inTurn(async () => {
        open ??= await store.owner.startTransaction().execute()
        return work(open as unknown as Tx)
      })
  }
}
