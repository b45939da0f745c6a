/** What every entry of the journal is about, to find it by and to compare the tables with. */
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { engineOf, type Reader } from '../src/db/index.ts'
import { layTables } from './lay.ts'

const tables = `
create table journal_subject (
  kind text not null, id text not null, seq CENTS not null references journal_entry, state text, primary key (kind, id, seq));
create index subjects_of_entry on journal_subject (seq);
create index journal_by_kind on journal_entry (kind, seq);

create table journal_comparison (seq AUTONUMBER, at text not null, compared integer not null, wrong integer not null, findings text not null);
`

/** As for the entries: neither engine lets anybody change or remove what an entry is about. */
const guard = {
  sqlite: [
    `create trigger "what an entry is about never changes" before update on journal_subject
     begin select raise(abort, 'the journal only grows'); end`,
    `create trigger "what an entry is about never goes" before delete on journal_subject
     begin select raise(abort, 'the journal only grows'); end`
  ],
  postgres: [
    `create trigger "what an entry is about never changes or goes" before update or delete or truncate on journal_subject
     for each statement execute function the_journal_only_grows()`
  ]
}

export const theRecord: Migration = {
  async up(db: Kysely<unknown>) {
    await layTables(db, tables)
    for (const statement of guard[engineOf(db as Reader)]) await sql.raw(statement).execute(db)
  }
}
