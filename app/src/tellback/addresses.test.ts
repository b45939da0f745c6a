// Who: a resident who told a church helper where she lives, and a group across the street that would like to know.
import { beforeAll, expect, it } from 'vitest'
import { clientOf } from '../../test/client.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { as, buildStreet, street, type Neighbour } from '../../test/street.ts'
import { must } from '../../test/act.ts'
import { adoptGoal, letGoOfGoal, proposeGoal, startGoal, writeGoalResult } from '../goals/index.ts'
import { entriesAbout } from '../journal/index.ts'
import { addVoicesToNeed, gatherNeed } from '../needs/index.ts'
import { giveVoice } from '../voices/index.ts'
import { keyed } from '../web/index.ts'
import { handOverTelling, tellGivers } from './index.ts'

const secretAddress = 'Lindehof 44, achterom'

onEveryEngine('the address of somebody who wants to be told', (place) => {
  let voice: string
  let need: string
  const change = <T>(work: Parameters<ReturnType<typeof place>['store']['change']>[0]) =>
    place().store.change(work) as Promise<T>
  const visiting = async (who: Neighbour) => {
    const client = clientOf(place())
    await client.signIn(who)
    return client
  }
  /** A goal of the church on a need that the flat gathered, with news. */
  const goalOfTheChurch = (how: 'result' | 'let go' | 'never adopted') =>
    change<string>(async (tx) => {
      const kwabena = as(place(), 'kwabena')
      const id = must(await proposeGoal(tx, kwabena, need, { group: street.church, title: `Licht, ${how}` }))
      if (how === 'never adopted') must(await letGoOfGoal(tx, kwabena, id, 'Toch maar niet.'))
      else {
        must(await adoptGoal(tx, kwabena, id))
        must(await startGoal(tx, kwabena, id))
        must(
          how === 'result'
            ? await writeGoalResult(tx, kwabena, id, { result: 'Het licht brandt.' })
            : await letGoOfGoal(tx, kwabena, id, 'Het lukt ons niet.')
        )
      }
      return id
    })
  beforeAll(async () => {
    await buildStreet(place())
    await change(async (tx) => {
      const taken = must(
        await giveVoice(tx, place().by(), (purpose, text) => keyed(place().site.secret, purpose, text), {
          text: 'Het is zo donker.',
          lang: 'nl',
          channel: 'online',
          show: 'full',
          tellBack: { how: 'letter', to: secretAddress },
          by: 'anyone'
        })
      )
      voice = taken.id
      need = must(
        await gatherNeed(tx, as(place(), 'bep'), { group: street.flat, sentence: 'Licht graag.', voices: [voice] })
      ).id
    })
  })

  it.each(['result', 'let go', 'never adopted'] as const)(
    'is not seen by another group that makes the need its goal (%s)',
    async (how) => {
      const goal = await goalOfTheChurch(how)
      const kwabena = await visiting('kwabena')
      const pages = ['terugvertellen', 'niet-bereikt', 'bereikt', ''].map((path) => `/buurtdoelen/${goal}/${path}`)
      for (const path of [...pages, '/mijn', `/buurtbehoeften/${need}`])
        expect([path, (await kwabena.get(path)).body.includes(secretAddress)]).toEqual([path, false])
      const told = await change((tx) => tellGivers(tx, as(place(), 'kwabena'), goal, [voice]))
      expect(told).toMatchObject({ ok: false })
      // The group that listened sees it, once there is news.
      const bep = await visiting('bep')
      const list = await bep.get(`/buurtdoelen/${goal}/terugvertellen`)
      expect(list.body.includes(secretAddress)).toBe(how !== 'never adopted')
      if (how !== 'never adopted')
        expect((await kwabena.get(`/buurtdoelen/${goal}/terugvertellen`)).text).toContain(
          '1 bewoner hoort het van Flatcommissie Wingerdflat'
        )
    }
  )

  it('is not seen before there is news, nor after the giver was told', async () => {
    const goal = await change<string>(async (tx) => {
      const id = must(await proposeGoal(tx, as(place(), 'joyce'), need, { group: street.flat, title: 'Ons licht' }))
      must(await adoptGoal(tx, as(place(), 'joyce'), id))
      must(await startGoal(tx, as(place(), 'joyce'), id))
      return id
    })
    const bep = await visiting('bep')
    const address = `/buurtdoelen/${goal}/terugvertellen`
    expect((await bep.get(address)).status).toBe(403)
    await change((tx) => writeGoalResult(tx, as(place(), 'joyce'), goal, { result: 'Wij hebben licht.' }))
    const list = await bep.get(address)
    expect(list.body).toContain(secretAddress)
    const after = await list
      .form()
      .fill({ told: [voice] })
      .send()
    expect(after.first).toBe(303)
    expect((await bep.get(address)).body).not.toContain(secretAddress)
  })

  it('does not go to who gathers the same words a second time', async () => {
    place().clock.now += 60_000
    const goal = await change<string>(async (tx) => {
      const kwabena = as(place(), 'kwabena')
      const typed = { group: street.church, sentence: 'Ook wij willen licht.', voices: [voice] }
      const own = must(await gatherNeed(tx, kwabena, typed)).id
      const id = must(await proposeGoal(tx, kwabena, own, { group: street.church, title: 'Licht bij de kerk' }))
      for (const done of [
        await adoptGoal(tx, kwabena, id),
        await startGoal(tx, kwabena, id),
        await writeGoalResult(tx, kwabena, id, { result: 'Bij ons brandt licht.' })
      ])
        must(done)
      return id
    })
    const kwabena = await visiting('kwabena')
    expect((await kwabena.get(`/buurtdoelen/${goal}/terugvertellen`)).body).not.toContain(secretAddress)
    expect((await (await visiting('bep')).get(`/buurtdoelen/${goal}/terugvertellen`)).body).toContain(secretAddress)
  })

  it('goes to the goal’s group when a lead of the group that listened says so, in public', async () => {
    const goal = await goalOfTheChurch('result')
    const way = `/buurtdoelen/${goal}/laat-vertellen`
    for (const who of ['kwabena', 'bep', 'samira'] as const)
      expect((await (await visiting(who)).get(way)).status).toBe(403)
    const forced = await change((tx) => handOverTelling(tx, as(place(), 'kwabena'), goal, street.flat))
    expect(forced).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
    const joyce = await visiting('joyce')
    const done = await (await joyce.get(way)).form().send()
    expect(done.first).toBe(303)
    const kwabena = await visiting('kwabena')
    expect((await kwabena.get(`/buurtdoelen/${goal}/terugvertellen`)).body).toContain(secretAddress)
    expect((await (await visiting('bep')).get(`/buurtdoelen/${goal}/terugvertellen`)).body).not.toContain(secretAddress)
    const entries = await entriesAbout(place().store.read, 'goal', goal)
    expect(entries.map((entry) => entry.kind)).toContain('telling-handed-over')
    expect(JSON.stringify(entries)).not.toContain(secretAddress)
  })

  it('may be handed over by a resident administrator, who sees none', async () => {
    const goal = await goalOfTheChurch('let go')
    const ans = await visiting('ans')
    expect((await ans.get(`/buurtdoelen/${goal}/terugvertellen`)).status).toBe(403)
    const page = await ans.get(`/buurtdoelen/${goal}/laat-vertellen`)
    expect(page.body).not.toContain(secretAddress)
    expect((await page.form().send()).first).toBe(303)
  })

  it('goes to the goal’s group when nobody of the group that listened is left', async () => {
    const goal = await goalOfTheChurch('result')
    const ended = { until_on: '2026-03-02' }
    await change((tx) => tx.updateTable('role').set(ended).where('group_id', '=', street.flat).execute())
    expect((await (await visiting('kwabena')).get(`/buurtdoelen/${goal}/terugvertellen`)).body).toContain(secretAddress)
    await change((tx) => tx.updateTable('role').set({ until_on: null }).where('group_id', '=', street.flat).execute())
  })

  it('holds for voices added later as well', async () => {
    const goal = await goalOfTheChurch('result')
    await change((tx) => addVoicesToNeed(tx, as(place(), 'bep'), need, [voice]))
    expect((await (await visiting('kwabena')).get(`/buurtdoelen/${goal}/terugvertellen`)).body).not.toContain(
      secretAddress
    )
  })
})
