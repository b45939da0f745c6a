/** Many people who give a voice at once through the API, and who send it again with the same key when no answer came. */
import { ask, asText, many } from '../bench/client.ts'

export interface Giver {
  key: string
  text: string
  /** The follow code, once it was answered. */
  code?: string
  /** What came instead of a code. */
  refused?: { status: number; body: string }
}

export const people = (n: number, round: string): Giver[] =>
  Array.from({ length: n }, (_, i) => ({
    key: `rig-${round}-${i}-${Math.random().toString(36).slice(2)}`,
    text: `Dit zei ik in ronde ${round}, nummer ${i}.`
  }))

export interface HowToGive {
  atOnce?: number
  /** The losing control sends again without its key. */
  withoutKey?: boolean
  /** Called after each answer with how many were answered by now. */
  answered?: (n: number) => void
}

/** Everybody without a code tries once. A broken connection is no answer. */
export async function giveAll(port: number, givers: Giver[], how: HowToGive = {}): Promise<void> {
  const waiting = givers.filter((giver) => !giver.code)
  let answered = 0
  await many(waiting.length, how.atOnce ?? waiting.length, async (i) => {
    const giver = waiting[i]!
    const key: Record<string, string> = how.withoutKey ? {} : { 'idempotency-key': giver.key }
    const body = JSON.stringify({ text: giver.text, lang: 'nl', show: 'full' })
    const headers = { 'content-type': 'application/json', ...key }
    const answer = await ask({ port, path: '/api/v1/voices', method: 'POST', headers, body }).catch(() => undefined)
    if (!answer) return
    if (answer.status !== 201) giver.refused = { status: answer.status, body: asText(answer) }
    else {
      giver.code = (JSON.parse(asText(answer)) as { followCode: string }).followCode
      how.answered?.(++answered)
    }
  })
}

/** The givers whose code finds nothing, or not their own words. */
export async function lost(port: number, givers: Giver[]): Promise<Giver[]> {
  const missing: Giver[] = []
  const answered = givers.filter((giver) => giver.code)
  await many(answered.length, 16, async (i) => {
    const giver = answered[i]!
    const answer = await ask({ port, path: `/api/v1/follow/${giver.code}` })
    if (answer.status >= 500) throw new Error(`following answered ${answer.status}: ${asText(answer)}`)
    const found = answer.status === 200 ? (JSON.parse(asText(answer)) as { voice: { text: string } }).voice.text : ''
    if (found !== giver.text) missing.push(giver)
  })
  return missing
}
