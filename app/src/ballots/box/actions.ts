/** Locking the box with key cards, putting ballots in, and opening it with two cards. Who may, is asked by the page. */
import { keyCard, ok, readKeyCard, refused, type Decision, type KeyCard } from '@buurtmacht/domain'
import { hasTask, heldRound, plansByState } from '../../budget/index.ts'
import type { Store, Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { bundlesOpen } from '../sheets/queries.ts'
import {
  anyEnvelope,
  envelopesOf,
  heldBox,
  keysOf,
  markSwept,
  openedBallots,
  putEnvelope,
  rewriteTables,
  roundsToSweep,
  setBox,
  setKey,
  type BoxRow,
  type Channel
} from './queries.ts'
import { ballotSize, keysFrom, keysOfCard, openSealed, padded, sealTo, unpadded, type Keys } from './sealing.ts'

interface Pair {
  a: string
  b: string
  sealed: string
}

/**
 * A member of the election committee gets a key card, shown once and kept nowhere; only its public half is. From two cards on there is a
 * box, which every further card makes anew, until the first ballot is in it.
 * @param seed 32 bytes of chance that the card is made of.
 * A round that is voted on paper only can still get its box when the sheets are to be typed.
 * Refusals: `not-found`, `not-allowed`, `round-not-frozen`, `box-in-use`, `box-open-already`.
 */
export async function makeKeyCard(tx: Tx, by: By, round: string, seed: Uint8Array): Promise<Decision<KeyCard>> {
  const row = await heldRound(tx, round)
  if (!row) return refused('not-found')
  if (!by.person || !(await hasTask(tx, round, by.person, 'committee'))) return refused('not-allowed')
  if (row.state !== 'frozen') return refused('round-not-frozen')
  if ((await heldBox(tx, round))?.opened) return refused('box-open-already')
  if (await anyEnvelope(tx, round)) return refused('box-in-use')
  const card = keyCard(seed)
  await setKey(tx, { round_id: round, person_id: by.person, public_key: keysOfCard(card, round).publicKey })
  const box = await lockBox(tx, by, round)
  await record(tx, by, {
    kind: 'ballot-key-made',
    about: { kind: 'round', id: round },
    facts: { cards: box.cards, box: box.publicKey }
  })
  return ok(card)
}

/** A new private key, sealed once for every pair of cards and then forgotten. */
async function lockBox(tx: Tx, by: By, round: string): Promise<{ cards: number; publicKey?: string }> {
  const cards = (await keysOf(tx, round)).map((key) => key.public_key)
  if (cards.length < 2) return { cards: cards.length }
  const box = keysFrom(by.chance(32))
  const pairs: Pair[] = []
  for (const [at, a] of cards.entries())
    for (const b of cards.slice(at + 1)) {
      const inner = Buffer.from(sealTo(b, box.secret, by.chance(32), round))
      pairs.push({ a, b, sealed: sealTo(a, inner, by.chance(32), round) })
    }
  const { onBallot } = await plansByState(tx, round)
  await setBox(tx, {
    round_id: round,
    public_key: box.publicKey,
    opened_by_pair: JSON.stringify(pairs),
    size: ballotSize(onBallot.length),
    opened: 0
  })
  return { cards: cards.length, publicKey: box.publicKey }
}

export interface ToPutIn {
  round: string
  hash: string
  channel: Channel
  /** `ballotText`; empty for a blank one. */
  text: string
  chance: Uint8Array
}

const boundTo = (one: { round: string; hash: string; channel: Channel }): string =>
  `${one.round} ${one.hash} ${one.channel}`

/** Sealed for this code and this channel: it cannot be moved to another. */
export const sealedBallot = (box: BoxRow, one: ToPutIn): string =>
  sealTo(box.public_key, padded(one.text, box.size), one.chance, boundTo(one))

/** The code was used up in the same transaction; see codes/actions.ts. */
export async function putIn(tx: Tx, box: BoxRow, one: ToPutIn): Promise<void> {
  await putEnvelope(tx, {
    hash: one.hash,
    round_id: one.round,
    channel: one.channel,
    sealed: sealedBallot(box, one)
  })
}

/** Whether this card belongs to this member: for whoever counts, before the second comes. */
export async function cardFits(tx: Tx, round: string, person: string, typed: string): Promise<boolean> {
  const card = readKeyCard(typed)
  const mine = (await keysOf(tx, round)).find((key) => key.person_id === person)
  return card !== undefined && mine?.public_key === keysOfCard(card, round).publicKey
}

/**
 * Opens all envelopes, shuffles what is in them, and writes that as ballots without any code. After the change, `sweepBox` must run.
 * Refusals: `box-not-ready`, `box-open-already`, `paper-still-open` (facts: sheets), `key-card-wrong`, `key-cards-the-same`,
 * `box-broken`.
 */
export async function openBox(
  tx: Tx,
  round: string,
  cardA: string,
  cardB: string,
  chance: By['chance']
): Promise<Decision<Opened[]>> {
  const box = await heldBox(tx, round)
  if (!box) return refused('box-not-ready')
  if (box.opened) return refused('box-open-already')
  const open = await bundlesOpen(tx, round)
  if (open.bundles > 0) return refused('paper-still-open', { facts: { sheets: open.sheets } })
  const keys = privateKey(box, cardA, cardB)
  if (!keys.ok) return keys
  const found = await openAll(tx, round, keys.value)
  if (!found.ok) return found
  const shuffled = shuffle(found.value, chance)
  const ballots = shuffled.map((one) => ({ id: newId({ chance }), round_id: round, ...one }))
  return (await openedBallots(tx, round, ballots, letOthers)) ? ok(shuffled) : refused('box-broken')
}

interface Opened {
  channel: Channel
  text: string
}

/** So many envelopes at a time, some hundredths of a second of work. */
const slice = 100

/** Whoever waits for a page is answered before the next slice: opening thousands of envelopes holds nobody up. */
const letOthers = (): Promise<void> => new Promise((go) => setImmediate(go))

async function openAll(tx: Tx, round: string, keys: Keys): Promise<Decision<Opened[]>> {
  const found: Opened[] = []
  let envelopes = await envelopesOf(tx, round, '', slice)
  while (envelopes.length > 0) {
    for (const one of envelopes) {
      const whole = openSealed(keys, one.sealed, boundTo({ round, hash: one.hash, channel: one.channel }))
      if (!whole) return refused('box-broken')
      found.push({ channel: one.channel, text: unpadded(whole) })
    }
    await letOthers()
    envelopes = await envelopesOf(tx, round, envelopes.at(-1)!.hash, slice)
  }
  return ok(found)
}

/** Any two of the committee's cards, in either order. */
export function privateKey(
  box: Pick<BoxRow, 'round_id' | 'opened_by_pair'>,
  cardA: string,
  cardB: string
): Decision<Keys> {
  const [a, b] = [readKeyCard(cardA), readKeyCard(cardB)]
  if (!a || !b) return refused('key-card-wrong')
  if (a === b) return refused('key-cards-the-same')
  const [first, second] = [keysOfCard(a, box.round_id), keysOfCard(b, box.round_id)]
  for (const pair of JSON.parse(box.opened_by_pair) as Pair[]) {
    const [outer, inner] = pair.a === first.publicKey ? [first, second] : [second, first]
    if (pair.a !== outer.publicKey || pair.b !== inner.publicKey) continue
    const half = openSealed(outer, pair.sealed, box.round_id)
    const secret = half && openSealed(inner, half.toString(), box.round_id)
    if (secret) return ok(keysFrom(secret))
  }
  return refused('key-card-wrong')
}

/** Every order equally likely, for as far as chance is chance. */
export function shuffle<T>(list: readonly T[], chance: By['chance']): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Number(Buffer.from(chance(8)).readBigUInt64BE() % BigInt(at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

/**
 * After the box was opened: nothing of the order or the moments in which things came stays behind in pages, gaps or row numbers. Done
 * right after the count, and again at the next start or night when the program was ended before it was finished.
 */
export async function sweepBox(store: Store): Promise<void> {
  const rounds = await roundsToSweep(store.read)
  if (rounds.length === 0) return
  await rewriteTables(store)
  await store.change((tx) => markSwept(tx, rounds))
}
