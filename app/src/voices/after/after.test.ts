import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine } from '../../../test/kit.ts'
import { neighbours } from '../../../test/neighbours.ts'
import { visitor } from '../../../test/visitor.ts'
import { translateVoice } from '../index.ts'

onEveryEngine('after telling something', (place) => {
  let by: Awaited<ReturnType<typeof neighbours>>['by']
  beforeAll(async () => {
    by = (await neighbours(place)).by
  })
  /** Gives a voice through the pages, so that the code is kept as the installation keeps it. */
  async function told(text: string): Promise<{ code: string; id: string }> {
    const me = visitor(place)
    const where = (await me.fill('/inbreng/nieuw', { text })).to
    await me.fill(where, { area: '' })
    await me.fill(where.replace('/waar', '/tonen'), { show: 'full' })
    await me.fill(where.replace('/waar', '/horen'), { how: 'phone', phone: '06 12345678' })
    const { to } = await me.fill(where.replace('/waar', '/klopt'), {})
    const row = await place()
      .store.read.selectFrom('voice')
      .select('id')
      .where('text', '=', text)
      .executeTakeFirstOrThrow()
    return { code: to.split('/').at(-1) ?? '', id: row.id }
  }
  const row = (id: string) =>
    place().store.read.selectFrom('voice').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const contact = (id: string) =>
    place().store.read.selectFrom('voice_contact').selectAll().where('voice_id', '=', id).execute()

  it('gives a card in big groups with a square to scan, and the same as plain text, kept out of caches', async () => {
    const { code } = await told('Een kaartje graag.')
    const card = await visitor(place).open(`/inbreng/kaart/${code.toLowerCase()}`)
    expect(card.status).toBe(200)
    const groups = [code.slice(0, 4), code.slice(4, 8), code.slice(8)]
    expect(card.body.replaceAll(/<[^>]+>/g, '')).toContain(groups.join(' '))
    expect(card.body).toContain('class="qr"')
    expect(card.headers['x-robots-tag']).toBe('noindex')
    const text = await visitor(place).open(`/inbreng/kaart/${code}/tekst`)
    expect(text.headers['content-type']).toContain('text/plain')
    expect(text.headers['cache-control']).toBe('no-store')
    expect(text.body).toContain(groups.join(' '))
    expect(text.body).toContain('http://buurt.test/volg')
    expect((await visitor(place).open('/inbreng/kaart/0000000000')).status).toBe(404)
    expect((await visitor(place).open(`/inbreng/kaart/${code.slice(0, 9)}Z`)).status).toBe(404)
  })

  it('takes the words back with the code alone: text, salt, address, translation and search words are gone', async () => {
    const { code, id } = await told('Haal dit woord knotwilgkat weg.')
    await place().store.change((tx) => translateVoice(tx, by('rudi'), id, { lang: 'en', text: 'Remove pollardcat.' }))
    const page = `/volg/${code}/terugnemen`
    expect((await visitor(place).open(page)).body).not.toContain('knotwilgkat')
    const done = await visitor(place).fill(page, {})
    expect(done.to).toBe(`/volg/${code}?gedaan=voice-taken-back`)
    expect(await row(id)).toMatchObject({ text: '', salt: null, state: 'takenBack', tell_how: 'not' })
    expect(await contact(id)).toEqual([])
    const tables = ['voice_translation', 'search_word', 'journal_entry', 'voice'] as const
    for (const table of tables)
      expect(JSON.stringify(await place().store.read.selectFrom(table).selectAll().execute())).not.toMatch(
        /knotwilg|pollardcat/
      )
    expect((await visitor(place).open(`/inbreng/${id}`)).status).toBe(404)
    expect((await visitor(place).open('/inbreng')).body).not.toContain('knotwilgkat')
    expect((await visitor(place).fill(page, {})).body).toContain('al teruggenomen')
  })

  it('changes how the giver is told, and forgets the old address', async () => {
    const { code, id } = await told('Bel mij niet meer.')
    const page = `/volg/${code}/anders`
    const wrong = await visitor(place).fill(page, { how: 'email', email: 'a@b.nl, c@d.nl' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('value="a@b.nl, c@d.nl"')
    expect((await visitor(place).fill(page, { how: 'email', email: 'a@voorbeeld.test' })).status).toBe(303)
    expect((await row(id)).tell_how).toBe('email')
    expect(await contact(id)).toEqual([{ voice_id: id, address: 'a@voorbeeld.test' }])
    await visitor(place).fill(page, { how: 'not' })
    expect((await row(id)).tell_how).toBe('not')
    expect(await contact(id)).toEqual([])
  })

  it('says the same on opening for a code that is nobody’s, and refuses it when sent', async () => {
    const { code } = await told('Nog iets.')
    await visitor(place).fill(`/volg/${code}/terugnemen`, {})
    const unknown = '0000000000'
    for (const what of ['terugnemen', 'anders']) {
      expect((await visitor(place).open(`/volg/${unknown}/${what}`)).status).toBe(200)
      const sent = await visitor(place).fill(`/volg/${unknown}/${what}`, { how: 'not' })
      expect(sent.status).toBe(422)
    }
    expect((await visitor(place).open(`/volg/onzin/terugnemen`)).status).toBe(404)
    expect((await visitor(place).open(`/volg/${code}/erbij`)).to).toBe('/inbreng/nieuw')
  })
})
