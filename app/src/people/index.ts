export * from './who.ts'
export {
  addPerson,
  beginAsAdministrator,
  beginAsLead,
  editPerson,
  endRole,
  giveRole,
  type PersonTyped
} from './actions.ts'
export { endAllSessions, endSession, signInAs } from './sign-in/sessions.ts'
export {
  allHolders,
  everybody,
  holdersInGroup,
  holdersInInstitution,
  nameOf,
  namesOf,
  personOf,
  roleRowsOf,
  rolesOf,
  type Holder
} from './queries.ts'
export { signedIn } from './sign-in/queries.ts'
export { peoplePages } from './pages.tsx'
