/** Somebody who voted holds in hand that the ballot arrived, and nothing of what is in it. */
import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyProof } from 'public-log'
import { clientOf } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { votingRound, type Round } from '../../../test/voting.ts'
import { tellArrivals } from '../index.ts'

onEveryEngine('that a ballot arrived', (place) => {
  let round: Round
  const vote = async (code: string) => {
    const client = clientOf(place())
    const choosing = await (await client.get('/stemmen')).form().fill({ code }).send()
    const check = await choosing.form('Bekijk').send()
    const done = await check.form('klopt').send()
    expect(done.path).toMatch(/^\/stemmen\/klaar/)
    const receipt = /([0-9A-Z]{4} ){3}[0-9A-Z]{4}/.exec(done.text)?.[0]
    expect(receipt, done.text).toBeDefined()
    return receipt!
  }
  const prove = async (receipt: string) => {
    const client = clientOf(place())
    const seen = await (await client.get('/stembewijs')).form().fill({ code: receipt.toLowerCase() }).send()
    return { client, seen }
  }

  it('is proven with the code that was shown, once twenty stand in the record together', async () => {
    round = await votingRound(place(), { plans: 3, most: '', codes: 21 })
    const receipts: string[] = []
    for (const code of round.codes.slice(0, 19)) receipts.push(await vote(code))
    await tellArrivals(place().store, { chance: randomBytes }, place().clock.now)
    const early = await prove(receipts[0]!)
    expect(early.seen.text).toMatch(/zodra er twintig/)
    receipts.push(await vote(round.codes[19]!))
    await tellArrivals(place().store, { chance: randomBytes }, place().clock.now)
    await place().keeper.keepUp()
    const key = (await place().store.read.selectFrom('journal_key').select('key').executeTakeFirstOrThrow()).key
    for (const receipt of [receipts[0]!, receipts[19]!]) {
      const { client } = await prove(receipt)
      const proof = JSON.parse((await client.get('/stembewijs/bewijs.json')).body) as {
        about: { own: { words: string } }
      }
      expect(verifyProof(proof, key)).toMatchObject({ ok: true, own: receipt.replaceAll(' ', '') })
      proof.about.own.words = proof.about.own.words.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))
      expect(verifyProof(proof, key)).toMatchObject({ ok: false })
    }
  })

  it('is told of a few at the end only once voting is over', async () => {
    const receipt = await vote(round.codes[20]!)
    await tellArrivals(place().store, { chance: randomBytes }, place().clock.now)
    expect((await prove(receipt)).seen.text).toMatch(/zodra er twintig/)
    place().clock.now += 40 * 86_400_000
    await tellArrivals(place().store, { chance: randomBytes }, place().clock.now)
    await place().keeper.keepUp()
    expect((await prove(receipt)).seen.text).toMatch(/Bewaar het bestand/)
  })

  it('is not known for a code that nobody got', async () => {
    const { seen } = await prove('AAAA AAAA AAAA AAAA')
    expect(seen.text).toMatch(/Deze ontvangstcode kennen we niet/)
  })
})
