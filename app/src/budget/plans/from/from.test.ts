import { addDays, dayOf, showFollowCode, type FollowCode } from '@buurtmacht/domain'
import { beforeAll, expect, it } from 'vitest'
import { clientOf, type Client, type Seen } from '../../../../test/client.ts'
import { onEveryEngine } from '../../../../test/kit.ts'
import { must } from '../../../../test/act.ts'
import { smallWorld, type World } from '../../../../test/world.ts'
import { giveVoice, takeVoiceBack } from '../../../voices/index.ts'
import { keyed } from '../../../web/index.ts'
import { openPreparedRound, prepareRound } from '../../index.ts'

const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end']

onEveryEngine('a plan that comes from what people said', (place) => {
  let world: World
  let round: string
  beforeAll(async () => {
    world = await smallWorld(place())
    const today = dayOf(place().clock.now)
    const admin = world.acting('administrator')
    round = must(
      await place().store.change((tx) =>
        prepareRound(tx, admin, {
          group: '',
          title: 'Buurtbudget',
          amount: '10.000',
          ageFrom: '12',
          votersExpected: '200',
          ballot: 'approval',
          most: '3',
          points: '',
          mostPerPlan: '',
          areas: [],
          pots: [],
          days: Object.fromEntries(phases.map((phase, at) => [phase, addDays(today, at * 10)]))
        })
      )
    )
    must(await place().store.change((tx) => openPreparedRound(tx, admin, round)))
  })

  const secret = (purpose: string, text: string) => keyed(place().site.secret, purpose, text)
  const said = async (text: string, show: 'full' | 'summary'): Promise<{ id: string; code: FollowCode }> => {
    const by = world.acting('helper of the group')
    const typed = { text, lang: 'nl', channel: 'door', show, tellBack: { how: 'code' }, by: by.person! } as const
    return must(await place().store.change((tx) => giveVoice(tx, by, secret, typed)))
  }
  const write = async (client: Client, more: Record<string, string>): Promise<Seen> =>
    (await client.get(`/budget/${round}/plan`))
      .form()
      .fill({
        title: 'Banken',
        what: 'Wij zetten banken neer.',
        forWhom: 'Iedereen',
        where: 'Bij de vijver',
        costs: 'Banken: 400',
        ...more
      })
      .send()
  const planIn = (seen: Seen): string => /\/plannen\/([^/?]+)/.exec(seen.path)![1]!

  it('shows their words where they may be read, only counts the others, and is found at the follow code of both', async () => {
    const [open, kept] = [await said('Nergens kan ik zitten.', 'full'), await said('Mijn knie doet pijn.', 'summary')]
    const seen = await write(clientOf(place()), { voices: `${showFollowCode(kept.code)}\n/inbreng/${open.id}` })
    const plan = await clientOf(place()).get(`/plannen/${planIn(seen)}`)
    expect(plan.text).toContain('2 keer zei een bewoner er iets over')
    expect(plan.text).toContain('Nergens kan ik zitten.')
    expect(plan.text).not.toContain('knie')
    expect(plan.text).toContain('1 keer inbreng tonen wij hier niet')
    for (const { code } of [open, kept]) {
      const way = await clientOf(place()).get(`/volg/${code}`)
      expect(way.links.some((link) => link.href === `/plannen/${planIn(seen)}`)).toBe(true)
    }
  })

  it('is begun from the page of one’s own voice, whose code is filled in already', async () => {
    const { code } = await said('Geef ons een bank.', 'full')
    const way = await clientOf(place()).get(`/volg/${code}`)
    const form = (
      await clientOf(place()).get(way.links.find((link) => link.text.startsWith('Maak er een plan'))!.href)
    ).form()
    expect(form.value('voices')).toBe(showFollowCode(code))
  })

  it('with a line nobody knows, or words that may not be read, is refused and keeps every line', async () => {
    const kept = await said('Dit zeg ik alleen jullie.', 'summary')
    for (const voices of ['K7QF 2M9D 4T', `/inbreng/${kept.id}`]) {
      const seen = await write(clientOf(place()), { voices })
      expect(seen.status).toBe(422)
      expect(seen.text).toContain('kennen wij niet')
      expect(seen.form().value('voices')).toBe(voices)
    }
  })

  it('shows nothing of a voice that was taken back, and lets its makers take one off that does not belong to it', async () => {
    const [gone, wrong] = [await said('Dit neem ik terug.', 'full'), await said('Dit gaat over honden.', 'full')]
    const writer = clientOf(place())
    const id = planIn(await write(writer, { voices: [gone, wrong].map(({ code }) => code).join('\n') }))
    must(await place().store.change((tx) => takeVoiceBack(tx, world.acting('nobody'), secret, gone.code)))
    expect((await writer.get(`/plannen/${id}`)).text).not.toContain('Dit neem ik terug')
    const form = (await writer.get(`/plannen/${id}/schrijven`)).form()
    expect(form.options('not')).toEqual([wrong.id])
    const saved = await form.fill({ not: [wrong.id] }).send()
    expect(saved.text).not.toContain('Dit gaat over honden')
    expect(saved.text).not.toContain('zei een bewoner')
  })
})
