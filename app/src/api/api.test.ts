import Fastify, { type FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine, type Place } from '../../test/kit.ts'
import { settle } from '../place/index.ts'
import { someWay, type SomeWay } from '../../test/some-way.ts'

const said = { text: 'Het is donker in de gang. 😀', show: 'full' } as const

interface Document {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { $id?: string; additionalProperties?: boolean }> }
}
interface Operation {
  operationId: string
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

onEveryEngine('the API', (place) => {
  const get = (url: string, headers: Record<string, string> = {}) => place().app.inject({ url, headers })
  const give = (payload: unknown, headers: Record<string, string> = {}) =>
    place().app.inject({ method: 'POST', url: '/api/v1/voices', payload: payload as object, headers })
  const voices = async () => {
    const { n } = await place()
      .store.read.selectFrom('voice')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(n)
  }
  let document: Document
  let laid: SomeWay
  let fits: (name: string, answer: unknown) => Promise<string>
  beforeAll(async () => {
    document = (await get('/api/openapi.json')).json()
    fits = await checker(document)
    laid = await someWay(place())
    await place().store.change(async (tx) => {
      const settled = await settle(tx, place().by(), {
        name: 'De Kruidenhof',
        town: 'Buurtstad',
        colour: '#0b5d57',
        languages: ['nl', 'en'],
        areas: [{ name: 'Tijmflat' }]
      })
      if (!settled.ok) throw new Error(settled.refusal.code)
    })
  })

  it('describes itself in a sound OpenAPI 3.1 document', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info).toMatchObject({ title: 'Buurtmacht', version: '1' })
    const whole = JSON.stringify(document)
    expect(whole).not.toMatch(/"nullable"|"\$id"/)
    for (const [, name] of whole.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(Object.keys(document.components.schemas)).toContain(name)
    expect(whole.match(/"\$ref":"(?!#\/components\/schemas\/)/g)).toBeNull()
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation }))
    )
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
    for (const { path, operation } of operations) {
      for (const [, name] of path.matchAll(/\{(\w+)\}/g))
        expect(operation.parameters).toContainEqual(expect.objectContaining({ name, in: 'path', required: true }))
      expect(path).not.toContain(':')
      for (const response of Object.values(operation.responses)) expect(response.description).toBeTruthy()
    }
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(
        ['voices', 'follow/{code}', 'needs', 'goals', 'requests', 'commitments', 'groups', 'institutions'].map(
          (name) => `/api/v1/${name}`
        )
      )
    )
  })

  it('takes a voice from anybody and lets its giver follow it', async () => {
    const answer = await give({ ...said, tellBack: { how: 'phone', to: '06 1234 5678' } })
    expect(answer.statusCode).toBe(201)
    expect(await fits('VoiceTaken', answer.json())).toBe('fits')
    const { followCode } = answer.json<{ followCode: string }>()
    const follow = await get(`/api/v1/follow/${followCode.toLowerCase().replace(/(....)/, '$1-')}`)
    expect(await fits('Followed', follow.json())).toBe('fits')
    expect(follow.headers['cache-control']).toBe('no-store')
    expect(follow.json()).toMatchObject({
      voice: { text: said.text, show: 'full', channel: 'online', tellBack: 'phone' },
      next: { code: 'waits-for-group' }
    })
    expect(follow.json<{ way: object[] }>().way[0]).toMatchObject({ stop: 'heard', state: 'done', on: '2026-03-03' })
    expect(follow.body).not.toContain('06 1234')
  })

  it('gives one answer and keeps one voice when the same is sent twice, also at the same moment', async () => {
    const before = await voices()
    const headers = { 'idempotency-key': 'c0ffee00-0000-4000-8000-000000000001' }
    const answers = await Promise.all([give(said, headers), give(said, headers), give(said, headers)])
    answers.push(await give(said, headers))
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(await voices()).toBe(before + 1)
  })

  it.each(['', 'x', 'seven77', 'met een spatie', 'sleutél-123', 'k'.repeat(256)])(
    'refuses a key that two programs could send by accident: %j',
    async (key) => {
      const before = await voices()
      const answer = await give(said, { 'idempotency-key': Buffer.from(key, 'latin1').toString('latin1') })
      expect(answer.statusCode).toBe(400)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toMatchObject({ code: 'idempotency-key-wrong', field: 'Idempotency-Key' })
      expect(await voices()).toBe(before)
    }
  )

  it('refuses other words under a key that was used, and keeps no answer of what was refused', async () => {
    const headers = { 'idempotency-key': 'c0ffee00-0000-4000-8000-000000000002' }
    expect((await give({ ...said, text: ' ' }, headers)).statusCode).toBe(422)
    expect((await give(said, headers)).statusCode).toBe(201)
    const before = await voices()
    const reused = await give({ ...said, text: 'Iets anders' }, headers)
    expect(reused.statusCode).toBe(422)
    expect(reused.json()).toMatchObject({ code: 'idempotency-key-reused' })
    expect(await voices()).toBe(before)
  })

  it.each([
    ['no words at all', {}, 'voice-empty', 'text'],
    ['only spaces', { text: ' \n ', show: 'full' }, 'voice-empty', 'text'],
    ['a text of 10,001 characters', { text: 'x'.repeat(10_001), show: 'full' }, 'voice-too-long', 'text'],
    ['a number for a text', { text: 5, show: 'full' }, 'field-wrong-kind', 'text'],
    ['no answer on what may be shown', { text: 'x' }, 'field-missing', 'show'],
    ['another answer on what may be shown', { text: 'x', show: 'all' }, 'field-not-a-choice', 'show'],
    ['a misspelt wish', { ...said, tellback: { how: 'code' } }, 'field-unknown', 'tellback'],
    ['an e-mail without address', { ...said, tellBack: { how: 'email' } }, 'contact-missing', 'to'],
    [
      'two addresses in one',
      { ...said, tellBack: { how: 'email', to: 'a@b.nl,c@d.nl' } },
      'contact-not-an-email',
      'to'
    ],
    ['an area that is not here', { ...said, area: 'elders' }, 'field-not-a-choice', 'area'],
    ['a language that is none', { ...said, lang: '../x' }, 'field-not-a-choice', 'lang'],
    ['a language that only looks like one', { ...said, lang: 'nl-a' }, 'field-not-a-choice', 'lang'],
    ['a list', [said], 'field-wrong-kind', undefined]
  ])('refuses %s with its code and its words', async (_what, body, code, field) => {
    const before = await voices()
    const answer = await give(body)
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const problem = answer.json<{ code: string; field?: string; title: string }>()
    expect(await fits('Problem', problem)).toBe('fits')
    expect(problem.code).toBe(code)
    expect(problem.field).toBe(field)
    expect(problem.title).toBeTruthy()
    expect(await voices()).toBe(before)
  })

  it('says what it cannot read, what is too large, what does not exist and what cannot be done here', async () => {
    const as = (type: string) => ({ 'content-type': type })
    const expected: [Promise<{ statusCode: number; headers: object; json(): { code: string } }>, number, string][] = [
      [give('{"text":', as('application/json')), 400, 'trouble-malformed'],
      [give('text=hallo&show=full', as('application/x-www-form-urlencoded')), 400, 'trouble-malformed'],
      [give('{"text":"x","show":"full"}', as('text/plain')), 400, 'trouble-malformed'],
      [give({ text: 'x'.repeat(1_200_000), show: 'full' }), 413, 'trouble-too-large'],
      [get('/api/v1/nergens'), 404, 'trouble-unknown'],
      [get('/api/v1/voices'), 405, 'trouble-method'],
      [get('/api/v1/goals/nergens'), 404, 'not-found'],
      [get('/api/v1/follow/0000000001'), 404, 'code-wrong'],
      [get('/api/v1/needs?after=zomaar'), 422, 'field-wrong-kind']
    ]
    for (const [asked, status, code] of expected) {
      const answer = await asked
      expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8' })
      expect(answer.json().code).toBe(code)
      expect(answer.statusCode).toBe(status)
      expect(await fits('Problem', answer.json())).toBe('fits')
    }
  })

  it('says no in the language that was asked for', async () => {
    const title = async (language: string) =>
      (await get('/api/v1/goals/nergens', { 'accept-language': language })).json<{ title: string }>().title
    expect(await title('en-GB,en;q=0.9')).toBe('This does not exist (any more).')
    expect(await title('tw, nl;q=0.5, en;q=0.4')).toBe('Dit bestaat niet (meer).')
    expect(await title('')).toBe('Dit bestaat niet (meer).')
  })

  it('may be read by every website, and changed by none of their forms', async () => {
    expect((await get('/api/v1/needs')).headers['access-control-allow-origin']).toBe('*')
    expect((await give(said)).headers['access-control-allow-origin']).toBeUndefined()
  })

  it('lists every noun page by page, each thing once, in the shapes it promised', async () => {
    for (const [name, shape] of Object.entries(nouns)) {
      const everything = (await get(`/api/v1/${name}?limit=100000`)).json<{ items: { id: string }[] }>().items
      expect(everything.length).toBeGreaterThan(1)
      expect(everything.length).toBeLessThanOrEqual(100)
      for (const item of everything) expect(await fits(shape, item)).toBe('fits')
      const seen: string[] = []
      let next: string | undefined = `/api/v1/${name}?limit=1`
      while (next) {
        const page: { items: { id: string }[]; next?: string } = (await get(next)).json()
        seen.push(...page.items.map((item) => item.id))
        next = page.next
      }
      expect(seen).toEqual(everything.map((item) => item.id))
      const [first] = everything
      expect((await get(`/api/v1/${name}/${first?.id}`)).json()).toEqual(first)
    }
  })

  it('holds a list at a hundred, however many are asked for', async () => {
    await manyGroups(place(), 130)
    for (const limit of ['100000', '101', '100']) {
      const page = (await get(`/api/v1/groups?limit=${limit}`)).json<{ items: object[]; next?: string }>()
      expect(page.items).toHaveLength(100)
      expect(page.next).toMatch(/^\/api\/v1\/groups\?limit=100&after=/)
    }
    for (const limit of ['0', '-5', 'alles', ''])
      expect((await get(`/api/v1/groups?limit=${limit}`)).json<{ items: object[] }>().items).toHaveLength(20)
  })

  it('shows the whole way at the follow code, and no words of others', async () => {
    const { code, hidden } = laid
    const answer = await get(`/api/v1/follow/${code}`)
    expect(await fits('Followed', answer.json())).toBe('fits')
    const { way, next } = answer.json<{ way: Record<string, unknown>[]; next: { code: string; words: string } }>()
    expect(way.map((stop) => stop['stop'])).toEqual(['heard', 'gathered', 'chosen', 'asked', 'done', 'told'])
    expect(next).toMatchObject({ code: 'late' })
    expect(next.words).toContain('dagen te laat')
    expect(answer.body).not.toContain(hidden)
    for (const name of Object.keys(nouns)) expect((await get(`/api/v1/${name}`)).body).not.toContain(hidden)
  })
})

const nouns = {
  needs: 'Need',
  goals: 'Goal',
  requests: 'Request',
  commitments: 'Commitment',
  groups: 'Group',
  institutions: 'Institution'
}

/** Checks an answer against the shape the document promises; a name the document does not know is an error too. */
async function checker(document: Document): Promise<(name: string, answer: unknown) => Promise<string>> {
  const app: FastifyInstance = Fastify({
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true, useDefaults: false } }
  })
  for (const [name, shape] of Object.entries(document.components.schemas)) {
    const own = JSON.parse(JSON.stringify(shape).replaceAll('#/components/schemas/', '')) as object
    app.addSchema({ additionalProperties: false, ...localRefs(own), $id: name })
    app.post(`/${name}`, { schema: { body: { $ref: `${name}#` } } }, async () => 'fits')
  }
  await app.ready()
  return async (name, answer) => (await app.inject({ method: 'POST', url: `/${name}`, payload: answer as object })).body
}

const localRefs = (shape: object): object =>
  JSON.parse(JSON.stringify(shape).replace(/"\$ref":"(\w+)"/g, '"$ref":"$1#"')) as object

async function manyGroups({ store, by }: Place, n: number): Promise<void> {
  await store.change(async (tx) => {
    for (let at = 0; at < n; at++)
      await tx
        .insertInto('resident_group')
        .values({
          id: `groep${at}`,
          name: `Groep ${at}`,
          kind: 'other',
          about: 'Wij helpen elkaar.',
          meets: null,
          reach: null,
          languages: '["nl"]',
          spoken_with: '[]',
          spoken_why: null,
          made_at: by().at
        })
        .execute()
  })
}
