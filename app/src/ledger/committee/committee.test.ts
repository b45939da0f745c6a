import { beforeAll, expect, it } from 'vitest'
import { booksIn, type Books } from '../../../test/books.ts'
import { onEveryEngine } from '../../../test/kit.ts'
import { runChecks } from '../../db/index.ts'

onEveryEngine('the kascommissie', (place) => {
  let books: Books
  let areas: string[]
  beforeAll(async () => {
    books = await booksIn(place())
    areas = (await place().store.read.selectFrom('area').select('id').orderBy('place').execute()).map((row) => row.id)
  })
  const one = () => books.as('helper of another group')
  const two = () => books.as('lead of another group')
  const naming = async (more: Record<string, string> = {}) =>
    (await (await books.as('administrator')).get('/kasboek/kascommissie/leden'))
      .form()
      .fill({
        one: books.world.people['helper of another group'],
        areaOne: areas[0]!,
        two: books.world.people['lead of another group'],
        areaTwo: areas[1]!,
        ...more
      })
      .send()
  const checks = async () => (await runChecks(place().store.read)).map((found) => found.check.name)

  it('is two residents from two areas who keep no books, named in public', async () => {
    expect((await naming({ areaTwo: areas[0]! })).text).toContain('twee verschillende gebieden')
    expect((await naming({ two: books.world.people['helper of another group'] })).text).toContain(
      'twee verschillende mensen'
    )
    const form = (await (await books.as('administrator')).get('/kasboek/kascommissie/leden')).form()
    expect(form.options('one')).not.toContain(books.world.people['administrator'])
    expect(form.options('one')).not.toContain(books.world.people['contact of the institution'])
    expect((await naming()).first).toBe(303)
    const seen = await (await books.as('nobody')).get('/kasboek/kascommissie')
    expect(seen.text).toContain('De helper of another group')
    expect(await checks()).toEqual([])
  })

  it('sees every voucher whole and every name, and can change none of it', async () => {
    const client = await one()
    const { payment, voucher } = books.world.params as Record<string, string>
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const whole = await place().app.inject({ url: `/kasboek/bon/${voucher}/heel`, headers: { cookie } })
    expect(whole.statusCode).toBe(200)
    expect((await client.get(`/kasboek/betaling/${payment}`)).text).toContain('De helper of the group')
    expect((await client.get('/kasboek/kascommissie/bank')).status).toBe(200)
    for (const path of [`/kasboek/bon/${voucher}/laten-zien`, `/kasboek/betaling/${payment}/betaald`, '/kasboek/bank'])
      expect((await client.get(path)).status, path).toBe(403)
  })

  it('approves nothing, not even where its own group would', async () => {
    const client = await two()
    const plan = books.chosen.otherPlan
    expect((await client.get(`/kasboek/plan/${plan}/betalen`)).status).toBe(200)
    const refused = await place().store.change(async (tx) => {
      const { approve } = await import('../payments/actions.ts')
      const row = await tx.selectFrom('payment').select('id').limit(1).executeTakeFirstOrThrow()
      const by = books.world.acting('lead of another group')
      return approve(tx, { ...by, roles: books.world.acting('administrator').roles }, row.id)
    })
    expect(refused).toMatchObject({ refusal: { code: 'auditor-only-looks' } })
  })

  it('asks about an entry, and everybody reads the question and the answer', async () => {
    const entry = `/kasboek/boeking/${books.money.allotted}`
    await (await (await one()).get(`${entry}/vraag`)).form().fill({ text: 'Waar is de uitslag?' }).send()
    const seen = await (await books.as('nobody')).get(entry)
    expect(seen.text).toContain('Waar is de uitslag?')
    expect(seen.text).toContain('Wacht op antwoord')
    const admin = await books.as('administrator')
    const to = (await admin.get(entry)).links.find((link) => link.href.endsWith('/antwoord'))!.href
    const [first, second] = [await admin.get(to), await admin.get(to)]
    await first.form().fill({ answer: 'Die hangt in het buurthuis.' }).send()
    expect((await second.form().fill({ answer: 'Nergens.' }).send()).status).toBe(422)
    expect((await (await books.as('nobody')).get(entry)).text).toContain('Die hangt in het buurthuis.')
    expect((await (await books.as('lead of the group')).get(`${entry}/vraag`)).status).toBe(403)
  })

  it('signs a statement together: nobody reads it before the other one signed, and then everybody', async () => {
    const today = place().by().today
    const text = 'Wij zagen alle bonnen. Eén bon was slecht te lezen.'
    const written = await (
      await (await one()).get('/kasboek/kascommissie/verklaring')
    )
      .form()
      .fill({ from: '2026-01-01', until: today, verdict: 'remarks', text })
      .send()
    const path = written.path.split('?')[0]!
    const nobody = await books.as('nobody')
    expect((await nobody.get(path)).status).toBe(404)
    expect((await (await one()).get(`${path}/tekenen`)).text).toContain('De ander van de kascommissie tekent')
    expect((await (await (await two()).get(`${path}/tekenen`)).form().send()).first).toBe(303)
    const seen = await nobody.get(path)
    expect(seen.text).toContain(text)
    expect(seen.text).toContain('er is iets')
    expect((await nobody.get('/kasboek')).links.map((link) => link.href)).toContain(path)
    const alone = place()
      .store.owner.updateTable('audit_statement')
      .set((e) => ({ signed_by: e.ref('written_by') }))
      .execute()
    await expect(alone).rejects.toThrow(/two people sign/)
    expect(await checks()).toEqual([])
  })

  it('is nothing an institution can be, name, ask as or sign as', async () => {
    const contact = await books.as('contact of the institution')
    const { statement, question } = books.world.params as Record<string, string>
    for (const path of [
      '/kasboek/kascommissie/leden',
      '/kasboek/kascommissie/verklaring',
      '/kasboek/kascommissie/bank',
      `/kasboek/boeking/${books.money.awarded}/vraag`,
      `/kasboek/vraag/${question}/antwoord`,
      `/kasboek/verklaring/${statement}/tekenen`
    ])
      expect((await contact.get(path)).status, path).toBe(403)
  })
})
