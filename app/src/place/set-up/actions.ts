import { ok, refused, type Decision, type PersonId } from '@buurtmacht/domain'
import type { Tx } from '../../db/index.ts'
import {
  addPerson,
  beginAsAdministrator,
  makeFirstCard,
  signInAs,
  type Card,
  type FreshCard
} from '../../people/index.ts'
import type { By, Cookie, Visit } from '../../web/index.ts'
import { settle } from '../actions.ts'
import type { MarkName } from '../marks.ts'
import { neighbourhood } from '../queries.ts'
import { readAreaNames, readPlace, type PlaceTyped } from '../reading.tsx'
import { isSetUpCode } from './first.ts'

export interface SetUpTyped extends PlaceTyped {
  code: string
  mark: MarkName
  /** One per line. */
  areas: string
  administrator: string
  /** Empty for somebody who signs in with a card. */
  email: string
}

/**
 * Residents take the platform: it becomes their neighbourhood, with its first resident administrator signed in and a card
 * in hand. Once. Refusals: `already-set-up`, `set-up-code-wrong`, those of the place and of a person.
 */
export async function setUp(
  tx: Tx,
  by: By,
  { keyed, fresh, lang }: { keyed: Visit['keyed']; fresh: FreshCard | undefined; lang: string },
  typed: SetUpTyped
): Promise<Decision<{ person: PersonId; card: Card; cookie: Cookie }>> {
  if (await neighbourhood(tx)) return refused('already-set-up')
  if (!fresh || !isSetUpCode(keyed, typed.code)) return refused('set-up-code-wrong', { field: 'code' })
  const place = readPlace(typed)
  if (!place.ok) return place
  const areas = readAreaNames(typed.areas)
  if (!areas.ok) return areas
  const person = await addPerson(tx, by, { name: typed.administrator, email: typed.email, lang })
  if (!person.ok)
    return person.refusal.field === 'name'
      ? { ok: false, refusal: { ...person.refusal, field: 'administrator' } }
      : person
  const self: By = { ...by, person: person.value, roles: [{ kind: 'admin', from: by.today }] }
  const settled = await settle(tx, self, {
    ...place.value,
    mark: typed.mark,
    areas: areas.value.map((name) => ({ name }))
  })
  if (!settled.ok) return settled
  const role = await beginAsAdministrator(tx, self, person.value)
  if (!role.ok) return role
  const card = await makeFirstCard(tx, self, fresh, person.value)
  if (!card.ok) return card
  return ok({ person: person.value, card: card.value, cookie: await signInAs(tx, self, person.value) })
}
