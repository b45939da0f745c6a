/** The count: the lot as two people typed it, who began the count, and what came of it. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { layTables } from './lay.ts'

const tables = `
create table lot_entry (
  round_id text not null references budget_round, person_id text not null references person, numbers text not null, at text not null,
  constraint "somebody types the lot of a round once" primary key (round_id, person_id));

create table count_begun (
  round_id text primary key references budget_round, person_id text not null references person, card text not null, at text not null);

create table round_result (
  round_id text primary key references budget_round, told text not null, hash text not null, sealed integer not null,
  first_by text not null references person, second_by text not null references person, counted_at text not null,
  constraint "a count is begun by two different people" check (first_by <> second_by));

create table round_file (
  round_id text not null references round_result, name text not null, hash text not null, content text not null,
  constraint "a file of a count has its own name" primary key (round_id, name));
`

export const theCount: Migration = { up: (db: Kysely<unknown>) => layTables(db, tables) }
