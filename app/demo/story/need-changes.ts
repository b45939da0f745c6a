// How needs were split and merged, and who said “ik ook”.
import { type MeToo, type NeedChange } from './story.ts'

export const needChanges: readonly NeedChange[] = [
  {
    kind: 'split',
    daysAgo: 285,
    by: 'ans',
    from: 'schoon',
    into: ['containers', 'ratten'],
    why: 'Het zijn twee dingen. Bakken kun je neerzetten. Ratten vragen om een plan voor lange tijd.'
  },
  {
    kind: 'merged',
    daysAgo: 130,
    by: 'sharlon',
    from: 'onderdoorgang',
    into: 'licht',
    why: 'De sportclub en de flatcommissie willen hetzelfde. Samen staan wij sterker.'
  }
]

export const meToos: readonly MeToo[] = [
  { need: 'oversteek', daysAgo: [331, 330, 330, 324, 317, 290] },
  { need: 'lift', daysAgo: [251, 251, 240, 199, 101, 80] },
  { need: 'licht', daysAgo: [144, 143, 120, 98, 76, 51, 33, 12, 8, 1] },
  { need: 'jongeren', daysAgo: [90, 89, 89, 71, 40, 18] },
  { need: 'brieven', daysAgo: [61, 37, 5] },
  { need: 'bankjes', daysAgo: [19, 7] }
]
