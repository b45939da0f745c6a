/** All that stands in all tables, as one text to look for words in. */
import type { Store, Tables } from '../src/db/index.ts'

export async function everythingIn({ read }: Pick<Store, 'read'>): Promise<string> {
  const tables = (await read.introspection.getTables()).filter(({ name }) => !/^sqlite_|^kysely_/.test(name))
  const rows = await Promise.all(
    tables.map(async ({ name }) => [
      name,
      await read
        .selectFrom(name as keyof Tables)
        .selectAll()
        .execute()
    ])
  )
  return JSON.stringify(rows, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
  )
}
