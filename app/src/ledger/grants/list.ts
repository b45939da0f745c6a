/** The account as a list for a spreadsheet: one table under another, amounts with a comma. Words that begin as a formula are kept words. */
import { inEuros } from '@buurtmacht/domain'
import type { Words } from '../../words/index.ts'
import type { GrantAccount } from './account.ts'
import { partsOf } from './parts.ts'

export async function asList(t: Words, account: GrantAccount): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  const rows = partsOf(t, account, (amount) => inEuros(amount).replace('.', ',')).flatMap((part, at) => [
    ...(at === 0 ? [] : [[]]),
    [part.title],
    ...(part.head ? [part.head] : []),
    ...(part.rows.length > 0 ? part.rows : [[part.none]])
  ])
  return stringify(rows, {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted: true,
    escape_formulas: true
  })
}
