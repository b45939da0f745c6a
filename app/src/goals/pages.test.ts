import { beforeAll, expect, it } from 'vitest'
import { clientOf, type Client } from '../../test/client.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { as, buildStreet, laterBy, street, type Neighbour } from '../../test/street.ts'
import { adoptGoal, proposeGoal, startGoal } from './index.ts'

onEveryEngine('the pages of a goal', (place) => {
  const clients = {} as Record<Neighbour, Client>
  let goal: string

  beforeAll(async () => {
    await buildStreet(place())
    for (const who of ['joyce', 'bep', 'kwabena'] as const) {
      clients[who] = clientOf(place())
      await clients[who].signIn(who)
    }
    goal = await place().store.change(async (tx) => {
      const id = await proposeGoal(tx, as(place(), 'bep'), street.need, {
        group: street.flat,
        title: 'Licht voor iedereen'
      })
      if (!id.ok) throw new Error(id.refusal.code)
      await adoptGoal(tx, as(place(), 'joyce'), id.value)
      await startGoal(tx, as(place(), 'joyce'), id.value)
      return id.value
    })
  })

  const state = async () =>
    (await place().store.read.selectFrom('goal').select('state').where('id', '=', goal).executeTakeFirstOrThrow()).state

  it('let somebody of a group propose a goal, and keep what was typed when it is refused', async () => {
    const seen = await clients.bep.get(`/buurtbehoeften/${street.need}/doel`)
    expect(seen.form().value('group')).toBe(street.flat)
    const refused = await seen.form().fill({ title: 'Li' }).send()
    expect(refused.status).toBe(422)
    expect(refused.form().value('title')).toBe('Li')
    const done = await refused.form().fill({ title: 'In elke gang brandt <b>licht</b>' }).send()
    expect(done.path).toMatch(/^\/buurtdoelen\/[0-9a-z]+\?gedaan=goal-proposed$/)
    expect(done.h1).toBe('In elke gang brandt <b>licht</b>')
  })

  it('say in plain words what a pause means, ask why, and show it to everybody', async () => {
    const seen = await clients.bep.get(`/buurtdoelen/${goal}/pauze`)
    expect(seen.text).toContain('Rust nemen mag')
    const refused = await seen.form().send()
    expect(refused.status).toBe(422)
    expect(await state()).toBe('underWay')
    const done = await refused.form().fill({ why: 'Joyce heeft rust nodig.' }).send()
    expect(done.text).toContain('Neem je rust')
    expect((await clientOf(place()).get(`/buurtdoelen/${goal}`)).text).toContain('Joyce heeft rust nodig.')
    const again = await clients.bep.get(`/buurtdoelen/${goal}/pauze`)
    expect(again.text).toContain('Dit kan nu niet')
    expect(again.forms.filter((form) => form.fields.includes('why'))).toEqual([])
    await (await clients.joyce.get(`/buurtdoelen/${goal}/verder`)).form().send()
    expect(await state()).toBe('underWay')
  })

  it('write a result of two people at once without losing either', async () => {
    const mine = await clients.joyce.get(`/buurtdoelen/${goal}/resultaat`)
    const theirs = await clients.bep.get(`/buurtdoelen/${goal}/resultaat`)
    await mine.form().fill({ result: 'Van Joyce: het licht is aan.' }).send()
    const late = await theirs.form().fill({ result: 'Van Bep: het licht is bijna aan.' }).send()
    expect(late.status).toBe(422)
    expect(late.text).toContain('Van Joyce: het licht is aan.')
    expect(late.form().value('result')).toBe('Van Bep: het licht is bijna aan.')
    const both = await late.form().fill({ result: 'Het licht is bijna overal aan.' }).send()
    expect(both.first).toBe(303)
  })

  it('are for members of the group; adopting, letting go and handing over for its leads', async () => {
    const verbs = ['beginnen', 'pauze', 'verder', 'resultaat', 'heropenen', 'gedaan', 'vraag']
    const leadsOnly = ['aannemen', 'loslaten', 'overdragen']
    const opens = async (who: Neighbour, verb: string) =>
      (await clients[who].get(`/buurtdoelen/${goal}/${verb}`)).status
    for (const verb of verbs)
      expect([verb, await opens('bep', verb), await opens('kwabena', verb)]).toEqual([verb, 200, 403])
    for (const verb of leadsOnly)
      expect([verb, await opens('joyce', verb), await opens('bep', verb)]).toEqual([verb, 200, 403])
    const visitor = await clientOf(place()).get(`/buurtdoelen/${goal}/pauze`)
    expect(visitor.path).toContain('/aanmelden')
  })

  it('write down a deed once, however often the button is pressed', async () => {
    const form = (await clients.bep.get(`/buurtdoelen/${goal}/gedaan`))
      .form()
      .fill({ what: 'Wij hebben alle lampen geteld.', who: 'Bep en zes buren' })
    await form.send()
    await form.again()
    const deeds = await place().store.read.selectFrom('deed').selectAll().where('goal_id', '=', goal).execute()
    expect(deeds.map((deed) => [deed.what, deed.done_on])).toEqual([
      ['Wij hebben alle lampen geteld.', place().by().today]
    ])
  })

  it('write down both deeds of somebody who goes back, writes another one on the same page and sends that too', async () => {
    const before = (await place().store.read.selectFrom('deed').select('id').execute()).length
    const form = (await clients.bep.get(`/buurtdoelen/${goal}/gedaan`)).form()
    await form.fill({ what: 'Wij hebben de huismeester gebeld.', who: 'Bep' }).send()
    await form.fill({ what: 'Wij hebben een foto gemaakt.', who: 'Bep' }).send()
    await form.again()
    expect(await place().store.read.selectFrom('deed').select('id').execute()).toHaveLength(before + 2)
  })

  it('list goals the newest first, with filters that are plain links', async () => {
    laterBy(place(), 1)
    const visitor = clientOf(place())
    const list = await visitor.get('/buurtdoelen')
    expect(list.text).toContain('Licht voor iedereen')
    const paused = list.links.find((link) => link.text.includes('Even pauze'))!
    expect((await visitor.get(paused.href)).text).not.toContain('Licht voor iedereen')
    expect((await visitor.get(`/buurtdoelen?groep=${street.flat}&stand=bezig`)).text).toContain('Licht voor iedereen')
    expect((await visitor.get(`/buurtdoelen?groep=${street.church}`)).text).toContain('Hier staat nog geen doel')
    expect((await visitor.get(`/buurtdoelen?behoefte=${street.need}&na=onzin&stand=onzin`)).status).toBe(200)
  })
})
