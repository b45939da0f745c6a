/** Proof files, and the pages that explain how to check the record. */
export { proofOfEntry, type Proven } from './making.ts'
export { aboutFile, proofPages } from './pages.tsx'
export { EntryProof, momentOf, notYet, proofFile, ProofLink, StandingShown } from './views.tsx'
