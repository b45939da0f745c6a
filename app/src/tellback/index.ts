export { giveUpOnGivers, handOverTelling, readByGiver, tellGivers } from './actions.ts'
export { tellingOf } from './listening/queries.ts'
export { countsIn, countsOf, newsOf, stillWaitingToHear, type Counts, type News } from './queries.ts'
export { tellbackPages } from './pages.tsx'
