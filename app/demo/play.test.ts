import { beforeAll, describe, expect, it } from 'vitest'
import {
  commitmentStates,
  dayOf,
  goalStates,
  needStates,
  requestStates,
  voiceStates,
  type Day
} from '@buurtmacht/domain'
import { emptyStore, onEveryEngine, placeOn, testNoon, type Place } from '../test/kit.ts'
import { type CountTold } from '../src/ballots/index.ts'
import { promiseClock } from '../src/commitments/index.ts'
import type { Tables } from '../src/db/index.ts'
import { entriesAbout, journalSize } from '../src/journal/index.ts'
import { clockOf } from '../src/requests/index.ts'
import { countsOf, newsOf } from '../src/tellback/index.ts'
import { keyed } from '../src/web/index.ts'
import { play, type Played } from './play.ts'
import { story } from './story/index.ts'

const playedIn = ({ store, site, clock }: Place) =>
  play(store, (purpose, text) => keyed(site.secret, purpose, text), clock.now)

onEveryEngine('the story, played through the rules', (place) => {
  let played: Played
  beforeAll(async () => {
    played = await playedIn(place())
  })

  const states = async (table: 'voice' | 'need' | 'goal' | 'request' | 'commitment') =>
    (await place().store.read.selectFrom(table).select('state').distinct().execute()).map((row) => row.state).sort()

  it('shows every state that a voice, a need, a goal, a request and a promise can be in', async () => {
    expect(await states('voice')).toEqual([...voiceStates].sort())
    expect(await states('need')).toEqual([...needStates].sort())
    expect(await states('goal')).toEqual([...goalStates].sort())
    expect(await states('request')).toEqual([...requestStates].sort())
    expect(await states('commitment')).toEqual([...commitmentStates].sort())
  })

  it('has a round that was counted with about four hundred ballots of both kinds, where the lot decided, and one to vote in now', async () => {
    const id = played.known.id<string>('round', 'buiten')
    const row = await place()
      .store.read.selectFrom('round_result')
      .selectAll()
      .where('round_id', '=', id)
      .executeTakeFirstOrThrow()
    const told = JSON.parse(row.told) as CountTold
    const [pot] = told.pots
    expect(told.turnout).toMatchObject({ usedOnline: 246, usedOnPaper: 140, replaced: 9, sheetsSpoiled: 11 })
    expect(pot?.ties.map((tie) => tie.numbers.length)).toEqual([2])
    const [first = 0, second = 0] = pot?.ties[0]?.numbers ?? []
    expect(pot?.won.map((plan) => plan.number)).toContain(first)
    expect(pot?.lost.map((plan) => plan.number)).toContain(second)
    expect(played.known.ballotCodes.length).toBeGreaterThan(1)
  })

  it('leaves nothing of the story out', async () => {
    const count = async (table: keyof Tables) =>
      Number(
        (
          await place()
            .store.read.selectFrom(table)
            .select((e) => e.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow()
        ).n
      )
    const sizes = {
      area: story.place.areas.length,
      person: story.people.length,
      role: story.people.flatMap((person) => person.roles).length,
      resident_group: story.groups.length,
      institution: story.institutions.length,
      voice: story.voices.length,
      voice_translation: story.voices.filter(
        (voice) => voice.translation && (voice.takenBack ?? voice.erased) === undefined
      ).length,
      need: story.needs.length,
      me_too: story.meToos.flatMap((one) => one.daysAgo).length,
      goal: story.goals.length,
      request: story.requests.length,
      request_event: story.requests.flatMap((request) => request.events).length + story.requests.length,
      commitment: story.commitments.length,
      deed: story.deeds.length,
      tell_back: story.tellBacks.length + story.notReached.length,
      tell_handover: story.handovers.length
    } as const
    for (const [table, size] of Object.entries(sizes))
      expect([table, await count(table as keyof Tables)]).toEqual([table, size])
  })

  it('keeps everybody’s words exactly', async () => {
    const rows = await place().store.read.selectFrom('voice').select(['id', 'text', 'heard_on']).execute()
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const voice of story.voices) {
      const row = byId.get(played.known.id('voice', voice.key))
      expect(row?.text, voice.key).toBe((voice.takenBack ?? voice.erased) === undefined ? voice.text : '')
      expect(row?.heard_on, voice.key).toBe(played.known.day(voice.daysAgo))
    }
  })

  it('has an entry in the journal for each thing that happened, in the order of time', async () => {
    const { read } = place().store
    expect(await journalSize(read)).toBeGreaterThanOrEqual(played.moments)
    for (const goal of story.goals)
      expect(
        (await entriesAbout(read, 'goal', played.known.id('goal', goal.key))).filter(({ kind }) =>
          kind.startsWith('goal-')
        )
      ).toHaveLength(goal.history.length)
    const times = (await read.selectFrom('journal_entry').select('at').orderBy('seq').execute()).map((row) => row.at)
    expect(times).toEqual(times.toSorted())
    expect(times.at(-1)! <= new Date(place().clock.now).toISOString()).toBe(true)
  })

  it('has what is late by today’s calendar, and only that', async () => {
    const { read } = place().store
    const today = dayOf(place().clock.now) as Day
    for (const { key, outcome } of story.requests) {
      const row = await read
        .selectFrom('request')
        .selectAll()
        .where('id', '=', played.known.id('request', key))
        .executeTakeFirstOrThrow()
      if (outcome === 'late') expect(clockOf(row, today), key).toMatchObject({ late: true, daysLate: 9 })
      if (outcome === 'sent' || outcome === 'counterAsked') expect(clockOf(row, today).late, key).toBe(false)
    }
    for (const { key, outcome } of story.commitments) {
      const row = await read
        .selectFrom('commitment')
        .selectAll()
        .where('id', '=', played.known.id('commitment', key))
        .executeTakeFirstOrThrow()
      const clock = promiseClock(row, today)
      if (outcome === 'overdue') expect(clock, key).toMatchObject({ overdue: true })
      if (outcome === 'promised') expect(clock, key).toMatchObject({ overdue: false })
    }
  })

  it('told everybody of the goals that were reached; of the one that was let go some still wait', async () => {
    const { read } = place().store
    for (const { key, state } of story.goals) {
      const news = await newsOf(read, played.known.id('goal', key))
      if (state === 'reached') expect((await countsOf(read, news!)).waiting, key).toBe(0)
      if (state === 'letGo') expect(await countsOf(read, news!), key).toMatchObject({ waiting: 2, unreachable: 1 })
    }
  })
})

describe('the demo from day to day', () => {
  it('has the same ids and codes when it is played again', async () => {
    const tell = async (at: number) => {
      const { store, dir, clear } = await emptyStore('SQLite')
      const place = await placeOn(store, dir)
      place.clock.now = at
      const { codes } = await playedIn(place)
      const ids = await store.read.selectFrom('journal_entry').select(['id', 'about_id']).orderBy('seq').execute()
      await place.close()
      await clear()
      return { codes: [...codes], ids }
    }
    const first = await tell(testNoon)
    expect(await tell(testNoon)).toEqual(first)
    expect(await tell(testNoon + 40 * 86_400_000)).toEqual(first)
  })
})
