/** The place, its people with a task, its groups and institutions. */
import type { PublicRows } from './shape.ts'

const personal = 'personal'

export const placeAndPeople: readonly PublicRows[] = [
  {
    kind: 'neighbourhood',
    table: 'neighbourhood',
    key: ['id'],
    columns: [
      'id',
      'name',
      'town',
      'colour',
      'mark',
      'picture_id',
      'languages',
      'map_box',
      'landmarks',
      'reply_weeks',
      'version',
      'made_at'
    ]
  },
  {
    kind: 'picture',
    table: 'picture',
    key: ['id'],
    heavy: true,
    columns: ['id', 'type', 'bytes', 'width', 'height', 'alt', 'made_at']
  },
  {
    kind: 'area',
    table: 'area',
    key: ['id'],
    columns: ['id', 'name', 'outline', 'place', 'code', 'code_system', 'from_year', 'until_year'],
    left: { voices: 'a count the database keeps; counts-are-right compares it' }
  },
  {
    kind: 'person',
    table: 'person',
    key: ['id'],
    columns: ['id', 'erased_at'],
    left: { name: personal, email: personal, lang: personal, about: personal, made_at: 'stands in the entry' }
  },
  {
    kind: 'role',
    table: 'role',
    key: ['id'],
    columns: ['id', 'person_id', 'kind', 'group_id', 'institution_id', 'from_on', 'until_on'],
    of: { group: 'group_id', institution: 'institution_id' }
  },
  {
    kind: 'group',
    table: 'resident_group',
    key: ['id'],
    columns: [
      'id',
      'name',
      'kind',
      'about',
      'meets',
      'reach',
      'languages',
      'spoken_with',
      'spoken_why',
      'version',
      'made_at'
    ],
    parts: [{ table: 'group_area', of: 'group_id', columns: ['group_id', 'area_id'], order: ['area_id'] }],
    of: { group: 'id' }
  },
  {
    kind: 'institution',
    table: 'institution',
    key: ['id'],
    columns: ['id', 'name', 'kind', 'about', 'made_at'],
    of: { institution: 'id' }
  },
  {
    kind: 'witness',
    table: 'journal_witness',
    key: ['id'],
    columns: ['id', 'name', 'key', 'from_at', 'until_at']
  }
]
