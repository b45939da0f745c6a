import { beforeAll, describe, expect, it } from 'vitest'
import { clientOf, type Client } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { personWith, typed, votingRound, type Round } from '../../../test/voting.ts'
import { differenceOf, turnoutOf } from '../index.ts'
import { partsOf } from '../box/turnout.ts'

const shown = /[0-9A-Z]{4} [0-9A-Z]{3} [0-9A-Z]{4}/g
const hour = 3_600_000

onEveryEngine('codes for a building', (place) => {
  let round: Round
  beforeAll(async () => {
    round = await votingRound(place(), { codes: 30 })
  })
  const as = async (person: string): Promise<Client> => {
    const client = clientOf(place())
    await client.signIn(person)
    return client
  }
  const made = async (client: Client, more: Record<string, string> = {}) =>
    (await client.get(`/budget/${round.id}/codes/nieuw`))
      .form()
      .fill({ kind: 'letters', name: 'Iepenhof ingang A', count: '3', perHousehold: '4', ...more })
      .send()

  it('come out of the printer as letters without names: a page for each household, each code once', async () => {
    const client = await as(round.committee[0]!)
    const print = await made(client)
    const codes = print.text.match(shown)!
    expect(new Set(codes).size).toBe(12)
    expect(print.text.match(/Beslis mee over geld voor de buurt/g)).toHaveLength(3)
    expect(print.body).not.toContain('/stemmen/')
    const voter = clientOf(place())
    const choosing = await (await voter.get('/stemmen')).form().fill({ code: codes[7]! }).send()
    expect(choosing.path).toBe('/stemmen/kiezen')
  })

  it('can be printed in the browser that made them, for one hour, and nowhere else', async () => {
    const client = await as(round.admin)
    const print = await made(client, { kind: 'cards', count: '5' })
    expect(print.text.match(shown)).toHaveLength(5)
    expect((await client.get(print.path)).text.match(shown)).toEqual(print.text.match(shown))
    const other = await (await as(round.committee[1]!)).get(print.path)
    expect(other.text).toContain('Afdrukken kan niet meer')
    expect(other.text.match(shown)).toBeNull()
    const was = place().clock.now
    place().clock.now += 1.1 * hour
    expect((await client.get(print.path)).text).toContain('Afdrukken kan niet meer')
    place().clock.now = was
  })

  it('are in the database as hashes only, under numbers by chance', async () => {
    const client = await as(round.admin)
    const print = await made(client)
    const rows = await place().store.read.selectFrom('ballot_code').selectAll().execute()
    const whole = JSON.stringify([rows, await place().store.read.selectFrom('once').selectAll().execute()])
    for (const code of print.text.match(shown)!) expect(whole).not.toContain(code.replaceAll(' ', ''))
    const [batch] = await place()
      .store.read.selectFrom('ballot_code')
      .select('number')
      .where('batch_id', '=', print.path.split('/')[2]!)
      .execute()
      .then((all) => [all.map((row) => row.number)])
    expect(Math.max(...batch!) - Math.min(...batch!)).toBeGreaterThan(1_000)
  })

  it('are not made by a helper who is in no committee, nor too many at once', async () => {
    const helper = await as(round.helper)
    expect((await helper.get(`/budget/${round.id}/codes/nieuw`)).status).toBe(403)
    const client = await as(round.committee[0]!)
    expect((await made(client, { count: '2000' })).status).toBe(422)
    expect((await made(client, { count: '0' })).status).toBe(422)
  })

  it('are handed out by two people: one counts, another confirms, and never more than were made', async () => {
    const [one, other] = [await as(round.helper), await as(round.committee[2]!)]
    const path = `/stemcodes/${round.batch}`
    expect((await (await one.get(path)).form().fill({ count: '31' }).send()).status).toBe(422)
    const said = await (await one.get(path)).form().fill({ count: '20' }).send()
    expect(said.text).toContain('Iemand anders moet dat bevestigen')
    expect(said.forms.some((form) => form.action.includes('bevestigen'))).toBe(false)
    const confirmed = await (await other.get(path)).form('bevestigen').send()
    expect(confirmed.text).toMatch(/Uitgedeeld\s*20/)
    const more = await (await one.get(path)).form().fill({ count: '11' }).send()
    expect(more.text).toContain('Er zijn er nog 10 om uit te delen')
  })

  it('are given once to a resident with a task, and nothing ties the code to the person', async () => {
    const client = await as(round.helper)
    const page = await client.get(`/budget/${round.id}/mijn-code`)
    const form = page.form()
    const card = await form.send()
    const [code] = card.text.match(shown)!
    // An impatient thumb gets the same code.
    expect((await form.again()).text.match(shown)![0]).toBe(code)
    expect((await client.get(`/budget/${round.id}/mijn-code`)).text).toContain('Je hebt al een stemcode gekregen')
    expect(
      Object.keys(await place().store.read.selectFrom('round_voter').selectAll().executeTakeFirstOrThrow())
    ).toEqual(['round_id', 'person_id'])
    const choosing = await (await clientOf(place()).get('/stemmen')).form().fill({ code: code! }).send()
    expect(choosing.path).toBe('/stemmen/kiezen')
    expect(await differenceOf(place().store.read, round.id)).toMatchObject({ codes: 0 })
  })

  it('are never given to somebody who speaks for an institution', async () => {
    const contact = await personWith(place(), 'Ambtenaar', [], 'ambtenaar@buurt.test')
    const client = await as(contact)
    expect((await client.get(`/budget/${round.id}/mijn-code`)).status).toBe(403)
    expect((await client.post(`/budget/${round.id}/mijn-code`, [['seed', 'x']])).first).toBe(403)
    expect((await client.get(`/budget/${round.id}/stembureau`)).status).toBe(403)
  })
})

onEveryEngine('turnout by building', (place) => {
  it('is shown from ten ballots on, and never so that a small one is the total minus the rest', async () => {
    const round = await votingRound(place(), { codes: 40 })
    const admin = clientOf(place())
    await admin.signIn(round.admin)
    const batch = async (name: string) => {
      const print = await (
        await admin.get(`/budget/${round.id}/codes/nieuw`)
      )
        .form()
        .fill({ kind: 'cards', name, count: '40' })
        .send()
      return print.text.match(shown)!
    }
    const [big, small] = [await batch('Groot'), await batch('Klein')]
    const vote = async (code: string) => {
      const client = clientOf(place())
      const choosing = await (await client.get('/stemmen')).form().fill({ code }).send()
      await (await choosing.form('kiezen').fill({ plans: [] }).send()).form('klopt').send()
    }
    for (const code of round.codes.slice(0, 12)) await vote(typed(code))
    for (const code of big.slice(0, 11)) await vote(code)
    for (const code of small.slice(0, 3)) await vote(code)
    const names = async () =>
      (await partsOf(place().store.read, round.id, (one) => one.name)).map((part) => part.name).toSorted()
    // With "Groot" beside it, the three of "Klein" would be what is left.
    expect(await names()).toEqual(['Lindehof'])
    for (const code of small.slice(3, 10)) await vote(code)
    expect(await names()).toEqual(['Groot', 'Klein', 'Lindehof'])
    expect(await turnoutOf(place().store.read, round.id)).toMatchObject({ usedOnline: 33 })
  })
})

onEveryEngine('the key cards', (place) => {
  describe('of the election committee', () => {
    it('are seen once by who made them, can be made anew before the first ballot, and not after', async () => {
      const round = await votingRound(place(), { codes: 3, cards: 2 })
      const [een, drie] = [clientOf(place()), clientOf(place())]
      await een.signIn(round.committee[0]!)
      expect((await een.get('/mijn')).links.map((link) => link.href)).toContain(`/budget/${round.id}/stembureau`)
      await drie.signIn(round.committee[2]!)
      const path = `/budget/${round.id}/sleutel`
      const before = await place().store.read.selectFrom('ballot_box').select('public_key').executeTakeFirstOrThrow()
      const card = await (await drie.get(path)).form().send()
      expect(card.text).toMatch(/([0-9A-Z]{5} ){4}[0-9A-Z]{5}/)
      expect((await een.get(`${path}/kaart`)).path).toBe(path)
      const after = await place().store.read.selectFrom('ballot_box').select('public_key').executeTakeFirstOrThrow()
      expect(after.public_key).not.toBe(before.public_key)
      const voter = clientOf(place())
      const choosing = await (
        await voter.get('/stemmen')
      )
        .form()
        .fill({ code: typed(round.codes[0]!) })
        .send()
      await (await choosing.form('kiezen').fill({ plans: [] }).send()).form('klopt').send()
      expect((await een.get(path)).text).toContain('Er zit al een stembiljet in de bus')
      const whole = JSON.stringify(await place().store.read.selectFrom('ballot_key').selectAll().execute())
      expect(whole).not.toContain(/([0-9A-Z]{5} ){4}[0-9A-Z]{5}/.exec(card.text)![0].replaceAll(' ', ''))
    })

    it('are two at least: with one, nobody can vote', async () => {
      const round = await votingRound(place(), { codes: 1, cards: 1 })
      const client = clientOf(place())
      await client.signIn(round.committee[0]!)
      expect((await client.get(`/budget/${round.id}/stembureau`)).text).toContain('Zonder sleutels kan niemand stemmen')
      const voter = clientOf(place())
      const seen = await voter.get('/stemmen')
      expect(seen.text).toContain('Je kunt nu niet stemmen')
      // Voted on paper only: the second card comes when the sheets are to be typed.
      const was = place().clock.now
      place().clock.now += 11 * 24 * hour
      const twee = clientOf(place())
      await twee.signIn(round.committee[1]!)
      await (await twee.get(`/budget/${round.id}/sleutel`)).form().send()
      expect((await twee.get(`/budget/${round.id}/stembureau`)).text).toContain('Klaar en op slot')
      place().clock.now = was
    })
  })
})
