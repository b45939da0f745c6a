export { openAccount } from './accounts/actions.ts'
export { correctEntry, writeEntry, type EntryTyped } from './entries/actions.ts'
export { ledgerPages } from './pages.ts'
