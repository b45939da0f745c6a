/** Where a plan comes from: the voices that were named under it. */
import type { Reader, Tx } from '../../../db/index.ts'

/** Only what still stands: words that were taken back are no ground for a plan. */
export async function voicesOfPlan(read: Reader, plan: string): Promise<string[]> {
  const rows = await read
    .selectFrom('plan_voice')
    .innerJoin('voice', 'voice.id', 'plan_voice.voice_id')
    .select('voice_id')
    .where('proposal_id', '=', plan)
    .where('voice.state', '=', 'given')
    .orderBy('voice_id')
    .execute()
  return rows.map((row) => row.voice_id)
}

export async function addPlanVoices(tx: Tx, plan: string, voices: readonly string[]): Promise<void> {
  if (voices.length === 0) return
  await tx
    .insertInto('plan_voice')
    .values(voices.map((voice_id) => ({ proposal_id: plan, voice_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropPlanVoices(tx: Tx, plan: string, voices: readonly string[]): Promise<void> {
  if (voices.length === 0) return
  await tx.deleteFrom('plan_voice').where('proposal_id', '=', plan).where('voice_id', 'in', voices).execute()
}
