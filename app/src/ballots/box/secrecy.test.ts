/**
 * Somebody stood at the door with a watch and knows in which order two hundred people voted, and which code each of them had. They get
 * the whole database: every file with its free pages, row numbers and write-ahead log, before and after the box was opened, and the
 * installation's secret. How many ballots can they put a name to? At most one in twenty; and two careless variants where it is all of them.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { ballotText, type ProposalId } from '@buurtmacht/domain'
import { onEveryEngine } from '../../../test/kit.ts'
import { votingRound, type Round } from '../../../test/voting.ts'
import { must } from '../../../test/act.ts'
import { keyed, unseal } from '../../web/index.ts'
import { tidy } from '../../nightly/index.ts'
import { castOnline, hashOf, openBox, tellArrivals } from '../index.ts'
import { arrivalHash, receiptOf } from '../voting/receipts.ts'
import { shuffle } from './actions.ts'
import { keysFrom, keysOfCard, openSealed } from './sealing.ts'

const voters = 200
const oneInTwenty = voters / 20

onEveryEngine('whoever has the whole database', (place, engine) => {
  let round: Round
  /** In the order in which people came: the observer's list. */
  const came: { code: string; hash: string; text: string; arrival: string }[] = []
  let envelopes: { hash: string; sealed: string }[]
  let filesBefore: Buffer = Buffer.alloc(0)

  const allFiles = (): Buffer => {
    if (engine !== 'SQLite') return Buffer.alloc(0)
    const copy = mkdtempSync(join(tmpdir(), 'stolen-'))
    cpSync(place().dir, copy, { recursive: true })
    return Buffer.concat(
      readdirSync(copy)
        .filter((name) => name.startsWith('buurtmacht.db'))
        .toSorted()
        .map((name) => readFileSync(join(copy, name)))
    )
  }

  beforeAll(async () => {
    round = await votingRound(place(), { plans: 8, most: '', codes: voters })
    for (const [nr, code] of round.codes.entries()) {
      // Every ballot is the only one of its kind, so that a right guess is never luck of a popular choice.
      const chosen = round.plans.filter((_, at) => (nr + 1) & (1 << at)).map((plan) => ({ plan }))
      const hash = hashOf((purpose, text) => keyed(place().site.secret, purpose, text), code)
      const one = { hash, round: round.id, chosen, chance: randomBytes(32) }
      must(await place().store.change((tx) => castOnline(tx, place().by(), one)))
      const arrival = arrivalHash(receiptOf(one.chance))
      came.push({ code, hash, arrival, text: ballotText({ choices: chosen as { plan: ProposalId }[] }) })
    }
    envelopes = await place().store.read.selectFrom('ballot_envelope').select(['hash', 'sealed']).execute()
    filesBefore = allFiles()
  }, 120_000)

  /** How many ballots get the right voter when the two lists are laid beside each other, forwards or backwards. */
  const linked = (ballots: readonly string[], people: readonly { text: string }[] = came): number => {
    const right = (list: readonly string[]) => list.filter((text, at) => people[at]?.text === text).length
    return Math.max(right(ballots), right(ballots.toReversed()))
  }
  const byHash = () => came.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  const byCode = () => came.toSorted((a, b) => (a.code < b.code ? -1 : 1))

  /** The texts in the order in which they lie in the files. */
  const inFiles = (files: Buffer): string[] =>
    came
      .map(({ text }) => ({ text, at: placeOf(files, text) }))
      .filter((one) => one.at >= 0)
      .toSorted((a, b) => a.at - b.at)
      .map((one) => one.text)

  /** Where this text stands as a whole ballot, behind its channel, and not as the beginning of a longer one. */
  function placeOf(files: Buffer, text: string): number {
    const row = `online${text}`
    for (let at = files.indexOf(row); at >= 0; at = files.indexOf(row, at + 1))
      if (files[at + row.length] !== 32) return at
    return -1
  }

  it('finds no ballot and no code before the box is opened, even with the secret and one key card', async () => {
    const several = came.filter((one) => one.text.includes(' '))
    for (const { text, code } of several) {
      expect(filesBefore.includes(text)).toBe(false)
      expect(filesBefore.includes(code)).toBe(false)
    }
    const box = await place().store.read.selectFrom('ballot_box').selectAll().executeTakeFirstOrThrow()
    const secret = place().site.secret
    const guesses = [
      keysOfCard(round.cards[0]!, round.id),
      keysFrom(Buffer.from(keyed(secret, 'seal', box.public_key), 'hex')),
      keysFrom(Buffer.from(box.public_key, 'base64url'))
    ]
    for (const { hash, sealed } of envelopes) {
      for (const keys of guesses) expect(openSealed(keys, sealed, `${round.id} ${hash} online`)).toBeUndefined()
      expect(() => unseal(secret, hash, sealed)).toThrow()
    }
    for (const { a, b, sealed } of JSON.parse(box.opened_by_pair) as { a: string; b: string; sealed: string }[])
      for (const card of round.cards) {
        const keys = keysOfCard(card, round.id)
        const half = openSealed(keys, sealed, round.id)
        // The right first card opens a half that the same card cannot open any further.
        expect([a, b]).toHaveLength(2)
        if (half) expect(openSealed(keys, half.toString(), round.id)).toBeUndefined()
      }
  })

  it('sees the same length in every envelope', () => {
    expect(envelopes).toHaveLength(voters)
    expect(new Set(envelopes.map((one) => one.sealed.length)).size).toBe(1)
  })

  it('learns from the record that ballots arrived, at least twenty at once, and not in which order', async () => {
    const told = async () =>
      (
        await place()
          .store.read.selectFrom('journal_entry')
          .select('entry')
          .where('kind', '=', 'ballots-arrived')
          .orderBy('seq')
          .execute()
      ).flatMap((row) => (JSON.parse(row.entry) as { facts: { arrived: string[] } }).facts.arrived)
    expect(await told()).toEqual([])
    await tellArrivals(place().store, { chance: randomBytes }, place().clock.now)
    const arrived = await told()
    expect(arrived.toSorted()).toEqual(came.map((one) => one.arrival).toSorted())
    const people = (list: typeof came) => list.map((one) => ({ text: one.arrival }))
    for (const list of [came, byHash(), byCode()])
      expect(linked(arrived, people(list))).toBeLessThanOrEqual(oneInTwenty)
    // Told as they came, everybody would be known: the losing control.
    expect(
      linked(
        came.map((one) => one.arrival),
        people(came)
      )
    ).toBe(voters)
    // One more is told of together with nineteen others, or not at all.
    const oneMore = { hash: 'a'.repeat(64), round_id: round.id, entry_id: null }
    await place().store.change((tx) => tx.insertInto('ballot_arrival').values(oneMore).execute())
    await tellArrivals(place().store, { chance: randomBytes }, place().clock.now)
    expect(await told()).toHaveLength(voters)
    const columns = await place().store.read.selectFrom('ballot_arrival').selectAll().limit(1).executeTakeFirstOrThrow()
    expect(Object.keys(columns).toSorted()).toEqual(['entry_id', 'hash', 'round_id'])
  })

  it('links no more than one in twenty once the box is open, in whatever order the rows and pages lie', async () => {
    place().clock.now += 10 * 86_400_000
    const ballots = await place().store.change((tx) =>
      openBox(tx, round.id, round.cards[0]!, round.cards[1]!, place().by().chance)
    )
    expect(must(ballots)).toHaveLength(voters)
    const unswept = allFiles()
    // The program was ended right after the count: the next start does what was not done.
    await tidy(place().store, place().clock.now)
    const swept = await place().store.read.selectFrom('ballot_box').select('opened').executeTakeFirstOrThrow()
    expect(swept.opened).toBe(2)
    const { read } = place().store
    const texts = async (order: ReturnType<typeof sql>): Promise<string[]> =>
      (await sql<{ text: string }>`select text from ballot ${order}`.execute(read)).rows.map((row) => row.text)
    const orders: Record<string, string[]> = {
      'as they come out of the box': must(ballots).map((one) => one.text),
      'as the database gives them': await texts(sql``),
      'by id': await texts(sql`order by id`),
      'by channel': await texts(sql`order by round_id, channel`),
      ...(engine === 'SQLite'
        ? { 'as they lie in the file': inFiles(allFiles()), 'as they lay before it was swept': inFiles(unswept) }
        : {
            'by place on the disk': await texts(sql`order by ctid`),
            'by transaction': await texts(sql`order by xmin::text`)
          })
    }
    const byArrival = came.toSorted((a, b) => (a.arrival < b.arrival ? -1 : 1))
    for (const [how, found] of Object.entries(orders)) {
      expect(found.length, how).toBe(voters)
      for (const people of [came, byHash(), byCode(), byArrival])
        expect(linked(found, people), how).toBeLessThanOrEqual(oneInTwenty)
    }
  })

  it('finds no envelope any more after the sweep, not in free pages and not in the log of writes', () => {
    if (engine !== 'SQLite') return
    const files = allFiles()
    for (const { sealed } of envelopes) expect(files.includes(sealed.slice(0, 40))).toBe(false)
    expect(filesBefore.includes(envelopes[0]!.sealed.slice(0, 40))).toBe(true)
  })

  it('finds no moment of a ballot: voting wrote nothing with a time', async () => {
    const { read } = place().store
    const columns = ['ballot', 'ballot_code', 'ballot_envelope'] as const
    for (const table of columns) {
      const row = await read.selectFrom(table).selectAll().limit(1).executeTakeFirst()
      expect(Object.keys(row ?? {}).filter((name) => /_at$|_on$|time|person|address|session/.test(name))).toEqual([])
    }
    const late = await read.selectFrom('journal_entry').select('kind').where('kind', 'like', 'ballot-%').execute()
    expect(new Set(late.map((row) => row.kind))).toEqual(new Set(['ballot-key-made', 'ballot-codes-made']))
  })

  it('would link everybody if ballots were stored as they came (the losing control)', async () => {
    await place().store.change(async (tx) => {
      await sql`create table careless (text text not null)`.execute(tx)
      for (const { text } of came) await sql`insert into careless values (${text})`.execute(tx)
    })
    const rows = await sql<{ text: string }>`select text from careless`.execute(place().store.read)
    expect(linked(rows.rows.map((row) => row.text))).toBe(voters)
  })

  it('would link everybody whose code is known if the box were opened without shuffling (the second losing control)', () => {
    const unshuffled = byHash().map((one) => one.text)
    expect(linked(unshuffled, byHash())).toBe(voters)
    expect(linked(shuffle(unshuffled, place().by().chance), byHash())).toBeLessThanOrEqual(oneInTwenty)
  })
})
