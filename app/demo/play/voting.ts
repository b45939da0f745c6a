// How people of the story voted, online and on paper, and how the committee counted: through the same actions as everybody.
import { ok, type BallotCode, type Decision, type KeyCard } from '@buurtmacht/domain'
import {
  castOnline,
  closeBundle,
  codesFrom,
  countBundle,
  fixedBallot,
  hashOf,
  makeBatch,
  makeKeyCard,
  startCount,
  typeDrawnLot,
  typeInSheet,
  type SheetTyped
} from '../../src/ballots/index.ts'
import { type Tx } from '../../src/db/index.ts'
import { type By } from '../../src/web/index.ts'
import { type PersonKey, type Round, type Votes } from '../story/index.ts'
import { seededChance } from './chance.ts'
import { type Known } from './known.ts'
import { type Moment } from './moments.ts'

/** One of those who vote: with which code, how, and for which plans. */
interface Voter {
  code: BallotCode
  on: readonly string[]
}

interface Going {
  round: Round
  votes: Votes
  codes: BallotCode[]
  cards: Map<PersonKey, KeyCard>
  online: Voter[]
  sheets: (Voter | 'spoiled')[]
  bundles: { id: string; from: number; to: number }[]
  /** What waits sealed for a second person; nothing of it outlives the story. */
  sealing: {
    sealed(purpose: string, text: string): string
    unsealed(purpose: string, text?: string): string | undefined
  }
}

function sealingInMemory(): Going['sealing'] {
  const kept = new Map<string, string>()
  return {
    sealed(_, text) {
      const name = String(kept.size)
      kept.set(name, text)
      return name
    },
    unsealed: (_, name) => (name === undefined ? undefined : kept.get(name))
  }
}

/** The same order each time. */
function mixed<T>(list: readonly T[], seed: string): T[] {
  const chance = seededChance(seed)
  return list
    .map((one) => ({ one, at: Buffer.from(chance(8)).readBigUInt64BE() }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ one }) => one)
}

export function votingMoments(round: Round): Moment[] {
  const { votes } = round
  if (!votes) return []
  const going: Going = {
    round,
    votes,
    codes: [],
    cards: new Map(),
    online: [],
    sheets: [],
    bundles: [],
    sealing: sealingInMemory()
  }
  return [
    ...preparing(going),
    ...casting(going),
    ...(votes.typists ? onPaper(going, votes.typists) : []),
    ...counting(going)
  ]
}

const idOf = (known: Known, { round }: Going): string => known.id('round', round.key)

function preparing(going: Going): Moment[] {
  const { round, votes, cards } = going
  const daysAgo = round.fixed ?? 0
  return [
    ...(round.committee ?? []).map((person): Moment => ({
      daysAgo,
      person,
      what: `${round.key}, key of ${person}`,
      async live(tx, by, known) {
        const card = await makeKeyCard(tx, by, idOf(known, going), by.chance(15))
        if (card.ok) cards.set(person, card.value)
        return card
      }
    })),
    ...votes.batches.map((batch): Moment => ({
      daysAgo,
      person: round.by,
      what: `${round.key}, codes for ${batch.name}`,
      async live(tx, by, known) {
        const seed = by.chance(32)
        const typed = {
          kind: batch.kind,
          name: batch.name,
          area: batch.area ? known.id<string>('area', batch.area) : '',
          count: String(batch.count),
          perHousehold: batch.perHousehold ? String(batch.perHousehold) : '',
          lang: batch.lang ?? 'nl'
        }
        const made = await makeBatch(tx, by, known.keyed, idOf(known, going), typed, seed)
        if (made.ok) going.codes.push(...codesFrom(seed, batch.count * (batch.perHousehold ?? 1)))
        return made
      }
    }))
  ]
}

/** Gives everybody who votes a code, once all codes are there. What is left can be used by who visits the demo. */
function share(going: Going, known: Known): void {
  const { round, votes } = going
  if (going.online.length > 0) return
  const codes = mixed(going.codes, `${round.key}, codes`)
  const take = () => codes.pop()!
  const list = (how: 'online' | 'paper') =>
    votes.ballots.flatMap((ballot) =>
      Array.from({ length: ballot[how] }, (): Voter => ({ code: take(), on: ballot.on }))
    )
  const [online, paper] = [list('online'), list('paper')]
  const before = paper.slice(0, votes.replaced ?? 0).map((voter) => ({ ...voter, on: voter.on.slice(0, 1) }))
  const spoiled = Array.from({ length: votes.spoiled ?? 0 }, () => 'spoiled' as const)
  going.online = mixed([...before, ...online], `${round.key}, online`)
  going.sheets = mixed([...paper, ...spoiled], `${round.key}, paper`)
  if (votes.counted === undefined) known.ballotCodes.push(...codes.slice(0, 4))
}

const chosen = (known: Known, on: readonly string[]) => on.map((key) => ({ plan: known.id<string>('plan', key) }))

/** On each day of voting about as many as on the others; on the last one the rest. */
function casting(going: Going): Moment[] {
  const { round, votes } = going
  const last = Math.max(1, round.days.count + 1)
  const days = Array.from({ length: round.days.voting - last + 1 }, (_, at) => round.days.voting - at)
  const all = votes.ballots.reduce((sum, ballot) => sum + ballot.online, votes.replaced ?? 0)
  const each = Math.ceil(all / days.length)
  return days.map((daysAgo, at): Moment => ({
    daysAgo,
    what: `${round.key}, online`,
    leavesNoTrace: true,
    async live(tx, by, known) {
      share(going, known)
      for (const voter of going.online.slice(at * each, (at + 1) * each)) {
        const cast = await castOnline(tx, by, {
          hash: hashOf(known.keyed, voter.code),
          round: idOf(known, going),
          chosen: chosen(known, voter.on),
          chance: by.chance(32)
        })
        if (!cast.ok) return cast
      }
      return ok(true)
    }
  }))
}

const boxes = ['Bus in het buurthuis', 'Bus bij de moskee', 'Bus in de winkel'] as const

/** Counted by hand, typed by one, by another, and where they differ by a third. */
function onPaper(going: Going, [first, second, third]: readonly [PersonKey, PersonKey, PersonKey]): Moment[] {
  const { round, votes } = going
  const daysAgo = round.days.count + 1
  const moment = (person: PersonKey, what: string, live: Moment['live']): Moment => ({
    daysAgo,
    person,
    what: `${round.key}, ${what}`,
    ...(/typed|settled/.test(what) ? { leavesNoTrace: true } : {}),
    live
  })
  const member = round.committee?.[0] ?? round.by
  return [
    moment(member, 'bundles', (tx, by, known) => bundles(tx, by, known, going)),
    moment(first, 'typed first', (tx, by, known) => typing(tx, by, known, going, () => true)),
    moment(second, 'typed second', (tx, by, known) => typing(tx, by, known, going, () => true, votes.differs)),
    moment(third, 'settled', (tx, by, known) => typing(tx, by, known, going, (at) => slips(at, votes.differs))),
    moment(member, 'bundles closed', async (tx, by) => {
      for (const bundle of going.bundles) {
        const closed = await closeBundle(tx, by, bundle.id)
        if (!closed.ok) return closed
      }
      return ok(true)
    })
  ]
}

async function bundles(tx: Tx, by: By, known: Known, going: Going): Promise<Decision<unknown>> {
  const each = Math.ceil(going.sheets.length / boxes.length)
  for (const [at, name] of boxes.entries()) {
    const [from, to] = [at * each, Math.min((at + 1) * each, going.sheets.length)]
    const bundle = await countBundle(tx, by, idOf(known, going), { name, sheets: String(to - from) })
    if (!bundle.ok) return bundle
    going.bundles.push({ id: bundle.value, from, to })
  }
  return ok(true)
}

/** On some sheets the second who typed saw a cross too few. */
const slips = (at: number, times = 0): boolean => at % 17 === 3 && at < times * 17

async function typing(
  tx: Tx,
  by: By,
  known: Known,
  going: Going,
  which: (at: number) => boolean,
  wrong = 0
): Promise<Decision<unknown>> {
  const sealing = { keyed: known.keyed, ...going.sealing }
  for (const bundle of going.bundles)
    for (let at = bundle.from; at < bundle.to; at += 1) {
      if (!which(at)) continue
      const typed = sheetTyped(known, going.sheets[at]!, slips(at, wrong))
      const sheet = await typeInSheet(tx, by, sealing, { bundle: bundle.id, number: at - bundle.from + 1 }, typed)
      if (!sheet.ok) return sheet
    }
  return ok(true)
}

function sheetTyped(known: Known, sheet: Voter | 'spoiled', wrong: boolean): SheetTyped {
  if (sheet === 'spoiled') return { read: wrong ? 'noCode' : 'unreadable', code: '', chosen: [] }
  const { code, on } = sheet
  if (wrong || on.length === 0) return { read: wrong ? 'unreadable' : 'blank', code, chosen: [] }
  return { read: 'ballot', code, chosen: chosen(known, on) }
}

function counting(going: Going): Moment[] {
  const { round, votes } = going
  const { counted } = votes
  if (!counted) return []
  return [
    ...counted.by.map((person): Moment => ({
      daysAgo: counted.daysAgo,
      person,
      what: `${round.key}, lot`,
      async live(tx, by, known) {
        const plans = (await fixedBallot(tx, idOf(known, going)))?.plans ?? []
        const drawn = counted.lot.map((key) => plans.find((plan) => plan.id === known.id('plan', key))?.number ?? '')
        return typeDrawnLot(tx, by, idOf(known, going), drawn.join(' '))
      }
    })),
    ...counted.by.map((person): Moment => ({
      daysAgo: counted.daysAgo,
      person,
      what: `${round.key}, count`,
      live: (tx, by, known) => startCount(tx, by, going.sealing, idOf(known, going), going.cards.get(person) ?? '')
    }))
  ]
}
