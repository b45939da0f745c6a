export {
  addVoicesToNeed,
  gatherNeed,
  mayGather,
  removeVoiceFromNeed,
  rewordNeed,
  sayMeToo,
  type Gathering
} from './actions.ts'
export { mayMerge, mergeNeeds, splitNeed, type Splitting } from './trail/actions.ts'
export { needById, needs, needsByIds, type NeedFilter, type NeedSeen } from './queries.ts'
export { needsPages } from './pages.tsx'
