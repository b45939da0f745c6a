/** Who may open the pages of residents who help, as a sentence. */
import type { Who } from '../web/index.ts'
import { mayReadAll } from './actions.ts'

/** Residents who help: they may read every voice and write down what others say. */
export const readers: Who = {
  says: 'residents who help (never somebody who speaks for an institution)',
  allows: (visit) => mayReadAll(visit.by.roles)
}
