export { canonical, record, type Entry, type Subject } from './actions.ts'
export { entriesAbout, journalSize } from './queries.ts'
export * from './keeping/index.ts'
