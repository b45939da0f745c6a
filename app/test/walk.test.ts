import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../src/web/index.ts'
import { clientOf, type Client, type Seen } from './client.ts'
import { written } from './documents.ts'
import type { FormOnPage } from './form.ts'
import { emptyStore, engines, placeOn, type Place } from './kit.ts'
import { addressIn, allPages, contactsMaySend, rolesFor, whoMayOpenWhat } from './walk.ts'
import { roleNames, smallWorld, type RoleName, type World } from './world.ts'

/** One line per row of every table; who is signed in, and what is kept to count a form once, is not the neighbourhood's. */
async function everything(place: Place): Promise<Map<string, string[]>> {
  const db = place.store.owner
  const tables = (await db.introspection.getTables())
    .map((table) => table.name)
    .filter((name) => !/^(kysely_|sqlite_|once$|session$)/.test(name))
  const found = new Map<string, string[]>()
  for (const name of new Set(tables)) {
    const { rows } = await sql.raw(`select * from ${name}`).execute(db)
    found.set(name, rows.map((row) => JSON.stringify(row, withoutCounts)).toSorted())
  }
  return found
}

/** How many voices there are follows from the voices, whoever gives one; it steers nothing. */
const counts = new Set(['voices', 'first_heard_on', 'wanted', 'told', 'unreachable'])
const withoutCounts = (column: string, value: unknown): unknown => (counts.has(column) ? undefined : value)

const differences = (before: Map<string, string[]>, after: Map<string, string[]>): string[] =>
  [...after].flatMap(([table, rows]) => {
    const was = new Set(before.get(table))
    const is = new Set(rows)
    const added = rows.filter((row) => !was.has(row)).map((row) => `${table} +${row.slice(0, 200)}`)
    return [...added, ...[...was].filter((row) => !is.has(row)).map((row) => `${table} -${row.slice(0, 200)}`)]
  })

async function signedIn(place: Place, world: World, role: RoleName): Promise<Client> {
  const client = clientOf(place)
  if (role !== 'nobody') await client.signIn(world.people[role])
  return client
}

/** What stands in the address of a voice that is being written: begun by this very visitor. */
async function draftOf(client: Client): Promise<Record<string, string>> {
  const begin = await client.get('/inbreng/nieuw')
  if (begin.status !== 200) return {}
  const form = begin.form()
  const next = await form.fill({ [form.fields[0]!]: 'Wat ik wil zeggen' }).send()
  const draft = /\/inbreng\/nieuw\/([^/?]+)/.exec(next.path)?.[1]
  return draft ? { draft } : {}
}

const nasty = '<b>"Iets" & \'anders\'</b> 😀 سلام ɛ'

/** Fills in whatever a form asks, with something a person might send. */
function plausible(form: FormOnPage): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const field of form.fields) {
    const options = form.options(field).filter((one) => one !== '')
    if (options.length > 0) values[field] = options[0]!
    else if (form.options(field).length > 0 || form.kind(field) !== 'text') continue
    else if (/email|to$/i.test(field)) values[field] = 'iemand@buurt.test'
    else if (/on$|due|until|from|day/i.test(field)) values[field] = '2026-03-03'
    else values[field] = form.value(field) || nasty
  }
  return values
}

async function newWorld(engine: (typeof engines)[number]) {
  const empty = await emptyStore(engine)
  const place = await placeOn(empty.store, empty.dir)
  const world = await smallWorld(place)
  const close = async () => {
    await place.close()
    await empty.clear()
  }
  return { place, world, close }
}

const name = (page: Page) => page.path

/** Goes along all these pages and tells everything that was wrong, instead of stopping at the first. */
async function along(some: readonly Page[], look: (page: Page) => Promise<string | undefined>): Promise<void> {
  const wrong: string[] = []
  for (const page of some) {
    const found = await look(page).catch((error: unknown) => reasons(error))
    if (found) wrong.push(`${name(page)}: ${found}`)
  }
  expect(wrong).toEqual([])
}

/** What the checking client held against a page. */
function reasons(error: unknown): string {
  const { message, actual } = error as { message?: string; actual?: unknown }
  const what = Array.isArray(actual) ? actual.join('; ') : JSON.stringify(actual)
  return `${String(message).split(':').slice(0, 2).join(':')} – ${what ?? ''}`.slice(0, 600)
}
/** Whoever has their own account erased is nobody after it: that comes last. */
const endsIt = '/mijn/gegevens/wissen/zeker'
const withForm = allPages
  .filter((page) => page.submit)
  .toSorted((a, b) => Number(a.path === endsIt) - Number(b.path === endsIt))

describe('every page', () => {
  it('says who may open it in a sentence that somebody judged', () => {
    const unknown = allPages.filter((page) => rolesFor(page.who.says) === undefined)
    expect(unknown.map((page) => `${page.path}: ${page.who.says}`)).toEqual([])
  })

  it('has its own address', () => {
    const shapes = allPages.map((page) => page.path.replace(/:\w+/g, ':'))
    expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([])
  })

  it('stands in docs/who-may-open-what.md', () => {
    written('docs/who-may-open-what.md', whoMayOpenWhat())
  })
})

describe.each(engines)('every role on every page (%s)', (engine) => {
  let place: Place
  let world: World
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ place, world, close } = await newWorld(engine))
  })
  afterAll(() => close?.())

  it.each(roleNames)('%s sees what is theirs to see, and is told plainly about the rest', async (role) => {
    const client = await signedIn(place, world, role)
    const draft = await draftOf(client)
    await along(allPages, async (page) => {
      const seen = await client.raw({ method: 'GET', url: addressIn(world, page, draft) })
      const may = rolesFor(page.who.says)!.includes(role)
      const right = may
        ? [200, 303, 404, 410].includes(seen.status) && !toSignIn(seen, page)
        : role === 'nobody'
          ? toSignIn(seen, page)
          : seen.status === 403
      return right ? undefined : `${seen.status} ${String(seen.headers.location ?? seen.h1)}`
    })
  })

  it.each(roleNames)('%s changes nothing without the token of our own form', async (role) => {
    const client = await signedIn(place, world, role)
    const draft = await draftOf(client)
    const before = await everything(place)
    await along(withForm, async (page) => {
      const seen = await client.post(addressIn(world, page, draft), [['csrf', 'made-up']])
      const may = rolesFor(page.who.says)!.includes(role)
      const right = may ? [303, 403, 404, 410].includes(seen.first) : seen.first === (role === 'nobody' ? 401 : 403)
      return right ? undefined : `${seen.first}`
    })
    expect(differences(before, await everything(place))).toEqual([])
  })

  it.each(roleNames)('%s changes nothing where it is not theirs to change, token or not', async (role) => {
    const client = await signedIn(place, world, role)
    const sends = (await client.get('/inbreng/nieuw')).form().sends()
    const tokens = sends.filter(([field]) => field === 'csrf' || field === 'once')
    const before = await everything(place)
    const theirs = (page: Page) => rolesFor(page.who.says)!.includes(role)
    await along(
      withForm.filter((page) => !theirs(page)),
      async (page) => {
        const filled = Object.entries(page.fields ?? {}).map(([field, kind]): [string, string] => [
          field,
          kind.kind === 'choice' ? kind.of[0]! : kind.kind === 'day' ? '2026-03-03' : nasty
        ])
        const seen = await client.post(addressIn(world, page), [...filled, ...tokens])
        return [401, 403].includes(seen.first) ? undefined : `${seen.first}`
      }
    )
    expect(differences(before, await everything(place))).toEqual([])
  })

  it.each(['nobody', 'lead of the group', 'administrator', 'contact of the institution'] as const)(
    '%s is told what does not exist',
    async (role) => {
      const client = await signedIn(place, world, role)
      await along(
        allPages.filter((one) => one.path.includes(':')),
        async (page) => {
          const seen = await client.raw({ method: 'GET', url: page.path.replace(/:\w+/g, 'bestaat-niet') })
          return [200, 303, 403, 404, 410].includes(seen.status) ? undefined : `${seen.status}`
        }
      )
    }
  )
})

/** Each role once on SQLite; on the PostgreSQLs those whose forms differ. */
const senders = (engine: (typeof engines)[number]): readonly RoleName[] =>
  engine === 'SQLite' ? roleNames : ['nobody', 'lead of the group', 'administrator', 'contact of the institution']

describe.each(engines)('sending every form as every role (%s)', (engine) => {
  it.each(senders(engine))('%s always gets a plain answer, whatever is typed', async (role) => {
    const { place, world, close } = await newWorld(engine)
    try {
      const before = await everything(place)
      const theirs = withForm.filter((one) => rolesFor(one.who.says)!.includes(role))
      const own = role === 'nobody' ? undefined : world.people[role]
      await along(theirs, async (page) => {
        const client = await signedIn(place, world, role)
        const url = addressIn(world, page, await draftOf(client))
        const seen = await client.get(url)
        const forms = seen.forms.filter((form) => form.method === 'post' && form.action.split('?')[0] === url)
        for (const form of forms) {
          const answer = await client.post(form.action, form.fill(plausible(form)).sends())
          if (answer.status >= 500 || ![303, 403, 404, 410, 422].includes(answer.first))
            return `${answer.first} → ${answer.status} ${answer.h1}`
        }
        return undefined
      })
      if (role.startsWith('contact')) expect(steered(differences(before, await everything(place)), own)).toEqual([])
    } finally {
      await close()
    }
  })
})

/** Rows that only residents change. An institution replies, asks back, promises, reports; it never closes, merges, hides, rewords or ranks. */
const residentsOnly =
  /^(need|need_voice|goal|goal_step|deed|resident_group|group_area|role|person|institution|neighbourhood|area|tell_back|voice_translation) /
/** @param own whose own account and tasks they may have erased. */
const steered = (changes: string[], own: string | undefined): string[] =>
  changes.filter(
    (change) => residentsOnly.test(change) && !(own && /^(person|role) /.test(change) && change.includes(own))
  )

describe('an institution is a partner, not an owner', () => {
  it('can send exactly this, and nothing else', () => {
    const own = withForm.filter((page) => {
      const roles = rolesFor(page.who.says)!
      return roles.includes('contact of the institution') && !roles.includes('nobody')
    })
    expect(own.map(name).toSorted()).toEqual([...contactsMaySend].toSorted())
  })
})

const toSignIn = (seen: Seen, page: Page): boolean =>
  seen.status === 303 && String(seen.headers.location).startsWith('/aanmelden') && page.path !== '/aanmelden'
