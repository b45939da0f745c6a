/** Opens the sealed ballots of a round again, for who counts them again: the file and two key cards are enough. */
import { readKeyCard, refused, type Decision } from '@buurtmacht/domain'
import { privateKey } from '../box/actions.ts'
import { openSealed } from '../box/sealing.ts'
import { boundTo } from './files.ts'

interface SealedFile {
  round: string
  name: string
  pairs: unknown
  sealed: string
}

/** @returns the `.pb` text. Refusals: `key-card-wrong`, `key-cards-the-same`, `box-broken`. */
export function openSealedFile(text: string, cardA: string, cardB: string): Decision<string> {
  const { round, name, pairs, sealed } = JSON.parse(text) as SealedFile
  if (!readKeyCard(cardA) || !readKeyCard(cardB)) return refused('key-card-wrong')
  const keys = privateKey({ round_id: round, opened_by_pair: JSON.stringify(pairs) }, cardA, cardB)
  if (!keys.ok) return keys
  const found = openSealed(keys.value, sealed, boundTo(round, name))
  return found ? { ok: true, value: found.toString() } : refused('box-broken')
}
