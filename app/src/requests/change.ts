/** The one door through which a request changes, whoever has something to say about it. */
import {
  isContactOf,
  levels,
  ok,
  readChoice,
  refused,
  type Decision,
  type InstitutionId,
  type Level,
  type Request
} from '@buurtmacht/domain'
import { sha256, type Tables, type Tx } from '../db/index.ts'
import { speaksForGroup } from '../goals/index.ts'
import { record, type Subject, type EntryKind } from '../journal/index.ts'
import { newId, type By } from '../web/index.ts'
import { addEvent, heldRequest, requestColumns, requestIn, saveRequest } from './queries.ts'

export interface Said {
  request: Request
  text: string
}

export const said = (decided: Decision<Request>, text: string): Decision<Said> =>
  decided.ok ? ok({ request: decided.value, text }) : decided
export const reasoned = (decided: Decision<Request>): Decision<Said> =>
  said(decided, decided.ok && 'why' in decided.value ? decided.value.why : '')

export interface Verb {
  kind: Tables['request_event']['kind']
  entry: EntryKind
  as: 'group' | 'institution'
  experienced?: string | undefined
  decide(request: Request): Decision<Said>
}

/** Finds and holds the request, asks whether this person may, decides, saves, tells it in the history and in the journal. */
export async function change(tx: Tx, by: By, id: string, verb: Verb): Promise<Decision<Request>> {
  const row = await heldRequest(tx, id)
  if (!row) return refused('not-found')
  const may =
    verb.as === 'group'
      ? speaksForGroup(by.roles, row.group_id)
      : isContactOf(by.roles, row.institution_id as InstitutionId)
  if (!may) return refused('not-allowed')
  const level: Decision<Level | null> = verb.experienced
    ? readChoice('experienced', verb.experienced, levels)
    : ok(row.experienced_level)
  if (!level.ok) return level
  const decided = verb.decide(requestIn(row))
  if (!decided.ok) return decided
  const { request, text } = decided.value
  const columns = requestColumns(request)
  await saveRequest(tx, id, {
    ...columns,
    experienced_level: level.value,
    version: row.version + 1,
    changed_at: by.at
  })
  const expected = verb.kind === 'delay' ? columns.expected_on : null
  const also = await event(tx, by, id, { kind: verb.kind, text, expected })
  await record(tx, by, {
    kind: verb.entry,
    about: { kind: 'request', id },
    also,
    as: verb.as === 'group' ? { group: row.group_id } : { institution: row.institution_id },
    facts: {
      state: columns.state,
      ...(expected ? { expected } : {}),
      ...(verb.experienced ? { experiencedLevel: level.value } : {}),
      ...(text === '' ? {} : { textHash: sha256(text) })
    }
  })
  return ok(request)
}

/** What was said about a request, as it will be read. @returns its row, as the record names it. */
export async function event(
  tx: Tx,
  by: By,
  request: string,
  what: { kind: Tables['request_event']['kind']; text: string; expected?: string | null }
): Promise<Subject[]> {
  const id = newId(by)
  await addEvent(tx, {
    id,
    request_id: request,
    kind: what.kind,
    text: what.text,
    by_id: by.person ?? null,
    on_day: by.today,
    at: by.at,
    expected_on: what.expected ?? null
  })
  return [{ kind: 'requestEvent', id }]
}
