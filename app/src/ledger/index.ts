export { openAccount } from './accounts/actions.ts'
export { accountIdOf } from './accounts/queries.ts'
export { writeEntry, type EntryTyped } from './entries/actions.ts'
export { approve, askForPayment, correctEntry, payPayment, refusePaymentBecause } from './payments/actions.ts'
export { bookLine, bookSuggested, keepStatement, undoImport } from './bank/actions.ts'
export type { Statement } from './bank/read.ts'
export {
  answerAboutEntry,
  askAboutEntry,
  leaveCommittee,
  nameCommittee,
  signWritten,
  writeStatement
} from './committee/actions.ts'
export { explainItem, putUnderItem, tellResult, writeGrant } from './grants/actions.ts'
export { itemNamed, soonEnding, type GrantRow } from './grants/queries.ts'
export { GrantCards } from './grants/views.tsx'
export { booksNeed, forgetOldBooks } from './keeping/queries.ts'
export { grid as voucherGrid, hideVoucher, showVoucher } from './vouchers/actions.ts'
export { vouchersOfPayment } from './vouchers/queries.ts'
export { ledgerPages } from './pages.ts'
