export { newId, type By } from './by.ts'
export {
  charactersIn,
  readFields,
  type Field,
  type Fields,
  type Given,
  type Typed,
  type WrittenFields
} from './fields.ts'
export { overtaken, PageForm, Refused, refusalWords, type Option } from './form.tsx'
export { NotAfterAll, verbShown, type VerbShown } from './verb.tsx'
export { meantBy, withFilter, withNext, withoutNext } from './links.ts'
export { filterLinks, ListPager } from './list.tsx'
export {
  page,
  type Answer,
  type Change,
  type Cookie,
  type File,
  type Outcome,
  type Page,
  type RefusedAndKept,
  type Resting,
  type Sent,
  type Shown,
  type Visit,
  type Who
} from './page.ts'
export { answer, setCookie } from './pipeline.tsx'
export { answeredBefore, cameSecond, forgetAnswersBefore, keepAnswer, type Once } from './once.ts'
export { apiProblem, wordsFor, type Problem, type Told } from './problem.ts'
export { findSecret, keptIn, keyed, same, seal, unseal } from './secret.ts'
export { networkOf } from './network.ts'
export { ownPath } from './own-path.ts'
export { addressOf, type Asset } from './assets.ts'
export { buildServer, type ServerSettings } from './server.ts'
export { coverCells, type Cell, type Paper, type Pdf } from './papers.ts'
export { SentFile } from './parts.ts'
export type { Picture } from './pictures.ts'
export { sayLost } from './lost.tsx'
export { onOtherMethod, shownFor, troubleOf, troubles } from './errors.tsx'
export type { SignedIn, Site } from './site.ts'
export { languageCookie, sessionCookie } from './visit.ts'
