/** Naming the voices a plan comes from. Nobody has to: a plan stands by itself. */
import { ok, readFollowCode, refused, type Decision } from '@buurtmacht/domain'
import type { Tx } from '../../../db/index.ts'
import { followHash, voiceByCode, voiceById, type Keyed } from '../../../voices/index.ts'
import { addPlanVoices, dropPlanVoices, voicesOfPlan } from './queries.ts'

/** Many enough for any plan; what more people said is gathered in a need first. */
export const mostVoices = 20

/**
 * A line each: the follow code of who said it, which its giver alone has, or the address of words that everybody may read.
 * Refusals: `plan-voice-unknown` (facts: line), `plan-too-many-voices` (facts: max).
 */
export async function readVoices(tx: Tx, keyed: Keyed, typed: string): Promise<Decision<string[]>> {
  const lines = typed.split('\n').flatMap((line) => line.trim() || [])
  if (lines.length > mostVoices) return refused('plan-too-many-voices', { field: 'voices', facts: { max: mostVoices } })
  const found = new Set<string>()
  for (const line of lines) {
    const voice = await voiceNamed(tx, keyed, line)
    if (!voice) return refused('plan-voice-unknown', { field: 'voices', facts: { line: line.slice(0, 60) } })
    found.add(voice)
  }
  return ok([...found])
}

async function voiceNamed(tx: Tx, keyed: Keyed, line: string): Promise<string | undefined> {
  const address = /\/inbreng\/(\w{1,40})/.exec(line)?.[1]
  if (address) return (await voiceById(tx, address, 'public'))?.id
  const code = readFollowCode(line)
  const voice = code && (await voiceByCode(tx, followHash(keyed, code)))
  return voice?.state === 'given' ? voice.id : undefined
}

/** Refusals: those of `readVoices`. @param not voices that do not belong to it after all. */
export async function nameVoices(
  tx: Tx,
  keyed: Keyed,
  plan: string,
  said: { voices: string; not?: readonly string[] }
): Promise<Decision<number>> {
  const named = await readVoices(tx, keyed, said.voices)
  if (!named.ok) return named
  await dropPlanVoices(tx, plan, said.not ?? [])
  await addPlanVoices(tx, plan, named.value)
  const all = await voicesOfPlan(tx, plan)
  return all.length > mostVoices
    ? refused('plan-too-many-voices', { field: 'voices', facts: { max: mostVoices } })
    : ok(all.length)
}
