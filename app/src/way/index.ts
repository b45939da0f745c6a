export { GoalCard, goalCards, type GoalOnCard } from './cards.tsx'
export { followed, type Followed, type OneWay } from './follow.ts'
export { factsAlong, furthestBehind } from './facts.ts'
export {
  alongGoals,
  alongNeeds,
  type Along,
  type CommitmentOnWay,
  type GoalOnWay,
  type RequestOnWay
} from './along/queries.ts'
export { Clock, nextWords, short } from './views.tsx'
export { wayPages } from './pages.tsx'
