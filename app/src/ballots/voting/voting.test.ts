import { beforeAll, expect, it } from 'vitest'
import { clientOf, type Client, type Seen } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { typed, votingRound, type Round } from '../../../test/voting.ts'
import { openBox, turnoutOf } from '../index.ts'
import { must } from '../../../test/act.ts'
import type { BallotCode } from '@buurtmacht/domain'

onEveryEngine('voting online', (place) => {
  let round: Round
  let next = 0
  const code = (): BallotCode => round.codes[next++]!
  beforeAll(async () => {
    round = await votingRound(place())
  })
  const enter = async (client: Client, mine: BallotCode, path = '/stemmen'): Promise<Seen> =>
    (await client.get(path))
      .form()
      .fill({ code: typed(mine) })
      .send()
  const choose = async (client: Client, mine: BallotCode, plans: string[], path?: string): Promise<Seen> => {
    const choosing = await enter(client, mine, path)
    return choosing.form('kiezen').fill({ plans }).send()
  }
  const ticked = (seen: Seen): string[] =>
    seen
      .form('kiezen')
      .sends()
      .flatMap(([name, value]) => (name === 'plans' ? [value] : []))
      .toSorted()
  const vote = async (client: Client, mine: BallotCode, plans: string[]): Promise<Seen> =>
    (await choose(client, mine, plans)).form('klopt').send()

  it('goes from code to sent, without a name, and leaves nothing in the browser or in the addresses', async () => {
    const client = clientOf(place())
    const mine = code()
    const check = await choose(client, mine, round.plans.slice(0, 2))
    expect(check.text).toContain('Jij kiest 2 plannen')
    expect(check.text).toContain('€ 2.000')
    expect(check.path).toBe('/stemmen/klopt')
    const sent = await check.form('klopt').send()
    expect(sent.h1).toBe('Je hebt gestemd')
    expect(sent.path).not.toContain(mine)
    // Only that it arrived, for a quarter of an hour.
    expect([...client.cookies.keys()]).toEqual(['aangekomen'])
    expect((await client.get('/stemmen/kiezen')).path).toBe('/stemmen')
  })

  it('lets somebody choose differently until it is sent, and refuses too many plans with everything still ticked', async () => {
    const client = clientOf(place())
    const choosing = await enter(client, code())
    const tooMany = await choosing
      .form('kiezen')
      .fill({ plans: round.plans.slice(0, 4) })
      .send()
    expect(tooMany.status).toBe(422)
    expect(tooMany.text).toContain('Je koos 4 plannen. Kies er hoogstens 3.')
    expect(ticked(tooMany)).toEqual(round.plans.slice(0, 4).toSorted())
    const check = await tooMany
      .form('kiezen')
      .fill({ plans: round.plans.slice(1, 2) })
      .send()
    expect(check.text).toContain('Plan 2')
    const again = await client.get('/stemmen/kiezen')
    expect(ticked(again)).toEqual([round.plans[1]])
    const blank = await again.form('kiezen').fill({ plans: [] }).send()
    expect(blank.text).toContain('blanco')
    expect((await blank.form('klopt').send()).h1).toBe('Je hebt gestemd')
  })

  it('shows each voter the plans in another order', async () => {
    const orders = new Set<string>()
    for (let voter = 0; voter < 6; voter += 1) {
      const choosing = await enter(clientOf(place()), round.codes[30 + voter]!)
      orders.add(
        /Plan \d.*/s
          .exec(choosing.text.replace(/.*De plannen(?! )/s, ''))![0]
          .match(/Plan \d/g)!
          .join()
      )
    }
    expect(orders.size).toBeGreaterThan(1)
  })

  it('takes a code once: a second time it is refused, whoever comes with it', async () => {
    const mine = code()
    const other = clientOf(place())
    const waiting = await choose(other, mine, round.plans.slice(0, 1))
    await vote(clientOf(place()), mine, round.plans.slice(2, 3))
    const second = await waiting.form('klopt').send()
    expect(second.status).toBe(422)
    expect(second.text).toContain('Met deze stemcode is al gestemd')
    expect((await enter(clientOf(place()), mine)).status).toBe(422)
  })

  it('sent twice by an impatient thumb counts once and is received twice', async () => {
    const client = clientOf(place())
    const check = await choose(client, code(), round.plans.slice(0, 1))
    const jar = new Map(client.cookies)
    const form = check.form('klopt')
    expect((await form.send()).h1).toBe('Je hebt gestemd')
    for (const [name, value] of jar) client.cookies.set(name, value)
    expect((await form.again()).h1).toBe('Je hebt gestemd')
  })

  it('refuses a code with a typing mistake, and a code nobody made', async () => {
    for (const wrong of ['K7QF 2M9 D4TX', '00000000000', 'hallo']) {
      const seen = await (await clientOf(place()).get('/stemmen')).form().fill({ code: wrong }).send()
      expect(seen.status, wrong).toBe(422)
      expect(seen.text).toContain('Deze stemcode kennen wij niet')
    }
  })

  it('with a helper clears everything after each voter, and says it is ready for the next', async () => {
    const laptop = clientOf(place())
    const check = await choose(laptop, code(), round.plans.slice(0, 1), '/stemmen?hulp=1')
    const done = await check.form('klopt').send()
    expect(done.text).toContain('Klaar voor de volgende')
    expect([...laptop.cookies.keys()]).toEqual([])
    const start = await laptop.get('/stemmen?hulp=1')
    expect(start.text).toContain('Stemmen met hulp')
    const walkedAway = await choose(laptop, code(), round.plans.slice(0, 1), '/stemmen?hulp=1')
    const stopped = await walkedAway.form('stoppen').send()
    expect(stopped.path).toContain('hulp=1')
    expect([...laptop.cookies.keys()]).toEqual([])
  })

  it('leaves no entry in the journal, nothing in the table of forms sent before, and no moment anywhere', async () => {
    const { read } = place().store
    const count = async (table: 'journal_entry' | 'once' | 'session') =>
      (
        await read
          .selectFrom(table)
          .select((e) => e.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n
    const before = [await count('journal_entry'), await count('once'), await count('session')]
    await vote(clientOf(place()), code(), round.plans.slice(0, 1))
    expect([await count('journal_entry'), await count('once'), await count('session')]).toEqual(before)
  })

  it('is over when the days are over, and then two key cards of the committee open the box', async () => {
    const late = await enter(clientOf(place()), code())
    const used = await turnoutOf(place().store.read, round.id)
    const was = place().clock.now
    place().clock.now += 10 * 86_400_000
    const [helper, member] = [clientOf(place()), clientOf(place())]
    expect((await late.form('kiezen').fill({ plans: [] }).send()).path).toBe('/stemmen')
    expect((await helper.get('/stemmen')).text).toContain('Je kunt nu niet stemmen')
    await member.signIn(round.committee[0]!)
    const open = (a: string, b: string) =>
      place().store.change((tx) => openBox(tx, round.id, a, b, place().by().chance))
    expect(await open(round.cards[0]!, round.cards[0]!)).toMatchObject({ refusal: { code: 'key-cards-the-same' } })
    expect(await open(round.cards[0]!, 'K7QF2')).toMatchObject({ refusal: { code: 'key-card-wrong' } })
    const ballots = must(await open(round.cards[2]!, round.cards[1]!))
    expect(ballots).toHaveLength(used.usedOnline)
    expect(await open(round.cards[0]!, round.cards[1]!)).toMatchObject({ refusal: { code: 'box-open-already' } })
    place().clock.now = was
  })
})

onEveryEngine('voting with points', (place) => {
  it('divides points, shows how many were given, and refuses more than there are', async () => {
    const round = await votingRound(place(), { plans: 3, codes: 2, ballot: 'points', points: '10', most: '' })
    const client = clientOf(place())
    const choosing = await (
      await client.get('/stemmen')
    )
      .form()
      .fill({ code: typed(round.codes[0]!) })
      .send()
    const form = choosing.form('kiezen')
    const send = (points: string[]) =>
      client.post('/stemmen/kiezen', [
        ['csrf', String(form.value('csrf'))],
        ...points.map((one): [string, string] => ['points', one])
      ])
    expect((await send(['6', '5', ''])).text).toContain('Je gaf 11 punten')
    expect((await send(['6', 'veel', ''])).status).toBe(422)
    const check = await send(['6', '', '4'])
    expect(check.path).toBe('/stemmen/klopt')
    expect(check.text).toContain('10')
    expect((await check.form('klopt').send()).h1).toBe('Je hebt gestemd')
  })
})
