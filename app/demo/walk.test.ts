// Walks through the whole demo as each of its people and as nobody: every page opens, and every link leads somewhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf } from '../test/client.ts'
import { emptyStore, placeOn, type Place } from '../test/kit.ts'
import { migrations } from '../migrations/index.ts'
import { migrate } from '../src/db/index.ts'
import { signInAs } from '../src/people/index.ts'
import { keyed } from '../src/web/index.ts'
import { demoPages, followed } from './pages.tsx'
import { demoPeople } from './become.tsx'
import { play, type Played } from './play.ts'
import { story } from './story/index.ts'

const secret = 'the demo walks through its own streets'
const now = Date.parse('2026-11-24T10:00:00Z')

let place: Place
let played: Played
let clear: () => Promise<void>

beforeAll(async () => {
  const empty = await emptyStore('SQLite')
  clear = empty.clear
  await migrate(empty.store, migrations)
  played = await play(empty.store, (purpose, text) => keyed(secret, purpose, text), now)
  place = await placeOn(empty.store, empty.dir, {
    demo: true,
    demoPeople: demoPeople(played.known),
    morePages: demoPages(played)
  })
  place.site.secret = secret
  place.clock.now = now
})
afterAll(async () => {
  await place.close()
  await clear()
})

const keys = (all: readonly { key: string }[]) => all.map((one) => one.key)
const idsOf = (kind: Parameters<Played['known']['id']>[0], all: readonly string[]) =>
  all.map((key) => played.known.id(kind, key))

/** What a place in an address can stand for; an address of something that is not there is tried as well. */
function values(): Record<string, string[]> {
  return {
    area: idsOf('area', keys(story.place.areas)),
    person: idsOf('person', ['ans', 'bep', 'pieter']),
    group: idsOf('group', keys(story.groups)),
    institution: idsOf('institution', keys(story.institutions)),
    voice: idsOf(
      'voice',
      followed.map(([voice]) => voice)
    ),
    code: followed.map(([voice]) => played.codes.get(voice)!),
    need: idsOf('need', keys(story.needs)),
    goal: idsOf('goal', keys(story.goals)),
    request: idsOf('request', keys(story.requests)),
    commitment: idsOf('commitment', keys(story.commitments)),
    piece: ['page'],
    nr: ['1', '2']
  }
}

/** Every address of every page, with each thing there is; where two things meet, each with one of the others. */
function addresses(): string[] {
  const known = values()
  return place.site.pages.flatMap(({ path }) => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => known[name!] ?? [])
    const longest = Math.max(0, ...names.map((all) => all.length))
    const filled = (at: number) => {
      let nr = 0
      return path.replace(/:\w+/g, () => names[nr++]![at] ?? 'niet-daar')
    }
    return names.length === 0 ? [path] : Array.from({ length: longest + 1 }, (_, at) => filled(at))
  })
}

async function cookieOf(person: string | undefined): Promise<Record<string, string>> {
  if (person === undefined) return {}
  const id = played.known.id<NonNullable<ReturnType<Place['by']>['person']>>('person', person)
  const { name, value } = await place.store.change((tx) => signInAs(tx, place.by(id), id))
  return { cookie: `${name}=${value}` }
}

/** Links to other pages here; the style guide's lead nowhere by design. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((to) => !to.startsWith('/taal/') && !to.startsWith('/stijl'))

/** Filters go together in thousands of ways: a few of each list will do. */
function fresh(to: string, seen: Set<string>): boolean {
  const [path, query] = to.split('?')
  return query === undefined || [...seen].filter((one) => one.startsWith(`${path}?`)).length < 5
}

const everybody = [undefined, ...keys(story.people)]

describe('walking through the demo', () => {
  it.each(everybody)('no page breaks, whoever opens it (%s)', async (person) => {
    const headers = await cookieOf(person)
    const broken: string[] = []
    for (const url of addresses()) {
      const { statusCode } = await place.app.inject({ url, headers })
      if (statusCode >= 500) broken.push(`${statusCode} ${url}`)
    }
    expect(broken).toEqual([])
  })

  it.each([undefined, 'ans', 'bep', 'lotte'])('every link leads somewhere (%s)', async (person) => {
    const headers = await cookieOf(person)
    const seen = new Set(['/', '/voorbeeld'])
    const dead: string[] = []
    for (const url of seen) {
      const answer = await place.app.inject({ url, headers })
      if (answer.statusCode >= 400) dead.push(`${answer.statusCode} ${url}`)
      for (const to of linksIn(answer.body)) if (fresh(to, seen)) seen.add(to)
    }
    expect(dead).toEqual([])
    expect(seen.size).toBeGreaterThan(50)
  })

  it('every kind of page a visitor sees is good HTML', async () => {
    const client = clientOf(place)
    const known = values()
    const one = place.site.pages.map(({ path }) =>
      path.replace(/:(\w+)/g, (_, name: string) => known[name]?.at(-1) ?? 'x')
    )
    for (const url of one) await client.get(url)
  })
})
