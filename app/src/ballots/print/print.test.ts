import { beforeAll, describe, expect, it } from 'vitest'
import { clientOf } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { roundToVoteIn, type VotedRound } from '../../../test/round.ts'
import { smallWorld, type World } from '../../../test/world.ts'

onEveryEngine('what is printed for a round', (place) => {
  let world: World
  let voting: VotedRound
  beforeAll(async () => {
    world = await smallWorld(place())
    voting = await roundToVoteIn(place(), world, { amount: '2.000', costs: ['600', '500', '300'] })
  })
  const seen = (path: string) => clientOf(place()).get(`/budget/${voting.round}/${path}`)

  it('has the same numbers on the poster, in the booklet and on the example, in every language', async () => {
    for (const path of ['poster', 'boekje', 'voorbeeld'])
      for (const lang of ['nl', 'en']) {
        const { text } = await seen(`${path}?taal=${lang}`)
        const found = ['A', 'B', 'C'].map((name) => text.indexOf(`Plan ${name}`))
        expect(found, path).toEqual(found.toSorted((a, b) => a - b))
        for (const [at, name] of ['A', 'B', 'C'].entries())
          expect(text.replace(/\s+/g, ' '), path).toContain(`${at + 1} Plan ${name}`)
      }
    expect((await seen('voorbeeld?taal=en')).text).toContain('Put a cross at 3 plans at most.')
  })

  it('is an example that carries no code, and says so', async () => {
    const { body, text } = await seen('voorbeeld')
    expect(text).toContain('Hier staat straks jouw stemcode.')
    expect(body).toContain('aria-label="Voorbeeld"')
    expect(text).not.toMatch(/[0-9A-Z]{4} [0-9A-Z]{3} [0-9A-Z]{4}/)
  })

  it('waits until the ballot is fixed', async () => {
    const early = await clientOf(place()).get(`/budget/${world.params['round']}/poster`)
    expect(early.text).toContain('Als het stembiljet vaststaat')
  })

  describe('as ballots with codes', () => {
    it('has each code on one sheet, for who made them and nobody else', async () => {
      const admin = clientOf(place())
      await admin.signIn(world.people.administrator)
      const made = await (
        await admin.get(`/budget/${voting.round}/codes/nieuw`)
      )
        .form()
        .fill({ kind: 'cards', name: 'Lindehof', count: '4' })
        .send()
      const codes = made.text.match(/[0-9A-Z]{4} [0-9A-Z]{3} [0-9A-Z]{4}/g)!
      const path = `${made.path.split('?')[0]}?als=biljet`
      const ballots = await admin.get(path)
      for (const code of codes) expect(ballots.text.split(code), code).toHaveLength(2)
      expect(ballots.body.match(/<article class="paper ballot-paper"/g)).toHaveLength(4)
      expect(ballots.body).not.toContain('specimen')
      const member = clientOf(place())
      await member.signIn(world.people['helper of the group'])
      expect((await member.get(path)).text).toContain('Afdrukken kan niet meer')
    })
  })
})

onEveryEngine('a ballot with many plans', (place) => {
  it('tells before it is fixed that the ballots will stay sealed', async () => {
    const world = await smallWorld(place())
    const costs = Array.from({ length: 11 }, () => '100')
    const voting = await roundToVoteIn(place(), world, { amount: '2.000', costs, most: '5' })
    const admin = clientOf(place())
    await admin.signIn(world.people.administrator)
    const told = await admin.get(`/budget/${voting.round}/stembiljet`)
    expect(told.text).toContain('De stembiljetten blijven straks op slot')
    const other = await roundToVoteIn(place(), world, { amount: '2.000', costs, most: '3' })
    expect((await admin.get(`/budget/${other.round}/stembiljet`)).text).not.toContain('op slot')
  })
})
