import type { FastifyReply, FastifyRequest } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { clientOf } from '../../test/client.ts'
import { emptyStore, onEveryEngine } from '../../test/kit.ts'
import { laterBy } from '../../test/street.ts'
import { smallWorld, type World } from '../../test/world.ts'
import { rememberPages } from './remembered.ts'

onEveryEngine('a page that is the same for everybody', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const rename = (name: string) =>
    place().store.owner.updateTable('neighbourhood').set({ name }).where('id', '=', 1).execute()

  it('shows what changed at the very next visit, whoever changed it', async () => {
    const visitor = clientOf(place())
    for (const name of ['Oosthof', 'Westhof', 'Zuidhof']) {
      await visitor.get('/')
      await rename(name)
      expect((await visitor.get('/')).title).toContain(name)
      expect((await visitor.get('/')).title).toContain(name)
    }
  })

  it('says late from the day it is late, though nobody changed anything', async () => {
    const visitor = clientOf(place())
    const path = `/verzoeken/${world.params['request']}`
    const before = (await visitor.get(path)).text
    expect((await visitor.get(path)).text).toBe(before)
    laterBy(place(), 300)
    expect((await visitor.get(path)).text).not.toBe(before)
    laterBy(place(), -300)
    expect((await visitor.get(path)).text).toBe(before)
  })

  it('is another for who signed in, and never theirs for a visitor', async () => {
    const visitor = clientOf(place())
    await visitor.get('/budget')
    const admin = clientOf(place())
    await admin.signIn(world.people.administrator)
    expect((await admin.get('/budget')).text).toContain('Bereid een ronde voor')
    const after = await visitor.get('/budget')
    expect(after.text).not.toContain('Bereid een ronde voor')
    expect(after.body).not.toContain('Bo Beheer')
  })

  it('is in the language of the one who asks', async () => {
    const visitor = clientOf(place())
    expect((await visitor.get('/budget')).lang).toBe('nl')
    expect((await visitor.get('/budget?taal=en')).lang).toBe('en')
    expect((await clientOf(place()).get('/budget')).lang).toBe('nl')
    expect((await clientOf(place()).get('/budget', { cookie: 'taal=en' })).lang).toBe('en')
  })

  it('with a form on it gives each visitor tokens of their own', async () => {
    const form = async () => /name="once" value="([^"]+)"/.exec((await clientOf(place()).get('/volg')).body)?.[1]
    const [one, two] = [await form(), await form()]
    expect(one).toBeTruthy()
    expect(one).not.toBe(two)
  })
})

describe('the memory of pages', () => {
  const asked = (url: string, cookies: Record<string, string> = {}) =>
    ({ url, cookies, headers: {} }) as unknown as FastifyRequest
  const reply = { type: () => reply, header: () => reply } as unknown as FastifyReply

  it('gives a page again until something changed, keeps nothing drawn across a change, and knows nobody with a cookie', async () => {
    const { store, clear } = await emptyStore('SQLite')
    await store.owner.schema.createTable('anything').addColumn('n', 'integer').execute()
    const change = () =>
      store.owner.schema
        .alterTable('anything')
        .addColumn(`n${Math.random().toString().slice(2)}`, 'integer')
        .execute()
    const pages = rememberPages(store, () => Date.parse('2026-03-03T11:00:00Z'))
    const first = pages.placeOf(asked('/'))!
    pages.keep(first, '<p>hallo')
    expect(pages.give(first, asked('/'), reply)).toBeUndefined()
    pages.keep(first, '<p>hallo')
    expect(pages.give(pages.placeOf(asked('/'))!, asked('/'), reply)?.toString()).toBe('<p>hallo')
    expect(pages.give(pages.placeOf(asked('/volg'))!, asked('/volg'), reply)).toBeUndefined()
    expect(pages.placeOf(asked('/', { buurt: 'x' }))).toBeUndefined()
    await change()
    const second = pages.placeOf(asked('/'))!
    expect(pages.give(second, asked('/'), reply)).toBeUndefined()
    await change()
    pages.keep(second, '<p>van daarvoor')
    pages.keep(second, '<p>van daarvoor')
    expect(pages.give(pages.placeOf(asked('/'))!, asked('/'), reply)).toBeUndefined()
    await store.close()
    await clear()
  })
})
