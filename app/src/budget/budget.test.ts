import { addDays, dayOf, ruleHash, type RuleCard } from '@buurtmacht/domain'
import { beforeAll, describe, expect, it } from 'vitest'
import { clientOf, type Client } from '../../test/client.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { smallWorld, type RoleName, type World } from '../../test/world.ts'
import { entriesAbout } from '../journal/index.ts'

const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end']

onEveryEngine('the neighbourhood budget', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const as = async (role: RoleName): Promise<Client> => {
    const client = clientOf(place())
    if (role !== 'nobody') await client.signIn(world.people[role])
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

  describe('a round', () => {
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
      const [one, two] = [
        await admin.get(`/budget/${round}/veranderen`),
        await admin.get(`/budget/${round}/veranderen`)
      ]
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
  })

  describe('a plan', () => {
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
      await (
        await judge.get(`/plannen/${plan}/besluit`)
      )
        .form()
        .fill({ onBallot: 'no', why: 'Dit is onderhoud.' })
        .send()
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
      await (
        await (await as('lead of another group')).get(`/plannen/${theirs}/samen`)
      )
        .form()
        .fill({ into: ours })
        .send()
      const merged = [await writer.get(`/plannen/${ours}`), await writer.get(`/plannen/${theirs}`)]
      expect(merged.filter((seen) => seen.text.includes('Dit plan gaat verder in'))).toHaveLength(1)
    })
  })

  describe('advice', () => {
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

  const otherGroup = async (): Promise<string> => {
    const rows = await place().store.read.selectFrom('resident_group').select('id').execute()
    return rows.find((row) => row.id !== world.params['group'])!.id
  }
})
