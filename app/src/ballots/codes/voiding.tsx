/** Who: a member of the election committee whose printer jammed, with a hundred codes that nobody will ever get. */
import { ok, reasonMax, type Decision } from '@buurtmacht/domain'
import { roundOf } from '../../budget/index.ts'
import { page, verbShown, type Page, type Visit } from '../../web/index.ts'
import { preparersOf } from '../who.ts'
import { codesCanBeMade } from './allowed.ts'
import { canBeVoid, voidWholeBatch } from './batches.ts'
import { roundOfBatch } from './printing.tsx'
import { batchOf, type BatchRow } from './queries.ts'
import { batchName } from './views.tsx'

const fields = { why: { kind: 'long', max: reasonMax } } as const

/** Asked with a reason that is good enough. */
export async function voidable({ read, by }: Pick<Visit, 'read' | 'by'>, batch: BatchRow): Promise<Decision<unknown>> {
  const row = await roundOf(read, batch.round_id)
  const can = row ? codesCanBeMade(row, by.today) : ok(true)
  return can.ok ? canBeVoid(read, batch, '…') : can
}

const voidPage = page({
  path: '/stemcodes/:batch/ongeldig',
  who: preparersOf(roundOfBatch),
  fields,
  async show(visit, sent) {
    const batch = await batchOf(visit.read, visit.params['batch'] ?? '')
    if (!batch || batch.kind === 'residents') return 'not-found'
    const name = batchName(visit.t, batch)
    return verbShown({
      visit,
      sent,
      words: 'codes.make-void',
      facts: { name, n: batch.size },
      back: { href: `/stemcodes/${batch.id}`, text: name },
      could: await voidable(visit, batch),
      fields
    })
  },
  async submit(tx, { by, params }, given) {
    const batch = params['batch'] ?? ''
    const done = await voidWholeBatch(tx, by, batch, given.why)
    return done.ok ? ok({ goTo: `/stemcodes/${batch}`, notice: 'codes-void' }) : done
  }
})

export const voidingPages: readonly Page[] = [voidPage]
