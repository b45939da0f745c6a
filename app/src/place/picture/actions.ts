import { ok, readText, refused, type Decision } from '@buurtmacht/domain'
import { sha256, type Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By, type Picture } from '../../web/index.ts'
import { neighbourhoodToChange } from '../queries.ts'
import { addPicture, removePicture, showPicture } from './queries.ts'

export const altMax = 200

/**
 * The neighbourhood gets this picture; the one before is gone, also from the database.
 * Refusals: `not-found`, `changed-meanwhile`, `field-…` (alt: what can be seen on it).
 */
export async function setPicture(
  tx: Tx,
  by: By,
  sent: { picture: Picture; alt: string; version: number }
): Promise<Decision<string>> {
  const before = await neighbourhoodToChange(tx)
  if (!before) return refused('not-found')
  if (before.version !== sent.version) return refused('changed-meanwhile')
  const alt = readText('alt', sent.alt, { min: 3, max: altMax })
  if (!alt.ok) return alt
  const id = newId(by)
  await addPicture(tx, { id, ...sent.picture, alt: alt.value, made_at: by.at })
  await showPicture(tx, id, before.version + 1)
  if (before.picture_id) await removePicture(tx, before.picture_id)
  const facts = { sha256: sha256(sent.picture.bytes), alt: alt.value }
  const also = [id, before.picture_id]
    .filter((one) => one !== null)
    .map((one) => ({ kind: 'picture', id: one }) as const)
  await record(tx, by, {
    kind: 'neighbourhood-picture-set',
    about: { kind: 'neighbourhood', id: '1' },
    also,
    as: 'administrator',
    facts
  })
  return ok(id)
}

/** Refusals: `not-found` (also when there is none), `changed-meanwhile`. */
export async function takePictureAway(tx: Tx, by: By, version: number): Promise<Decision<void>> {
  const before = await neighbourhoodToChange(tx)
  if (!before?.picture_id) return refused('not-found')
  if (before.version !== version) return refused('changed-meanwhile')
  await showPicture(tx, null, before.version + 1)
  await removePicture(tx, before.picture_id)
  await record(tx, by, {
    kind: 'neighbourhood-picture-taken-away',
    about: { kind: 'neighbourhood', id: '1' },
    also: [{ kind: 'picture', id: before.picture_id }],
    as: 'administrator',
    facts: {}
  })
  return ok(undefined)
}
