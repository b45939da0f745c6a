// The demo story: the Moerbeibuurt in Wilgerdam, fourteen months of a neighbourhood that does not exist.
import { rounds } from './budget.ts'
import { commitments } from './commitments.ts'
import { deeds } from './deeds.ts'
import { goals } from './goals.ts'
import { groups } from './groups.ts'
import { institutions } from './institutions.ts'
import { meToos, needChanges } from './need-changes.ts'
import { money } from './money.ts'
import { needs } from './needs.ts'
import { people } from './people.ts'
import { place } from './place.ts'
import { requests } from './requests/index.ts'
import { type Story } from './story.ts'
import { handovers, notReached, tellBacks } from './tellbacks.ts'
import { voices } from './voices/index.ts'

export type * from './story.ts'

export const story: Story = {
  place,
  people,
  groups,
  institutions,
  voices,
  needs,
  needChanges,
  meToos,
  goals,
  requests,
  commitments,
  deeds,
  rounds,
  money,
  tellBacks,
  notReached,
  handovers
}
