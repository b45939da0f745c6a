/**
 * `npm run bench:count`: a round of 15,000 ballots and 60 plans. Two people open the box and count it, and the page of the result is asked for
 * the first time and again. What the page says is worked out at the count, so that no page does it.
 */
import { randomBytes } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { addDays, ballotText, dayOf, type Decision, type ProposalId, type Role } from '@buurtmacht/domain'
import { clearAll, tempDir } from '../rigs/rig.ts'
import { makeKeyCard, startCount, typeDrawnLot } from '../src/ballots/index.ts'
import { putIn } from '../src/ballots/box/actions.ts'
import { boxOf, type BoxRow } from '../src/ballots/box/queries.ts'
import { countAll } from '../src/ballots/count/pots.ts'
import { fixedBallot } from '../src/ballots/print/plans.ts'
import {
  decideOnPlan,
  fixBallot,
  handInPlan,
  nameForRound,
  openPreparedRound,
  prepareRound,
  writePlan
} from '../src/budget/index.ts'
import { migrate, openSqliteStore, type Store, type Tx } from '../src/db/index.ts'
import { startGroup } from '../src/groups/index.ts'
import { addPerson, giveRole } from '../src/people/index.ts'
import { settle } from '../src/place/index.ts'
import { findSecret, keyed, seal, unseal, type By } from '../src/web/index.ts'
import { migrations } from '../migrations/index.ts'
import { ask } from './client.ts'
import { cpuOf } from './measure.ts'
import { startServer } from './server.ts'

const [people, plans] = [15_000, 60]
const today = dayOf(Date.now())
const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end'] as const

function must<T>(decision: Decision<T>): T {
  if (decision.ok) return decision.value
  throw new Error(JSON.stringify(decision.refusal))
}

/** Who acts, so many days before today. */
const acting =
  (person: string | undefined, roles: Role[]) =>
  (daysAgo: number): By => ({
    ...(person ? { person: person as NonNullable<By['person']> } : {}),
    roles,
    at: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
    today: addDays(today, -daysAgo),
    chance: randomBytes
  })

interface Laid {
  round: string
  committee: ((daysAgo: number) => By)[]
  cards: string[]
}

async function lay(store: Store, secret: string): Promise<Laid> {
  await migrate(store, migrations)
  const change = async <T>(work: (tx: Tx) => Promise<Decision<T>>): Promise<T> => must(await store.change(work))
  const from = '2020-01-01' as Role['from']
  const nobody = acting(undefined, [{ kind: 'admin', from }])
  await change((tx) =>
    settle(tx, nobody(60), {
      name: 'De Kruidenhof',
      town: 'Buurtstad',
      colour: '#0b5d57',
      languages: ['nl', 'en'],
      areas: []
    })
  )
  const group = await change((tx) =>
    startGroup(tx, nobody(60), {
      name: 'Bewoners',
      kind: 'tenants',
      about: 'Wij wonen hier.',
      spokenWith: [],
      noneBecause: 'De eerste.'
    })
  )
  const role: Role = { kind: 'lead', group, from }
  const committee: Laid['committee'] = []
  const names: string[] = []
  for (const name of ['Een', 'Twee']) {
    const id = await change((tx) => addPerson(tx, nobody(60), { name, email: `${name}@buurt.test` }))
    await change((tx) => giveRole(tx, nobody(60), id, role))
    names.push(id)
    committee.push(acting(id, [role]))
  }
  const admin = acting(names[0], [{ kind: 'admin', from }, role])
  const begins = { plans: 50, advice: 40, voting: 20, count: 0, doing: -10, accounting: -20, end: -30 }
  const round = await change((tx) =>
    prepareRound(tx, admin(55), {
      group: '',
      title: 'Buurtbudget',
      amount: '100.000',
      ageFrom: '12',
      votersExpected: String(people),
      ballot: 'approval',
      most: '3',
      points: '',
      mostPerPlan: '',
      areas: [],
      pots: [],
      days: Object.fromEntries(phases.map((phase) => [phase, addDays(today, -begins[phase])]))
    })
  )
  await change((tx) => openPreparedRound(tx, admin(54), round))
  for (const task of ['committee', 'decides'] as const)
    await change((tx) => nameForRound(tx, admin(54), round, task, names))
  for (let nr = 1; nr <= plans; nr += 1) {
    const { id } = await change((tx) =>
      writePlan(tx, admin(45), (purpose, text) => keyed(secret, purpose, text), round, {
        title: `Plan ${nr}`,
        what: 'Wij doen iets voor de straat.',
        forWhom: 'Iedereen',
        where: 'In de straat',
        items: [{ what: 'Alles', amount: String(1_000 + ((nr * 7919) % 14_000)) }],
        group,
        need: '',
        channel: 'online'
      })
    )
    await change((tx) => handInPlan(tx, admin(44), id))
    await change((tx) => decideOnPlan(tx, admin(30), id, { onBallot: true, why: '', version: 2 }))
  }
  await change((tx) => fixBallot(tx, admin(25), round))
  const cards: string[] = []
  for (const by of committee) cards.push(await change((tx) => makeKeyCard(tx, by(24), round, randomBytes(15))))
  await store.change(async (tx) => vote(tx, round, (await boxOf(tx, round))!))
  const numbers = Array.from({ length: plans }, (_, at) => at + 1).join(' ')
  for (const by of committee) await change((tx) => typeDrawnLot(tx, by(0), round, numbers))
  return { round, committee, cards }
}

/** One to three plans each, some plans far more wanted than others, one in five on paper. */
async function vote(tx: Tx, round: string, box: BoxRow): Promise<void> {
  const ids = (await fixedBallot(tx, round))!.plans.map((plan) => plan.id as ProposalId)
  const batch = { id: 'batchforcount', round_id: round, name: 'Flat', kind: 'cards' as const, area_id: null }
  await tx
    .insertInto('ballot_batch')
    .values({ ...batch, per_household: 1, size: people, handed_out: 0, lang: 'nl', void_why: null })
    .execute()
  let seed = 7
  const chance = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  for (let number = 0; number < people; number += 1) {
    const chosen = new Set<ProposalId>()
    const most = 1 + Math.floor(chance() * 3)
    while (chosen.size < most) chosen.add(ids[Math.floor(chance() ** 2 * ids.length)]!)
    const hash = randomBytes(32).toString('hex')
    const channel = chance() < 0.2 ? ('paper' as const) : ('online' as const)
    await tx
      .insertInto('ballot_code')
      .values({ hash, round_id: round, batch_id: batch.id, number, state: channel, replaced: 0, lost: 0 })
      .execute()
    const text = ballotText({ choices: [...chosen].map((plan) => ({ plan })) })
    await putIn(tx, box, { round, hash, channel, text, chance: randomBytes(32) })
  }
}

const seconds = (from: number) => (performance.now() - from) / 1000

async function main(): Promise<void> {
  const dir = tempDir()
  const secret = findSecret('', dir)
  const store = openSqliteStore(dir, { synchronous: 'OFF' })
  const { round, committee, cards } = await lay(store, secret)
  const keeping = {
    sealed: (purpose: string, text: string) => seal(secret, purpose, text),
    unsealed: (purpose: string, text: string | undefined) => (text ? unseal(secret, purpose, text) : undefined)
  }
  const start = (nr: 0 | 1) =>
    store.change(async (tx) => must(await startCount(tx, committee[nr]!(0), keeping, round, cards[nr]!)))
  await start(0)
  const began = performance.now()
  await start(1)
  const opened = seconds(began)
  const ballots = await store.read
    .selectFrom('ballot')
    .select(['channel', 'text'])
    .where('round_id', '=', round)
    .execute()
  const fixed = (await fixedBallot(store.read, round))!
  const again = performance.now()
  const [counted] = countAll(
    fixed,
    ballots,
    Array.from({ length: plans }, (_, at) => at + 1)
  )
  const counting = seconds(again)
  await store.close()
  const server = await startServer(dir)
  const path = `/budget/${round}/uitslag`
  const get = async (address: string) => {
    const { status } = await ask({ port: server.port, path: address })
    if (status !== 200) throw new Error(`${address} answered ${status}`)
  }
  const first = performance.now()
  await get(path)
  const rendering = seconds(first)
  const how = { warm: 50, rounds: 5, times: 40 }
  const drawn = await cpuOf(server, (i) => get(`${path}?vraag=${i}`), how)
  const kept = await cpuOf(server, () => get(path), how)
  await server.stop()
  const told = counted!.told
  console.log(
    [
      `${people} ballots, ${plans} plans: ${told.won.length} won, ${told.lost.length} did not`,
      `counting with all reasons, first run in the process that opened the box: ${counting.toFixed(2)} s; first page ${rendering.toFixed(3)} s; together ${(counting + rendering).toFixed(2)} s (at most 2 s)`,
      `the whole change of the second person, with opening ${people} envelopes and writing them shuffled: ${opened.toFixed(2)} s`,
      `the page after that: drawn ${drawn.cpu.toFixed(2)} ms, again ${kept.cpu.toFixed(2)} ms of processor time (at most 20 ms)`,
      `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}; load at the end ${loadavg()[0]?.toFixed(1)}`
    ].join('\n')
  )
}

try {
  await main()
} finally {
  clearAll()
}
process.exit(0)
