export { addWitness } from './actions.ts'
export { witnessesPages } from './pages.tsx'
export { takeCosignatures } from './serving.ts'
