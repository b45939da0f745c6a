import { inflateSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { booksIn, type Books } from '../../../test/books.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { payment } from '../../../test/money.ts'
import { must } from '../../../test/act.ts'
import { runChecks } from '../../db/index.ts'
import { answerAboutEntry, askAboutEntry } from '../index.ts'

/** What can be read in a PDF: its pressed parts unfolded, and glyphs turned back into letters by the tables inside it. */
function textIn(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const parts = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap((match) => {
    try {
      return [inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
  const tables = parts
    .filter((part) => part.includes('beginbfrange'))
    .map((part) => {
      const letters = new Map<number, string>()
      for (const range of part.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
        for (const [at, code] of [...range[2]!.matchAll(/<([0-9a-f]+)>/g)].entries())
          letters.set(parseInt(range[1]!, 16) + at, Buffer.from(code[1]!, 'hex').swap16().toString('utf16le'))
      return letters
    })
  const shown = parts.filter((part) => / Tf/.test(part)).join('\n')
  const said = [...shown.matchAll(/\[([^\]]*)\] TJ/g)].map((match) =>
    [...match[1]!.matchAll(/<([0-9a-f]+)>/g)].map((one) => one[1]!).join('')
  )
  return tables
    .map((letters) =>
      said
        .map((hex) => (hex.match(/.{4}/g) ?? []).map((glyph) => letters.get(parseInt(glyph, 16)) ?? '').join(''))
        .join(' ')
    )
    .join('\n')
}

onEveryEngine('a grant', (place) => {
  let books: Books
  let grant: string
  let item: string
  beforeAll(async () => {
    books = await booksIn(place())
    const admin = await books.as('administrator')
    const form = (await admin.get('/kasboek/subsidies/nieuw')).form().fill({
      name: 'Bewonersgeld ɛ ɔ',
      account: books.accounts.funder,
      reference: 'Z-2026-12',
      amount: '5.000',
      from: '2026-01-01',
      until: '2026-12-31',
      renewBy: '2026-06-01',
      stops: 'Het buurtberaad en de soep.',
      rounds: [books.chosen.round],
      items: 'Plannen van bewoners: 4.500\n=HYPERLINK("x"): 500'
    })
    grant = /\/subsidie\/([^/?]+)/.exec((await form.send()).path)?.[1] ?? ''
    const rows = await place().store.read.selectFrom('grant_item').selectAll().where('grant_id', '=', grant).execute()
    item = rows.find((row) => row.what.startsWith('Plannen'))!.id
  })
  const checks = async () => (await runChecks(place().store.read)).map((found) => found.check.name)
  const file = (name: string) => place().app.inject({ url: `/kasboek/subsidie/${grant}/verantwoording.${name}` })

  it('stands in the funding calendar with its end, when to ask again and what stops, half a year before on the first page too', async () => {
    const nobody = await books.as('nobody')
    const calendar = await nobody.get('/kasboek/subsidies')
    for (const words of [
      'Bewonersgeld',
      '31 december 2026',
      'opnieuw vragen voor 1 juni 2026',
      'Het buurtberaad en de soep.'
    ])
      expect(calendar.text).toContain(words)
    for (const path of ['/', '/kasboek']) expect((await nobody.get(path)).text, path).toContain('Dit geld stopt bijna')
  })

  it('is accounted for: what was done and came of it, budget against actual with an explanation, vouchers, the kascommissie', async () => {
    const admin = await books.as('administrator')
    const { payment: paid } = await payment(place(), {
      plan: books.chosen.plan,
      asks: books.world.acting('helper of the group'),
      approves: books.world.acting('lead of the group'),
      pays: books.world.acting('administrator'),
      from: books.accounts.bank,
      amount: '300',
      what: 'Lampen voor de hal'
    })
    await (await admin.get(`/kasboek/betaling/${paid}/post`)).form().fill({ item }).send()
    await (
      await admin.get(`/kasboek/subsidie/${grant}/uitleg/${item}`)
    )
      .form()
      .fill({ explanation: 'De lampen waren goedkoper.' })
      .send()
    await (
      await (await books.as('helper of the group')).get(`/kasboek/plan/${books.chosen.plan}/resultaat`)
    )
      .form()
      .fill({ state: 'done', result: 'Het is nu licht in de hal. Buren zijn blij.' })
      .send()
    await place().store.change((tx) =>
      tx
        .updateTable('audit_statement')
        .set({ state: 'signed', signed_by: books.world.people['lead of another group'], signed_on: '2026-03-01' })
        .execute()
    )
    const [asker, keeper] = [books.world.acting('helper of another group'), books.world.acting('administrator')]
    const { entry_id } = await place()
      .store.read.selectFrom('payment')
      .select('entry_id')
      .where('id', '=', paid)
      .executeTakeFirstOrThrow()
    const question = must(
      await place().store.change((tx) => askAboutEntry(tx, asker, entry_id!, 'Waarom zijn de lampen zo goedkoop?'))
    )
    must(await place().store.change((tx) => answerAboutEntry(tx, keeper, question, 'Ze waren in de aanbieding.')))
    const seen = await (await books.as('nobody')).get(`/kasboek/subsidie/${grant}`)
    const text = seen.text.replaceAll('\u00a0', ' ')
    for (const words of [
      'Licht in de hal',
      'Het is nu licht in de hal',
      '€ 4.500 € 300 € 4.200 De lampen waren goedkoper',
      'Lampen voor de hal',
      'Waarom zijn de lampen zo goedkoop?',
      'Antwoord: Ze waren in de aanbieding.',
      'het klopt'
    ])
      expect(text).toContain(words)
    expect((await (await books.as('nobody')).get(`/kasboek/plan/${books.chosen.plan}`)).text).toContain('klaar')
    expect(await checks()).toEqual([])
  })

  it('gives the same as a list, in which no words become a formula', async () => {
    const list = await file('csv')
    expect(list.headers['content-type']).toContain('text/csv')
    const rows: string[][] = parse(list.body, { delimiter: ';', bom: true, relax_column_count: true })
    const flat = rows.flat()
    for (const words of [
      'Lampen voor de hal',
      '4500,00',
      'Het is nu licht in de hal. Buren zijn blij.',
      'Waarom zijn de lampen zo goedkoop?',
      'Ze waren in de aanbieding.',
      'Wij zagen alle bonnen en de bank.'
    ])
      expect(flat).toContain(words)
    expect(flat.some((cell) => /^[=@+]/.test(cell))).toBe(false)
    expect(flat).toContain('\'=HYPERLINK("x")')
  })

  it('gives the same as a PDF that can be read, with letters for every language here', async () => {
    const pdf = await file('pdf')
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const text = textIn(pdf.rawPayload)
    for (const words of [
      'Verantwoording',
      'ɛ ɔ',
      'Lampen voor de hal',
      'De lampen waren goedkoper.',
      'Het is nu licht in de hal',
      'Wij zagen alle bonnen',
      'Ze waren in de aanbieding.',
      '4:45'
    ])
      expect(text).toContain(words)
    const raw = pdf.rawPayload.toString('latin1')
    expect(raw).toContain('/MarkInfo')
    expect(raw).toMatch(/\/Lang \(nl\)/)
  })

  it('keeps an item under which payments stand', async () => {
    const admin = await books.as('administrator')
    const form = (await admin.get(`/kasboek/subsidie/${grant}/veranderen`)).form()
    const refused = await form.fill({ items: 'Iets anders: 100' }).send()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('staan al betalingen')
  })

  it('is nothing an institution writes, changes, explains or accounts for', async () => {
    const contact = await books.as('contact of the institution')
    const { payment: id } = books.world.params
    for (const path of [
      '/kasboek/subsidies/nieuw',
      `/kasboek/subsidie/${grant}/veranderen`,
      `/kasboek/subsidie/${grant}/uitleg/${item}`,
      `/kasboek/betaling/${id}/post`,
      `/kasboek/plan/${books.chosen.plan}/resultaat`
    ])
      expect((await contact.get(path)).status, path).toBe(403)
  })
})
