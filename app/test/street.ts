/** A made-up street for tests: two groups, two institutions, their people, and one need. */
import type { Day, GroupId, InstitutionId, Role } from '@buurtmacht/domain'
import type { By } from '../src/web/index.ts'
import type { Place } from './kit.ts'

export const street = {
  flat: 'flat',
  church: 'church',
  housing: 'housing',
  city: 'city',
  need: 'light',
  /** Leads the committee of the flat. */
  joyce: 'joyce',
  /** Helps the committee of the flat. */
  bep: 'bep',
  /** Leads the church's group. */
  kwabena: 'kwabena',
  /** Speaks for the housing association. */
  samira: 'samira',
  /** Speaks for the city. */
  lotte: 'lotte',
  /** Resident administrator, member of no group. */
  ans: 'ans'
} as const

const from = '2025-01-01' as Day
const roles: Record<string, Role> = {
  joyce: { kind: 'lead', group: street.flat as string as GroupId, from },
  bep: { kind: 'helper', group: street.flat as string as GroupId, from },
  kwabena: { kind: 'lead', group: street.church as string as GroupId, from },
  samira: { kind: 'contact', institution: street.housing as string as InstitutionId, from },
  lotte: { kind: 'contact', institution: street.city as string as InstitutionId, from },
  ans: { kind: 'admin', from }
}
export type Neighbour = 'joyce' | 'bep' | 'kwabena' | 'samira' | 'lotte' | 'ans'
export const neighbours = Object.keys(roles) as Neighbour[]

/** Somebody of the street, now. */
export const as = (place: Place, who: Neighbour): By => place.by(who, [roles[who]!])

const names: Record<Neighbour, string> = {
  joyce: 'Joyce Landveld',
  bep: 'Bep van Rooswinkel',
  kwabena: 'Kwabena Ofosuhene',
  samira: 'Samira Alberga',
  lotte: 'Lotte Hoogendam',
  ans: 'Ans Verhulst'
}

/** Builds the street in an empty installation. */
export async function buildStreet(place: Place): Promise<void> {
  const made_at = new Date(place.clock.now).toISOString()
  await place.store.change(async (tx) => {
    await tx
      .insertInto('neighbourhood')
      .values({
        id: 1,
        name: 'De Hofbuurt',
        town: 'Veenstad',
        colour: '#0b5d57',
        mark: null,
        languages: '["nl","en"]',
        map_box: '0 0 100 100',
        reply_weeks: 6,
        made_at
      })
      .execute()
    await tx
      .insertInto('resident_group')
      .values(
        [
          { id: street.flat, name: 'Flatcommissie Wingerdflat', kind: 'tenants' as const },
          { id: street.church, name: 'Kerk De Open Deur', kind: 'faith' as const }
        ].map((group) => ({
          ...group,
          about: 'Bewoners',
          meets: null,
          reach: null,
          languages: '["nl"]',
          spoken_with: '[]',
          spoken_why: null,
          made_at
        }))
      )
      .execute()
    await tx
      .insertInto('institution')
      .values([
        { id: street.housing, name: 'WilgerWonen', kind: 'housing', about: 'Verhuurt de flat', made_at },
        { id: street.city, name: 'Gemeente Veenstad', kind: 'municipality', about: 'De gemeente', made_at }
      ])
      .execute()
    await tx
      .insertInto('person')
      .values(
        neighbours.map((id) => ({
          id,
          name: names[id],
          email: null,
          lang: 'nl',
          about: null,
          made_at,
          erased_at: null
        }))
      )
      .execute()
    await tx
      .insertInto('role')
      .values(
        neighbours.map((id) => {
          const role = roles[id]!
          return {
            id: `role-${id}`,
            person_id: id,
            kind: role.kind,
            group_id: 'group' in role ? role.group : null,
            institution_id: 'institution' in role ? role.institution : null,
            from_on: role.from,
            until_on: null
          }
        })
      )
      .execute()
    await tx
      .insertInto('need')
      .values({
        id: street.need,
        sentence: 'Het is donker in de gangen.',
        group_id: street.flat,
        area_id: null,
        state: 'open',
        into_ids: '[]',
        version: 1,
        voices: 0,
        made_at
      })
      .execute()
  })
}

/** Moves the clock of the installation. */
export const laterBy = (place: Place, days: number): void => {
  place.clock.now += days * 86_400_000
}
