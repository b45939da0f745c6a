import { beforeAll, expect, it } from 'vitest'
import { freeze, ruleFor, type Day } from '@buurtmacht/domain'
import { clientOf, type Client } from '../../test/client.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { as, buildStreet, street } from '../../test/street.ts'
import type { Tx } from '../db/index.ts'
import {
  adoptGoal,
  letGoOfGoal,
  pauseGoal,
  proposeGoal,
  reachGoal,
  resumeGoal,
  startGoal,
  writeGoalResult
} from '../goals/index.ts'
import { judgeDisputed, makeCommitment, reportDelivered } from '../commitments/index.ts'
import { judgeRequestAnswered, replyToRequest, sendRequest, withdrawRequest } from '../requests/index.ts'

/** What a group does with its goal. Telling back and reaching depend on who still has to hear. */
const verbs = [
  'aannemen',
  'beginnen',
  'vraag',
  'gedaan',
  'resultaat',
  'pauze',
  'verder',
  'overdragen',
  'loslaten',
  'heropenen'
]
type Done<T> = { ok: true; value: T } | { ok: false; refusal: { code: string } }

onEveryEngine('the page of a goal', (place) => {
  beforeAll(() => buildStreet(place()))

  const change = async <T>(work: (tx: Tx) => Promise<Done<T>>): Promise<T> => {
    const done = await place().store.change(work)
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value
  }
  const proposed = (title: string) =>
    change((tx) => proposeGoal(tx, as(place(), 'joyce'), street.need, { group: street.flat, title }))
  const ask = (goal: string) => {
    const rule = ruleFor('voluntary-promise', { weeks: 1 })
    if (!rule.ok) throw new Error('no rule')
    return change((tx) =>
      sendRequest(tx, as(place(), 'joyce'), goal, {
        institution: street.housing,
        title: 'Vervang de lampen',
        text: 'Vervang de lampen in alle twaalf gangen.',
        promisedLevel: 'think-along',
        term: freeze(rule.value, '2026-03-03' as Day)
      })
    )
  }

  async function offered(who: Client, goal: string): Promise<string[]> {
    const page = await who.get(`/buurtdoelen/${goal}`)
    const own = page.links.map(({ href }) => href).filter((href) => href.startsWith(`/buurtdoelen/${goal}/`))
    return own.map((href) => href.split('/').at(-1)!).toSorted()
  }

  async function possible(who: Client, goal: string): Promise<string[]> {
    const found: string[] = []
    for (const verb of verbs) {
      const page = await who.get(`/buurtdoelen/${goal}/${verb}`)
      if (page.status === 200 && page.forms.some((form) => form.method === 'post')) found.push(verb)
    }
    return found.toSorted()
  }

  it('offers the group exactly what it can do now, the lead and whoever helps, in every state', async () => {
    const joyce = as(place(), 'joyce')
    const [lead, helper] = [clientOf(place()), clientOf(place())]
    await lead.signIn(street.joyce)
    await helper.signIn(street.bep)
    const goal = await proposed('Licht in de gangen')
    const look = async (state: string) => {
      expect(await offered(lead, goal), `a lead, ${state}`).toEqual(await possible(lead, goal))
      expect(await offered(helper, goal), `a helper, ${state}`).toEqual(await possible(helper, goal))
    }
    await look('proposed')
    await change((tx) => adoptGoal(tx, joyce, goal))
    await look('adopted')
    await change((tx) => startGoal(tx, joyce, goal))
    await look('under way')
    await change((tx) => pauseGoal(tx, joyce, goal, 'Wij rusten uit.'))
    await look('paused')
    await change((tx) => resumeGoal(tx, joyce, goal))
    await change((tx) => writeGoalResult(tx, joyce, goal, { result: 'Het is licht.' }))
    expect(await offered(lead, goal)).toContain('bereikt')
    expect(await offered(helper, goal)).not.toContain('bereikt')
    await change((tx) => reachGoal(tx, joyce, goal, { waitingTellBacks: 0 }))
    await look('reached')
    const other = await proposed('Lampen op de trap')
    await change((tx) => letGoOfGoal(tx, joyce, other, 'Het gaat niet.'))
    expect(await offered(lead, other)).toEqual([])
    expect(await possible(lead, other)).toEqual([])
  })

  it('keeps a question that was taken back in sight, also when the goal is let go', async () => {
    const joyce = as(place(), 'joyce')
    const goal = await proposed('Meer bakken')
    await change((tx) => adoptGoal(tx, joyce, goal))
    const request = await ask(goal)
    await change((tx) => withdrawRequest(tx, joyce, request, 'Wij willen dit niet meer.'))
    const shown = async () => (await clientOf(place()).get(`/buurtdoelen/${goal}`)).text
    expect(await shown()).toContain('Vervang de lampen Ingetrokken')
    await change((tx) => letGoOfGoal(tx, joyce, goal, 'De plekken zijn niet goed.'))
    expect(await shown()).toContain('Vervang de lampen Ingetrokken')
    expect(await shown()).toContain('Hieronder staat waarom.')
    expect(await shown()).not.toContain('Het resultaat is er')
  })

  it('says of a disputed promise that residents dispute it, not that it is late', async () => {
    const [joyce, samira] = [as(place(), 'joyce'), as(place(), 'samira')]
    const goal = await proposed('De lift doet het')
    await change((tx) => adoptGoal(tx, joyce, goal))
    const request = await ask(goal)
    await change((tx) => replyToRequest(tx, samira, request, 'Wij komen.'))
    const promise = await change((tx) =>
      makeCommitment(tx, samira, request, { what: 'Een monteur', due: '2026-03-20' })
    )
    await change((tx) => judgeRequestAnswered(tx, joyce, request))
    await change((tx) => reportDelivered(tx, samira, promise))
    await change((tx) => judgeDisputed(tx, joyce, promise, 'Er kwam niemand.'))
    place().clock.now += 60 * 86_400_000
    const page = await clientOf(place()).get(`/buurtdoelen/${goal}`)
    expect(page.text).toContain('Bewoners zeggen: dit klopt niet.')
    const list = await clientOf(place()).get('/buurtdoelen')
    const card = list.text.slice(list.text.indexOf('De lift doet het'))
    expect(card).toContain('Klopt niet, zeggen bewoners')
    expect(card.slice(0, 200)).not.toContain('te laat')
  })
})
