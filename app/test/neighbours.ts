/** A small neighbourhood to test in: two flats, two groups, a few people, one institution. Nobody real. */
import { asId, type Day, type PersonId, type Role } from '@buurtmacht/domain'
import type { Insertable } from 'kysely'
import type { Tables } from '../src/db/index.ts'
import { signInAs } from '../src/people/index.ts'
import { settle } from '../src/place/index.ts'
import type { By } from '../src/web/index.ts'
import type { Place } from './kit.ts'
import { visitor, type Visitor } from './visitor.ts'

export interface Neighbours {
  areas: { kruidenhof: string; lindehof: string }
  /** Acts as one of them, for calling actions directly. */
  by(who: Who): By
  /** Their browser, signed in. */
  browser(who: Who): Promise<Visitor>
}

const people = {
  /** Helper of the committee. */
  rudi: [{ kind: 'helper', group: 'committee' }],
  /** Lead of the committee. */
  bep: [{ kind: 'lead', group: 'committee' }],
  /** Lead of the youth team. */
  sam: [{ kind: 'lead', group: 'youth' }],
  /** Helps in both groups. */
  noor: [
    { kind: 'helper', group: 'committee' },
    { kind: 'helper', group: 'youth' }
  ],
  /** Speaks for the housing association. */
  kees: [{ kind: 'contact', institution: 'housing' }],
  /** Resident administrator, in no group. */
  anna: [{ kind: 'admin' }]
} as const
export type Who = keyof typeof people

const roles = (who: Who): Role[] =>
  people[who].map((role) => ({ ...role, from: '2026-01-01' as Day }) as unknown as Role)

export async function neighbours(place: () => Place): Promise<Neighbours> {
  const { store } = place()
  const at = new Date(place().clock.now).toISOString()
  const areas = await store.change(async (tx) => {
    const settled = await settle(tx, place().by(), {
      name: 'Vijverbuurt',
      town: 'Waterstad',
      colour: '#0b5d57',
      languages: ['nl', 'en'],
      areas: [{ name: 'Kruidenhof' }, { name: 'Lindehof' }]
    })
    if (!settled.ok) throw new Error(settled.refusal.code)
    for (const [id, name] of [
      ['committee', 'Bewonerscommissie Kruidenhof'],
      ['youth', 'Jongerenteam']
    ] as const)
      await tx
        .insertInto('resident_group')
        .values(group(id, name, at))
        .execute()
    await tx
      .insertInto('institution')
      .values({ id: 'housing', name: 'Woonstichting', kind: 'housing', about: '', made_at: at })
      .execute()
    for (const who of Object.keys(people) as Who[]) {
      await tx
        .insertInto('person')
        .values({
          id: who,
          name: who[0]!.toUpperCase() + who.slice(1),
          email: null,
          lang: 'nl',
          about: null,
          made_at: at,
          erased_at: null
        })
        .execute()
      for (const [n, role] of people[who].entries())
        await tx
          .insertInto('role')
          .values(roleRow(who, n, role))
          .execute()
    }
    return settled.value.areas
  })
  return {
    areas: { kruidenhof: areas.get('Kruidenhof')!, lindehof: areas.get('Lindehof')! },
    by: (who) => place().by(who, roles(who)),
    async browser(who) {
      const cookie = await store.change((tx) => signInAs(tx, place().by(), asId<PersonId>(who)))
      return visitor(place, cookie)
    }
  }
}

const group = (id: string, name: string, at: string): Insertable<Tables['resident_group']> => ({
  id,
  name,
  kind: 'other',
  about: '',
  meets: null,
  reach: null,
  languages: '["nl"]',
  spoken_with: '[]',
  spoken_why: null,
  made_at: at
})

const roleRow = (
  who: Who,
  n: number,
  role: { kind: string; group?: string; institution?: string }
): Tables['role'] => ({
  id: `${who}-${n}`,
  person_id: who,
  kind: role.kind as Tables['role']['kind'],
  group_id: role.group ?? null,
  institution_id: role.institution ?? null,
  from_on: '2026-01-01',
  until_on: null
})
