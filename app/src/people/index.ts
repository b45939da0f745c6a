export * from './who.ts'
export {
  addPerson,
  beginAsAdministrator,
  beginAsHelper,
  beginAsLead,
  editPerson,
  endRole,
  giveRole,
  type PersonTyped
} from './actions.ts'
export { eraseHeld, leavingOf, seeKeptName, type Held } from './erasing.ts'
export { endAllSessions, endSession, signInAs } from './sign-in/sessions.ts'
export {
  adminsToWrite,
  everybody,
  forgetKeptNames,
  holdingsAmong,
  holderOf,
  holdersInGroup,
  holdersInInstitution,
  nameOf,
  residentsToName,
  personByEmail,
  personOf,
  rolesOf,
  holdingsOf,
  type Holder
} from './queries.ts'
export { cardSince, sessionsOf, signedIn } from './sign-in/queries.ts'
export { CardToKeep, keepCard, keptCard } from './sign-in/card-view.tsx'
export { freshCard, makeCard, makeFirstCard, type Card, type FreshCard } from './sign-in/cards.ts'
export { peoplePages } from './pages.tsx'
