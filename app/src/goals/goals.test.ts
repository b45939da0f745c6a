import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine } from '../../test/kit.ts'
import { as, buildStreet, laterBy, street, type Neighbour } from '../../test/street.ts'
import type { Decision } from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { entriesAbout } from '../journal/index.ts'
import { like } from '../search/index.ts'
import type { By } from '../web/index.ts'
import {
  adoptGoal,
  deedsOf,
  goalOf,
  goalsOfNeeds,
  goalStepsOf,
  handOverGoal,
  letGoOfGoal,
  listGoals,
  pauseGoal,
  proposeGoal,
  reachGoal,
  reopenGoal,
  resumeGoal,
  startGoal,
  writeDeed,
  writeGoalResult
} from './index.ts'
import { whoCanLead } from './queries.ts'

type Act<T> = (tx: Tx, by: By) => Promise<Decision<T>>

onEveryEngine('a goal of a group', (place) => {
  beforeAll(() => buildStreet(place()))

  const does = <T>(who: Neighbour, act: Act<T>): Promise<Decision<T>> => {
    laterBy(place(), 1 / 1440)
    return place().store.change((tx) => act(tx, as(place(), who)))
  }
  const proposed = async (title = 'In elke gang brandt licht'): Promise<string> => {
    const id = await does('bep', (tx, by) => proposeGoal(tx, by, street.need, { group: street.flat, title }))
    if (!id.ok) throw new Error(id.refusal.code)
    return id.value
  }
  const underWay = async () => {
    const id = await proposed()
    await does('joyce', (tx, by) => adoptGoal(tx, by, id))
    await does('bep', (tx, by) => startGoal(tx, by, id))
    return id
  }
  const code = <T>(decision: Decision<T>) => (decision.ok ? 'ok' : decision.refusal.code)
  const now = (id: string) => goalOf(place().store.read, id)

  it('is proposed by a helper of the group, from a need, and found again by its words', async () => {
    const id = await proposed('In elke gang branden lampen')
    expect(await now(id)).toMatchObject({ state: 'proposed', group_name: 'Flatcommissie Wingerdflat', lead_name: null })
    expect((await goalsOfNeeds(place().store.read, [street.need])).map((goal) => goal.id)).toContain(id)
    const found = await like(place().store.read, { text: 'lampen', lang: 'nl', kinds: ['goal'], most: 5 })
    expect(found.map((one) => one.ref)).toContain(id)
  })

  it('is not proposed for a group one does not belong to, nor by an institution or an administrator', async () => {
    for (const who of ['kwabena', 'samira', 'ans'] as const)
      expect(
        code(await does(who, (tx, by) => proposeGoal(tx, by, street.need, { group: street.flat, title: 'Licht' })))
      ).toBe('not-allowed')
  })

  it('is not proposed on a need that was merged into another', async () => {
    await place().store.change((tx) =>
      tx
        .insertInto('need')
        .values({
          id: 'old',
          sentence: 'Donker',
          group_id: street.flat,
          area_id: null,
          state: 'merged',
          into_ids: '["light"]',
          version: 1,
          voices: 0,
          made_at: new Date(place().clock.now).toISOString()
        })
        .execute()
    )
    const id = await does('bep', (tx, by) => proposeGoal(tx, by, 'old', { group: street.flat, title: 'Licht' }))
    expect(code(id)).toBe('need-not-open')
  })

  it('is taken on by a lead of its group only, with somebody of the group to lead it', async () => {
    const id = await proposed()
    expect(code(await does('bep', (tx, by) => adoptGoal(tx, by, id)))).toBe('not-allowed')
    expect(code(await does('kwabena', (tx, by) => adoptGoal(tx, by, id)))).toBe('not-allowed')
    expect(code(await does('joyce', (tx, by) => adoptGoal(tx, by, id, 'samira')))).toBe('field-not-a-choice')
    expect(code(await does('joyce', (tx, by) => adoptGoal(tx, by, id, 'bep')))).toBe('ok')
    expect(await now(id)).toMatchObject({ state: 'adopted', lead_name: 'Bep van Rooswinkel' })
  })

  it('goes its way in the words of residents and keeps every step with its reason', async () => {
    const id = await underWay()
    expect(code(await does('bep', (tx, by) => pauseGoal(tx, by, id, '   ')))).toBe('reason-missing')
    await does('joyce', (tx, by) => pauseGoal(tx, by, id, 'Wij hebben rust nodig.'))
    expect(await now(id)).toMatchObject({ state: 'paused', paused_from: 'underWay', why: 'Wij hebben rust nodig.' })
    await does('bep', (tx, by) => resumeGoal(tx, by, id))
    await does('bep', (tx, by) => writeGoalResult(tx, by, id, { result: 'Alle lampen branden.' }))
    await does('joyce', (tx, by) => reachGoal(tx, by, id, { waitingTellBacks: 0 }))
    expect(await now(id)).toMatchObject({ state: 'reached', result: 'Alle lampen branden.' })
    expect(code(await does('bep', (tx, by) => reopenGoal(tx, by, id, '')))).toBe('reason-missing')
    await does('bep', (tx, by) => reopenGoal(tx, by, id, 'Na een week was het weer donker.'))
    expect(await now(id)).toMatchObject({ state: 'underWay', result: null })
    const steps = (await goalStepsOf(place().store.read, [id])).get(id)!
    expect(steps.map((step) => [step.state, step.why])).toEqual([
      ['proposed', null],
      ['adopted', null],
      ['started', null],
      ['paused', 'Wij hebben rust nodig.'],
      ['resumed', null],
      ['result', 'Alle lampen branden.'],
      ['reached', 'Alle lampen branden.'],
      ['reopened', 'Na een week was het weer donker.']
    ])
    expect(steps[1]!.by_name).toBe('Joyce Landveld')
    expect((await entriesAbout(place().store.read, 'goal', id)).map((entry) => entry.kind)).toEqual([
      'goal-proposed',
      'goal-adopted',
      'goal-started',
      'goal-paused',
      'goal-resumed',
      'goal-result-written',
      'goal-reached',
      'goal-reopened'
    ])
  })

  it('is not reached while somebody still waits to be told, nor without a result', async () => {
    const id = await underWay()
    expect(code(await does('joyce', (tx, by) => reachGoal(tx, by, id, { waitingTellBacks: 0 })))).toBe('result-missing')
    await does('bep', (tx, by) => writeGoalResult(tx, by, id, { result: 'Klaar.' }))
    const refused = await does('joyce', (tx, by) => reachGoal(tx, by, id, { waitingTellBacks: 3 }))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'tell-backs-waiting', facts: { waiting: 3 } } })
  })

  it('keeps the first result when two people write one at the same time, and tells the second', async () => {
    const id = await underWay()
    const { version } = (await now(id))!
    const [one, two] = await Promise.all([
      does('joyce', (tx, by) => writeGoalResult(tx, by, id, { result: 'Van Joyce.', version })),
      does('bep', (tx, by) => writeGoalResult(tx, by, id, { result: 'Van Bep.', version }))
    ])
    expect([code(one), code(two)].sort()).toEqual(['changed-meanwhile', 'ok'])
    expect((await now(id))!.result).toBe(one.ok ? 'Van Joyce.' : 'Van Bep.')
  })

  it('is let go by a lead, with a reason for everybody who asked', async () => {
    const id = await underWay()
    expect(code(await does('joyce', (tx, by) => letGoOfGoal(tx, by, id, '')))).toBe('reason-missing')
    expect(code(await does('bep', (tx, by) => letGoOfGoal(tx, by, id, 'Geen zin')))).toBe('not-allowed')
    expect(code(await does('joyce', (tx, by) => letGoOfGoal(tx, by, id, 'De bakken passen nergens.')))).toBe('ok')
    expect(code(await does('joyce', (tx, by) => letGoOfGoal(tx, by, id, 'Nog een keer')))).toBe('goal-finished')
    expect(code(await does('joyce', (tx, by) => startGoal(tx, by, id)))).toBe('goal-not-adopted')
  })

  it('is handed over to somebody of the group, or to nobody for a while', async () => {
    const id = await underWay()
    await does('joyce', (tx, by) => handOverGoal(tx, by, id, 'bep'))
    expect((await now(id))!.lead_name).toBe('Bep van Rooswinkel')
    await does('joyce', (tx, by) => handOverGoal(tx, by, id))
    expect((await now(id))!.lead_name).toBeNull()
  })

  it('is never handed to somebody who speaks for an institution as well, not even offered', async () => {
    const id = await underWay()
    const { read } = place().store
    const contact = { group_id: null, institution_id: street.housing, from_on: '2025-01-01', until_on: null }
    const role = { id: 'bep-too', person_id: street.bep, kind: 'contact' as const, ...contact }
    await place().store.change((tx) => tx.insertInto('role').values(role).execute())
    const today = place().by().today
    expect((await whoCanLead(read, street.flat, today)).map((one) => one.id)).toEqual(['joyce'])
    expect(code(await does('joyce', (tx, by) => handOverGoal(tx, by, id, 'bep')))).toBe('field-not-a-choice')
    await place().store.change((tx) => tx.deleteFrom('role').where('id', '=', 'bep-too').execute())
    expect((await whoCanLead(read, street.flat, today)).map((one) => one.id)).toEqual(['bep', 'joyce'])
  })

  it('remembers who did what and when; a plan is no deed', async () => {
    const id = await underWay()
    const typed = { what: 'Wij hebben alle lampen geteld.', who: 'Bep en zes buren', doneOn: '2026-03-01' }
    expect(code(await does('bep', (tx, by) => writeDeed(tx, by, id, { ...typed, doneOn: '2027-01-01' })))).toBe(
      'day-in-the-future'
    )
    expect(code(await does('samira', (tx, by) => writeDeed(tx, by, id, typed)))).toBe('not-allowed')
    expect(code(await does('bep', (tx, by) => writeDeed(tx, by, id, typed)))).toBe('ok')
    expect((await deedsOf(place().store.read, [id])).get(id)).toMatchObject([{ who: 'Bep en zes buren' }])
  })

  it('is listed the newest first, page by page, and narrowed by state and group', async () => {
    const { read } = place().store
    const all: string[] = []
    let next: string | undefined
    do {
      const [at = '', id = ''] = (next ?? '').split('~')
      const list = await listGoals(read, { limit: 3, ...(next ? { after: { at, id } } : {}) })
      all.push(...list.items.map((goal) => goal.id))
      next = list.next
    } while (next)
    const made = await read.selectFrom('goal').select(['id']).orderBy('made_at', 'desc').execute()
    expect(all).toEqual(made.map((goal) => goal.id))
    expect((await listGoals(read, { limit: 100, group: street.church })).items).toEqual([])
    expect((await listGoals(read, { limit: 100, state: 'letGo' })).items.length).toBe(1)
  })
})
