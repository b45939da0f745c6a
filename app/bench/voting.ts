/** A round in which people can vote today, laid down without waiting; and voters who walk through its pages as a browser would. */
import { randomBytes } from 'node:crypto'
import { addDays, ballotCode, dayOf, type BallotCode, type Role } from '@buurtmacht/domain'
import { ballotSize, keysFrom, openSealed, unpadded, type Keys } from '../src/ballots/box/sealing.ts'
import { freshNumbers, hashOf } from '../src/ballots/codes/making.ts'
import { migrate, type Reader, type Store } from '../src/db/index.ts'
import { startGroup } from '../src/groups/index.ts'
import { settle } from '../src/place/index.ts'
import { keyed } from '../src/web/index.ts'
import { migrations } from '../migrations/index.ts'
import { ask, asText } from './client.ts'
import { formIn } from './visitor.ts'

export interface LaidRound {
  id: string
  plans: string[]
  codes: BallotCode[]
  hashOf(code: BallotCode): string
  box: Keys
}

export async function layRound(store: Store, secret: string, codes: number): Promise<LaidRound> {
  await migrate(store, migrations)
  const now = Date.now()
  const roles: Role[] = [{ kind: 'admin', from: '2026-01-01' as Role['from'] }]
  const by = { roles, at: new Date(now).toISOString(), today: dayOf(now), chance: randomBytes }
  const box = keysFrom(randomBytes(32))
  const [id, batch] = ['roundforvoters', 'batchforvoters']
  const plans = Array.from({ length: 8 }, (_, nr) => `planforvot0${nr}`)
  const hash = (code: BallotCode) => hashOf((purpose, text) => keyed(secret, purpose, text), code)
  const made = Array.from({ length: codes }, () => ballotCode(randomBytes(7)))
  await store.change(async (tx) => {
    const settled = await settle(tx, by, {
      name: 'De Kruidenhof',
      town: 'Buurtstad',
      colour: '#0b5d57',
      languages: ['nl', 'en'],
      areas: []
    })
    const about = { kind: 'tenants', about: 'Wij wonen hier.', spokenWith: [], noneBecause: 'De eerste.' }
    const group = await startGroup(tx, by, { name: 'Bewoners', ...about })
    if (!settled.ok || !group.ok) throw new Error('the neighbourhood could not be laid down')
    await tx.insertInto('budget_round').values(roundRow(id, by)).execute()
    for (const plan of plans)
      await tx
        .insertInto('proposal')
        .values(planRow(plan, id, group.value, by))
        .execute()
    await tx
      .insertInto('ballot_box')
      .values({ round_id: id, public_key: box.publicKey, opened_by_pair: '[]', size: ballotSize(8), opened: 0 })
      .execute()
    const one = { per_household: 1, size: codes, handed_out: 0, area_id: null, lang: 'nl', void_why: null }
    await tx
      .insertInto('ballot_batch')
      .values({ id: batch, round_id: id, name: 'Flat', kind: 'cards', ...one })
      .execute()
    const numbers = freshNumbers(new Set(), codes, randomBytes)
    const rows = made.map((code, at) => ({
      hash: hash(code),
      round_id: id,
      batch_id: batch,
      number: numbers[at]!,
      state: 'unused' as const,
      replaced: 0,
      lost: 0
    }))
    for (let at = 0; at < rows.length; at += 500)
      await tx
        .insertInto('ballot_code')
        .values(rows.slice(at, at + 500))
        .execute()
  })
  return { id, plans, codes: made, hashOf: hash, box }
}

type When = { at: string; today: ReturnType<typeof dayOf> }

const roundRow = (id: string, { at, today }: When) => ({
  id,
  title: 'Buurtbudget',
  amount: 1_000_000,
  area_ids: '[]',
  age_from: 12,
  voters_expected: 5000,
  plans_on: addDays(today, -20),
  advice_on: addDays(today, -10),
  voting_on: addDays(today, -1),
  count_on: addDays(today, 10),
  doing_on: addDays(today, 20),
  accounting_on: addDays(today, 30),
  end_on: addDays(today, 40),
  ballot_kind: 'approval' as const,
  ballot_points: null,
  ballot_most: 3,
  most_per_plan: null,
  pots: '[]',
  group_id: null,
  state: 'frozen' as const,
  why: null,
  rule: '{}',
  rule_hash: 'laid down',
  opened_on: addDays(today, -20),
  frozen_on: addDays(today, -2),
  counted_on: null,
  closed_on: null,
  stopped_on: null,
  version: 1,
  made_at: at,
  changed_at: at
})

const planRow = (id: string, round: string, group: string, { at, today }: When) => ({
  id,
  round_id: round,
  title: `Plan ${id.slice(-1)}`,
  what: 'Wij zetten banken neer bij de vijver, met een leuning.',
  for_whom: 'Iedereen',
  where_text: 'Bij de vijver',
  items: '[{"what":"Banken","amount":100000}]',
  cost: 100_000,
  bursar: null,
  pot: null,
  group_id: group,
  need_id: null,
  state: 'onBallot' as const,
  into_id: null,
  won: null,
  why: null,
  handed_in_on: today,
  decided_on: today,
  withdrawn_on: null,
  edit_hash: id,
  channel: 'online' as const,
  by_id: null,
  version: 1,
  made_at: at,
  changed_at: at
})

export interface Voter {
  code: BallotCode
  chosen: string[]
  /** The sealed choices, as they stand in this browser once it comes to sending. */
  cookie?: string
  sent?: boolean
  refused?: string
}

export const votersOf = (round: LaidRound): Voter[] =>
  round.codes.map((code, nr) => ({ code, chosen: round.plans.filter((_, at) => (nr % 7) + 1 === at || nr % 8 === at) }))

/** What every form of somebody without an account carries. */
export const tokenOf = async (port: number): Promise<string> =>
  new Map(formIn(asText(await ask({ port, path: '/stemmen' })), '/stemmen').fields).get('csrf') ?? ''

async function step(port: number, path: string, fields: [string, string][], cookie = ''): Promise<string> {
  const body = new URLSearchParams(fields).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) }
  const answer = await ask({ port, path, method: 'POST', body, headers })
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
  const given = [answer.headers['set-cookie'] ?? []].flat().find((one) => one.startsWith('stembiljet='))
  return given?.split(';')[0] ?? ''
}

/** From the code to the page that asks whether it is right. */
export async function walkToSending(port: number, csrf: string, voter: Voter): Promise<void> {
  const entered = await step(port, '/stemmen', [
    ['csrf', csrf],
    ['code', voter.code]
  ])
  voter.cookie = await step(
    port,
    '/stemmen/kiezen',
    [['csrf', csrf], ...voter.chosen.map((plan): [string, string] => ['plans', plan])],
    entered
  )
}

/** Presses "send". No answer leaves the voter as before: the same form can be sent again. */
export async function sendBallot(port: number, csrf: string, voter: Voter): Promise<void> {
  const body = new URLSearchParams([['csrf', csrf]]).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: voter.cookie ?? '' }
  const answer = await ask({ port, path: '/stemmen/klopt', method: 'POST', body, headers }).catch(() => undefined)
  if (answer?.status === 303 && String(answer.headers['location']).startsWith('/stemmen/klaar')) voter.sent = true
  else if (answer) voter.refused = `${answer.status} ${String(answer.headers['location'] ?? '')}`
}

export interface Found {
  /** Answered, but not in the box as it was chosen, or its code not used up. */
  lost: number
  /** In the box beyond those who were answered. */
  unanswered: number
  /** More in the box than codes that were used. */
  doubled: number
}

/** Opens every envelope with the key of the box that was laid down. */
export async function compare(read: Reader, round: LaidRound, voters: readonly Voter[]): Promise<Found> {
  const rows = await read.selectFrom('ballot_envelope').selectAll().execute()
  const used = await read.selectFrom('ballot_code').select('hash').where('state', '=', 'online').execute()
  const inside = new Map(
    rows.map((row) => {
      const whole = openSealed(round.box, row.sealed, `${round.id} ${row.hash} online`)
      return [row.hash, whole ? unpadded(whole) : undefined]
    })
  )
  const isUsed = new Set(used.map((row) => row.hash))
  const sent = voters.filter((voter) => voter.sent)
  const right = (voter: Voter): boolean => {
    const hash = round.hashOf(voter.code)
    return isUsed.has(hash) && inside.get(hash) === voter.chosen.toSorted().join(' ')
  }
  return {
    lost: sent.filter((voter) => !right(voter)).length,
    unanswered: rows.length - sent.length,
    doubled: Math.abs(rows.length - used.length)
  }
}
