import { beforeAll, expect, it } from 'vitest'
import { freeze, ruleFor, type Day } from '@buurtmacht/domain'
import { as, buildStreet, street } from '../../test/street.ts'
import { clientOf } from '../../test/client.ts'
import { onEveryEngine, testNoon } from '../../test/kit.ts'
import { judgeKept, makeCommitment, reportDelivered } from '../commitments/index.ts'
import { adoptGoal, proposeGoal, startGoal, writeDeed, writeGoalResult } from '../goals/index.ts'
import { addVoicesToNeed, mergeNeeds } from '../needs/index.ts'
import { judgeRequestAnswered, replyToRequest, sendRequest } from '../requests/index.ts'
import { giveVoice, recount, takeVoiceBack } from '../voices/index.ts'
import { keyed } from '../web/index.ts'

const week = 7 * 86_400_000

onEveryEngine('the way of one voice', (place) => {
  let code: string
  let goal: string
  let request: string
  beforeAll(async () => {
    await buildStreet(place())
    const { store, site } = place()
    const by = as(place(), 'bep')
    const given = await store.change((tx) =>
      giveVoice(tx, by, (purpose, text) => keyed(site.secret, purpose, text), {
        text: 'In de gang is het donker <b>echt waar</b>.',
        lang: 'nl',
        channel: 'door',
        show: 'full',
        tellBack: { how: 'code' },
        by: by.person!
      })
    )
    if (!given.ok) throw new Error(given.refusal.code)
    code = given.value.code
    await follow((text) => expect(text).toContain('Een bewonersgroep leest wat je zei'))
    await change((tx) => addVoicesToNeed(tx, by, street.need, [given.value.id]))
  })

  async function follow(look: (text: string) => void): Promise<void> {
    const page = await clientOf(place()).get(`/volg/${code}`)
    expect(page.status).toBe(200)
    look(page.text)
  }

  const change = async <T>(
    work: (
      tx: Parameters<Parameters<ReturnType<typeof place>['store']['change']>[0]>[0]
    ) => Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string } }>
  ): Promise<T> => {
    const done = await place().store.change(work)
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value
  }

  it('starts at what was said, in the giver’s own words, and says what happens next', async () => {
    await follow((text) => {
      expect(text).toContain('In de gang is het donker <b>echt waar</b>.')
      expect(text).toContain('Het is donker in de gangen.')
      expect(text).toContain('Wij wachten tot een groep hier haar doel van maakt')
    })
  })

  it('goes on to the goal, the question and how long it waits, read off the calendar', async () => {
    const joyce = as(place(), 'joyce')
    goal = await change((tx) =>
      proposeGoal(tx, joyce, street.need, { group: street.flat, title: 'Licht in de gangen' })
    )
    await change((tx) => adoptGoal(tx, joyce, goal))
    await change((tx) => startGoal(tx, joyce, goal))
    const rule = ruleFor('voluntary-promise', { weeks: 6 })
    if (!rule.ok) throw new Error('no rule')
    request = await change((tx) =>
      sendRequest(tx, joyce, goal, {
        institution: street.housing,
        title: 'Vervang de lampen',
        text: 'Vervang de lampen in alle twaalf gangen, alstublieft.',
        promisedLevel: 'decide-along',
        term: freeze(rule.value, '2026-03-03' as Day)
      })
    )
    await follow((text) => expect(text).toContain('Antwoord moet er zijn op 14 april 2026'))
    place().clock.now = testNoon + 7 * week
    await follow((text) => {
      expect(text).toContain('7 dagen te laat')
      expect(text).toContain('WilgerWonen is 7 dagen te laat met antwoorden')
    })
  })

  it('shows a promise, and that only residents say it was kept', async () => {
    const samira = as(place(), 'samira')
    const promise = await change(async (tx) => {
      await replyToRequest(tx, samira, request, 'Wij vervangen alle lampen in mei.')
      return makeCommitment(tx, samira, request, { what: 'Nieuwe lampen in twaalf gangen', due: '2026-05-20' })
    })
    await change((tx) => judgeRequestAnswered(tx, as(place(), 'joyce'), request))
    await follow((text) => expect(text).toContain('Beloofd voor 20 mei 2026'))
    await change((tx) => reportDelivered(tx, samira, promise))
    await follow((text) => expect(text).toContain('Bewoners kijken of het klopt'))
    await change((tx) => judgeKept(tx, as(place(), 'joyce'), promise))
    await follow((text) => expect(text).toContain('Nagekomen, zeggen bewoners'))
  })

  it('ends with what was done and what came of it, at the follow code for who chose that', async () => {
    const joyce = as(place(), 'joyce')
    await change((tx) =>
      writeDeed(tx, joyce, goal, { what: 'Lampen nageteld', who: 'Bewoners van de flat', doneOn: '2026-04-20' })
    )
    await change((tx) => writeGoalResult(tx, joyce, goal, { result: 'Alle gangen zijn weer licht.' }))
    await follow((text) => {
      expect(text).toContain('Lampen nageteld')
      expect(text).toContain('Alle gangen zijn weer licht.')
      expect(text).toContain('Je leest het hier, bij je code')
    })
  })

  it('can be walked back from the goal to the words, as far as each giver allowed', async () => {
    const page = await clientOf(place()).get(`/buurtdoelen/${goal}`)
    expect(page.text).toContain('In de gang is het donker <b>echt waar</b>.')
    const { store } = place()
    await store.change((tx) => tx.updateTable('voice').set({ show: 'summary' }).execute())
    const after = await clientOf(place()).get(`/buurtdoelen/${goal}`)
    expect(after.text).not.toContain('echt waar')
    expect(after.text).toContain('1 bewoner zei dit')
  })

  it('counts what was taken back nowhere any more: not at the goal, the need, the code or in the API', async () => {
    const { store, site, app } = place()
    const by = as(place(), 'bep')
    const secret = (purpose: string, text: string) => keyed(site.secret, purpose, text)
    const numbers = async () => {
      const api = (await app.inject({ url: `/api/v1/needs/${street.need}` })).json<{ voices: number }>().voices
      const pages = [`/buurtdoelen/${goal}`, `/buurtbehoeften/${street.need}`, `/volg/${code}`, '/buurtdoelen']
      const seen = await Promise.all(pages.map(async (page) => (await clientOf(place()).get(page)).text))
      return [api, ...seen]
    }
    const before = await numbers()
    const words = { text: 'Ik neem dit terug.', lang: 'nl', channel: 'online', show: 'none', heardOn: '2020-02-29' }
    const given = await change((tx) => giveVoice(tx, by, secret, { ...words, tellBack: { how: 'not' }, by: 'anyone' }))
    // Past the action, which would leave a line in the need's trail.
    const link = { need_id: street.need, voice_id: given.id, added_at: by.at, received_at: by.at, mark: 'm', salt: 's' }
    await store.change(async (tx) => {
      await tx.insertInto('need_voice').values(link).execute()
      await recount(tx, [street.need])
    })
    const meanwhile = await numbers()
    expect(meanwhile[0]).toBe(Number(before[0]) + 1)
    expect(meanwhile.join(), 'the day of a voice that is shown to nobody').not.toContain('2020')
    await change((tx) => takeVoiceBack(tx, by, secret, given.code))
    expect(await numbers()).toEqual(before)
  })

  it('takes a code with spaces and small letters, and says plainly when it is mistyped', async () => {
    const client = clientOf(place())
    const page = await client.get('/volg')
    const found = await page
      .form('Laat maar zien')
      .fill({ code: ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}` })
      .send()
    expect(found.path).toBe(`/volg/${code}`)
    const wrong = await (await client.get('/volg')).form('Laat maar zien').fill({ code: 'K7QF' }).send()
    expect(wrong.first).toBe(422)
    expect(wrong.text).toContain('Deze code klopt niet')
    expect((await client.get('/volg/zomaar')).status).toBe(404)
  })

  it('keeps the goal in sight of the giver when its need goes up in another one', async () => {
    const title = (await clientOf(place()).get(`/buurtdoelen/${goal}`)).h1
    await follow((text) => expect(text).toContain(title))
    await place().store.change(async (tx) => {
      const need = { area_id: null, state: 'open' as const, into_ids: '[]', version: 1, voices: 0 }
      const other = { ...need, id: 'stairs', sentence: 'Het is donker op de trap.', group_id: street.flat }
      await tx
        .insertInto('need')
        .values({ ...other, made_at: as(place(), 'bep').at })
        .execute()
    })
    await change((tx) =>
      mergeNeeds(tx, as(place(), 'joyce'), street.need, { into: 'stairs', why: 'Het is hetzelfde.' })
    )
    await follow((text) => {
      expect(text).toContain(title)
      expect(text).toContain('Het is donker op de trap.')
    })
  })
})
