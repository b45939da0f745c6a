/** Proof files in people's hands: they check out with the package, and one old file catches a record that was written anew with the real key. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import {
  base64,
  checkpointBody,
  grow,
  leafHash,
  readCheckpoint,
  signer,
  signNote,
  verifyConsistency,
  verifyProof
} from 'public-log'
import { consistencyProof, rootOf } from 'public-log'
import { clientOf } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { smallWorld, type World } from '../../../test/world.ts'
import { findJournalKey } from '../index.ts'
import { allKeys, newestCheckpoint } from '../keeping/queries.ts'
import { tilesIn } from '../keeping/tree.ts'

onEveryEngine('a proof in somebody’s hand', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const key = async () => (await allKeys(place().store.read))[0]!.key
  const file = async (url: string) => {
    const answer = await place().app.inject({ url })
    expect(answer.statusCode, url).toBe(200)
    return JSON.parse(answer.body) as Record<string, unknown> & { about: { own?: { words: string; salt: string } } }
  }

  it('is offered on the page of a promise, a goal, an entry of the books and a round, and checks out', async () => {
    const { params } = world
    for (const page of [
      `/toezeggingen/${params['commitment']}`,
      `/buurtdoelen/${params['goal']}`,
      `/kasboek/boeking/${params['entry']}`,
      `/budget/${params['round']}`
    ]) {
      const client = clientOf(place())
      const [link] = (await client.get(page)).body.match(/\/logboek\/van\/\w+\/\w+/) ?? []
      expect(link, page).toBeDefined()
      const files = (await client.get(link!)).body.match(/\/logboek\/bewijs\/\w+\/bewijs\.json/g) ?? []
      expect(files.length).toBeGreaterThan(0)
      for (const one of files) expect(verifyProof(await file(one), await key()), one).toMatchObject({ ok: true })
    }
  })

  it('of one’s own words holds the words and the salt, for who has the code alone', async () => {
    const { code } = world.params
    const proof = await file(`/volg/${code}/bewijs.json`)
    const checked = verifyProof(proof, await key())
    expect(checked).toMatchObject({ ok: true })
    const { words, salt } = proof.about.own!
    const hash = createHash('sha256').update(Buffer.from(salt, 'hex')).update(words).digest('hex')
    expect(checked.ok && checked.entry).toContain(hash)
    const entry = JSON.parse(checked.ok ? checked.entry : '{}') as { id: string }
    expect(JSON.stringify(await file(`/logboek/bewijs/${entry.id}/bewijs.json`))).not.toContain(salt)
    expect((await place().app.inject({ url: `/volg/${code}/bewijs.json` })).headers['cache-control']).toBe('no-store')
  })

  it('that is not there yet is told in plain words, with when to come back', async () => {
    const client = clientOf(place())
    await client.signIn(world.people['lead of the group'])
    const step = await client.get(`/buurtdoelen/${world.params['goal']}/gedaan`)
    await step.form().fill({ what: 'Opgeruimd', who: 'Ama', doneOn: '2026-03-03' }).send()
    const waiting = await place().store.read.selectFrom('journal_waiting').select('seq').execute()
    expect(waiting.length).toBeGreaterThan(0)
    const { id } = await place()
      .store.read.selectFrom('journal_entry')
      .select('id')
      .where('seq', '=', waiting[0]!.seq)
      .executeTakeFirstOrThrow()
    for (const page of ['', '/bewijs.json'])
      expect((await client.get(`/logboek/bewijs/${id}${page}`)).text).toMatch(/Het staat wel opgeschreven/)
    place().clock.now += 2000
    await place().keeper.keepUp()
    expect(verifyProof(await file(`/logboek/bewijs/${id}/bewijs.json`), await key())).toMatchObject({ ok: true })
  })

  it('catches a record written anew and signed with the real key', async () => {
    const { read, owner, engine } = place().store
    const proof = await file(`/volg/${world.params['code']}/bewijs.json`)
    const old = await newestCheckpoint(read)
    const size = Number(old!.size)
    // The operator, with the key, the database and time: one entry reads otherwise, everything else fits.
    const rows = await sql<{
      entry: string
    }>`select e.entry from journal_place p join journal_entry e on e.seq = p.seq order by p.number`.execute(owner)
    const at = proof['index'] as number
    const lied = rows.rows.map((row, number) =>
      number === at ? row.entry.replace('voice-given', 'voice-gone!') : row.entry
    )
    expect(lied[at]).not.toBe(proof['entry'])
    const tiles = new Map<string, Uint8Array>()
    const grown = await grow(
      0,
      () => new Uint8Array(),
      lied.map((entry) => leafHash(Buffer.from(entry)))
    )
    for (const tile of grown.tiles) tiles.set(`${tile.level}/${tile.index}`, tile.hashes)
    const log = signer(readCheckpoint(old!.note).origin, findJournalKey('', place().dir))
    const note = signNote(checkpointBody({ origin: log.name, size, root: grown.root }), [log])
    // The old proof is as good as ever, and what it shows is not in the new record.
    expect(verifyProof(proof, await key())).toMatchObject({ ok: true })
    expect(verifyProof({ ...proof, checkpoint: note }, await key())).toMatchObject({ ok: false, wrong: 'not-in-log' })
    const lying = (level: number, index: number, width: number) =>
      tiles.get(`${level}/${index}`)!.subarray(0, width * 32)
    const { root } = readCheckpoint(proof['checkpoint'] as string)
    const consistent = { from: size, to: size, fromRoot: root, toRoot: await rootOf(size, lying) }
    expect(verifyConsistency({ ...consistent, proof: await consistencyProof(size, size, lying) })).toBe(false)
    expect(base64(await rootOf(size, tilesIn(read)))).toBe(base64(root))
    expect(engine).toBeTruthy()
  })
})
