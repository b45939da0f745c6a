/** A round that an administrator prepares and opens through its pages, and plans that anybody writes. For tests of the budget. */
import { addDays, dayOf } from '@buurtmacht/domain'
import { clientOf, type Client } from './client.ts'
import type { Place } from './kit.ts'
import type { RoleName, World } from './world.ts'

const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end']

export function budgetIn(place: () => Place, world: () => World) {
  const as = async (role: RoleName): Promise<Client> => {
    const client = clientOf(place())
    if (role !== 'nobody') await client.signIn(world().people[role])
    return client
  }
  const days = () => {
    const today = dayOf(place().clock.now)
    return Object.fromEntries(phases.map((phase, at) => [phase, addDays(today, at * 10)]))
  }
  const settings = () => ({
    title: 'Buurtbudget 2026',
    amount: '10.000',
    ageFrom: '12',
    votersExpected: '200',
    ballot: 'approval',
    most: '3',
    mostPerPlan: '6.000',
    ...days()
  })
  const prepared = async (more: Record<string, string> = {}) => {
    const admin = await as('administrator')
    const seen = await (
      await admin.get('/budget/nieuw')
    )
      .form()
      .fill({ ...settings(), ...more })
      .send()
    return { admin, seen, round: /\/budget\/([^/?]+)/.exec(seen.path)?.[1] ?? '' }
  }
  const opened = async (more: Record<string, string> = {}) => {
    const { admin, round } = await prepared(more)
    await (await admin.get(`/budget/${round}/openen`)).form().send()
    return { admin, round }
  }
  const plan = {
    title: 'Vijf banken',
    what: 'Wij zetten vijf banken neer.',
    forWhom: 'Iedereen',
    where: 'Bij de vijver'
  }
  const wrote = async (client: Client, round: string, more: Record<string, string> = {}) => {
    const page = await client.get(`/budget/${round}/plan`)
    const seen = await page
      .form()
      .fill({ ...plan, costs: 'Banken: 4.000\nPlaatsen: 500', ...more })
      .send()
    return { seen, plan: /\/plannen\/([^/?]+)/.exec(seen.path)?.[1] ?? '' }
  }
  const otherGroup = async (): Promise<string> => {
    const rows = await place().store.read.selectFrom('resident_group').select('id').execute()
    return rows.find((row) => row.id !== world().params['group'])!.id
  }
  return { as, days, prepared, opened, wrote, otherGroup }
}
