export { askForAdvice, answerAdviceOn, giveAdviceOn } from './advice/actions.ts'
export { decideOnPlan, handInPlan, takePlanBack, wishToMerge, writePlan, type PlanWritten } from './plans/actions.ts'
export {
  closeCountedRound,
  editRound,
  fixBallot,
  nameForRound,
  openPreparedRound,
  prepareRound,
  stopRoundBecause
} from './rounds/actions.ts'
export { budgetPages } from './pages.ts'
export { itemsIn, planOf, plansByState, plansOfRound, potOf, saveWinners, type PlanRow } from './plans/queries.ts'
export { forgetNameInPlans } from './plans/forgetting.ts'
export { PlanPaper } from './plans/views.tsx'
export {
  allRounds,
  daysIn,
  hadCode,
  hasTask,
  heldRound,
  noteVoter,
  peopleOfRound,
  roundColumns,
  roundForPlans,
  roundIn,
  roundOf,
  saveRound,
  settingsIn,
  type RoundRow
} from './rounds/queries.ts'
export { PhaseChip } from './rounds/views.tsx'
export { costLines, costsTyped } from './plans/costs.ts'
export { isResidentHelper, keepsRound, namedFor } from './who.ts'
