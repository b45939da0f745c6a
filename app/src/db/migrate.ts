/** Brings the tables up to date at start, under a lock. Migrations are dated, go forward only, and live in app/migrations. */
import { Migrator, type Migration } from 'kysely/migration'
import type { Store } from './store.ts'

export async function migrate(store: Store, migrations: Record<string, Migration>): Promise<string[]> {
  const done = await new Migrator({
    db: store.owner,
    provider: { getMigrations: async () => migrations }
  }).migrateToLatest()
  if (done.error) throw done.error
  return (done.results ?? []).map((result) => result.migrationName)
}
