import { beforeAll, expect, it } from 'vitest'
import { budgetIn } from '../../../test/budget.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { smallWorld, type World } from '../../../test/world.ts'

onEveryEngine('advice on a plan', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const { as, days, opened, wrote } = budgetIn(place, () => world)

  it('is public with its reasons, is answered by the group, and rejects nothing', async () => {
    const { round } = await opened()
    const { plan } = await wrote(await as('nobody'), round, { group: world.params['group']! })
    const helper = await as('helper of the group')
    const asked = await (
      await helper.get(`/plannen/${plan}/advies`)
    )
      .form()
      .fill({ institution: world.params['institution']!, due: days()['advice']! })
      .send()
    expect(asked.text).toContain('advies uiterlijk')
    const again = await helper.get(`/plannen/${plan}/advies`)
    expect(again.form().options('institution')).not.toContain(world.params['institution'])
    const others = again
      .form()
      .sends()
      .filter(([name]) => name !== 'institution' && name !== 'due')
    const twice = await helper.post(`/plannen/${plan}/advies`, [
      ...others,
      ['institution', world.params['institution']!],
      ['due', days()['advice']!]
    ])
    expect(twice.text).toContain('al om advies gevraagd')
    const contact = await as('contact of the institution')
    const to = (await contact.get(`/plannen/${plan}`)).links.find((link) => link.href.startsWith('/advies/'))!.href
    expect((await (await as('contact of another institution')).get(to)).status).toBe(403)
    const bare = await (await contact.get(to)).form().fill({ verdict: 'notFeasible' }).send()
    expect(bare.status).toBe(422)
    await bare.form().fill({ verdict: 'notFeasible', reasons: 'Er ligt een kabel.' }).send()
    const shown = await (await as('nobody')).get(`/plannen/${plan}`)
    expect(shown.text).toContain('Er ligt een kabel.')
    expect(shown.text).toContain('Zij beslissen niet')
    const answer = (await helper.get(`/plannen/${plan}`)).links.find((link) => link.href.endsWith('/antwoord'))!.href
    await (await helper.get(answer)).form().fill({ answer: 'Wij zetten ze ernaast.' }).send()
    await (await helper.get(`/plannen/${plan}/indienen`)).form().send()
    expect((await (await as('nobody')).get(`/plannen/${plan}`)).text).toContain('ingediend')
  })
})
