/** Who looks along: witnesses with a key of their own, and people with a paper. */
import { ok, readText, refused, type Decision } from '@buurtmacht/domain'
import { openNote, readCheckpoint, readNote, readVerifierKey } from 'public-log'
import type { Tx } from '../db/index.ts'
import { checkpointOf, groupsOf, record } from '../journal/index.ts'
import { newId, type By } from '../web/index.ts'
import {
  endWitness,
  putCosignature,
  saveWitness,
  standingWitnesses,
  witnessById,
  witnessByKey,
  type WitnessRow
} from './queries.ts'

/** The kind of key that cosigns (C2SP tlog-cosignature). */
const witnessKey = 4

/** Refusals: `field-…` (name 2–100 characters), `witness-key-wrong`, `witness-known`. */
export async function addWitness(tx: Tx, by: By, typed: { name: string; key: string }): Promise<Decision<string>> {
  const name = readText('name', typed.name, { min: 2, max: 100 })
  if (!name.ok) return name
  const key = typed.key.trim()
  if (kindOf(key) !== witnessKey) return refused('witness-key-wrong', { field: 'key' })
  if (await witnessByKey(tx, key)) return refused('witness-known', { field: 'key' })
  const id = newId(by)
  await saveWitness(tx, { id, name: name.value, key, from_at: by.at, until_at: null })
  await record(tx, by, {
    kind: 'witness-added',
    about: { kind: 'witness', id },
    as: 'administrator',
    facts: { name: name.value, key }
  })
  return ok(id)
}

function kindOf(key: string): number | undefined {
  try {
    return readVerifierKey(key).kind
  } catch {
    return undefined
  }
}

/** What they signed stays. Refusals: `not-found`, `witness-ended`. */
export async function stopWitness(tx: Tx, by: By, id: string): Promise<Decision<string>> {
  const row = await witnessById(tx, id)
  if (!row) return refused('not-found')
  if (row.until_at !== null) return refused('witness-ended')
  await endWitness(tx, id, by.at)
  await record(tx, by, {
    kind: 'witness-ended',
    about: { kind: 'witness', id },
    as: 'administrator',
    facts: { name: row.name }
  })
  return ok(id)
}

/**
 * A checkpoint of ours with the line of one or more witnesses under it. Nothing is recorded: that would be a new entry to sign, without end.
 * Refusals: `cosignature-broken`, `cosignature-other-checkpoint`, `cosignature-unknown`.
 */
export async function takeCosignature(tx: Tx, by: Pick<By, 'at'>, text: string): Promise<Decision<string[]>> {
  const size = sizeIn(text)
  if (size === undefined) return refused('cosignature-broken')
  const ours = await checkpointOf(tx, size)
  const { body } = readNote(text)
  if (!ours || readNote(ours.note).body !== body) return refused('cosignature-other-checkpoint')
  const lines = text.slice(body.length + 1).split('\n')
  const names: string[] = []
  for (const witness of await standingWitnesses(tx)) {
    const line = lines.find((one) => isSignedBy(witness, body, one))
    if (line === undefined) continue
    await putCosignature(tx, { size, witness_id: witness.id, line, signed_at: by.at })
    names.push(witness.name)
  }
  return names.length > 0 ? ok(names) : refused('cosignature-unknown')
}

function sizeIn(text: string): number | undefined {
  try {
    readNote(text)
    return readCheckpoint(text).size
  } catch {
    return undefined
  }
}

function isSignedBy({ key }: WitnessRow, body: string, line: string): boolean {
  try {
    return openNote(`${body}\n${line}\n`, [readVerifierKey(key)]).by.length === 1
  } catch {
    return false
  }
}

/** Which two of the sixteen groups are read back: others for every checkpoint, the same for everybody. */
export function groupsToRead(groups: readonly string[]): [number, number] {
  const first = parseInt(groups[0]?.slice(0, 1) ?? '0', 16)
  const other = parseInt(groups[1]?.slice(0, 1) ?? '0', 16)
  return [first, other === first ? (first + 1) % 16 : other].toSorted((a, b) => a - b) as [number, number]
}

/**
 * Somebody reads two groups from a paper that was kept, and they are those of the record. Refusals: `not-found`, `paper-differs`,
 * `field-…` (where: 2–100 characters).
 */
export async function readBack(
  tx: Tx,
  by: By,
  read: { size: number; first: string; second: string; where: string }
): Promise<Decision<number>> {
  const row = await checkpointOf(tx, read.size)
  if (!row) return refused('not-found')
  const where = readText('where', read.where, { min: 2, max: 100 })
  if (!where.ok) return where
  const groups = groupsOf(row.root)
  const [first, second] = groupsToRead(groups)
  const plain = (typed: string) => typed.replace(/\s/g, '').toLowerCase()
  if (plain(read.first) !== groups[first]) return refused('paper-differs', { field: 'first' })
  if (plain(read.second) !== groups[second]) return refused('paper-differs', { field: 'second' })
  await record(tx, by, {
    kind: 'paper-read-back',
    about: { kind: 'journal', id: String(read.size) },
    facts: { size: read.size, root: row.root, groups: `${first + 1}, ${second + 1}`, where: where.value }
  })
  return ok(read.size)
}
