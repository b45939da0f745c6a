export {
  askBackOnRequest,
  clarifyRequest,
  confirmRequestReceipt,
  judgeRequestAnswered,
  judgeRequestUnanswered,
  remindOfRequest,
  replyToRequest,
  reportRequestDelay,
  sendRequest,
  withdrawRequest,
  type Judged,
  type RequestTyped
} from './actions.ts'
export { clockOf, type Clock } from './clock.ts'
export {
  eventsOf,
  eventsOfRequests,
  heldRequest,
  listRequests,
  noRequests,
  requestCounts,
  requestOf,
  requestsOfGoal,
  requestsOfGoals,
  requestsOfInstitution,
  type RequestCounts,
  type RequestEvent,
  type RequestRow,
  type RequestsAsked
} from './queries.ts'
export { requestsPages } from './pages.tsx'
