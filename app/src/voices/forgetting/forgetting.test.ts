import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine } from '../../../test/kit.ts'
import { neighbours } from '../../../test/neighbours.ts'
import { visitor } from '../../../test/visitor.ts'
import { everythingIn } from '../../../test/everything.ts'
import { runChecks, tablesThatForget } from '../../db/index.ts'
import { gatherNeed } from '../../needs/index.ts'
import { keyed } from '../../web/index.ts'
import { eraseVoiceByCode, giveVoice, translateVoice } from '../index.ts'

onEveryEngine('a voice that is forgotten', (place, engine) => {
  let all: Awaited<ReturnType<typeof neighbours>>
  beforeAll(async () => {
    all = await neighbours(place)
  })
  const hash = (purpose: string, text: string) => keyed(place().site.secret, purpose, text)
  const wiped = () => Promise.all(place().site.inHand)

  /** Said at the door by somebody who gave no name, written down and translated by helpers, with an address to tell back. */
  async function saidFor(text: string, show = 'full'): Promise<{ id: string; code: string }> {
    const { store } = place()
    const taken = await store.change((tx) =>
      giveVoice(tx, all.by('rudi'), hash, {
        text,
        lang: 'nl',
        area: all.areas.kruidenhof,
        channel: 'door',
        show,
        tellBack: { how: 'letter', to: 'Knotwilgstraat 7' },
        onBehalf: true,
        by: all.by('rudi').person!
      })
    )
    if (!taken.ok) throw new Error(taken.refusal.code)
    await store.change((tx) => translateVoice(tx, all.by('rudi'), taken.value.id, { lang: 'en', text: `Eng ${text}` }))
    return taken.value
  }

  /** The neighbours were put there without a record. */
  const wrong = async () =>
    (await runChecks(place().store.read))
      .map(({ check }) => check.name)
      .filter((name) => name !== 'everything-is-in-the-journal')
  const journal = () => place().store.read.selectFrom('journal_entry').selectAll().orderBy('seq').execute()

  it('can be erased by its giver alone, also when a helper said it for them: all is gone, and the code says why', async () => {
    const { id, code } = await saidFor('Mijn kleinzoon Wobbelbert ligt wakker.')
    const { salt, text_hash: commitment } = await place()
      .store.read.selectFrom('voice')
      .select(['salt', 'text_hash'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const gathered = await place().store.change((tx) =>
      gatherNeed(tx, all.by('bep'), { group: 'committee' as never, sentence: 'Rust in de nacht.', voices: [id] })
    )
    expect(gathered.ok).toBe(true)
    expect(await everythingIn(place().store)).toMatch(/Wobbelbert[^]*Knotwilgstraat|Knotwilgstraat[^]*Wobbelbert/)
    const before = await journal()
    const ask = await visitor(place).open(`/volg/${code}/wissen`)
    expect(ask.body).toContain('Dat kan niet ongedaan worden gemaakt')
    expect(ask.body).not.toContain('Wobbelbert')
    const done = await visitor(place).fill(`/volg/${code}/wissen`, {})
    expect(done.to).toBe(`/volg/${code}?gedaan=voice-erased`)
    await wiped()

    const left = await everythingIn(place().store)
    expect(left).not.toMatch(/wobbelbert|knotwilgstraat|wakker/i)
    // Without its salt nobody can try guesses against the hash in the record, not even with the very words.
    expect(left).toContain(commitment)
    expect(left).not.toContain(salt)
    expect(
      await place().store.read.selectFrom('voice').selectAll().where('id', '=', id).executeTakeFirst()
    ).toMatchObject({
      state: 'erased',
      text: '',
      lang: 'und',
      area_id: null,
      helper_id: null,
      on_behalf: 0,
      tell_how: 'not'
    })
    const after = await journal()
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length).map((entry) => entry.kind)).toEqual(['voice-erased'])
    expect(after.at(-1)?.entry).toContain('"by":"anyone"')
    expect(await wrong()).toEqual([])

    const follow = await visitor(place).open(`/volg/${code}`)
    expect(follow.body).toContain('Alles bij deze code is gewist')
    expect(follow.body).not.toContain('Rust in de nacht')
    for (const what of ['wissen', 'terugnemen', 'anders', 'gelezen'])
      expect((await visitor(place).fill(`/volg/${code}/${what}`, { how: 'not' })).status, what).toBe(422)
    expect((await visitor(place).open(`/inbreng/kaart/${code}`)).status).toBe(404)
    expect((await place().app.inject(`/api/v1/follow/${code}`)).statusCode).toBe(404)
  })

  it('keeps its way when only the words are taken back, and can be erased after', async () => {
    const { id, code } = await saidFor('De lift Sjokkelbak staat stil.')
    await place().store.change((tx) =>
      gatherNeed(tx, all.by('bep'), { group: 'committee' as never, sentence: 'Een lift die het doet.', voices: [id] })
    )
    expect((await visitor(place).fill(`/volg/${code}/terugnemen`, {})).status).toBe(303)
    expect(await everythingIn(place().store)).not.toMatch(/sjokkelbak/i)
    const follow = await visitor(place).open(`/volg/${code}`)
    expect(follow.body).toContain('Je hebt je woorden teruggenomen')
    expect(follow.body).toContain('Een lift die het doet.')
    expect((await visitor(place).fill(`/volg/${code}/wissen`, {})).status).toBe(303)
    expect((await visitor(place).open(`/volg/${code}`)).body).not.toContain('Een lift die het doet.')
    expect(await wrong()).toEqual([])
  })

  it('can be erased without its code by a resident administrator only, for one of a few public reasons', async () => {
    const { id, code } = await saidFor('Mijn buurman Grombol slaat mij.', 'none')
    const page = `/inbreng/${id}/wissen`
    for (const who of ['rudi', 'bep', 'kees'] as const)
      expect((await (await all.browser(who)).open(page)).status, who).toBe(403)
    const anna = await all.browser('anna')
    const opened = await anna.open(page)
    expect(opened.body).not.toContain('Grombol')
    expect((await anna.fill(page, { why: 'Ik vind het niets.' })).status).toBe(422)
    expect((await anna.fill(page, { why: 'giver-in-danger' })).status).toBe(303)
    await wiped()
    expect(await everythingIn(place().store)).not.toMatch(/grombol/i)
    expect((await journal()).at(-1)).toMatchObject({ kind: 'voice-erased', about_id: id })
    expect((await journal()).at(-1)?.entry).toContain('giver-in-danger')
    expect((await visitor(place).open(`/volg/${code}`)).body).toContain('De gever loopt gevaar')
    expect((await anna.open(page)).status).toBe(404)
  })

  it.runIf(engine === 'SQLite')('is not left lying in the files of the database', async () => {
    const { store, dir } = place()
    const files = () =>
      ['buurtmacht.db', 'buurtmacht.db-wal']
        .map((name) => join(dir, name))
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file).toString('latin1').toLowerCase())
        .join('\n')
    const said: { code: string; word: string }[] = []
    for (let nr = 0; nr < 240; nr++) {
      const word = `zwiep${(nr * 7919 + 104_729).toString(26)}x`
      // Some longer than a page of the database, which lie elsewhere in the file.
      const long = nr % 10 === 0 ? ` ${word} en`.repeat(600) : ''
      said.push({ ...(await saidFor(`Bij ons is het ${word} in de gang.${long}`)), word })
    }
    const whole = files()
    expect(said.filter(({ word }) => !whole.includes(word))).toEqual([])
    const gone = said.filter((_, nr) => nr % 3 > 0)
    for (const { code } of gone) await store.change((tx) => eraseVoiceByCode(tx, place().by(), hash, code))
    await store.wipe(tablesThatForget())
    const left = files()
    expect(gone.filter(({ word }) => left.includes(word)).map(({ word }) => word)).toEqual([])
    expect(said.filter(({ word }) => left.includes(word))).toHaveLength(80)
  })
})
