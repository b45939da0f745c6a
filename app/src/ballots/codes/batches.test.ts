import { addDays, dayOf } from '@buurtmacht/domain'
import { beforeAll, expect, it } from 'vitest'
import { clientOf, type Client } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { votingRound, type Round } from '../../../test/voting.ts'
import { must } from '../../../test/act.ts'
import { openPreparedRound, prepareRound } from '../../budget/index.ts'
import { differenceOf, turnoutOf } from '../index.ts'

const shown = /[0-9A-Z]{4} [0-9A-Z]{3} [0-9A-Z]{4}/g
const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end']

onEveryEngine('codes that are made together', (place) => {
  let round: Round
  beforeAll(async () => {
    round = await votingRound(place(), { codes: 3 })
  })
  const as = async (person: string): Promise<Client> => {
    const client = clientOf(place())
    await client.signIn(person)
    return client
  }
  const made = async (client: Client, more: Record<string, string> = {}) =>
    (await client.get(`/budget/${round.id}/codes/nieuw`))
      .form()
      .fill({ kind: 'letters', name: 'Iepenhof ingang A', count: '3', perHousehold: '4', ...more })
      .send()
  /** A round that is open, whose ballot is not fixed. */
  const early = async (): Promise<string> => {
    const today = dayOf(place().clock.now)
    const days = Object.fromEntries(phases.map((phase, at) => [phase, addDays(today, at * 10)]))
    const numbers = { amount: '10.000', ageFrom: '12', votersExpected: '200', most: '3', points: '', mostPerPlan: '' }
    const typed = { group: '', title: 'Later', ballot: 'approval', areas: [], pots: [], days, ...numbers }
    const id = must(await round.act(round.admin, (tx, by) => prepareRound(tx, by, typed)))
    must(await round.act(round.admin, (tx, by) => openPreparedRound(tx, by, id)))
    return id
  }

  it('come in the language of who gets them, whatever that of who prints is, and in another one touch further', async () => {
    const client = await as(round.admin)
    const print = await made(client, { kind: 'letters', count: '1', lang: 'en' })
    expect(print.h1).toBe('Afdrukken')
    expect(print.text).toContain('Help decide on money for the neighbourhood')
    expect(print.body).toMatch(/<div lang="en" dir="ltr">/)
    const dutch = await client.get(print.links.find((link) => link.href.endsWith('print?in=nl'))!.href)
    expect(dutch.text).toContain('Beslis mee over geld voor de buurt')
    expect(dutch.text.match(shown)).toEqual(print.text.match(shown))
    expect((await client.get(`${print.path}?in=en&als=biljet`)).text).toContain('Look at the plans.')
  })

  it('that were never printed are made void at once, with a reason that everybody reads in the turnout', async () => {
    const client = await as(round.committee[1]!)
    const print = await made(client, { kind: 'cards', name: 'Te veel', count: '6' })
    const path = `/stemcodes/${print.path.split('/')[2]!}`
    const before = await turnoutOf(place().store.read, round.id)
    expect((await (await client.get(`${path}/ongeldig`)).form().send()).status).toBe(422)
    const done = await (await client.get(`${path}/ongeldig`)).form().fill({ why: 'De printer liep vast.' }).send()
    expect(done.text).toContain('De printer liep vast.')
    expect(done.forms.flatMap((form) => form.buttons)).not.toContain('Zoveel deelden wij uit')
    const after = await turnoutOf(place().store.read, round.id)
    expect(after).toEqual({ ...before, unused: before.unused - 6, void: before.void + 6 })
    expect(await differenceOf(place().store.read, round.id)).toMatchObject({ codes: 0 })
    const turnout = await clientOf(place()).get(`/budget/${round.id}/opkomst`)
    expect(turnout.text).toContain('Te veel: 6 codes zijn in één keer ongeldig gemaakt. Reden: De printer liep vast.')
    const voter = clientOf(place())
    const late = await (
      await voter.get('/stemmen')
    )
      .form()
      .fill({ code: print.text.match(shown)![0] })
      .send()
    expect(late.status).toBe(422)
    expect((await client.get(print.path)).text).toContain('Afdrukken kan niet meer')
    expect((await client.get(`${path}/ongeldig`)).text).toContain('Deze codes zijn al ongeldig')
  })

  it('are not made void at once when some were handed out or used, nor by who is in no committee', async () => {
    const client = await as(round.committee[1]!)
    const print = await made(client, { kind: 'cards', name: 'Half', count: '6' })
    const path = `/stemcodes/${print.path.split('/')[2]!}`
    expect((await (await as(round.helper)).get(`${path}/ongeldig`)).status).toBe(403)
    const open = await client.get(`${path}/ongeldig`)
    const voter = clientOf(place())
    const choosing = await (
      await voter.get('/stemmen')
    )
      .form()
      .fill({ code: print.text.match(shown)![0] })
      .send()
    await (await choosing.form('kiezen').fill({ plans: [] }).send()).form('klopt').send()
    const refused = await open.form().fill({ why: 'Toch niet nodig.' }).send()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('al uitgedeeld of gebruikt')
  })

  it('cannot be made before the ballot is fixed: the page says so instead of giving a form', async () => {
    const id = await early()
    const client = await as(round.admin)
    for (const path of ['codes', 'codes/nieuw']) {
      const seen = await client.get(`/budget/${id}/${path}`)
      expect(seen.text).toContain('Het stembiljet van deze ronde staat nog niet vast')
      expect(seen.forms).toHaveLength(0)
    }
  })
})
