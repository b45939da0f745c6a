/** What the record is signed with, and under which name. */
import { keptIn } from '../../web/index.ts'

/** The seed of the signing key: `JOURNAL_KEY`, or a file in the data directory made at first start, readable by its owner only. */
export const findJournalKey = (given: string, dir: string): Uint8Array =>
  Buffer.from(given || keptIn(dir, 'journal.key', 'without it nobody recognises the public record'), 'hex')

/** The name of this log for everybody who checks it: where it is served, without https://. */
export const originOf = (publicUrl: string): string => `${new URL(publicUrl).host}/logboek`
