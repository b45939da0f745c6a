/**
 * One effect however often it is sent: a form's hidden `once`, or the API's Idempotency-Key. The answer is kept sealed with that
 * very key, so that whoever steals the database reads no follow code out of it.
 */
import type { Tx } from '../db/index.ts'
import { sha256 } from '../db/index.ts'
import { seal, unseal } from './secret.ts'

export interface Once {
  secret: string
  /** Apart for each page or route and each person. */
  scope: string
  key: string
  /** What was asked, to notice the same key with another content. */
  asked: string
  at: string
}

export type Before = { answer: string } | { other: true } | undefined

const nameOf = (once: Once): string => sha256(`${once.scope}\0${once.key}`)

/** The answer given before, `other` when this key came with another content, or nothing yet. */
export async function answeredBefore(tx: Tx, once: Once): Promise<Before> {
  const row = await tx.selectFrom('once').select('answer').where('key', '=', nameOf(once)).executeTakeFirst()
  if (!row) return undefined
  const kept = JSON.parse(unseal(once.secret, once.key, row.answer)) as { asked: string; answer: string }
  return kept.asked === sha256(once.asked) ? { answer: kept.answer } : { other: true }
}

export async function keepAnswer(tx: Tx, once: Once, answer: string): Promise<void> {
  const sealed = seal(once.secret, once.key, JSON.stringify({ asked: sha256(once.asked), answer }))
  await tx
    .insertInto('once')
    .values({ key: nameOf(once), answer: sealed, at: once.at })
    .execute()
}

/** True when two of the same arrived at the same moment and the other was first. */
export const cameSecond = (error: unknown): boolean =>
  /once/i.test(String((error as { message?: string }).message)) &&
  /unique|duplicate/i.test(String((error as { message?: string }).message))

/** Answers this old are not asked for again; with them goes the trace that somebody sent something. */
export const forgetAnswersBefore = (tx: Tx, at: string) => tx.deleteFrom('once').where('at', '<', at).execute()
