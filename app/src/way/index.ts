export { GoalCard, goalCards, type GoalOnCard } from './cards.tsx'
export { followed, type Followed, type OneWay } from './follow.ts'
export { factsAlong, furthestBehind } from './facts.ts'
export {
  alongGoals,
  alongNeeds,
  voicesIn,
  type Along,
  type CommitmentOnWay,
  type GoalOnWay,
  type RequestOnWay
} from './queries.ts'
export { Clock, nextWords, short } from './views.tsx'
export { wayPages } from './pages.tsx'
