/**
 * A story that is being told: kept while somebody answers one question after the other, so that going back, reloading or a
 * failing connection loses nothing. Whoever knows its address can go on; the database alone reveals nothing of it.
 */
import { ok, refused, type Channel, type Decision, type PersonId } from '@buurtmacht/domain'
import type { Reader, Tx } from '../../db/index.ts'
import { newId, seal, unseal, type By } from '../../web/index.ts'
import { giveVoice, mayReadAll, type VoiceTaken } from '../actions.ts'
import type { Keyed } from '../queries.ts'
import { draftHeld, draftRow, putDraft, removeDraft, removeDraftsEndedBefore } from './queries.ts'

export const addressed = ['email', 'phone', 'letter', 'person'] as const
export type Addressed = (typeof addressed)[number]

/** What was answered so far; '' is not answered. */
export interface Answers {
  text: string
  lang: string
  area: string
  /** Asked, though perhaps answered with "somewhere else". */
  areaAsked: boolean
  show: string
  how: string
  /** What was filled in beneath each way of being told. */
  to: Partial<Record<Addressed, string>>
  /** A helper writes down what somebody else says. */
  helper?: PersonId
  channel?: Channel
  onBehalf?: boolean
  heardOn?: string
}

export const nothingYet = (lang: string): Answers => ({
  text: '',
  lang,
  area: '',
  areaAsked: false,
  show: '',
  how: '',
  to: {}
})

const aDay = 86_400_000

const keyOf = (keyed: Keyed, draft: string) => keyed('draft', draft)

/** An address nobody can guess. */
export const newDraftAddress = (by: By): string => newId(by) + newId(by)

export async function keepDraft(tx: Tx, by: By, keyed: Keyed, draft: string, answers: Answers): Promise<void> {
  const ends = new Date(Date.parse(by.at) + aDay).toISOString()
  await putDraft(tx, draft, seal(keyOf(keyed, draft), draft, JSON.stringify(answers)), ends)
}

type Row = { answers: string; ends_at: string } | undefined

function open(row: Row, by: By, keyed: Keyed, draft: string): Answers | undefined {
  if (!row || row.ends_at < by.at) return undefined
  return JSON.parse(unseal(keyOf(keyed, draft), draft, row.answers)) as Answers
}

export const draftOf = async (read: Reader, by: By, keyed: Keyed, draft: string): Promise<Answers | undefined> =>
  open(await draftRow(read, draft), by, keyed, draft)

export const draftToChange = async (tx: Tx, by: By, keyed: Keyed, draft: string): Promise<Answers | undefined> =>
  open(await draftHeld(tx, draft), by, keyed, draft)

/** What a helper began is only that helper's to go on with. */
export const isTheirs = (answers: Answers, by: By): boolean =>
  answers.helper === undefined || (answers.helper === by.person && mayReadAll(by.roles))

export const addressOf = (answers: Answers): string | undefined =>
  (addressed as readonly string[]).includes(answers.how) ? answers.to[answers.how as Addressed] : undefined

/** The story becomes a voice, once; its draft is gone. Refusals: `not-found` when it was sent or ended; those of `giveVoice`. */
export async function sendDraft(tx: Tx, by: By, keyed: Keyed, draft: string): Promise<Decision<VoiceTaken>> {
  const answers = await draftToChange(tx, by, keyed, draft)
  if (!answers) return refused('not-found')
  if (!isTheirs(answers, by)) return refused('not-allowed')
  const given = await giveVoice(tx, by, keyed, {
    text: answers.text,
    lang: answers.lang,
    area: answers.area,
    channel: answers.channel ?? 'online',
    show: answers.show,
    tellBack: { how: answers.how, to: addressOf(answers) },
    onBehalf: answers.onBehalf ?? false,
    by: answers.helper ?? 'anyone',
    ...(answers.heardOn ? { heardOn: answers.heardOn } : {})
  })
  if (!given.ok) return given
  await removeDraft(tx, draft)
  return ok(given.value)
}

/** Takes away what nobody finished within a day. Called at start and every night. */
export const clearDrafts = (tx: Tx, at: string) => removeDraftsEndedBefore(tx, at)
