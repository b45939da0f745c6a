/** Others who look along: a witness with a key, and a paper in the minutes. */
import { beforeAll, expect, it } from 'vitest'
import { cosign, cosigner, openNote, readVerifierKey, verifierKey } from 'public-log'
import { clientOf } from '../../test/client.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { smallWorld, type World } from '../../test/world.ts'
import { groupsOf, newestCheckpoint } from '../journal/index.ts'
import { groupsToRead } from './actions.ts'

onEveryEngine('who looks along with the record', (place) => {
  let world: World
  const witness = cosigner('bewonersgroep', Buffer.alloc(32, 9))
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const admin = async () => {
    const client = clientOf(place())
    await client.signIn(world.people['administrator'])
    return client
  }
  const note = async () => (await place().app.inject({ url: '/logboek/checkpoint' })).body
  const send = (payload: string) =>
    place().app.inject({
      method: 'POST',
      url: '/logboek/medeondertekening',
      payload,
      headers: { 'content-type': 'text/plain' }
    })
  const seconds = () => Math.floor(place().clock.now / 1000)

  it('a witness nobody added is not taken, and one that was added stands under the checkpoint for everybody', async () => {
    const before = await note()
    const signed = cosign(before, witness, seconds())
    expect((await send(signed)).statusCode).toBe(422)
    const form = (await (await admin()).get('/logboek/getuigen/nieuw')).form()
    const wrong = await form.fill({ name: 'Bewonersgroep', key: 'x+12345678+AAAA' }).send()
    expect(wrong.status).toBe(422)
    expect((await form.fill({ name: 'Bewonersgroep', key: verifierKey(witness) }).send()).first).toBe(303)
    expect((await send(signed)).statusCode).toBe(204)
    expect((await send(signed)).statusCode).toBe(204)
    const after = await note()
    const opened = openNote(after, [readVerifierKey(verifierKey(witness))])
    expect(opened.by).toEqual(['bewonersgroep'])
    expect(opened.seen).toEqual({ bewonersgroep: seconds() })
    expect((await clientOf(place()).get('/logboek/getuigen')).text).toMatch(/Bewonersgroep.*Laatst ondertekend/)
    const kinds = await place().store.read.selectFrom('journal_entry').select('kind').execute()
    expect(kinds.filter((row) => row.kind === 'witness-added')).toHaveLength(2)
  })

  it('a signature that is wrong, of another log, or under something else is refused in words', async () => {
    const good = cosign(await note(), witness, seconds())
    for (const [text, code] of [
      ['zomaar', 'cosignature-broken'],
      [
        good.replace(/bewonersgroep (\S)/, (_, c: string) => `bewonersgroep ${c === 'A' ? 'B' : 'A'}`),
        'cosignature-unknown'
      ],
      [cosign(good.replace(/^.*\n/, 'ander.test/logboek\n'), witness, seconds()), 'cosignature-other-checkpoint']
    ] as const) {
      const answer = await send(text)
      expect(answer.statusCode, code).toBe(422)
      expect(answer.json()).toMatchObject({ code })
    }
    const form = (await clientOf(place()).get('/logboek/getuigen')).form()
    expect((await form.fill({ note: 'zomaar' }).send()).text).toMatch(/Dit is geen ondertekende stand/)
    expect((await form.fill({ note: good.replace(/\n/g, '\r\n') }).send()).first).toBe(303)
  })

  it('a witness who stopped is not taken any more, and what was signed stays', async () => {
    const client = await admin()
    const row = await place()
      .store.read.selectFrom('journal_witness')
      .select('id')
      .where('name', '=', 'Bewonersgroep')
      .executeTakeFirstOrThrow()
    await (await client.get(`/logboek/getuigen/${row.id}/stoppen`)).form().send()
    expect((await send(cosign(await note(), witness, seconds() + 1))).statusCode).toBe(422)
    expect((await client.get('/logboek/getuigen')).text).toMatch(/Gestopt op/)
  })

  it('a paper has sixteen groups and the signed checkpoint in a square; two groups typed back stand in the record', async () => {
    const last = (await newestCheckpoint(place().store.read))!
    const groups = groupsOf(last.root)
    const page = await clientOf(place()).get('/logboek/papier')
    expect(page.path).toBe(`/logboek/papier/${Number(last.size)}`)
    for (const group of groups) expect(page.text).toContain(group)
    const helper = clientOf(place())
    await helper.signIn(world.people['helper of the group'])
    const form = (await helper.get(`${page.path}/terug`)).form()
    const [first, second] = groupsToRead(groups)
    const typed = { first: groups[first]!.toUpperCase(), second: groups[second]!, where: 'Notulen van 3 maart' }
    const wrong = await form.fill({ ...typed, second: 'zzzz' }).send()
    expect(wrong.status).toBe(422)
    expect(wrong.text).toMatch(/Bewaar het papier goed/)
    expect((await form.fill(typed).send()).first).toBe(303)
    const entry = await place()
      .store.read.selectFrom('journal_entry')
      .select('entry')
      .where('kind', '=', 'paper-read-back')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(entry.entry)).toMatchObject({ facts: { size: Number(last.size), where: 'Notulen van 3 maart' } })
  })
})
