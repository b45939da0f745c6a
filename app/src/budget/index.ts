export { askForAdvice, answerAdviceOn, giveAdviceOn } from './advice/actions.ts'
export { decideOnPlan, handInPlan, takePlanBack, wishToMerge, writePlan, type PlanWritten } from './plans/actions.ts'
export {
  editRound,
  fixBallot,
  nameForRound,
  openPreparedRound,
  prepareRound,
  stopRoundBecause
} from './rounds/actions.ts'
export { budgetPages } from './pages.ts'
