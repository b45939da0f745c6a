/** Opens the store the settings ask for. Apart from everything else, so that a second start can refuse before the house is loaded. */
import { openPostgresStore, openSqliteStore, type Store } from './db/index.ts'
import type { Settings } from './settings.ts'

export const openStore = (settings: Settings): Store =>
  settings.DATABASE_URL ? openPostgresStore(settings.DATABASE_URL) : openSqliteStore(settings.DATA_DIR)
