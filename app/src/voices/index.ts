export { changeWish, giveVoice, mayReadAll, translateVoice, type VoiceTaken } from './actions.ts'
export { eraseVoiceByCode, eraseVoiceOnRequest, forgetVoiceAgain, takeVoiceBack } from './forgetting/actions.ts'
export {
  followHash,
  voiceByCode,
  voiceById,
  voices,
  voicesByIds,
  type Keyed,
  type Reading,
  type VoiceFilter,
  type VoiceSeen
} from './queries.ts'
export { needsOfVoice, voicesOfNeed, type NeedOfVoice } from './linked/queries.ts'
export { recount } from './counted/queries.ts'
export { clearDrafts } from './giving/actions.ts'
export { howHeard, langTag, VoiceQuote } from './views.tsx'
export { VoiceFilters } from './reading/views.tsx'
export { readers } from './who.ts'
export { voicesPages } from './pages.tsx'
