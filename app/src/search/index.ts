export { stemsOf } from './stems.ts'
export { forgetWords, keepWords, like, type Found, type SearchKind } from './queries.ts'
export { searchPages } from './pages.tsx'
