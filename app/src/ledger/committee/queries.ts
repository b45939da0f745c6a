/** The kascommissie, its questions and its statements. */
import { asId, type AreaId, type Day, type PersonId, type Question, type Statement } from '@buurtmacht/domain'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export interface AuditorShown {
  id: string
  person: PersonId
  name: string
  area: AreaId
  area_name: string
  from_on: string
}

/** Who is in it on this day. */
export async function auditors(read: Reader, today: Day): Promise<AuditorShown[]> {
  const rows = await read
    .selectFrom('audit_member')
    .innerJoin('person', 'person.id', 'audit_member.person_id')
    .innerJoin('area', 'area.id', 'audit_member.area_id')
    .select([
      'audit_member.id',
      'audit_member.person_id',
      'person.name',
      'audit_member.area_id',
      'area.name as area_name',
      'audit_member.from_on'
    ])
    .where('audit_member.from_on', '<=', today)
    .where((e) => e.or([e('audit_member.until_on', 'is', null), e('audit_member.until_on', '>', today)]))
    .orderBy('area.place')
    .orderBy('audit_member.id')
    .execute()
  return rows.map(({ person_id, area_id, ...row }) => ({
    ...row,
    person: asId<PersonId>(person_id),
    area: asId<AreaId>(area_id)
  }))
}

export const isAuditor = async (read: Reader, person: string | undefined, today: Day): Promise<boolean> =>
  person !== undefined && (await auditors(read, today)).some((one) => one.person === person)

/** Held, so that two administrators who name somebody at once come one after the other. */
export const heldMembers = (tx: Tx): Promise<Tables['audit_member'][]> =>
  held(tx, tx.selectFrom('audit_member').selectAll().where('until_on', 'is', null).orderBy('id')).execute()
export const membershipsOf = (tx: Tx, person: string): Promise<Tables['audit_member'][]> =>
  held(
    tx,
    tx.selectFrom('audit_member').selectAll().where('person_id', '=', person).where('until_on', 'is', null)
  ).execute()
export const endMember = (tx: Tx, id: string, until: Day) =>
  tx.updateTable('audit_member').set({ until_on: until }).where('id', '=', id).execute()
export const addMember = (tx: Tx, row: Tables['audit_member']) => tx.insertInto('audit_member').values(row).execute()

export const adminsAmong = async (read: Reader, people: readonly string[], today: Day): Promise<Set<string>> => {
  const rows = await read
    .selectFrom('role')
    .select('person_id')
    .where('kind', '=', 'admin')
    .where('person_id', 'in', [...people])
    .where('from_on', '<=', today)
    .where((e) => e.or([e('until_on', 'is', null), e('until_on', '>=', today)]))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

export type QuestionRow = Tables['entry_question'] & { entry_nr: number }

const questions = (read: Reader) =>
  read
    .selectFrom('entry_question')
    .innerJoin('ledger_entry', 'ledger_entry.id', 'entry_question.entry_id')
    .selectAll('entry_question')
    .select('ledger_entry.nr as entry_nr')

export const questionsOf = (read: Reader, entry: string): Promise<QuestionRow[]> =>
  questions(read)
    .where('entry_question.entry_id', '=', entry)
    .orderBy('entry_question.made_at')
    .orderBy('entry_question.id')
    .execute()
/** About what was paid (by number of the entry), and about all that came from or went back to this account within these days. */
export const questionsAbout = (
  read: Reader,
  of: { entries: readonly number[]; account: string; from: string; until: string }
): Promise<QuestionRow[]> =>
  questions(read)
    .where((e) =>
      e.or([
        e('ledger_entry.nr', 'in', of.entries.length > 0 ? [...of.entries] : [-1]),
        e.and([
          e.or([e('ledger_entry.to_id', '=', of.account), e('ledger_entry.from_id', '=', of.account)]),
          e('ledger_entry.on_day', '>=', of.from),
          e('ledger_entry.on_day', '<=', of.until)
        ])
      ])
    )
    .orderBy('ledger_entry.nr')
    .orderBy('entry_question.made_at')
    .orderBy('entry_question.id')
    .execute()
/** Those without an answer, the oldest first. */
export const openQuestions = (read: Reader): Promise<QuestionRow[]> =>
  questions(read).where('answered_on', 'is', null).orderBy('entry_question.made_at').limit(100).execute()
export const questionOf = (read: Reader, id: string): Promise<QuestionRow | undefined> =>
  questions(read).where('entry_question.id', '=', id).executeTakeFirst()
export const heldQuestion = (tx: Tx, id: string): Promise<Tables['entry_question'] | undefined> =>
  held(tx, tx.selectFrom('entry_question').selectAll().where('id', '=', id)).executeTakeFirst()
export const addQuestion = (tx: Tx, row: Tables['entry_question']) =>
  tx.insertInto('entry_question').values(row).execute()
export const saveQuestion = (tx: Tx, id: string, row: Partial<Tables['entry_question']>) =>
  tx.updateTable('entry_question').set(row).where('id', '=', id).execute()

export const questionIn = (row: Tables['entry_question']): Question =>
  row.answered_on
    ? { state: 'answered', answer: row.answer ?? '', answeredOn: row.answered_on as Day }
    : { state: 'asked' }

export type StatementRow = Tables['audit_statement'] & { written_name: string; signed_name: string | null }

const statements = (read: Reader) =>
  read
    .selectFrom('audit_statement')
    .innerJoin('person as writer', 'writer.id', 'audit_statement.written_by')
    .leftJoin('person as signer', 'signer.id', 'audit_statement.signed_by')
    .selectAll('audit_statement')
    .select(['writer.name as written_name', 'signer.name as signed_name'])

export const statementOf = (read: Reader, id: string): Promise<StatementRow | undefined> =>
  statements(read).where('audit_statement.id', '=', id).executeTakeFirst()
/** The newest period first. */
export const statementsIn = (read: Reader, state?: StatementRow['state']): Promise<StatementRow[]> =>
  statements(read)
    .$if(state !== undefined, (query) => query.where('audit_statement.state', '=', state!))
    .orderBy('audit_statement.until_on', 'desc')
    .orderBy('audit_statement.id')
    .limit(100)
    .execute()
export const heldStatement = (tx: Tx, id: string): Promise<Tables['audit_statement'] | undefined> =>
  held(tx, tx.selectFrom('audit_statement').selectAll().where('id', '=', id)).executeTakeFirst()
export const addStatement = (tx: Tx, row: Tables['audit_statement']) =>
  tx.insertInto('audit_statement').values(row).execute()
export const saveStatement = (tx: Tx, id: string, row: Partial<Tables['audit_statement']>) =>
  tx.updateTable('audit_statement').set(row).where('id', '=', id).execute()

export const statementIn = (row: Tables['audit_statement']): Statement =>
  row.state === 'signed'
    ? {
        state: 'signed',
        writtenBy: asId<PersonId>(row.written_by),
        signedBy: asId<PersonId>(row.signed_by ?? ''),
        signedOn: (row.signed_on ?? '') as Day
      }
    : { state: 'written', writtenBy: asId<PersonId>(row.written_by) }

/** How many entries there are in these days, up to this number, and how much was paid. */
export async function entriesBetween(read: Reader, of: { from: string; until: string; lastNr: number }) {
  const rows = await read
    .selectFrom('ledger_entry')
    .select((e) => ['movement', e.fn.countAll<number>().as('n'), e.fn.sum('amount').as('sum')])
    .where('on_day', '>=', of.from)
    .where('on_day', '<=', of.until)
    .where('nr', '<=', of.lastNr)
    .groupBy('movement')
    .orderBy('movement')
    .execute()
  return rows.map((row) => ({ movement: row.movement, n: Number(row.n), sum: Number(row.sum) }))
}
