import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeAll, expect, it } from 'vitest'
import { play } from '../../demo/play.ts'
import { onEveryEngine, type Place } from '../../test/kit.ts'
import { entryKinds, topics } from '../journal/index.ts'
import { keyed } from '../web/index.ts'
import { allMessages, wordsIn } from '../words/index.ts'
import { namesIn } from './names.ts'
import { linesBefore, type Line } from './queries.ts'
import { asText, told } from './sentence.ts'

it('everything that can be recorded has its sentence in every language, and no other has', () => {
  for (const lang of ['nl', 'en']) {
    const said = Object.keys(allMessages(lang)).filter((key) => key.startsWith('record.said.'))
    expect(said.toSorted(), lang).toEqual(entryKinds.map((kind) => `record.said.${kind}`).toSorted())
  }
})

async function all({ store }: Place): Promise<Line[]> {
  const lines: Line[] = []
  for (;;) {
    const found = await linesBefore(store.read, { before: lines.at(-1)?.seq, limit: 100 })
    lines.push(...found.slice(0, 100))
    if (found.length <= 100) return lines
  }
}

onEveryEngine('the record to read', (place) => {
  beforeAll(async () => {
    await play(place().store, (purpose, text) => keyed(place().site.secret, purpose, text), place().clock.now)
  })
  const get = async (path: string) => (await place().app.inject({ url: path })).body.replaceAll('&quot;', '"')

  it('tells every line of the story in whole sentences, without ids', async () => {
    const lines = await all(place())
    const names = await namesIn(place().store.read, lines)
    expect(lines.length).toBeGreaterThan(300)
    for (const lang of ['nl', 'en'])
      for (const line of lines) {
        const sentence = asText(told(wordsIn(lang), names, line))
        expect(sentence, line.kind).toMatch(/^[A-ZÀ-Ý‘“].*[.”?!]$/su)
        expect(sentence, line.kind).not.toMatch(
          /[{}\u0001\u0002]|undefined|null|“”| \.| ,|\b(?=[a-z]*\d)[0-9a-z]{12}\b/
        )
        expect(sentence, line.kind).not.toContain(wordsIn(lang)('record.gone'))
      }
  })

  it('never tells what anybody said, nor the name of anybody', async () => {
    const { read } = place().store
    const lines = await all(place())
    const names = await namesIn(read, lines)
    const whole = lines.map((line) => `${asText(told(wordsIn('nl'), names, line))}\n${line.text}`).join('\n')
    for (const { text } of await read.selectFrom('voice').select('text').where('text', '<>', '').execute())
      expect(whole).not.toContain(text)
    for (const { email } of await read.selectFrom('person').select('email').where('email', 'is not', null).execute())
      expect(whole).not.toContain(email)
  })

  it('shows the newest first, page by page, each line once', async () => {
    const seen: string[] = []
    for (let path: string | undefined = '/logboek'; path;) {
      const html: string = await get(path)
      seen.push(...[...html.matchAll(/href="\/logboek\/([0-9a-z]{12})"/g)].map((found) => found[1]!))
      path = /<a[^>]*href="([^"]*[?&]na=\d+)"/.exec(html.replaceAll('&amp;', '&'))?.[1]
    }
    expect(seen).toEqual((await all(place())).map((line) => line.id))
  })

  it('shows only what belongs to a goal, to an institution, or is about one thing', async () => {
    const { read } = place().store
    const asked = await read.selectFrom('request').select(['id', 'goal_id', 'institution_id']).executeTakeFirstOrThrow()
    const limit = 1_000
    const ofGoal = await linesBefore(read, { of: { kind: 'goal', id: asked.goal_id }, limit })
    expect(ofGoal.map((line) => line.kind)).toEqual(expect.arrayContaining(['goal-proposed', 'request-sent']))
    const ofInstitution = await linesBefore(read, { of: { kind: 'institution', id: asked.institution_id }, limit })
    for (const line of ofInstitution) expect(line.entry.of?.institution).toBe(asked.institution_id)
    expect(ofInstitution.some((line) => line.kind === 'role-given')).toBe(true)
    const lines = await all(place())
    for (const [topic, kinds] of Object.entries(topics)) {
      const want = lines.filter((line) => (kinds as readonly string[]).includes(line.kind)).map((line) => line.seq)
      expect(
        (await linesBefore(read, { kinds, limit })).map((line) => line.seq),
        topic
      ).toEqual(want)
    }
    expect(await get(`/logboek?doel=${asked.goal_id}&soort=verzoeken`)).toContain(`/verzoeken/${asked.id}`)
    expect(await get('/logboek?doel=niemand')).toContain('Hier is niets van te vinden')
  })

  it('shows one line with its exact bytes and the way to its proof', async () => {
    const line = (await all(place())).find((one) => one.kind === 'commitment-promised')!
    const html = await get(`/logboek/${line.id}`)
    expect(html).toContain(line.text.replaceAll('&', '&amp;'))
    expect(html).toContain(`/logboek/bewijs/${line.id}`)
  })

  it('says out loud that a row was changed behind its back', async () => {
    const findings = JSON.stringify([{ what: 'changed', kind: 'commitment', id: 'x' }])
    await place().store.change((tx) =>
      tx
        .insertInto('journal_comparison')
        .values({ at: '2026-03-03T03:00:00Z', compared: 9, wrong: 1, findings })
        .execute()
    )
    expect(await get('/logboek')).toContain('Iemand heeft dit veranderd buiten Buurtmacht om')
  })

  it('can be followed as a valid Atom feed', async () => {
    const { institution_id } = await place()
      .store.read.selectFrom('request')
      .select('institution_id')
      .executeTakeFirstOrThrow()
    for (const asked of ['', `?instantie=${institution_id}`]) {
      const answer = await place().app.inject({ url: `/logboek/atom.xml${asked}` })
      expect(answer.headers['content-type']).toMatch(/^application\/atom\+xml/)
      expect(XMLValidator.validate(answer.body)).toBe(true)
      const { feed } = new XMLParser({ ignoreAttributes: false }).parse(answer.body)
      expect(feed['@_xmlns']).toBe('http://www.w3.org/2005/Atom')
      expect(feed.author.name).not.toBe('')
      const ids = [feed, ...feed.entry].map((one) => one.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const one of [feed, ...feed.entry]) {
        expect(one.id).toMatch(/^tag:[\w.-]+,\d{4}-\d\d-\d\d:logboek/)
        expect(one.updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
        expect(one.title).not.toBe('')
      }
      expect(feed.updated).toBe(feed.entry[0].updated)
      for (const one of feed.entry) expect(one.author.name).not.toBe('')
    }
  })
})
