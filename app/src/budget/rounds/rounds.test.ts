import { ruleHash, type RuleCard } from '@buurtmacht/domain'
import { beforeAll, expect, it } from 'vitest'
import { budgetIn } from '../../../test/budget.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { personWith, smallWorld, type World } from '../../../test/world.ts'
import { entriesAbout } from '../../journal/index.ts'

onEveryEngine('a round of the neighbourhood budget', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const { as, days, prepared, opened } = budgetIn(place, () => world)

  it('is seen only by who prepares it, until it is opened for everybody', async () => {
    const { admin, round } = await prepared()
    expect((await (await as('nobody')).get(`/budget/${round}`)).status).toBe(404)
    expect((await (await as('contact of the institution')).get(`/budget/${round}`)).status).toBe(404)
    expect((await admin.get(`/budget/${round}`)).text).toContain('10.000')
    await (await admin.get(`/budget/${round}/openen`)).form().send()
    const shown = await (await as('nobody')).get(`/budget/${round}`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('hoogstens 3 plannen')
  })

  it('shows its counting rule in plain words, with the hash of the card, in the record too', async () => {
    const { round } = await opened()
    const rules = await (await as('nobody')).get(`/budget/${round}/regels`)
    const card = JSON.parse(/<pre[^>]*>([\s\S]*?)<\/pre>/.exec(rules.body)![1]!.replaceAll('&quot;', '"')) as RuleCard
    expect(rules.text).toContain(ruleHash(card))
    expect(rules.text).toContain('Dan loten bewoners')
    const entries = await entriesAbout(place().store.read, 'round', round)
    const [open] = entries.filter((entry) => entry.kind === 'round-opened')
    expect(open?.entry).toContain(ruleHash(card))
  })

  it('with days in the wrong order is refused, and everything that was typed stays', async () => {
    const { seen } = await prepared({ voting: days()['plans']! })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Deze dag moet later zijn')
    expect(seen.form().value('title')).toBe('Buurtbudget 2026')
    expect(seen.form().value('amount')).toBe('10.000')
  })

  it('that somebody else changed in the meantime tells so', async () => {
    const { admin, round } = await opened()
    const [one, two] = [await admin.get(`/budget/${round}/veranderen`), await admin.get(`/budget/${round}/veranderen`)]
    expect((await one.form().fill({ title: 'Geld voor ons' }).send()).first).toBe(303)
    const late = await two.form().fill({ title: 'Geld van ons' }).send()
    expect(late.status).toBe(422)
    expect(late.form().value('title')).toBe('Geld van ons')
  })

  it('cannot be opened, changed or stopped by an institution, whatever it sends', async () => {
    const { round } = await opened()
    const contact = await as('contact of the institution')
    for (const step of ['openen', 'veranderen', 'mensen', 'stembiljet', 'stoppen']) {
      expect((await contact.get(`/budget/${round}/${step}`)).status, step).toBe(403)
      expect((await contact.post(`/budget/${round}/${step}`, [['why', 'Nee']])).first, step).toBe(403)
    }
    expect((await contact.get('/budget/nieuw')).status).toBe(403)
    expect((await (await as('nobody')).get(`/budget/${round}`)).text).not.toContain('Deze ronde is gestopt')
  })

  it('is stopped by residents with a reason that everybody can read', async () => {
    const { admin, round } = await opened()
    expect((await (await admin.get(`/budget/${round}/stoppen`)).form().send()).status).toBe(422)
    await (await admin.get(`/budget/${round}/stoppen`)).form().fill({ why: 'Het geld komt niet.' }).send()
    expect((await (await as('nobody')).get(`/budget/${round}`)).text).toContain('Het geld komt niet.')
  })

  it('has an election committee of six at most, and says why', async () => {
    const { admin, round } = await opened()
    const helper = world.acting('helper of the group').roles[0]!
    let nr = 0
    while ((await admin.get(`/budget/${round}/mensen`)).form().options('committee').length < 7)
      await personWith(place(), `Buur ${(nr += 1)}`, [helper])
    const page = await admin.get(`/budget/${round}/mensen`)
    const residents = page.form().options('committee')
    const seven = await page
      .form()
      .fill({ committee: residents.slice(0, 7) })
      .send()
    expect(seven.status).toBe(422)
    expect(seven.text).toContain('Kies hoogstens 6 bewoners')
    const six = await seven
      .form()
      .fill({ committee: residents.slice(0, 6) })
      .send()
    expect(six.first).toBe(303)
  })
})
