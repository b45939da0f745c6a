import { beforeAll, expect, it } from 'vitest'
import { clientOf, type Client, type Seen } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { typed, votingRound, type Round } from '../../../test/voting.ts'
import { must } from '../../../test/act.ts'
import { openBox, turnoutOf } from '../index.ts'

onEveryEngine('paper ballots', (place) => {
  let round: Round
  let bundle: string
  const clients: Client[] = []
  const [een, twee, drie, helper] = [0, 1, 2, 3]
  beforeAll(async () => {
    round = await votingRound(place(), { codes: 30 })
    for (const person of [...round.committee, round.helper]) {
      const client = clientOf(place())
      await client.signIn(person)
      clients.push(client)
    }
    bundle = await counted(12)
  })
  const counted = async (sheets: number): Promise<string> => {
    const seen = await (
      await clients[een]!.get(`/budget/${round.id}/papier/nieuw`)
    )
      .form()
      .fill({ name: 'Bus buurthuis', sheets: String(sheets) })
      .send()
    return seen.path.split('/').at(-1)!.split('?')[0]!
  }
  const type = async (
    who: number,
    sheet: number,
    values: { read?: string; code?: string; plans?: string[] }
  ): Promise<Seen> => {
    const seen = await clients[who]!.get(`/pakken/${bundle}/${sheet}`)
    return seen
      .form()
      .fill({ read: 'ballot', ...values })
      .send()
  }
  const twice = async (sheet: number, values: Parameters<typeof type>[2]): Promise<Seen> => {
    await type(een!, sheet, values)
    return type(helper!, sheet, values)
  }
  const online = async (nr: number, plans: string[]) => {
    const client = clientOf(place())
    const choosing = await (
      await client.get('/stemmen')
    )
      .form()
      .fill({ code: typed(round.codes[nr]!) })
      .send()
    return (await choosing.form('kiezen').fill({ plans }).send()).form('klopt').send()
  }
  const turnout = () => turnoutOf(place().store.read, round.id)

  it('count when two people typed the same, who saw nothing of each other', async () => {
    const values = { code: typed(round.codes[0]!), plans: round.plans.slice(0, 2) }
    const first = await type(een!, 1, values)
    expect(first.text).not.toContain('Plan 1')
    const again = await clients[een]!.get(`/pakken/${bundle}/1`)
    expect(again.text).toContain('Nu moet iemand anders')
    const other = await clients[helper]!.get(`/pakken/${bundle}/1`)
    const ticked = other
      .form()
      .sends()
      .filter(([name]) => name === 'plans')
    expect(ticked).toEqual([])
    expect(other.form().value('code')).toBe('')
    expect((await type(helper!, 1, values)).text).toContain('twee keer hetzelfde')
    expect(await turnout()).toMatchObject({ usedOnPaper: 1, sheetsTyped: 1, sheetsInBox: 12 })
  })

  it('that two people read differently are settled by a third, and by nobody else', async () => {
    await type(een!, 2, { code: typed(round.codes[1]!), plans: round.plans.slice(0, 1) })
    const second = await type(helper!, 2, { code: typed(round.codes[1]!), plans: round.plans.slice(1, 2) })
    expect(second.text).toContain('Een derde moet kijken')
    expect((await clients[helper]!.get(`/pakken/${bundle}/2`)).text).toContain('Een derde moet kijken')
    const third = await clients[drie]!.get(`/pakken/${bundle}/2`)
    expect(third.text).toContain('Twee mensen lazen iets anders')
    expect(third.text).toContain('Plan 1')
    await type(drie!, 2, { code: typed(round.codes[1]!), plans: round.plans.slice(1, 2) })
    expect(await turnout()).toMatchObject({ usedOnPaper: 2, sheetsTyped: 2 })
  })

  it('handed in after voting online take the place of the online ballot, and that is a number', async () => {
    expect((await online(2, round.plans.slice(0, 1))).h1).toBe('Je hebt gestemd')
    const before = await turnout()
    await twice(3, { code: typed(round.codes[2]!), plans: round.plans.slice(4, 5) })
    expect(await turnout()).toMatchObject({
      usedOnline: before.usedOnline - 1,
      usedOnPaper: before.usedOnPaper + 1,
      replaced: 1
    })
  })

  it('cannot be followed by an online ballot with the same code', async () => {
    await twice(4, { code: typed(round.codes[3]!), plans: [] })
    const late = await (
      await clientOf(place()).get('/stemmen')
    )
      .form()
      .fill({ code: typed(round.codes[3]!) })
      .send()
    expect(late.text).toContain('Met deze stemcode is al gestemd')
  })

  it('that cannot count are counted with their reason: a second one, no code, an unknown code, unreadable', async () => {
    await twice(5, { code: typed(round.codes[3]!), plans: round.plans.slice(0, 1) })
    await twice(6, { read: 'noCode' })
    await twice(7, { read: 'unreadable' })
    await twice(8, { code: '000 000', plans: [] })
    const shown = await clientOf(place()).get(`/budget/${round.id}/opkomst`)
    for (const why of ['er was al een papieren biljet', 'geen code', 'niet te lezen', 'de code bestaat niet'])
      expect(shown.text).toContain(why)
    expect(await turnout()).toMatchObject({ sheetsSpoiled: 4 })
  })

  it('with too many plans or an impossible code are asked again', async () => {
    const many = await type(een!, 9, { code: typed(round.codes[4]!), plans: round.plans.slice(0, 4) })
    expect(many.status).toBe(422)
    expect((await type(een!, 9, { code: 'K7QF 2M9 D4TX', plans: [] })).status).toBe(422)
  })

  it('of a card that was lost: unused gets a new code, used online votes on paper with the number', async () => {
    const { read } = place().store
    const numberOf = async (nr: number) => {
      const { hashOf } = await import('../index.ts')
      const { keyed } = await import('../../web/index.ts')
      const hash = hashOf((purpose, text) => keyed(place().site.secret, purpose, text), round.codes[nr]!)
      const row = await read
        .selectFrom('ballot_code')
        .select('number')
        .where('hash', '=', hash)
        .executeTakeFirstOrThrow()
      return String(row.number).padStart(6, '0')
    }
    const lost = async (number: string) =>
      (await clients[twee]!.get(`/budget/${round.id}/kaart-kwijt`)).form().fill({ number }).send()
    const fresh = await lost(await numberOf(10))
    const code = /[0-9A-Z]{4} [0-9A-Z]{3} [0-9A-Z]{4}/.exec(fresh.text)![0]
    const old = await (
      await clientOf(place()).get('/stemmen')
    )
      .form()
      .fill({ code: typed(round.codes[10]!) })
      .send()
    expect(old.text).toContain('Deze stemcode werkt niet meer')
    expect((await (await clientOf(place()).get('/stemmen')).form().fill({ code }).send()).path).toBe('/stemmen/kiezen')
    await online(11, round.plans.slice(0, 1))
    const number = await numberOf(11)
    expect((await lost(number)).text).toContain('papieren stembiljet')
    await twice(9, { code: number, plans: round.plans.slice(3, 4) })
    expect(await turnout()).toMatchObject({ replaced: 2, void: 1, issued: 31 })
    await twice(10, { code: await numberOf(12), plans: [] })
    expect((await turnout()).sheetsSpoiled).toBe(5)
  })

  it('are closed when all are typed, not before; the wrong count can be put right in the open', async () => {
    const close = async () => (await clients[een]!.get(`/pakken/${bundle}/sluiten`)).form().send()
    expect((await close()).text).toContain('2 stembiljetten te gaan')
    const shown = await clientOf(place()).get(`/budget/${round.id}/opkomst`)
    expect(shown.text).toContain('2 stembiljetten zijn nog niet twee keer hetzelfde ingetypt')
    await (await clients[een]!.get(`/pakken/${bundle}/tellen`)).form().fill({ sheets: '10' }).send()
    expect((await close()).text).toContain('Afgesloten')
    expect((await clientOf(place()).get(`/budget/${round.id}/opkomst`)).text).toContain('Alles klopt')
    expect((await clients[een]!.get(`/pakken/${bundle}/1`)).text).toContain('Dit stembiljet is klaar')
  })

  it('keep nothing of what was read, once it is in the box', async () => {
    const rows = await place().store.read.selectFrom('ballot_sheet').select(['first_read', 'second_read']).execute()
    expect(rows).toHaveLength(10)
    expect(rows.every((row) => row.first_read === null && row.second_read === null)).toBe(true)
  })

  it('are in the box as they were typed, when it is opened', async () => {
    const ballots = must(
      await place().store.change((tx) => openBox(tx, round.id, round.cards[0]!, round.cards[1]!, place().by().chance))
    )
    const paper = ballots.filter((one) => one.channel === 'paper').map((one) => one.text)
    const p = round.plans
    expect(paper.toSorted()).toEqual(['', [p[0], p[1]].toSorted().join(' '), p[1], p[4], p[3]].toSorted())
  })
})
