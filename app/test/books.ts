/** A place whose books have begun: a round that was decided on, a plan with money, a bank and a funder. For tests of the ledger. */
import { clientOf, type Client } from './client.ts'
import type { Place } from './kit.ts'
import { chosenPlans, firstMoney, openBooks, type Accounts, type Chosen } from './money.ts'
import { smallWorld, type RoleName, type World } from './world.ts'

export interface Books {
  world: World
  chosen: Chosen
  accounts: Accounts
  money: { awarded: string; allotted: string }
  as(role: RoleName): Promise<Client>
}

export async function booksIn(place: Place): Promise<Books> {
  const world = await smallWorld(place)
  const admin = world.acting('administrator')
  const other = await place.store.read
    .selectFrom('role')
    .select('group_id')
    .where('person_id', '=', world.people['lead of another group'])
    .executeTakeFirstOrThrow()
  const chosen = await chosenPlans(place, admin, {
    own: { group: world.params['group'] as never, by: world.acting('lead of the group') },
    other: { group: other.group_id as never, by: world.acting('lead of another group') },
    decides: world.people['helper of another group'] as never
  })
  const accounts = await openBooks(place, admin, 'van de buurt')
  const money = await firstMoney(place, admin, chosen, accounts)
  return {
    world,
    chosen,
    accounts,
    money,
    async as(role) {
      const client = clientOf(place)
      if (role !== 'nobody') await client.signIn(world.people[role])
      return client
    }
  }
}
