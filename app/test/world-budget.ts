/** The round of the small world: a plan that waits for advice and for the decision, and paper as it stands before voting. */
import { addDays, dayOf, type GroupId, type InstitutionId } from '@buurtmacht/domain'
import {
  askForAdvice,
  handInPlan,
  nameForRound,
  openPreparedRound,
  prepareRound,
  writePlan
} from '../src/budget/index.ts'
import { keyed } from '../src/web/index.ts'
import { act } from './act.ts'
import type { Place } from './kit.ts'
import type { World } from './world.ts'

/** A round that the administrator opened, with a plan of the first group that waits for advice and for the decision. */
export async function theBudget(
  place: Place,
  acting: World['acting'],
  of: { group: GroupId; institution: InstitutionId }
) {
  const today = dayOf(place.clock.now)
  const admin = acting('administrator')
  const days = Object.fromEntries(
    ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end'].map((phase, at) => [
      phase,
      addDays(today, at * 30 - 10)
    ])
  )
  const round = await act(place, admin, (tx, by) =>
    prepareRound(tx, by, {
      group: '',
      title: 'Buurtbudget van de proefbuurt',
      amount: '25.000',
      ageFrom: '12',
      votersExpected: '400',
      ballot: 'approval',
      most: '3',
      points: '',
      mostPerPlan: '',
      areas: [],
      pots: [],
      days
    })
  )
  await act(place, admin, (tx, by) => openPreparedRound(tx, by, round))
  const decides = acting('helper of another group').person!
  await act(place, admin, (tx, by) => nameForRound(tx, by, round, 'decides', [decides]))
  const committee = acting('lead of another group').person!
  await act(place, admin, (tx, by) => nameForRound(tx, by, round, 'committee', [committee]))
  const helper = acting('helper of the group')
  const plan = await act(place, helper, (tx, by) =>
    writePlan(tx, by, (purpose, text) => keyed('secret', purpose, text), round, {
      title: 'Banken in de Lindehof',
      what: 'Wij zetten drie banken neer.',
      forWhom: 'Iedereen',
      where: 'Lindehof',
      items: [{ what: 'Banken', amount: '3.000' }],
      group: of.group,
      need: '',
      channel: 'online'
    })
  )
  await act(place, helper, (tx, by) => handInPlan(tx, by, plan.id))
  const advice = await act(place, helper, (tx, by) =>
    askForAdvice(tx, by, plan.id, { institution: of.institution, due: addDays(today, 40) })
  )
  return { round, plan: plan.id, advice, ...(await paper(place, round)) }
}

/** A batch of codes and a bundle of paper, as they stand before voting. */
async function paper(place: Place, round: string) {
  const [batch, bundle] = ['batchlindehof', 'bundlelindehof']
  await place.store.change(async (tx) => {
    const of = { round_id: round, name: 'Lindehof' }
    const made = {
      kind: 'cards',
      area_id: null,
      per_household: 1,
      size: 0,
      handed_out: 0,
      lang: 'nl',
      void_why: null
    } as const
    await tx
      .insertInto('ballot_batch')
      .values({ id: batch, ...of, ...made })
      .execute()
    await tx
      .insertInto('ballot_bundle')
      .values({ id: bundle, ...of, sheets: 3, state: 'open' })
      .execute()
  })
  return { batch, bundle, sheet: '1' }
}
