import { ok, readChoice, readText, type Decision, type InstitutionId } from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { record } from '../journal/index.ts'
import { keepWords } from '../search/index.ts'
import { newId, type By } from '../web/index.ts'
import { institutionKinds, saveInstitution } from './queries.ts'

/** Residents note which institutions they deal with. Refusals: `field-…` (name 2–100 characters, about 3–2,000). */
export async function addInstitution(
  tx: Tx,
  by: By,
  typed: { name: string; kind: string; about: string }
): Promise<Decision<InstitutionId>> {
  const name = readText('name', typed.name, { min: 2, max: 100 })
  if (!name.ok) return name
  const kind = readChoice('kind', typed.kind, institutionKinds)
  if (!kind.ok) return kind
  const about = readText('about', typed.about, { min: 3, max: 2_000 })
  if (!about.ok) return about
  const id = newId<InstitutionId>(by)
  await saveInstitution(tx, { id, name: name.value, kind: kind.value, about: about.value, made_at: by.at })
  await keepWords(tx, { kind: 'institution', ref: id, text: `${name.value} ${about.value}`, lang: 'nl' })
  await record(tx, by, {
    kind: 'institution-added',
    about: { kind: 'institution', id },
    as: 'administrator',
    facts: { name: name.value, institutionKind: kind.value }
  })
  return ok(id)
}
