import { beforeAll, expect, it } from 'vitest'
import { as, buildStreet, street } from '../../test/street.ts'
import { clientOf } from '../../test/client.ts'
import { onEveryEngine, type Place } from '../../test/kit.ts'
import { adoptGoal, proposeGoal, reachGoal, startGoal, writeGoalResult } from '../goals/index.ts'
import { entriesAbout } from '../journal/index.ts'
import { addVoicesToNeed } from '../needs/index.ts'
import { changeWish, giveVoice, recount, type VoiceTaken } from '../voices/index.ts'
import { keyed } from '../web/index.ts'
import { countsOf, newsOf, tellGivers } from './index.ts'

type How = { how: 'not' | 'code' } | { how: 'phone' | 'letter'; to: string }

async function said(place: Place, text: string, tellBack: How): Promise<VoiceTaken> {
  const { store, site } = place
  const by = as(place, 'bep')
  const taken = await store.change(async (tx) => {
    const given = await giveVoice(tx, by, (purpose, t) => keyed(site.secret, purpose, t), {
      text,
      lang: 'nl',
      channel: 'door',
      show: 'full',
      tellBack,
      by: by.person!
    })
    if (given.ok) await addVoicesToNeed(tx, by, street.need, [given.value.id])
    return given
  })
  if (!taken.ok) throw new Error(taken.refusal.code)
  return taken.value
}

const voiceTold = async (place: Place, how: 'phone' | 'letter'): Promise<string> =>
  (await place.store.read.selectFrom('voice').select('id').where('tell_how', '=', how).executeTakeFirstOrThrow()).id

async function goalWithResult(place: Place): Promise<string> {
  const joyce = as(place, 'joyce')
  return place.store.change(async (tx) => {
    const goal = await proposeGoal(tx, joyce, street.need, { group: street.flat, title: 'Licht in de gangen' })
    if (!goal.ok) throw new Error(goal.refusal.code)
    for (const done of [
      await adoptGoal(tx, joyce, goal.value),
      await startGoal(tx, joyce, goal.value),
      await writeGoalResult(tx, joyce, goal.value, { result: 'Alle lampen branden weer.' })
    ])
      if (!done.ok) throw new Error(done.refusal.code)
    return goal.value
  })
}

onEveryEngine('telling givers back', (place) => {
  let goal: string
  let phoned: VoiceTaken
  let lettered: VoiceTaken
  beforeAll(async () => {
    await buildStreet(place())
    phoned = await said(place(), 'Mijn moeder durft niet meer naar buiten.', { how: 'phone', to: '06 00000012' })
    lettered = await said(place(), 'Doe er wat aan.', { how: 'letter', to: 'Wingerdflat 12' })
    await said(place(), 'Ik kijk zelf wel.', { how: 'code' })
    await said(place(), 'Laat mij maar.', { how: 'not' })
    goal = await goalWithResult(place())
  })

  it('counts everybody who wanted to hear, and who still waits', async () => {
    const news = await newsOf(place().store.read, goal)
    expect(await countsOf(place().store.read, news!)).toEqual({ wanted: 3, told: 1, unreachable: 0, waiting: 2 })
  })

  it('does not let a goal be called reached while somebody who wanted to hear has not been told', async () => {
    const joyce = await visiting('joyce')
    const page = await joyce.get(`/buurtdoelen/${goal}/bereikt`)
    const answer = await page.form('bereikt').send()
    expect(answer.first).toBe(422)
    expect(answer.text).toContain('2 bewoners weten nog niet')
  })

  it('lists the way each giver chose to members of the owner group only', async () => {
    const page = await (await visiting('bep')).get(`/buurtdoelen/${goal}/terugvertellen`)
    expect(page.text).toContain('06 00000012')
    for (const other of ['kwabena', 'samira', 'ans'] as const) {
      const refused = await (await visiting(other)).get(`/buurtdoelen/${goal}/terugvertellen`)
      expect(refused.status).toBe(403)
      expect(refused.body).not.toContain('06 00000012')
    }
  })

  it('shows no address of a giver to a helper who speaks for an institution as well', async () => {
    const { store } = place()
    const contact = { group_id: null, institution_id: street.housing, until_on: null }
    const role = { id: 'bep-too', person_id: street.bep, kind: 'contact' as const, from_on: '2025-01-01', ...contact }
    await store.change((tx) => tx.insertInto('role').values(role).execute())
    const bep = await visiting('bep')
    const page = await bep.get(`/buurtdoelen/${goal}/terugvertellen`)
    expect(page.status).toBe(403)
    expect(page.body).not.toContain('06 00000012')
    expect((await bep.get(`/buurtdoelen/${goal}`)).body).not.toContain('terugvertellen')
    const by = place().by(street.bep, [...as(place(), 'bep').roles, ...as(place(), 'samira').roles])
    const done = await store.change((tx) => tellGivers(tx, by, goal, [phoned.id]))
    expect(done).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
    await store.change((tx) => tx.deleteFrom('role').where('id', '=', 'bep-too').execute())
  })

  it('marks a giver told once, however often it is said, and keeps addresses out of the journal', async () => {
    const bep = await visiting('bep')
    const form = (await bep.get(`/buurtdoelen/${goal}/terugvertellen`)).form('Deze mensen').fill({ told: [phoned.id] })
    await form.send()
    await form.again()
    const rows = await place()
      .store.read.selectFrom('tell_back')
      .selectAll()
      .where('voice_id', '=', phoned.id)
      .execute()
    expect(rows).toHaveLength(1)
    const again = await place().store.change((tx) => tellGivers(tx, as(place(), 'joyce'), goal, [phoned.id]))
    expect(again).toMatchObject({ ok: false, refusal: { code: 'tell-back-not-waiting' } })
    const entries = await entriesAbout(place().store.read, 'goal', goal)
    expect(entries.filter((entry) => entry.kind === 'givers-told')).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toContain('06 00000012')
  })

  it('ticks nobody off for other news than was told: a result written anew in the meantime is shown first', async () => {
    const bep = await visiting('bep')
    const page = await bep.get(`/buurtdoelen/${goal}/terugvertellen`)
    await place().store.change((tx) =>
      writeGoalResult(tx, as(place(), 'joyce'), goal, { result: 'Alle lampen branden weer, ook buiten.' })
    )
    const [letter] = page.form('Deze mensen').options('told')
    const late = await page
      .form('Deze mensen')
      .fill({ told: [letter!] })
      .send()
    expect(late.status).toBe(422)
    expect(late.text).toContain('Iemand anders heeft dit net veranderd.')
    expect(late.text).toContain('Alle lampen branden weer, ook buiten.')
    expect(late.form('Deze mensen').value('told')).toEqual(letter)
  })

  it('lets a goal be reached when somebody cannot be reached, with a reason that everybody may know, and counts it', async () => {
    const bep = await visiting('bep')
    const page = await bep.get(`/buurtdoelen/${goal}/niet-bereikt`)
    const letter = await voiceTold(place(), 'letter')
    const without = await page
      .form()
      .fill({ voices: [letter] })
      .send()
    expect(without.status).toBe(422)
    const done = await without
      .form()
      .fill({ voices: [letter], why: 'returned' })
      .send()
    expect(done.first).toBe(303)
    expect(done.text).toContain('Brief: de brief of mail kwam terug')
    expect(done.body).not.toContain('Wingerdflat 12')
    const nobody = await clientOf(place()).get(`/buurtdoelen/${goal}`)
    expect(nobody.text).toContain('1 bewoner konden wij niet bereiken.')
    expect(await countsNow()).toEqual({ wanted: 3, told: 2, unreachable: 1, waiting: 0 })
    const entries = await entriesAbout(place().store.read, 'goal', goal)
    expect(entries.at(-1)?.entry).toContain('"notReached":1')
    expect(entries.at(-1)?.entry).not.toContain(letter)
    const api = await place().app.inject({ url: '/api/v1/goals' })
    expect(api.json<{ items: object[] }>().items[0]).toMatchObject({ toldBack: { unreachable: 1, waiting: 0 } })
    const joyce = await visiting('joyce')
    expect((await joyce.get(`/buurtdoelen/${goal}/bereikt`)).text).toContain('1 bewoner konden wij niet bereiken.')
  })

  it('is known at the follow code by who could not be reached, who can say so there', async () => {
    const turnsUp = clientOf(place())
    const page = await turnsUp.get(`/volg/${lettered.code}`)
    expect(page.text).toContain('Wij konden je niet bereiken')
    expect(page.text).toContain('Alle lampen branden weer')
    const link = page.links.find((one) => one.href.endsWith('/gelezen'))!
    const read = await (await turnsUp.get(link.href)).form().send()
    expect(read.text).toContain('Wij weten dat je het weet.')
    expect(read.text).toContain('gelezen bij de volgcode')
    expect(await countsNow()).toEqual({ wanted: 3, told: 3, unreachable: 0, waiting: 0 })
    const again = await (await turnsUp.get(link.href)).form().send()
    expect(again.status).toBe(422)
    const wrong = await await turnsUp.get('/volg/K7QF2M9D4T/gelezen')
    expect(wrong.status === 404 || (await wrong.form().send()).status === 422).toBe(true)
  })

  it('begins again when who could not be reached leaves another address', async () => {
    const { store, site } = place()
    await store.change(async (tx) => {
      await tx
        .updateTable('tell_back')
        .set({ outcome: 'unreachable', why: 'moved', told_by: street.bep, how: 'letter' })
        .where('voice_id', '=', lettered.id)
        .execute()
      await recount(tx, [street.need])
    })
    expect((await countsNow()).unreachable).toBe(1)
    const hash = (purpose: string, t: string) => keyed(site.secret, purpose, t)
    const wish = { code: lettered.code, how: 'letter', to: 'Vogelkershof 3' }
    const done = await store.change((tx) => changeWish(tx, place().by(), hash, wish))
    expect(done.ok).toBe(true)
    expect(await countsNow()).toEqual({ wanted: 3, told: 2, unreachable: 0, waiting: 1 })
  })

  it('refuses telling by somebody of another group or of an institution', async () => {
    for (const who of ['kwabena', 'samira', 'ans'] as const) {
      const done = await place().store.change((tx) => tellGivers(tx, as(place(), who), goal, [phoned.id]))
      expect(done).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
    }
  })

  it('calls the goal reached once everybody has heard', async () => {
    const bep = await visiting('bep')
    const page = await bep.get(`/buurtdoelen/${goal}/terugvertellen`)
    const waiting = (
      await place().store.read.selectFrom('voice').select('id').where('tell_how', '=', 'letter').execute()
    ).map((row) => row.id)
    await page.form('Deze mensen').fill({ told: waiting }).send()
    const joyce = await visiting('joyce')
    const reached = await (await joyce.get(`/buurtdoelen/${goal}/bereikt`)).form('bereikt').send()
    expect(reached.first).toBe(303)
    expect(reached.text).toContain('3 van 3 bewoners')
    expect(
      await place().store.change((tx) => reachGoal(tx, as(place(), 'joyce'), goal, { waitingTellBacks: 0 }))
    ).toMatchObject({ ok: false })
  })

  const countsNow = async () => countsOf(place().store.read, (await newsOf(place().store.read, goal))!)
  async function visiting(who: 'joyce' | 'bep' | 'kwabena' | 'samira' | 'ans') {
    const client = clientOf(place())
    await client.signIn(who)
    return client
  }
})
