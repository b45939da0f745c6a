/** The money of the small world: a round that was decided on, the kascommissie, a grant, a payment and a file of the bank. */
import type { GroupId } from '@buurtmacht/domain'
import { askAboutEntry, nameCommittee, writeGrant, writeStatement } from '../src/ledger/index.ts'
import { act } from './act.ts'
import type { Place } from './kit.ts'
import { bankFile, chosenPlans, firstMoney, openBooks, payment } from './money.ts'
import type { World } from './world.ts'

/** The open books: money was promised and received, and a plan has its part. */
export async function theBooks(
  place: Place,
  acting: World['acting'],
  { group, other }: { group: GroupId; other: GroupId }
) {
  const admin = acting('administrator')
  const chosen = await chosenPlans(place, admin, {
    own: { group, by: acting('lead of the group') },
    other: { group: other, by: acting('lead of another group') },
    decides: acting('helper of another group').person!
  })
  const accounts = await openBooks(place, admin)
  const { awarded } = await firstMoney(place, admin, chosen, accounts)
  const paid = await payment(place, {
    plan: chosen.plan,
    asks: acting('helper of the group'),
    approves: acting('lead of the group')
  })
  const looks = await lookers(place, acting, awarded)
  const grant = await act(place, admin, (tx, by) =>
    writeGrant(tx, by, {
      name: 'Bewonersgeld',
      account: accounts.funder,
      reference: 'Z-12',
      amount: '5.000',
      from: '2026-01-01',
      until: '2026-12-31',
      renewBy: '2026-06-01',
      stops: 'Het buurtberaad',
      rounds: [chosen.round],
      items: [{ what: 'Plannen', amount: '4.500' }]
    })
  )
  const item = await place.store.read
    .selectFrom('grant_item')
    .select('id')
    .where('grant_id', '=', grant)
    .executeTakeFirstOrThrow()
  return {
    ...looks,
    grant,
    item: item.id,
    account: accounts.bank,
    entry: awarded,
    movement: 'received',
    payment: paid.payment,
    voucher: paid.voucher,
    ...(await bankFile(place, admin, accounts.bank, [{ on: admin.today, written: '-12,00', amount: -1200 }]))
  }
}

/** The kascommissie: one of each area, with a question that waits and a statement that the other one has not signed. */
async function lookers(place: Place, acting: World['acting'], entry: string) {
  const [one, two] = [acting('helper of another group'), acting('lead of another group')]
  const areas = await place.store.read.selectFrom('area').select('id').orderBy('place').execute()
  const named = { one: one.person!, areaOne: areas[0]!.id, two: two.person!, areaTwo: areas[1]!.id }
  await act(place, acting('administrator'), (tx, by) => nameCommittee(tx, by, named))
  const question = await act(place, one, (tx, by) => askAboutEntry(tx, by, entry, 'Waar is de brief van de gemeente?'))
  const typed = { from: '2026-01-01', until: '2026-03-01', verdict: 'right', text: 'Wij zagen alle bonnen en de bank.' }
  const statement = await act(place, one, (tx, by) => writeStatement(tx, by, typed))
  return { question, statement }
}
