import { beforeAll, expect, it } from 'vitest'
import { budgetIn } from '../../../test/budget.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { smallWorld, type World } from '../../../test/world.ts'

onEveryEngine('a plan of the neighbourhood budget', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const { as, opened, wrote, otherGroup } = budgetIn(place, () => world)

  it('is written by anybody without an account, adds up its costs, and is gone on with by its code alone', async () => {
    const { round } = await opened()
    const writer = await as('nobody')
    const { seen, plan } = await wrote(writer, round)
    expect(seen.text).toContain('ongeveer 90 mensen')
    const code = /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{2}/.exec(seen.text)![0]
    expect((await writer.get(`/plannen/${plan}`)).text).toContain('4.500')
    const other = await as('nobody')
    expect((await other.get(`/plannen/${plan}/schrijven`)).path).toBe('/plannen/code')
    expect((await other.get(`/plannen/${plan}/bewaard`)).status).toBe(404)
    const wrong = await (await other.get('/plannen/code')).form().fill({ code: 'K7QF 2M9D 4T' }).send()
    expect(wrong.status).toBe(422)
    const on = await (await other.get('/plannen/code')).form().fill({ code: code.toLowerCase() }).send()
    const saved = await on.form().fill({ title: 'Zes banken', costs: 'Banken 5000' }).send()
    expect(saved.text).toContain('Zes banken')
    expect(saved.text).toContain('5.000')
  })

  it('longer than a page, or dearer than one plan may be, is refused with every word still there', async () => {
    const { round } = await opened()
    const writer = await as('nobody')
    const long = await wrote(writer, round, { what: 'a'.repeat(1_990), where: 'b'.repeat(100) })
    expect(long.seen.status).toBe(422)
    expect(long.seen.text).toContain('past niet op één bladzijde')
    expect(long.seen.form().value('where')).toBe('b'.repeat(100))
    expect((await wrote(writer, round, { costs: 'Banken: 6.000,01' })).seen.text).toContain('kost meer dan mag')
    expect((await wrote(writer, round, { costs: 'Een feest' })).seen.status).toBe(422)
    expect((await wrote(writer, round, { costs: 'Banken: 1,234' })).seen.text).toContain(
      'Dit bedrag begrijpen wij niet'
    )
  })

  it('for somebody on the phone is written down by a helper, and says so', async () => {
    const { round } = await opened()
    const { plan } = await wrote(await as('helper of the group'), round, { channel: 'phone' })
    expect((await (await as('nobody')).get(`/plannen/${plan}`)).text).toContain(
      'Opgeschreven door een bewoner die helpt'
    )
  })

  it('is handed in by the group it belongs to, goes on the ballot when residents say so, and the ballot is then fixed', async () => {
    const { admin, round } = await opened()
    const { plan } = await wrote(await as('nobody'), round, { group: world.params['group']! })
    expect((await (await as('lead of another group')).get(`/plannen/${plan}/indienen`)).status).toBe(403)
    await (await (await as('helper of the group')).get(`/plannen/${plan}/indienen`)).form().send()
    const decider = world.people['lead of another group']
    await (
      await admin.get(`/budget/${round}/mensen`)
    )
      .form()
      .fill({ decides: [decider] })
      .send()
    const tooEarly = await admin.get(`/budget/${round}/stembiljet`)
    expect(tooEarly.text).toContain('Over 1 plan is nog niet besloten')
    const judge = await as('lead of another group')
    const deciding = await judge.get(`/plannen/${plan}/besluit`)
    expect(deciding.text).toContain('Wij zetten vijf banken neer.')
    const no = await deciding.form().fill({ onBallot: 'no' }).send()
    expect(no.status).toBe(422)
    const yes = await no.form().fill({ onBallot: 'yes' }).send()
    expect(yes.text).toContain('op het stembiljet')
    await (await admin.get(`/budget/${round}/stembiljet`)).form().send()
    expect((await admin.get(`/budget/${round}/veranderen`)).status).toBe(200)
    const late = await (await admin.get(`/budget/${round}/veranderen`)).form().fill({ title: 'Anders' }).send()
    expect(late.text).toContain('Het stembiljet staat vast')
  })

  it('kept off the ballot tells its makers why', async () => {
    const { admin, round } = await opened()
    const { plan } = await wrote(await as('nobody'), round, { group: world.params['group']! })
    await (await (await as('helper of the group')).get(`/plannen/${plan}/indienen`)).form().send()
    await (
      await admin.get(`/budget/${round}/mensen`)
    )
      .form()
      .fill({ decides: [world.people['lead of another group']] })
      .send()
    const judge = await as('lead of another group')
    await (await judge.get(`/plannen/${plan}/besluit`)).form().fill({ onBallot: 'no', why: 'Dit is onderhoud.' }).send()
    expect((await (await as('nobody')).get(`/plannen/${plan}`)).text).toContain('Dit is onderhoud.')
  })

  it('goes together with another only when both groups say so', async () => {
    const { round } = await opened()
    const writer = await as('nobody')
    const ours = (await wrote(writer, round, { group: world.params['group']! })).plan
    const theirs = (await wrote(writer, round, { title: 'Meer banken', group: await otherGroup() })).plan
    const waits = await (
      await (await as('lead of the group')).get(`/plannen/${ours}/samen`)
    )
      .form()
      .fill({ into: theirs })
      .send()
    expect(waits.text).not.toContain('Dit plan gaat verder in')
    // Saying it again for the other group is not theirs to do.
    await (await (await as('helper of the group')).get(`/plannen/${ours}/samen`)).form().fill({ into: theirs }).send()
    expect((await writer.get(`/plannen/${ours}`)).text).not.toContain('Dit plan gaat verder in')
    expect((await writer.get(`/plannen/${theirs}`)).text).toContain('wil dit plan samenvoegen')
    await (await (await as('lead of another group')).get(`/plannen/${theirs}/samen`)).form().fill({ into: ours }).send()
    const merged = [await writer.get(`/plannen/${ours}`), await writer.get(`/plannen/${theirs}`)]
    expect(merged.filter((seen) => seen.text.includes('Dit plan gaat verder in'))).toHaveLength(1)
  })
})
