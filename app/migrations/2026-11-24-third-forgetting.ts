/** What was forgotten, so that it is forgotten again after an older copy of the tables was put back; and names that the books still need. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { layTables } from './lay.ts'

const tables = `
create table erasure (
  kind text not null, ref text not null, at text not null,
  constraint "a thing is forgotten once" primary key (kind, ref));

create table kept_name (
  person_id text primary key references person, sealed text not null constraint "a kept name is sealed" check (sealed <> ''),
  until_on text not null);
`

export const forgetting: Migration = { up: (db: Kysely<unknown>) => layTables(db, tables) }
