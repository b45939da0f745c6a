export { addInstitution } from './actions.ts'
export {
  contactsOf,
  institutionKinds,
  institutionNames,
  institutionOf,
  institutionsOf,
  type InstitutionKind,
  type InstitutionShown
} from './queries.ts'
export { institutionsPages } from './pages.tsx'
