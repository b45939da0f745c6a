export * from './who.ts'
export { endSession, signInAs } from './actions.ts'
export { nameOf, namesOf, personOf, rolesOf, signedIn } from './queries.ts'
export { peoplePages } from './pages.tsx'
