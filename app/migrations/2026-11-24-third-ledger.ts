/** The open books: accounts, entries that never change, payments with their vouchers. */
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { engineOf, type Reader } from '../src/db/index.ts'
import { layTables } from './lay.ts'

const tables = `
create table ledger_account (
  id text primary key, kind text not null, name text not null constraint "an account has a name" check (name <> ''),
  round_id text references budget_round constraint "a round has one account" unique,
  proposal_id text references proposal constraint "a plan has one account" unique,
  institution_id text references institution, iban text, debited CENTS not null default 0, credited CENTS not null default 0,
  made_at text not null,
  constraint "an account of a round or a plan is theirs" check (
    (kind = 'round') = (round_id is not null) and (kind = 'plan') = (proposal_id is not null)));

create table ledger_entry (
  id text primary key, nr integer not null constraint "every entry has its own number" unique, on_day text not null,
  movement text not null, what text not null constraint "an entry says what it is" check (what <> ''),
  to_id text not null references ledger_account, from_id text not null references ledger_account,
  amount CENTS not null constraint "an entry moves money" check (amount > 0),
  corrects_id text constraint "an entry is taken back once" unique, by_id text references person, made_at text not null,
  constraint "what comes on one account goes off another" check (to_id <> from_id),
  constraint "an entry is one whole" unique (id, from_id, to_id, amount),
  constraint "a correction is the mirror image of its entry" foreign key (corrects_id, to_id, from_id, amount)
    references ledger_entry (id, from_id, to_id, amount));
create index entry_onto on ledger_entry (to_id, nr);
create index entry_off on ledger_entry (from_id, nr);

create table ledger_grant (
  id text primary key, account_id text not null references ledger_account, name text not null constraint "a grant has a name" check (name <> ''),
  reference text not null, amount CENTS not null constraint "a grant is of money" check (amount > 0), from_on text not null, until_on text not null,
  renew_on text, stops text not null constraint "a grant says what stops when it ends" check (stops <> ''), round_ids text not null,
  version integer not null, made_at text not null, changed_at text not null,
  constraint "a grant ends after it begins" check (until_on >= from_on));
create index grant_by_end on ledger_grant (until_on, id);

create table grant_item (
  id text primary key, grant_id text not null references ledger_grant, place integer not null, what text not null, amount CENTS not null,
  explanation text, constraint "a grant has an item once" unique (grant_id, what));

create table plan_result (
  proposal_id text primary key references proposal, state text not null, result text not null, by_id text references person,
  version integer not null, changed_at text not null,
  constraint "what is done has a result" check (state <> 'done' or result <> ''));

create table payment (
  id text primary key, account_id text not null references ledger_account, amount CENTS not null constraint "a payment is of money" check (amount > 0),
  what text not null constraint "a payment says what for" check (what <> ''), payee_kind text not null, payee_name text not null,
  payee_id text references person, item_id text references grant_item, state text not null, asked_by text not null references person, approved_by text references person,
  why text, paid_on text, entry_id text references ledger_entry, version integer not null, made_at text not null, changed_at text not null,
  constraint "two different people look at a payment" check (approved_by is null or approved_by <> asked_by),
  constraint "who is paid does not ask or approve" check (payee_id is null or (payee_id <> asked_by and (approved_by is null or payee_id <> approved_by))),
  constraint "nothing is paid that nobody approved" check (state not in ('approved', 'paid') or approved_by is not null),
  constraint "what is paid stands in the books" check ((state = 'paid') = (entry_id is not null and paid_on is not null)),
  constraint "a refused payment says why" check (state <> 'refused' or (why is not null and why <> '')));
create index payment_of_account on payment (account_id, made_at);
create index payment_by_state on payment (state, made_at);
create index payment_of_entry on payment (entry_id);

create table voucher (
  id text primary key, payment_id text not null references payment, type text not null, bytes BYTES, shown_bytes BYTES, width integer,
  height integer, sha256 text not null, cells text not null, state text not null, checked_by text references person, checked_on text,
  version integer not null, made_by text references person, made_at text not null,
  constraint "a voucher is shown when somebody looked at it" check (
    state <> 'shown' or (checked_by is not null and checked_on is not null and shown_bytes is not null)));
create index voucher_of_payment on voucher (payment_id, made_at);

create table bank_import (
  id text primary key, account_id text not null references ledger_account, format text not null, sha256 text not null, from_on text not null,
  until_on text not null, state text not null, why text, version integer not null, made_by text not null references person, made_at text not null,
  changed_at text not null,
  constraint "an import that is taken back says why" check (state <> 'undone' or (why is not null and why <> '')));
create index import_newest on bank_import (made_at, id);

create table bank_line (
  id text primary key, import_id text not null references bank_import, nr integer not null, on_day text not null, amount CENTS,
  written text not null, name text, iban text, text text, line_key text not null, state text not null, entry_id text references ledger_entry,
  payment_id text references payment,
  constraint "a booked line has its entry" check ((state = 'booked') = (entry_id is not null)),
  constraint "a line is booked with the amount it has" check (state <> 'booked' or amount is not null));
create index line_of_import on bank_line (import_id, nr);
create unique index a_line_of_the_bank_is_booked_once on bank_line (line_key) where state = 'booked';
create index line_of_entry on bank_line (entry_id);

create table audit_member (
  id text primary key, person_id text not null references person, area_id text not null references area, from_on text not null,
  until_on text, named_by text not null references person, made_at text not null);
create index audit_member_of_person on audit_member (person_id);

create table entry_question (
  id text primary key, entry_id text not null references ledger_entry, text text not null constraint "a question has words" check (text <> ''),
  asked_by text not null references person, asked_on text not null, answer text, answered_by text references person, answered_on text,
  version integer not null, made_at text not null,
  constraint "an answer has words" check (answered_on is null or (answer is not null and answer <> '')));
create index question_of_entry on entry_question (entry_id, made_at);

create table audit_statement (
  id text primary key, from_on text not null, until_on text not null, last_nr integer not null, verdict text not null,
  text text not null constraint "a statement has words" check (text <> ''), state text not null, written_by text not null references person,
  signed_by text references person, signed_on text, version integer not null, made_at text not null,
  constraint "two people sign a statement" check (
    (state = 'signed') = (signed_by is not null) and (signed_by is null or signed_by <> written_by)));
create index statement_by_period on audit_statement (until_on, id);
`

/**
 * Entries only grow, on both engines, not even through the application's own account; and it is the database that moves both accounts, so
 * that no program can move one alone.
 */
const guard = {
  sqlite: [
    `create trigger "an entry is never changed" before update on ledger_entry
     begin select raise(abort, 'entries never change'); end`,
    `create trigger "an entry never goes" before delete on ledger_entry
     begin select raise(abort, 'entries never go'); end`,
    `create trigger "an entry is never written over" before insert on ledger_entry
     when exists (select 1 from ledger_entry where id = new.id or nr = new.nr or corrects_id = new.corrects_id)
     begin select raise(abort, 'entries never change'); end`,
    `create trigger "an entry moves both accounts" after insert on ledger_entry begin
       update ledger_account set debited = debited + new.amount where id = new.to_id;
       update ledger_account set credited = credited + new.amount where id = new.from_id;
     end`
  ],
  postgres: [
    `create function entries_only_grow() returns trigger language plpgsql as
     $$ begin raise exception 'entries never change and never go'; end $$`,
    `create trigger "an entry never changes and never goes" before update or delete or truncate on ledger_entry
     for each statement execute function entries_only_grow()`,
    `create function an_entry_moves_both_accounts() returns trigger language plpgsql as $$ begin
       update ledger_account set debited = debited + new.amount where id = new.to_id;
       update ledger_account set credited = credited + new.amount where id = new.from_id;
       return new;
     end $$`,
    `create trigger "an entry moves both accounts" after insert on ledger_entry
     for each row execute function an_entry_moves_both_accounts()`
  ]
}

export const ledger: Migration = {
  async up(db: Kysely<unknown>) {
    await layTables(db, tables)
    for (const statement of guard[engineOf(db as Reader)]) await sql.raw(statement).execute(db)
  }
}
