/** Keeping the record: places, tiles, checkpoints, and whether all of it is still what was signed. */
export { wholeWrong, type Wrong } from './check.ts'
export { keeperOf, type Keeper } from './keeper.ts'
export { findJournalKey, originOf } from './key.ts'
export { stoppedLetter } from './letter.ts'
export { serveLog } from './serving.ts'
export { checkpointOf, newestCheckpoint } from './queries.ts'
export { groupsOf, standing, type Standing } from './standing.ts'
