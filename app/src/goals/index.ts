export {
  adoptGoal,
  handOverGoal,
  letGoOfGoal,
  pauseGoal,
  proposeGoal,
  reachGoal,
  reopenGoal,
  resumeGoal,
  startGoal,
  writeDeed,
  writeGoalResult
} from './actions.ts'
export { forgetNameInDeeds } from './forgetting.ts'
export {
  deedsOf,
  goalOf,
  goalsIn,
  goalsOfGroup,
  goalsOfNeeds,
  goalStepsOf,
  heldGoal,
  listGoals,
  type GoalRow,
  type GoalsAsked,
  type GoalStep,
  type StepKind
} from './queries.ts'
export { leadsGroup, residentsOf, speaksForGroup } from './who.ts'
export { goalsPages } from './pages.tsx'
