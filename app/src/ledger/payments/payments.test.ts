import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { booksIn, type Books } from '../../../test/books.ts'
import { type Client } from '../../../test/client.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { payment } from '../../../test/money.ts'
import { runChecks } from '../../db/index.ts'

/** A bill as a phone takes it: on its side, with the place where it was taken inside. */
const photo = () =>
  sharp({ create: { width: 320, height: 640, channels: 3, background: '#eeeeee' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Thuis bij Ans' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 18/1 0/1' } })
    .toBuffer()

const pdf = (inside: string) => Buffer.from(`%PDF-1.4\n1 0 obj\n${inside}\nendobj\ntrailer\n<<>>\n%%EOF\n`, 'latin1')
const pressed = (inside: string) => {
  const part = deflateSync(Buffer.from(inside)).toString('latin1')
  return pdf(`<</Type /ObjStm /Filter /FlateDecode>>\nstream\n${part}\nendstream`)
}

onEveryEngine('payments', (place) => {
  let books: Books
  beforeAll(async () => {
    books = await booksIn(place())
  })
  const typed = { what: 'Tien lampen', amount: '199,50', payeeKind: 'business', payeeName: 'Lampenwinkel' }
  const ask = async (client: Client, more: Record<string, string> = {}, bill?: Buffer) =>
    (await client.get(`/kasboek/plan/${books.chosen.plan}/betalen`))
      .form()
      .fill({ ...typed, ...more })
      .attach('voucher', bill ?? (await photo()), 'bon.jpg')
      .send()
  const idIn = (path: string) => /\/betaling\/([^/?]+)/.exec(path)?.[1] ?? ''
  const asked = async (more: Record<string, string> = {}, bill?: Buffer) =>
    idIn((await ask(await books.as('helper of the group'), more, bill)).path)
  const checks = async () => (await runChecks(place().store.read)).map((found) => found.check.name)
  const voucherOf = async (id: string) =>
    (await place().store.read.selectFrom('voucher').select('id').where('payment_id', '=', id).executeTakeFirstOrThrow())
      .id

  it('go from a bill to the books: one asks, another approves, the bank pays', async () => {
    const id = await asked()
    const lead = await books.as('lead of the group')
    const look = await lead.get(`/kasboek/betaling/${id}/goedkeuren`)
    expect((await look.form().send()).status).toBe(422)
    expect(
      (
        await look
          .form()
          .fill({ notMe: ['yes'] })
          .send()
      ).first
    ).toBe(303)
    const admin = await books.as('administrator')
    const paid = await (
      await admin.get(`/kasboek/betaling/${id}/betaald`)
    )
      .form()
      .fill({ from: books.accounts.bank })
      .send()
    expect(paid.text).toContain('betaald')
    const seen = await (await books.as('nobody')).get(`/kasboek/plan/${books.chosen.plan}`)
    expect(seen.text.replaceAll('\u00a0', ' ')).toContain('€ 199,50 · Tien lampen')
    expect(seen.text.replaceAll('\u00a0', ' ')).toContain('€ 2.800,50')
    expect(await checks()).toEqual([])
  })

  it('need a bill, and ask no more than is left', async () => {
    const helper = await books.as('helper of the group')
    const bare = await (await helper.get(`/kasboek/plan/${books.chosen.plan}/betalen`)).form().fill(typed).send()
    expect(bare.status).toBe(422)
    const large = await ask(helper, { amount: '2.900' })
    expect(large.text).toContain('Zoveel geld is er niet meer')
    expect(large.form().value('payeeName')).toBe('Lampenwinkel')
  })

  it('are never approved by who asked, or by who is paid, whatever name is typed', async () => {
    const lead = await books.as('lead of the group')
    const own = idIn((await ask(lead)).path)
    const self = await (await lead.get(`/kasboek/betaling/${own}/goedkeuren`)).text
    expect(self).toContain('Iemand anders moet deze betaling goedkeuren')
    const tokens = (await lead.get(`/kasboek/betaling/${await asked()}/weigeren`))
      .form()
      .sends()
      .filter(([name]) => name === 'csrf')
    const past = await lead.post(`/kasboek/betaling/${own}/goedkeuren`, [...tokens, ['version', '1'], ['notMe', 'yes']])
    expect(past.text).toContain('Iemand anders moet deze betaling goedkeuren')
    // Their own name, however it is written.
    const toSelf = await ask(await books.as('lead of the group'), {
      payeeKind: 'person',
      payeeName: 'de  LEAD of the-group'
    })
    expect(toSelf.text).toContain('Je kunt geen geld aan jezelf betalen')
    const toLead = await asked({ payeeKind: 'person', payeeName: 'De lead of the group' })
    const paidLead = await lead.get(`/kasboek/betaling/${toLead}/goedkeuren`)
    expect(paidLead.text).toContain('Je kunt geen geld aan jezelf betalen')
    const refusedByDatabase = place()
      .store.owner.updateTable('payment')
      .set({ state: 'approved', approved_by: books.world.people['helper of the group'] })
      .where('id', '=', toLead)
      .execute()
    await expect(refusedByDatabase).rejects.toThrow(/two different people/)
    const payeeByDatabase = place()
      .store.owner.updateTable('payment')
      .set({ state: 'approved', approved_by: books.world.people['lead of the group'] })
      .where('id', '=', toLead)
      .execute()
    await expect(payeeByDatabase).rejects.toThrow(/who is paid does not/)
  })

  it('tell nobody else which resident got money', async () => {
    const id = await asked({ payeeKind: 'person', payeeName: 'Truus Geheim' })
    const seen = await (await books.as('nobody')).get(`/kasboek/betaling/${id}`)
    expect(seen.text).toContain('een bewoner')
    for (const text of [
      seen.body,
      (await (await books.as('contact of the institution')).get(`/kasboek/betaling/${id}`)).body
    ])
      expect(text).not.toContain('Truus Geheim')
    expect((await (await books.as('helper of the group')).get(`/kasboek/betaling/${id}`)).text).toContain(
      'Truus Geheim'
    )
    const journal = await place().store.read.selectFrom('journal_entry').select('entry').execute()
    expect(journal.some(({ entry }) => entry.includes('Truus Geheim'))).toBe(false)
  })

  it('are refused with a reason that everybody reads, once', async () => {
    const id = await asked()
    const lead = await books.as('lead of the group')
    const late = await (await books.as('administrator')).get(`/kasboek/betaling/${id}/goedkeuren`)
    await (await lead.get(`/kasboek/betaling/${id}/weigeren`)).form().fill({ why: 'Dit is niet voor het plan.' }).send()
    expect((await (await books.as('nobody')).get(`/kasboek/betaling/${id}`)).text).toContain(
      'Dit is niet voor het plan.'
    )
    expect(
      (
        await late
          .form()
          .fill({ notMe: ['yes'] })
          .send()
      ).status
    ).toBe(422)
  })

  it('whose entry is taken back wait for the bank again, and can be paid once more', async () => {
    const admin = books.world.acting('administrator')
    const { payment: id, entry } = await payment(place(), {
      plan: books.chosen.plan,
      asks: books.world.acting('helper of the group'),
      approves: books.world.acting('lead of the group'),
      pays: admin,
      from: books.accounts.bank,
      amount: '75'
    })
    const client = await books.as('administrator')
    await (
      await client.get(`/kasboek/boeking/${entry}/terug`)
    )
      .form()
      .fill({ why: 'De bank stuurde het terug.' })
      .send()
    expect((await client.get(`/kasboek/betaling/${id}`)).text).toContain('goedgekeurd')
    expect(await checks()).toEqual([])
    const again = await (
      await client.get(`/kasboek/betaling/${id}/betaald`)
    )
      .form()
      .fill({ from: books.accounts.bank })
      .send()
    expect(again.first).toBe(303)
    expect(await checks()).toEqual([])
  })

  describe('and their bills', () => {
    it('are seen by nobody else until somebody looked and covered what is personal, and what was covered is gone', async () => {
      const id = await asked()
      const voucher = await voucherOf(id)
      const bytes = async (path: string, client: Client) => {
        const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        return place().app.inject({ url: path, headers: { cookie } })
      }
      const [nobody, helper] = [await books.as('nobody'), await books.as('helper of the group')]
      expect((await bytes(`/kasboek/bon/${voucher}`, nobody)).statusCode).toBe(404)
      expect((await nobody.get(`/kasboek/bon/${voucher}/heel`)).path).toContain('/aanmelden')
      expect((await (await books.as('contact of the institution')).get(`/kasboek/bon/${voucher}/heel`)).status).toBe(
        403
      )
      const whole = await bytes(`/kasboek/bon/${voucher}/heel`, helper)
      expect(whole.headers['cache-control']).toBe('no-store')
      const inside = await sharp(whole.rawPayload).metadata()
      expect([inside.format, inside.exif, inside.xmp]).toEqual(['webp', undefined, undefined])
      const form = (await helper.get(`/kasboek/bon/${voucher}/laten-zien`)).form()
      const unsure = await form.fill({ cells: ['0-0', '1-0'] }).send()
      expect(unsure.status).toBe(422)
      expect(unsure.form().sends()).toContainEqual(['cells', '1-0'])
      expect(
        (
          await unsure
            .form()
            .fill({ sure: ['yes'] })
            .send()
        ).first
      ).toBe(303)
      const shown = await bytes(`/kasboek/bon/${voucher}`, nobody)
      expect(shown.headers['content-type']).toBe('image/webp')
      const { data, info } = await sharp(shown.rawPayload).removeAlpha().raw().toBuffer({ resolveWithObject: true })
      const at = (x: number, y: number) => data[(y * info.width + x) * info.channels]!
      expect(at(10, 60)).toBeLessThan(20)
      expect(at(60, 60)).toBeGreaterThan(200)
      expect(at(10, 120)).toBeGreaterThan(200)
      await (
        await helper.get(`/kasboek/bon/${voucher}/verbergen`)
      )
        .form()
        .fill({ why: 'Er stond nog een naam.' })
        .send()
      expect((await bytes(`/kasboek/bon/${voucher}`, nobody)).statusCode).toBe(404)
    })

    it('as PDF are public only after somebody said that nothing personal is in it, and are saved, not opened', async () => {
      const id = await asked({}, pdf('<</Type /Catalog>>'))
      const voucher = await voucherOf(id)
      const nobody = await books.as('nobody')
      expect((await nobody.get(`/kasboek/bon/${voucher}`)).status).toBe(404)
      const helper = await books.as('helper of the group')
      const form = (await helper.get(`/kasboek/bon/${voucher}/laten-zien`)).form()
      expect(form.fields).not.toContain('cells')
      await form.fill({ sure: ['yes'] }).send()
      const seen = await nobody.get(`/kasboek/bon/${voucher}`)
      expect(seen.headers['content-type']).toBe('application/pdf')
      expect(seen.headers['content-disposition']).toContain('attachment')
    })

    it.each([
      ['a page', Buffer.from('<!doctype html><script>1</script>'), 'geen foto en geen PDF'],
      ['half a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'geen foto en geen PDF'],
      ['a PDF that runs something', pdf('<</S /JavaScript /JS (app.alert)>>'), 'niet kunnen bekijken'],
      ['a PDF that hides how it is called', pdf('<</S /J#61vaScript>>'), 'niet kunnen bekijken'],
      ['a PDF with a file inside', pdf('<</Type /EmbeddedFile>>'), 'niet kunnen bekijken'],
      ['a PDF that runs something from a pressed part', pressed('<</S /Launch>>'), 'niet kunnen bekijken'],
      ['a locked PDF', pdf('<</Encrypt 5 0 R>>'), 'niet kunnen bekijken']
    ])('are refused when they are %s', async (_what, bytes, words) => {
      const seen = await ask(await books.as('helper of the group'), {}, bytes)
      expect(seen.status).toBe(422)
      expect(seen.text).toContain(words)
      expect(seen.form().value('what')).toBe('Tien lampen')
    })

    it('too large are refused', async () => {
      const seen = await ask(await books.as('helper of the group'), {}, Buffer.alloc(12 * 1024 * 1024 + 1, 37))
      expect(seen.status).toBe(422)
    })
  })

  it('are nothing an institution can ask, approve, refuse, show or hide', async () => {
    const id = await asked()
    const voucher = await voucherOf(id)
    const contact = await books.as('contact of the institution')
    for (const path of [
      `/kasboek/plan/${books.chosen.plan}/betalen`,
      ...['goedkeuren', 'weigeren', 'betaald', 'bon'].map((step) => `/kasboek/betaling/${id}/${step}`),
      ...['laten-zien', 'verbergen', 'heel'].map((step) => `/kasboek/bon/${voucher}/${step}`)
    ])
      expect((await contact.get(path)).status, path).toBe(403)
  })
})
