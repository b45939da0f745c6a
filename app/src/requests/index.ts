export {
  clarifyRequest,
  judgeRequestAnswered,
  judgeRequestUnanswered,
  remindOfRequest,
  withdrawRequest,
  type Judged
} from './judgements/actions.ts'
export { askBackOnRequest, confirmRequestReceipt, replyToRequest, reportRequestDelay } from './replies/actions.ts'
export { clockOf, type Clock } from './clock.ts'
export {
  eventsOf,
  eventsOfRequests,
  heldRequest,
  listRequests,
  requestOf,
  requestsOfGoal,
  requestsOfGoals,
  termOf,
  versionOf,
  type RequestEvent,
  type RequestRow,
  type RequestsAsked
} from './queries.ts'
export { clockSentence, Computed, RequestChip } from './clock-views.tsx'
export { Meanwhile } from './meanwhile.tsx'
export { RequestCard } from './list.tsx'
export { contactsOfRequest, doingsOn } from './verbs.tsx'
export { requestsPages } from './pages.tsx'
export { sendRequest, type RequestTyped } from './send.ts'
