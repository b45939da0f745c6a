import { expect, it } from 'vitest'
import { clientOf, personWith } from '../../../test/client.ts'
import { onEveryEngine, testNoon } from '../../../test/kit.ts'
import { keyed } from '../../web/index.ts'
import { freshCard, makeCard } from '../index.ts'
import { signInByCard, tryCard } from './cards.ts'

onEveryEngine('signing in with a card', (place) => {
  const make = async (person?: string) => {
    const id = person ?? (await personWith(place(), 'Bep', []))
    const by = place().by('beheerder', [{ kind: 'admin', from: place().by().today }])
    const fresh = await freshCard(by, (purpose, text) => keyed(place().site.secret, purpose, text))
    const card = await place().store.change((tx) => makeCard(tx, by, fresh, id))
    if (!card.ok) throw new Error(card.refusal.code)
    return { id, ...card.value }
  }
  const wrongPin = (pin: string) => (pin === '000000' ? '111111' : '000000')
  const tryWith = async (code: string, pin: string, browser = clientOf(place())) => {
    const answer = await (await browser.get('/aanmelden/kaart')).form().fill({ code, pin }).send()
    return { answer, browser, inside: browser.cookies.has('buurt') }
  }

  it('takes the code as people type it, and the PIN', async () => {
    const { code, pin } = await make()
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
    expect((await tryWith(typed, `${pin.slice(0, 3)} ${pin.slice(3)}`)).inside).toBe(true)
  })

  it('says the same for a wrong code and a wrong PIN, and shows the PIN to nobody', async () => {
    const { code, pin } = await make()
    const [wrongCode, wrong] = [await tryWith('K7QF2M9D4T', pin), await tryWith(code, wrongPin(pin))]
    expect(wrongCode.inside || wrong.inside).toBe(false)
    expect(wrong.answer.status).toBe(422)
    expect(wrong.answer.text).toContain('De code of de pincode klopt niet.')
    expect(wrongCode.answer.text).toContain('De code of de pincode klopt niet.')
    expect(wrong.answer.form().value('pin')).toBe('')
    expect(wrong.answer.form().value('code')).toBe(code)
  })

  it('waits after five wrong tries, even for the right PIN, and lets in again after a quarter of an hour', async () => {
    const { code, pin } = await make()
    for (let i = 0; i < 5; i++) await tryWith(code, wrongPin(pin))
    const blocked = await tryWith(code, pin)
    expect(blocked.inside).toBe(false)
    expect(blocked.answer.text).toContain('Wacht een kwartier')
    place().clock.now += 15 * 60_000 + 1000
    expect((await tryWith(code, pin)).inside).toBe(true)
    place().clock.now = testNoon
  })

  it('counts tries that come at the same moment', async () => {
    const { code, pin } = await make()
    const pages = await Promise.all(Array.from({ length: 8 }, () => clientOf(place()).get('/aanmelden/kaart')))
    await Promise.all(
      pages.map((page) =>
        page
          .form()
          .fill({ code, pin: wrongPin(pin) })
          .send()
      )
    )
    expect((await tryWith(code, pin)).inside).toBe(false)
  })

  it('compares the PIN before the change begins: nobody else waits for it', async () => {
    const { code, pin } = await make()
    const began: string[] = []
    const { store } = place()
    const change = store.change
    store.change = (work) => (began.push('change'), change(work))
    const tried = await tryCard(store.read, (purpose, text) => keyed(place().site.secret, purpose, text), { code, pin })
    store.change = change
    expect([tried.fits, began]).toEqual([true, []])
    // A card that was made anew in the meantime is another card.
    await place().store.change((tx) =>
      tx.updateTable('sign_in_card').set({ pin_hash: '00:00' }).where('hash', '=', tried.hash).execute()
    )
    const late = await place().store.change((tx) => signInByCard(tx, place().by(), tried, undefined))
    expect(late).toMatchObject({ ok: false, refusal: { code: 'sign-in-card-wrong' } })
  })

  it('lets nobody in with a right PIN that was compared before the card began to wait', async () => {
    const { code, pin } = await make()
    const hash = (purpose: string, text: string) => keyed(place().site.secret, purpose, text)
    const right = await tryCard(place().store.read, hash, { code, pin })
    for (let i = 0; i < 5; i++) await tryWith(code, wrongPin(pin))
    const late = await place().store.change((tx) => signInByCard(tx, place().by(), right, undefined))
    expect(late).toMatchObject({ ok: false, refusal: { code: 'too-many-tries' } })
  })

  it('does the same slow work for a code that is nobody’s', async () => {
    const hash = (purpose: string, text: string) => keyed(place().site.secret, purpose, text)
    const { code, pin } = await make()
    const took = async (typed: string) => {
      const began = process.cpuUsage()
      for (let i = 0; i < 4; i++) await tryCard(place().store.read, hash, { code: typed, pin })
      return process.cpuUsage(began).user
    }
    await took(code)
    const [known, unknown, nonsense] = [await took(code), await took('K7QF2M9D4T'), await took('x')]
    for (const other of [unknown, nonsense]) expect(other / known).toBeGreaterThan(0.25)
  })

  it('a new card ends the old one and whoever was signed in with it', async () => {
    const old = await make()
    const { browser } = await tryWith(old.code, old.pin)
    const fresh = await make(old.id)
    expect((await browser.get('/mijn/gegevens')).path).toMatch(/^\/aanmelden/)
    expect((await tryWith(old.code, old.pin)).inside).toBe(false)
    expect((await tryWith(fresh.code, fresh.pin)).inside).toBe(true)
  })

  it('leaves neither code nor PIN in the database', async () => {
    const { code, pin } = await make()
    const rows = JSON.stringify(await place().store.read.selectFrom('sign_in_card').selectAll().execute())
    expect(rows).not.toContain(code)
    expect(rows).not.toContain(pin)
    const journal = JSON.stringify(await place().store.read.selectFrom('journal_entry').select('entry').execute())
    expect(journal).not.toContain(code)
  })

  it('only a resident administrator makes one', async () => {
    const id = await personWith(place(), 'Bep', [])
    const fresh = await freshCard(place().by(id), (_purpose, text) => text)
    const made = await place().store.change((tx) => makeCard(tx, place().by(id, []), fresh, id))
    expect(made).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
  })
})
