/**
 * Institutions are partners, not owners. The person who speaks for one tries every page there is that changes something about what
 * residents want: the six things an institution can say work for its own questions and promises, and nothing else does, for nobody else.
 */
import { beforeAll, expect, it } from 'vitest'
import { addDays, freeze, ruleFor, type Decision } from '@buurtmacht/domain'
import { judgeDisputed, judgeKept, makeCommitment } from '../src/commitments/index.ts'
import { adoptGoal, pauseGoal, proposeGoal } from '../src/goals/index.ts'
import { journalSize } from '../src/journal/index.ts'
import { pages } from '../src/pages.ts'
import type { Tx } from '../src/db/index.ts'
import { judgeRequestAnswered, sendRequest, withdrawRequest } from '../src/requests/index.ts'
import type { By } from '../src/web/index.ts'
import { clientOf, type Client } from './client.ts'
import { onEveryEngine } from './kit.ts'
import { as, buildStreet, street, type Neighbour } from './street.ts'

/** All an institution can say, and only about what was asked of it or promised by it. */
const mayBeSaid = [
  '/verzoeken/:request/ontvangen',
  '/verzoeken/:request/antwoord',
  '/verzoeken/:request/wedervraag',
  '/verzoeken/:request/vertraging',
  '/verzoeken/:request/toezegging',
  '/toezeggingen/:commitment/gedaan'
]

/** What anybody can do, with or without an account: say something, say "me too". It changes nothing of others. */
const forAnyone = (path: string) => pages.find((page) => page.path === path)!.who.says === 'anyone'

const changing = pages
  .filter((page) => page.submit && /^\/(buurtbehoeften|buurtdoelen|verzoeken|toezeggingen)\//.test(page.path))
  .map((page) => page.path)

onEveryEngine('an institution', (place) => {
  let ids: Record<string, string>
  const sure = <T>(decision: Decision<T>): T => {
    if (!decision.ok) throw new Error(decision.refusal.code)
    return decision.value
  }

  beforeAll(async () => {
    await buildStreet(place())
    const { store } = place()
    const today = place().by().today
    const goal = await store.change(async (tx) =>
      sure(await proposeGoal(tx, as(place(), 'bep'), street.need, { group: street.flat, title: 'Licht in de gang' }))
    )
    await store.change(async (tx) => sure(await adoptGoal(tx, as(place(), 'joyce'), goal)))
    const request = await store.change(async (tx) =>
      sure(
        await sendRequest(tx, as(place(), 'bep'), goal, {
          institution: street.housing,
          title: 'Vervang de lampen',
          text: 'Vervang alle lampen in de gangen.',
          promisedLevel: 'inform',
          term: freeze(sure(ruleFor('voluntary-promise')), today)
        })
      )
    )
    const commitment = await store.change(async (tx) =>
      sure(
        await makeCommitment(tx, as(place(), 'samira'), request, { what: 'Nieuwe lampen.', due: addDays(today, 30) })
      )
    )
    ids = { ':need': street.need, ':goal': goal, ':request': request, ':commitment': commitment, ':draft': 'none' }
  })

  const address = (path: string) => path.replaceAll(/:\w+/g, (name) => ids[name] ?? 'none')
  const signedIn = async (who: Neighbour): Promise<Client> => {
    const client = clientOf(place())
    await client.signIn(who)
    return client
  }
  /** Words for every field there is, so that nothing is refused for want of them. */
  const everything = (token: string, nr: number): [string, string][] => [
    ['csrf', token],
    ['once', `try-${nr}-${Math.random()}`],
    ...['why', 'text', 'reply', 'question', 'what', 'who', 'result', 'title', 'sentence'].map(
      (name): [string, string] => [name, 'Dit zou een instantie graag zeggen.']
    ),
    ...['expected', 'due', 'from', 'ownDay'].map((name): [string, string] => [name, '2026-06-01']),
    ['doneOn', '2026-03-01'],
    ['group', street.flat],
    ['institution', street.housing],
    ['promisedLevel', 'inform'],
    ['basis', 'voluntary-promise']
  ]
  const token = async (client: Client) =>
    /name="csrf" value="([^"]+)"/.exec((await client.get('/inbreng/nieuw')).body)?.[1] ?? ''

  it('finds no page to close, judge, reword, merge or own anything', async () => {
    expect(changing.length).toBeGreaterThan(25)
    const client = await signedIn('samira')
    for (const path of changing.filter((one) => !forAnyone(one))) {
      const seen = await client.get(address(path))
      expect([path, seen.status]).toEqual([path, mayBeSaid.includes(path) ? 200 : 403])
    }
  })

  it('cannot do so by sending either, and no trace of it is left', async () => {
    const before = await journalSize(place().store.read)
    for (const who of ['samira', 'lotte'] as const) {
      const client = await signedIn(who)
      const csrf = await token(client)
      expect(csrf).not.toBe('')
      for (const [nr, path] of changing.entries()) {
        if (forAnyone(path) || (who === 'samira' && mayBeSaid.includes(path))) continue
        const sent = await client.post(address(path), everything(csrf, nr))
        expect([path, sent.first], `${who} sends ${path}`).toEqual([path, 403])
      }
    }
    expect(await journalSize(place().store.read)).toBe(before)
  })

  it('is not spoken for by a resident administrator or by another group either', async () => {
    for (const who of ['ans', 'kwabena', 'joyce'] as const) {
      const client = await signedIn(who)
      const csrf = await token(client)
      for (const [nr, path] of mayBeSaid.entries())
        expect((await client.post(address(path), everything(csrf, nr))).first, `${who} sends ${path}`).toBe(403)
    }
  })

  it('gains nothing when its contact also helps a group: it still cannot ask, judge or take back for that group', async () => {
    const both: By = {
      ...as(place(), 'samira'),
      roles: [...as(place(), 'samira').roles, ...as(place(), 'bep').roles]
    }
    const tries: ((tx: Tx) => Promise<Decision<unknown>>)[] = [
      (tx) => judgeKept(tx, both, ids[':commitment']!),
      (tx) => judgeDisputed(tx, both, ids[':commitment']!, 'Toch niet'),
      (tx) => judgeRequestAnswered(tx, both, ids[':request']!),
      (tx) => withdrawRequest(tx, both, ids[':request']!, 'Liever niet'),
      (tx) => pauseGoal(tx, both, ids[':goal']!, 'Liever niet'),
      (tx) => proposeGoal(tx, both, street.need, { group: street.flat, title: 'Wij willen dit' })
    ]
    for (const attempt of tries)
      expect(await place().store.change(attempt)).toEqual({
        ok: false,
        refusal: expect.objectContaining({ code: 'not-allowed' })
      })
  })

  it('says all it can say, and even then nothing is closed', async () => {
    const client = await signedIn('samira')
    const csrf = await token(client)
    for (const [nr, path] of [...mayBeSaid].entries()) {
      const order = ['vertraging', 'ontvangen', 'wedervraag', 'antwoord', 'toezegging', 'gedaan']
      const next = mayBeSaid.find((one) => one.endsWith(order[nr]!))!
      expect((await client.post(address(next), everything(csrf, nr))).first, path).toBe(303)
    }
    const { read } = place().store
    const goal = await read.selectFrom('goal').select('state').executeTakeFirstOrThrow()
    const request = await read.selectFrom('request').select('state').executeTakeFirstOrThrow()
    const states = await read.selectFrom('commitment').select('state').orderBy('made_at').execute()
    expect([goal.state, request.state, states.map((one) => one.state)]).toEqual([
      'adopted',
      'replied',
      expect.arrayContaining(['promised', 'delivered'])
    ])
  })
})
