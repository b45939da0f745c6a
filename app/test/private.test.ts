/**
 * What is for one person's eyes stays in no cache, no search engine and no address that is passed on: every page as somebody who is signed
 * in, and every page with a code or link in its address as anybody.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf } from './client.ts'
import { emptyStore, placeOn, type Place } from './kit.ts'
import { addressIn, allPages } from './walk.ts'
import { smallWorld, type World } from './world.ts'

let place: Place
let world: World
let clear: () => Promise<void>
beforeAll(async () => {
  const empty = await emptyStore('SQLite')
  clear = empty.clear
  place = await placeOn(empty.store, empty.dir)
  world = await smallWorld(place)
})
afterAll(async () => {
  await place.close()
  await clear()
})

/** A file that is the same for everybody, whoever takes it home. */
const sameForEverybody = ['/logboek/controleren.html']

it.each(['lead of the group', 'administrator', 'contact of the institution'] as const)(
  'no page is kept in a cache that %s sees while signed in',
  async (role) => {
    const client = clientOf(place)
    await client.signIn(world.people[role])
    const kept: string[] = []
    for (const page of allPages) {
      const seen = await client.raw({ method: 'GET', url: addressIn(world, page, { draft: 'none' }) })
      const html = String(seen.headers['content-type']).startsWith('text/html')
      if (html && !sameForEverybody.includes(page.path) && seen.headers['cache-control'] !== 'no-store')
        kept.push(`${page.path} ${seen.status}`)
    }
    expect(kept).toEqual([])
  }
)

it('no page with a code or a link in its address is kept by a cache or listed by a search engine, whatever it answers', async () => {
  const kept: string[] = []
  for (const page of allPages.filter(({ path }) => /:(code|token|draft)/.test(path))) {
    const url = addressIn(world, page, { draft: 'none' })
    const seen = await clientOf(place).raw({ method: 'GET', url })
    const sentOn = seen.status === 303
    const right = seen.headers['cache-control'] === 'no-store' && seen.headers['x-robots-tag'] === 'noindex'
    if (!sentOn && !right) kept.push(`${page.path} ${seen.status}`)
  }
  expect(kept).toEqual([])
})
