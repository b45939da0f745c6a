/** The first tables: the way of one voice from a front door to a kept promise. */
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { engineOf, type Reader } from '../src/db/index.ts'
import { layTables } from './lay.ts'

const tables = `
create table picture (
  id text primary key, type text not null, bytes BYTES not null, width integer not null, height integer not null,
  alt text not null constraint "a picture is told in words" check (alt <> ''), made_at text not null);

create table neighbourhood (
  id integer primary key constraint "there is one neighbourhood" check (id = 1),
  name text not null, town text not null, colour text not null, mark text, picture_id text references picture, languages text not null,
  map_box text not null, landmarks text, reply_weeks integer not null, version integer not null default 1, made_at text not null);

create table area (
  id text primary key, name text not null constraint "an area has a name" check (name <> ''), outline text, place integer not null,
  code text, code_system text, from_year integer, until_year integer, voices integer not null default 0);

create table person (
  id text primary key, name text not null, email text constraint "an e-mail address belongs to one person" unique,
  lang text not null, about text, made_at text not null, erased_at text);

create table resident_group (
  id text primary key, name text not null constraint "a group has a name" check (name <> ''), kind text not null, about text not null,
  meets text, reach text, languages text not null, spoken_with text not null, spoken_why text,
  version integer not null default 1, made_at text not null);

create table group_area (
  group_id text not null references resident_group, area_id text not null references area, primary key (group_id, area_id));

create table institution (
  id text primary key, name text not null constraint "an institution has a name" check (name <> ''), kind text not null,
  about text not null, made_at text not null);

create table role (
  id text primary key, person_id text not null references person, kind text not null,
  group_id text references resident_group, institution_id text references institution,
  from_on text not null, until_on text,
  constraint "a helper or lead belongs to a group, a contact to an institution" check (
    (kind in ('helper', 'lead') and group_id is not null and institution_id is null)
    or (kind = 'contact' and institution_id is not null and group_id is null)
    or (kind = 'admin' and group_id is null and institution_id is null)));
create index role_of_person on role (person_id);
create index role_in_group on role (group_id);
create index role_in_institution on role (institution_id);

create table group_invite (
  hash text primary key, group_id text not null references resident_group, name text not null, email text not null, lang text not null,
  by_id text not null references person, made_at text not null, ends_at text not null);
create index invite_of_group on group_invite (group_id, made_at);

create table session (
  hash text primary key, person_id text not null references person, csrf text not null, made_at text not null, ends_at text not null);
create index session_of_person on session (person_id);

create table sign_in_link (
  hash text primary key, person_id text references person, browser_hash text not null, network_hash text not null,
  known integer not null, back_to text not null,
  made_at text not null, ends_at text not null, used_at text);
create index link_of_person on sign_in_link (person_id, made_at);

create table sign_in_card (
  hash text primary key, person_id text not null references person, pin_hash text not null, tries integer not null,
  blocked_until text, made_at text not null, ended_at text);
create index card_of_person on sign_in_card (person_id);

create table once (key text primary key, answer text not null, at text not null);

create table journal_entry (
  seq AUTONUMBER, id text not null constraint "a journal entry has its own id" unique, at text not null, kind text not null,
  about_kind text not null, about_id text not null, entry text not null);
create index journal_about on journal_entry (about_kind, about_id);

create table voice (
  id text primary key, text text not null, lang text not null, salt text, text_hash text not null,
  area_id text references area, channel text not null, show text not null, on_behalf integer not null,
  helper_id text references person, follow_hash text not null constraint "a follow code belongs to one voice" unique,
  tell_how text not null, state text not null, heard_on text not null, received_at text not null,
  constraint "words that were taken back are gone" check (state = 'given' or (text = '' and salt is null)),
  constraint "an erased voice leads to nobody" check (
    state <> 'erased' or (helper_id is null and area_id is null and on_behalf = 0 and tell_how = 'not' and show = 'none')),
  constraint "who speaks for another is known" check (on_behalf = 0 or helper_id is not null));
create index voice_newest on voice (received_at, id);
create index voice_of_area on voice (area_id, received_at, id);

create table voice_contact (voice_id text primary key references voice, address text not null);

create table voice_translation (
  voice_id text not null references voice, lang text not null, text text not null, helper_id text not null references person,
  made_at text not null, primary key (voice_id, lang));

create table voice_draft (hash text primary key, answers text not null, ends_at text not null);

create table need (
  id text primary key, sentence text not null constraint "a need is said in a sentence" check (sentence <> ''),
  group_id text not null references resident_group, area_id text references area, state text not null, into_ids text not null,
  version integer not null, made_at text not null, voices integer not null default 0, first_heard_on text,
  constraint "a merged or split need says into what" check (state = 'open' or into_ids <> '[]'));
create index need_newest on need (made_at, id);
create index need_of_group on need (group_id, made_at, id);
create index need_of_area on need (area_id, state, made_at, id);

create table need_voice (
  need_id text not null references need, voice_id text not null references voice, added_at text not null, received_at text not null,
  removed_at text, removed_why text, mark text not null constraint "a voice in a need has its own mark" unique, salt text not null,
  primary key (need_id, voice_id));
create index need_of_voice on need_voice (voice_id);
create index voices_standing_in_need on need_voice (need_id, removed_at, received_at, voice_id);

create table me_too (need_id text not null references need, giver_hash text not null, at text not null,
  mark text not null constraint "a me-too has its own mark" unique, primary key (need_id, giver_hash));

create table goal (
  id text primary key, need_id text not null references need, title text not null, group_id text not null references resident_group,
  lead_id text references person, state text not null, paused_from text, why text, result text, result_on text,
  news_on text, wanted integer not null default 0, told integer not null default 0, unreachable integer not null default 0, version integer not null, made_at text not null, changed_at text not null,
  constraint "letting go or pausing has a reason" check (state not in ('letGo', 'paused') or (why is not null and why <> '')),
  constraint "a reached goal has a result" check (state <> 'reached' or (result is not null and result <> '')));
create index goal_newest on goal (made_at, id);
create index goal_of_need on goal (need_id, made_at);
create index goal_by_state on goal (state, changed_at, id);
create index goal_with_news on goal (news_on, wanted, told);
create index goal_of_group on goal (group_id, made_at, id);

create table goal_step (
  id text primary key, goal_id text not null references goal, state text not null, on_day text not null, at text not null,
  by_id text references person, why text);
create index step_of_goal on goal_step (goal_id, at, state, on_day);

create table deed (
  id text primary key, goal_id text not null references goal, what text not null, who text not null, done_on text not null,
  by_id text references person, made_at text not null);
create index deed_of_goal on deed (goal_id, done_on);

create table request (
  id text primary key, goal_id text not null references goal, group_id text not null references resident_group,
  institution_id text not null references institution, title text not null, text text not null,
  promised_level text not null, experienced_level text, state text not null, term text not null, sent_on text not null, due_on text not null constraint "a request has a due day" check (due_on <> ''),
  receipt_on text, replied_on text, expected_on text, version integer not null, made_at text not null, changed_at text not null);
create index request_newest on request (made_at, id);
create index request_by_due_day on request (due_on, id);
create index request_in_time on request (due_on, replied_on, state);
create index request_of_goal on request (goal_id, made_at);
create index request_of_group on request (group_id, made_at, id);
create index request_of_institution on request (institution_id, made_at, id);

create table request_draft (
  id text primary key, goal_id text not null references goal, answers text not null, made_at text not null);
create index draft_of_goal on request_draft (goal_id, made_at);

create table request_event (
  id text primary key, request_id text not null references request, kind text not null, text text not null,
  by_id text references person, on_day text not null, at text not null, expected_on text);
create index event_of_request on request_event (request_id, at);

create table commitment (
  id text primary key, request_id text not null references request, goal_id text not null references goal,
  institution_id text not null references institution, what text not null, due_on text not null, state text not null,
  delivered_on text, confirmed_by text references person, why text, made_by text references person,
  version integer not null, made_on text not null, made_at text not null, changed_at text not null,
  constraint "a kept promise was confirmed by a resident" check (state <> 'kept' or confirmed_by is not null),
  constraint "a disputed promise says why" check (state <> 'disputed' or (why is not null and why <> '')));
create index commitment_newest on commitment (made_at, id);
create index commitment_by_due_day on commitment (due_on, id);
create index commitment_by_state on commitment (state, due_on, id);
create index commitment_of_request on commitment (request_id);
create index commitment_of_goal on commitment (goal_id, made_at);
create index commitment_of_institution on commitment (institution_id, made_at, id);

create table commitment_event (
  id text primary key, commitment_id text not null references commitment, kind text not null, text text not null,
  by_id text references person, on_day text not null, at text not null);
create index event_of_commitment on commitment_event (commitment_id, at);

create table tell_back (
  id text primary key, voice_id text not null references voice, goal_id text not null references goal, event text not null,
  since_on text not null, how text not null, outcome text not null, why text, told_on text not null,
  told_by text references person, made_at text not null, salt text not null,
  constraint "somebody told it, or the giver read it at the code" check (told_by is not null or (how = 'code' and outcome = 'told')),
  constraint "who could not be reached has a reason" check ((outcome = 'unreachable') = (why is not null)),
  constraint "one giver is told once per event of a goal" unique (voice_id, goal_id, event, since_on));
create index told_of_goal on tell_back (goal_id);

create table tell_handover (
  goal_id text not null references goal, from_group_id text not null references resident_group, by_id text not null references person,
  at text not null, primary key (goal_id, from_group_id));

create table search_word (word text not null, kind text not null, ref text not null, primary key (word, kind, ref));
create index words_of_thing on search_word (kind, ref);
`

/** The record only grows: neither engine lets anybody change or remove a journal entry, not even through the application's own account. */
const guard = {
  sqlite: [
    `create trigger "the journal is never changed" before update on journal_entry
     begin select raise(abort, 'the journal only grows'); end`,
    `create trigger "the journal is never shortened" before delete on journal_entry
     begin select raise(abort, 'the journal only grows'); end`
  ],
  postgres: [
    `create function the_journal_only_grows() returns trigger language plpgsql as
     $$ begin raise exception 'the journal only grows'; end $$`,
    `create trigger "the journal is never changed or shortened" before update or delete or truncate on journal_entry
     for each statement execute function the_journal_only_grows()`
  ]
}

export const first: Migration = {
  async up(db: Kysely<unknown>) {
    await layTables(db, tables)
    for (const statement of guard[engineOf(db as Reader)]) await sql.raw(statement).execute(db)
  }
}
