export { tellGivers } from './actions.ts'
export { countsOf, newsOf, stillWaitingToHear, type Counts, type News } from './queries.ts'
export { tellbackPages } from './pages.tsx'
