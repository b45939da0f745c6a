/** The public record as a log that outsiders can check: places, tiles, signed checkpoints, and those who sign along. */
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { engineOf, type Reader } from '../src/db/index.ts'
import { layTables } from './lay.ts'

const tables = `
create table journal_waiting (seq integer primary key references journal_entry);

create table journal_place (
  number integer primary key constraint "places are counted from 0" check (number >= 0),
  seq integer not null constraint "an entry has one place" unique references journal_entry);

create table journal_tile (
  level integer not null, number integer not null, width integer not null constraint "a tile holds at most 256 hashes" check (width between 1 and 256),
  hashes BYTES not null constraint "a hash has 32 bytes" check (length(hashes) = width * 32), primary key (level, number));

create table journal_key (key text primary key, from_at text not null);

create table journal_checkpoint (
  size integer primary key, root text not null, key text not null references journal_key, note text not null, signed_at text not null);

create table journal_lease (
  id integer primary key constraint "one keeps the journal" check (id = 1), holder text not null, until_at text not null);
insert into journal_lease values (1, '', '');

create table journal_stop (
  id text primary key, stopped_at text not null, why text not null, number integer, until_at text);
create unique index "signing stops once" on journal_stop ((1)) where until_at is null;

create table journal_witness (
  id text primary key, name text not null constraint "a witness has a name" check (name <> ''),
  key text not null constraint "a key belongs to one witness" unique, from_at text not null, until_at text);

create table journal_cosignature (
  size integer not null references journal_checkpoint, witness_id text not null references journal_witness, line text not null,
  signed_at text not null, primary key (size, witness_id));
create index cosigned_by on journal_cosignature (witness_id, size);

create table ballot_arrival (
  hash text primary key, round_id text not null references budget_round, entry_id text) UNORDERED;
create index arrivals_of_round on ballot_arrival (round_id, entry_id);

insert into journal_waiting (seq) select seq from journal_entry;
`

const onlyGrowing = ['journal_place', 'journal_checkpoint', 'journal_key', 'journal_cosignature']

/** Every entry waits for its place from the moment it is written, whoever writes it; what was published is never changed or removed. */
const guard = {
  sqlite: [
    `create trigger "an entry waits for its place" after insert on journal_entry
     begin insert into journal_waiting (seq) values (new.seq); end`,
    ...onlyGrowing.flatMap((table) => [
      `create trigger "${table} is never changed" before update on ${table} begin select raise(abort, 'the journal only grows'); end`,
      `create trigger "${table} is never shortened" before delete on ${table} begin select raise(abort, 'the journal only grows'); end`
    ]),
    `create trigger "a full tile is never changed" before update on journal_tile when old.width = 256
     begin select raise(abort, 'the journal only grows'); end`,
    `create trigger "a tile is never removed" before delete on journal_tile begin select raise(abort, 'the journal only grows'); end`
  ],
  postgres: [
    `create function an_entry_waits() returns trigger language plpgsql as
     $$ begin insert into journal_waiting (seq) values (new.seq); return null; end $$`,
    `create trigger "an entry waits for its place" after insert on journal_entry for each row execute function an_entry_waits()`,
    ...onlyGrowing.map(
      (
        table
      ) => `create trigger "${table} is never changed or shortened" before update or delete or truncate on ${table}
       for each statement execute function the_journal_only_grows()`
    ),
    `create trigger "a full tile is never changed" before update on journal_tile for each row when (old.width = 256)
     execute function the_journal_only_grows()`,
    `create trigger "a tile is never removed" before delete or truncate on journal_tile
     for each statement execute function the_journal_only_grows()`
  ]
}

export const journal: Migration = {
  async up(db: Kysely<unknown>) {
    await layTables(db, tables)
    for (const statement of guard[engineOf(db as Reader)]) await sql.raw(statement).execute(db)
  }
}
