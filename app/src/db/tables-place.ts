/** Tables of the neighbourhood itself, and of the groups and institutions in it. */
import type { Generated } from 'kysely'

export interface PlaceTables {
  neighbourhood: {
    id: 1
    name: string
    town: string
    colour: string
    mark: string | null
    picture_id: string | null
    languages: string
    map_box: string
    landmarks: string | null
    reply_weeks: number
    version: Generated<number>
    made_at: string
  }
  picture: {
    id: string
    type: 'image/webp'
    bytes: Uint8Array
    width: number
    height: number
    alt: string
    made_at: string
  }
  area: {
    id: string
    name: string
    outline: string | null
    place: number
    code: string | null
    code_system: string | null
    from_year: number | null
    until_year: number | null
    /** Kept: voices that may be told of here. See docs/decisions/kept-counts.md. */
    voices: Generated<number>
  }
  resident_group: {
    id: string
    name: string
    kind: 'core' | 'tenants' | 'faith' | 'youth' | 'sports' | 'platform' | 'other'
    about: string
    meets: string | null
    reach: string | null
    languages: string
    spoken_with: string
    spoken_why: string | null
    version: Generated<number>
    made_at: string
  }
  /** Somebody is asked to help a group: until they say yes, or for two weeks. */
  group_invite: {
    hash: string
    group_id: string
    name: string
    email: string
    lang: string
    by_id: string
    made_at: string
    ends_at: string
  }
  group_area: { group_id: string; area_id: string }
  institution: { id: string; name: string; kind: string; about: string; made_at: string }
}
