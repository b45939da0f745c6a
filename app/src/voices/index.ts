export { giveVoice, type VoiceTaken } from './actions.ts'
export { voiceByCode, followHash } from './queries.ts'
export { voicesPages } from './pages.tsx'
