export { forgetPerson, wipeAtNight, type Keeping } from './actions.ts'
export { forgetAgain, NotAnErasure, readErasures, writeErasures } from './again.ts'
export { forgettingPages } from './pages.tsx'
