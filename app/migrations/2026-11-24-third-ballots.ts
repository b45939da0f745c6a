/** Voting: codes, sealed envelopes, paper sheets, and ballots once the box is open. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { layTables } from './lay.ts'

const tables = `
create table ballot_batch (
  id text primary key, round_id text not null references budget_round, name text not null constraint "a batch has a name" check (name <> ''),
  kind text not null, area_id text references area, per_household integer not null, size integer not null,
  handed_out integer not null constraint "no more cards are handed out than were made" check (handed_out between 0 and size),
  lang text not null, void_why text,
  constraint "nothing of a batch that was made void was handed out" check (void_why is null or (void_why <> '' and handed_out = 0)));
create index batch_of_round on ballot_batch (round_id, name, id);

create table ballot_handing (
  id text primary key, batch_id text not null references ballot_batch,
  count integer not null constraint "something was handed out" check (count > 0), by_id text not null references person);
create index handing_of_batch on ballot_handing (batch_id);

create table ballot_code (
  hash text primary key, round_id text not null references budget_round, batch_id text not null references ballot_batch,
  number integer not null, state text not null, replaced integer not null, lost integer not null,
  constraint "a code is unused, used once, or void" check (state in ('unused', 'online', 'paper', 'void')),
  constraint "only paper takes the place of an online ballot" check (replaced = 0 or state = 'paper'),
  constraint "a number is on one card of a round" unique (round_id, number)) UNORDERED;
create index code_of_batch on ballot_code (batch_id, state);

create table ballot_envelope (
  hash text primary key references ballot_code, round_id text not null references budget_round, channel text not null,
  sealed text not null) UNORDERED;
create index envelope_of_round on ballot_envelope (round_id, channel);

create table ballot (
  id text primary key, round_id text not null references budget_round, channel text not null, text text not null) UNORDERED;
create index ballot_of_round on ballot (round_id, channel);

create table ballot_use (
  batch_id text not null references ballot_batch, hour text not null, stripe integer not null, count integer not null,
  primary key (batch_id, hour, stripe)) UNORDERED;

create table ballot_key (
  round_id text not null references budget_round, person_id text not null references person, public_key text not null,
  constraint "a member has one key card" primary key (round_id, person_id)) UNORDERED;

create table ballot_box (
  round_id text primary key references budget_round, public_key text not null, opened_by_pair text not null,
  size integer not null, opened integer not null);

create table ballot_bundle (
  id text primary key, round_id text not null references budget_round, name text not null constraint "a bundle has a name" check (name <> ''),
  sheets integer not null constraint "a bundle has sheets" check (sheets > 0), state text not null);
create index bundle_of_round on ballot_bundle (round_id, name, id);

create table ballot_sheet (
  bundle_id text not null references ballot_bundle, number integer not null, state text not null,
  first_by text not null references person, first_read text, second_by text references person, second_read text,
  settled_by text references person, outcome text, spoiled text,
  constraint "a sheet is typed once under its number" primary key (bundle_id, number),
  constraint "a sheet is typed by two people" check (second_by is null or second_by <> first_by),
  constraint "a third person settles" check (settled_by is null or (settled_by <> first_by and settled_by <> second_by)),
  constraint "what was read is emptied once it is known" check ((outcome is null) = (state in ('typedOnce', 'differs')) and
    (outcome is null or (first_read is null and second_read is null))),
  constraint "a spoiled sheet has a reason" check ((spoiled is not null) = (outcome is not null and outcome = 'spoiled'))) UNORDERED;
`

export const ballots: Migration = { up: (db: Kysely<unknown>) => layTables(db, tables) }
