/** What the administrators read when signing stopped. */
import type { Letter } from '../../post/index.ts'
import type { Words } from '../../words/index.ts'
import type { Wrong } from './check.ts'

export const stoppedLetter = (words: Words, wrong: Wrong, publicUrl: string): Omit<Letter, 'to'> => ({
  subject: words('journal.stopped.subject'),
  text: words('journal.stopped.letter', {
    why: words(`journal.wrong.${wrong.why}`, { number: wrong.number }),
    address: `${publicUrl}/logboek/bewijs`
  })
})
