export { judgeDisputed, judgeKept, makeCommitment, reportDelivered } from './actions.ts'
export { promiseClock, type PromiseClock } from './clock.ts'
export {
  commitmentOf,
  commitmentsOfGoals,
  commitmentsOfRequest,
  eventsOfCommitments,
  listCommitments,
  type CommitmentEvent,
  type CommitmentRow,
  type CommitmentsAsked
} from './queries.ts'
export { CommitmentCard, CommitmentChip } from './list.tsx'
export { commitmentsPages } from './pages.tsx'
