import { beforeAll, expect, it } from 'vitest'
import { clientOf, type Client } from '../../test/client.ts'
import { onEveryEngine } from '../../test/kit.ts'
import { as, buildStreet, laterBy, street, type Neighbour } from '../../test/street.ts'
import { adoptGoal, proposeGoal } from '../goals/index.ts'

onEveryEngine('asking an institution', (place) => {
  const clients = {} as Record<Neighbour, Client>
  let goal: string
  let request: string
  let commitment: string

  beforeAll(async () => {
    await buildStreet(place())
    for (const who of ['joyce', 'bep', 'samira'] as const) {
      clients[who] = clientOf(place())
      await clients[who].signIn(who)
    }
    goal = await place().store.change(async (tx) => {
      const id = await proposeGoal(tx, as(place(), 'bep'), street.need, { group: street.flat, title: 'Licht' })
      if (!id.ok) throw new Error(id.refusal.code)
      await adoptGoal(tx, as(place(), 'joyce'), id.value)
      return id.value
    })
  })

  const filled = {
    institution: street.housing,
    title: 'Vervang de lampen',
    text: 'Van de 240 lampen zijn er 93 stuk.\nWij willen mee beslissen.',
    promisedLevel: 'decide-along',
    basis: 'complaint',
    from: '2026-03-20'
  }
  /** Opens a page as somebody, fills its form and sends it. */
  const says = async (who: Neighbour, path: string, words: Record<string, string> = {}) =>
    (await clients[who].get(path)).form().fill(words).send()
  const page = async () => (await clientOf(place()).get(`/verzoeken/${request}`)).text

  it('is written, checked and sent; when something is missing every word is kept', async () => {
    const seen = await clients.bep.get(`/buurtdoelen/${goal}/vraag`)
    const refused = await seen
      .form()
      .fill({ ...filled, text: 'Kort', weeks: 'veel' })
      .send()
    expect(refused.status).toBe(422)
    for (const [field, value] of Object.entries({ ...filled, text: 'Kort', weeks: 'veel' }))
      expect([field, refused.form().value(field)]).toEqual([field, value])
    const check = await refused
      .form()
      .fill({ ...filled, weeks: '' })
      .send()
    expect(check.path).toMatch(/\/vraag\/[0-9a-z]{12}$/)
    expect(await place().store.read.selectFrom('request').select('id').execute()).toEqual([])
    // 20 March + 6 weeks = 1 May, a Friday.
    expect(check.text).toContain('1 mei 2026')
    expect(check.text).toContain('Daar komen 6 weken bij')
    expect(check.text).toContain('Awb 9:11')
    expect(check.text).toContain('Wij lazen de wet zoals die was in 2017')
    expect(check.text).toContain('wetten.overheid.nl')
    const change = await clients.bep.get(check.links.find((link) => link.text.includes('veranderen'))!.href)
    expect(change.form().value('text')).toBe(filled.text)
    const better = await change.form().fill({ title: 'Vervang alle lampen', committee: 'yes' }).send()
    expect(better.path).toBe(check.path)
    expect(better.text).toContain('29 mei 2026')
    const form = better.form()
    const sent = await form.send()
    expect(sent.path).toMatch(/^\/verzoeken\/[0-9a-z]{12}\?gedaan=request-sent$/)
    expect((await form.again()).path).toBe(sent.path)
    request = /verzoeken\/(\w+)/.exec(sent.path)![1]!
    const rows = await place().store.read.selectFrom('request').select(['id', 'due_on', 'title']).execute()
    expect(rows).toEqual([{ id: request, due_on: '2026-05-29', title: 'Vervang alle lampen' }])
    expect(await place().store.read.selectFrom('request_draft').select('id').execute()).toEqual([])
  })

  it('shows everybody how long it waits and how the day was computed', async () => {
    const { read } = place().store
    const before = await read.selectFrom('request').selectAll().execute()
    expect(await page()).toContain('WilgerWonen heeft nog 87 dagen om te antwoorden, tot en met 29 mei 2026.')
    laterBy(place(), 88)
    expect(await page()).toContain('WilgerWonen is 1 dag te laat. Het antwoord moest er zijn op 29 mei 2026.')
    expect((await clientOf(place()).get('/verzoeken?toon=te-laat')).text).toContain('Vervang alle lampen')
    expect(await read.selectFrom('request').selectAll().execute()).toEqual(before)
  })

  it('goes to and fro: received, asked back, explained, asked again, delayed, and the day stays', async () => {
    for (const who of ['bep', 'samira'] as const) clients[who] = clientOf(place())
    await clients.bep.signIn('bep')
    await clients.samira.signIn('samira')
    await clients.joyce.signIn('joyce')
    await says('samira', `/verzoeken/${request}/ontvangen`)
    laterBy(place(), 1)
    await says('samira', `/verzoeken/${request}/wedervraag`, { question: 'Welke gangen?' })
    expect(await page()).toContain('2 dagen te laat')
    laterBy(place(), 1)
    await says('bep', `/verzoeken/${request}/uitleg`, { text: 'Alle twaalf.' })
    laterBy(place(), 1)
    const letter = await clients.bep.get(`/verzoeken/${request}/herinnering`)
    expect(letter.form().value('text')).toContain('Dat is nu 4 dagen geleden.')
    await letter.form().send()
    laterBy(place(), 1)
    const refused = await says('samira', `/verzoeken/${request}/vertraging`, { expected: '2026-07-01' })
    expect(refused.status).toBe(422)
    expect(refused.form().value('expected')).toBe('2026-07-01')
    await refused.form().fill({ why: 'De lampen zijn op.' }).send()
    const text = await page()
    for (const words of ['Welke gangen?', 'Alle twaalf.', 'De lampen zijn op.', 'De uiterste dag blijft 29 mei 2026.'])
      expect(text).toContain(words)
    expect(text).toContain('Samira Alberga, WilgerWonen')
  })

  it('is judged by residents: a reply that is no answer leaves the clock running', async () => {
    await says('samira', `/verzoeken/${request}/antwoord`, { reply: 'Wij delen u iets mede.' })
    laterBy(place(), 1)
    const refused = await says('bep', `/verzoeken/${request}/niet-beantwoord`, { experienced: 'inform' })
    expect(refused.status).toBe(422)
    await refused.form().fill({ why: 'Ja of nee? En wanneer?' }).send()
    const text = await page()
    expect(text).toContain('WilgerWonen is 6 dagen te laat')
    expect(text).toContain('Ja of nee? En wanneer?')
    expect((await clientOf(place()).get('/verzoeken?toon=geen-antwoord')).text).toContain('Vervang alle lampen')
  })

  it('leads to a promise with a day, that only residents call kept', async () => {
    const made = await says('samira', `/verzoeken/${request}/toezegging`, {
      what: 'Nieuwe lampen in alle gangen.',
      due: '2026-07-01'
    })
    commitment = /toezeggingen\/(\w+)/.exec(made.path)![1]!
    expect(await page()).toContain('Nieuwe lampen in alle gangen.')
    const shown = async () => (await clientOf(place()).get(`/toezeggingen/${commitment}`)).text
    expect(await shown()).toContain('Beloofd voor 1 juli 2026')
    await says('samira', `/toezeggingen/${commitment}/gedaan`)
    laterBy(place(), 1)
    const no = await says('joyce', `/toezeggingen/${commitment}/betwist`)
    expect(no.status).toBe(422)
    await no.form().fill({ why: 'Gang 4 is nog donker.' }).send()
    expect(await shown()).toContain('Gang 4 is nog donker.')
    laterBy(place(), 1)
    await says('samira', `/toezeggingen/${commitment}/gedaan`, { text: 'Nu ook gang 4.' })
    laterBy(place(), 1)
    const bep = await clients.bep.get(`/toezeggingen/${commitment}/nagekomen`)
    await says('joyce', `/toezeggingen/${commitment}/nagekomen`)
    const second = await bep.form().fill({ text: 'Ik zag het ook.' }).send()
    expect(second.status).toBe(422)
    expect(second.text).toContain('Iemand anders heeft dit net veranderd.')
    expect(second.text).toContain('Joyce Landveld')
    expect(second.form().value('text')).toBe('Ik zag het ook.')
    expect((await clientOf(place()).get('/toezeggingen?toon=nagekomen')).text).toContain(
      'Nieuwe lampen in alle gangen.'
    )
  })

  it('shows its buttons only to who can use them', async () => {
    const links = async (client: Client) =>
      (await client.get(`/verzoeken/${request}`)).links
        .map((link) => link.href)
        .filter((href) => href.startsWith('/verzoeken/'))
    expect(await links(clientOf(place()))).toEqual([])
    expect(await links(clients.samira)).toEqual(
      ['antwoord', 'wedervraag', 'vertraging', 'toezegging'].map((path) => `/verzoeken/${request}/${path}`)
    )
    expect(await links(clients.bep)).toEqual(
      ['herinnering', 'intrekken'].map((path) => `/verzoeken/${request}/${path}`)
    )
  })

  it('is read in English as well', async () => {
    const english = await clientOf(place()).get(`/verzoeken/${request}?taal=en`)
    expect(english.text).toContain('WilgerWonen is')
    expect(english.text).toContain('How was that computed?')
    expect((await clientOf(place()).get('/toezeggingen?taal=en')).text).toContain('Kept, residents say')
  })
})
