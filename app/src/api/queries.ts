/** What the API shows of each noun: public facts only, newest first, read page by page. Whose words may not be shown does not pass here. */
import { daysLate, type Day } from '@buurtmacht/domain'
import { sql } from 'kysely'
import { pageOf, type Cursor, type Listed, type Reader } from '../db/index.ts'
import { countsIn } from '../tellback/index.ts'

export interface Asked {
  limit: number
  after?: Cursor | undefined
  /** Filters by column: `{ group_id: 'abc' }`. */
  where: Readonly<Record<string, string>>
}

type Known<T> = { [K in keyof T]: Exclude<T[K], null> }

/** What is not known is left out rather than said to be null. */
export function known<T extends object>(facts: T): Partial<Known<T>> {
  return Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== null && v !== undefined)) as Partial<Known<T>>
}

const named = (id: string, name: string) => ({ id, name })

/** One page of a table's own query: filtered, behind the cursor, one row more than asked for. */
function cut(table: string, asked: Asked) {
  const parts = Object.entries(asked.where).map(([column, value]) => sql`${sql.ref(`${table}.${column}`)} = ${value}`)
  if (asked.after)
    parts.push(
      sql`(${sql.ref(`${table}.made_at`)}, ${sql.ref(`${table}.id`)}) < (${asked.after.at}, ${asked.after.id})`
    )
  return parts.length > 0 ? sql<boolean>`${sql.join(parts, sql` and `)}` : sql<boolean>`1 = 1`
}

interface Row {
  id: string
  made_at: string
}

const listed = <R extends Row, T>(rows: R[], asked: Asked, show: (row: R) => T): Listed<T> =>
  pageOf(rows, asked.limit, (row) => ({ at: row.made_at, id: row.id }), show)

/** A noun as the API knows it: a list and one by one. */
export interface Noun {
  list(read: Reader, asked: Asked, today: Day): Promise<Listed<object>>
}

export const needs: Noun = {
  async list(read, asked) {
    const rows = await read
      .selectFrom('need')
      .innerJoin('resident_group', 'resident_group.id', 'need.group_id')
      .selectAll('need')
      .select('resident_group.name as group_name')
      .where(cut('need', asked))
      .orderBy('need.made_at', 'desc')
      .orderBy('need.id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    return listed(rows, asked, (row) => ({
      id: row.id,
      page: `/buurtbehoeften/${row.id}`,
      sentence: row.sentence,
      state: row.state,
      into: JSON.parse(row.into_ids) as string[],
      group: named(row.group_id, row.group_name),
      voices: row.voices,
      madeAt: row.made_at,
      ...known({ area: row.area_id })
    }))
  }
}

export const goals: Noun = {
  async list(read, asked) {
    const rows = await read
      .selectFrom('goal')
      .innerJoin('resident_group', 'resident_group.id', 'goal.group_id')
      .selectAll('goal')
      .select('resident_group.name as group_name')
      .where(cut('goal', asked))
      .orderBy('goal.made_at', 'desc')
      .orderBy('goal.id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    return listed(rows, asked, (row) => ({
      id: row.id,
      page: `/buurtdoelen/${row.id}`,
      title: row.title,
      need: row.need_id,
      group: named(row.group_id, row.group_name),
      state: row.state,
      madeAt: row.made_at,
      ...known({
        why: row.why,
        result: row.result,
        resultOn: row.result_on,
        toldBack: row.news_on === null ? null : countsIn(row)
      })
    }))
  }
}

export const requests: Noun = {
  async list(read, asked, today) {
    const rows = await read
      .selectFrom('request')
      .innerJoin('resident_group', 'resident_group.id', 'request.group_id')
      .innerJoin('institution', 'institution.id', 'request.institution_id')
      .selectAll('request')
      .select(['resident_group.name as group_name', 'institution.name as institution_name'])
      .where(cut('request', asked))
      .orderBy('request.made_at', 'desc')
      .orderBy('request.id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    return listed(rows, asked, (row) => ({
      id: row.id,
      page: `/verzoeken/${row.id}`,
      goal: row.goal_id,
      group: named(row.group_id, row.group_name),
      institution: named(row.institution_id, row.institution_name),
      title: row.title,
      text: row.text,
      promisedLevel: row.promised_level,
      state: row.state,
      sentOn: row.sent_on,
      dueOn: row.due_on,
      daysLate: ['sent', 'counterAsked', 'unanswered'].includes(row.state) ? daysLate(row.due_on as Day, today) : 0,
      term: JSON.parse(row.term) as object,
      madeAt: row.made_at,
      ...known({
        experiencedLevel: row.experienced_level,
        receiptOn: row.receipt_on,
        repliedOn: row.replied_on,
        expectedOn: row.expected_on
      })
    }))
  }
}

export const commitments: Noun = {
  async list(read, asked, today) {
    const rows = await read
      .selectFrom('commitment')
      .innerJoin('institution', 'institution.id', 'commitment.institution_id')
      .selectAll('commitment')
      .select('institution.name as institution_name')
      .where(cut('commitment', asked))
      .orderBy('commitment.made_at', 'desc')
      .orderBy('commitment.id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    return listed(rows, asked, (row) => ({
      id: row.id,
      page: `/toezeggingen/${row.id}`,
      goal: row.goal_id,
      request: row.request_id,
      institution: named(row.institution_id, row.institution_name),
      what: row.what,
      state: row.state,
      madeOn: row.made_on,
      dueOn: row.due_on,
      overdue: row.state === 'promised' && today > row.due_on,
      madeAt: row.made_at,
      ...known({ deliveredOn: row.delivered_on, why: row.why })
    }))
  }
}

export const groups: Noun = {
  async list(read, asked) {
    const rows = await read
      .selectFrom('resident_group')
      .selectAll()
      .where(cut('resident_group', asked))
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    const areas =
      rows.length === 0
        ? []
        : await read
            .selectFrom('group_area')
            .selectAll()
            .where(
              'group_id',
              'in',
              rows.map((row) => row.id)
            )
            .execute()
    return listed(rows, asked, (row) => ({
      id: row.id,
      page: `/groepen/${row.id}`,
      name: row.name,
      kind: row.kind,
      about: row.about,
      languages: JSON.parse(row.languages) as string[],
      areas: areas.filter((one) => one.group_id === row.id).map((one) => one.area_id),
      madeAt: row.made_at,
      ...known({ meets: row.meets, reach: row.reach })
    }))
  }
}

export const institutions: Noun = {
  async list(read, asked) {
    const rows = await read
      .selectFrom('institution')
      .selectAll()
      .where(cut('institution', asked))
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    return listed(rows, asked, (row) => ({
      id: row.id,
      page: `/instanties/${row.id}`,
      name: row.name,
      kind: row.kind,
      about: row.about,
      madeAt: row.made_at
    }))
  }
}
