/** The neighbourhood budget: rounds, one-page plans and the advice on them. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { layTables } from './lay.ts'

const tables = `
create table budget_round (
  id text primary key, title text not null constraint "a round has a name" check (title <> ''),
  amount CENTS not null constraint "a round has money" check (amount > 0), area_ids text not null, age_from integer not null,
  voters_expected integer not null, plans_on text not null, advice_on text not null, voting_on text not null, count_on text not null,
  doing_on text not null, accounting_on text not null, end_on text not null, ballot_kind text not null, ballot_points integer,
  ballot_most integer, most_per_plan CENTS, pots text not null, group_id text references resident_group, state text not null,
  why text, rule text, rule_hash text, opened_on text, frozen_on text, counted_on text, closed_on text, stopped_on text,
  version integer not null, made_at text not null, changed_at text not null,
  constraint "a stopped round says why" check (state <> 'stopped' or (why is not null and why <> '')),
  constraint "an open round shows its counting rule" check (state in ('preparing', 'stopped') or (rule is not null and rule_hash is not null)));
create index round_newest on budget_round (made_at, id);

create table round_person (
  round_id text not null references budget_round, person_id text not null references person, task text not null,
  constraint "a person has a task in a round once" primary key (round_id, person_id, task));

create table round_voter (
  round_id text not null references budget_round, person_id text not null references person,
  constraint "a resident has one ballot code in a round" primary key (round_id, person_id)) UNORDERED;

create table proposal (
  id text primary key, round_id text not null references budget_round, title text not null constraint "a plan has a name" check (title <> ''),
  what text not null, for_whom text not null, where_text text not null, items text not null,
  cost CENTS not null constraint "a plan costs something" check (cost > 0), bursar text, pot text, group_id text references resident_group,
  need_id text references need, state text not null, into_id text references proposal, won integer, why text, handed_in_on text, decided_on text,
  withdrawn_on text, edit_hash text not null, channel text not null, by_id text references person, version integer not null,
  made_at text not null, changed_at text not null,
  constraint "only what was on the ballot can be chosen" check (won is null or (won in (0, 1) and state = 'onBallot')),
  constraint "a plan that is handed in has an owner" check (state in ('draft', 'withdrawn') or group_id is not null),
  constraint "a plan that is kept off the ballot hears why" check (state <> 'notOnBallot' or (why is not null and why <> '')));
create index proposal_of_round on proposal (round_id, title, id);
create index proposal_of_group on proposal (group_id);

create table plan_voice (
  proposal_id text not null references proposal, voice_id text not null references voice,
  constraint "a plan comes from a voice once" primary key (proposal_id, voice_id));
create index plan_of_voice on plan_voice (voice_id);

create table advice (
  id text primary key, proposal_id text not null references proposal, institution_id text not null references institution,
  state text not null, due_on text not null, verdict text, reasons text, given_on text, given_by text references person, answer text,
  answered_on text, version integer not null, made_at text not null,
  constraint "advice has reasons" check (state = 'asked' or (reasons is not null and reasons <> '')),
  constraint "an institution is asked once about a plan" unique (proposal_id, institution_id));
create index advice_of_institution on advice (institution_id, due_on, id);

create table merge_wish (
  proposal_id text not null references proposal, into_id text not null references proposal, group_id text not null references resident_group,
  at text not null, constraint "a group says once that two plans go together" primary key (proposal_id, into_id, group_id));
`

export const budget: Migration = { up: (db: Kysely<unknown>) => layTables(db, tables) }
