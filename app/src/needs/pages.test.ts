import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine } from '../../test/kit.ts'
import { neighbours, type Neighbours } from '../../test/neighbours.ts'
import { visitor } from '../../test/visitor.ts'
import { giveVoice } from '../voices/index.ts'

onEveryEngine('the pages of needs', (place) => {
  let here: Neighbours
  beforeAll(async () => {
    here = await neighbours(place)
  })
  const said = async (text: string, more: { show?: string; lang?: string; area?: string } = {}) => {
    const given = await place().store.change((tx) =>
      giveVoice(tx, place().by(), (purpose, code) => `${purpose}:${code}`, {
        text,
        lang: more.lang ?? 'nl',
        channel: 'online',
        area: more.area ?? here.areas.kruidenhof,
        show: more.show ?? 'full',
        tellBack: { how: 'not' },
        by: 'anyone'
      })
    )
    if (!given.ok) throw new Error(given.refusal.code)
    return given.value.id
  }
  async function gathered(sentence: string, voices: string[]): Promise<string> {
    const rudi = await here.browser('rudi')
    const made = await rudi.fill(`/buurtbehoeften/nieuw?zeiden=${voices.join(',')}`, {
      sentence,
      voices,
      group: 'committee'
    })
    expect(made.status).toBe(303)
    return /buurtbehoeften\/(\w+)/.exec(made.to)?.[1] ?? ''
  }

  it('lead a member from loose voices, over two pages of them, to one sentence with people behind it', async () => {
    const rudi = await here.browser('rudi')
    const lamps = await Promise.all(
      ['De lampen in de gang zijn kapot.', 'Een lamp op de trap graag.'].map((text) => said(text))
    )
    const summary = await said('Ik durf niet langs de kapotte lampen.', { show: 'summary' })
    const other = await said('De bus rijdt te vroeg weg.')
    const page = await rudi.open('/inbreng/verzamelen')
    expect(page.body).toContain('De bus rijdt te vroeg weg.')
    expect(page.body).toContain('Ik durf niet langs de kapotte lampen.')
    expect((await rudi.send(page, '/inbreng/verzamelen', {})).body).toContain('Kies eerst wat mensen zeiden.')
    const searched = await rudi.open('/inbreng/verzamelen?q=lamp')
    expect(searched.body).not.toContain('De bus rijdt')
    const on = await rudi.send(searched, '/inbreng/verzamelen?q=lamp&verder=2026-03-03T11:00:00.000Z~zzzz', {
      voices: lamps[0]!
    })
    expect(on.to).toContain(`gekozen=${lamps[0]}`)
    expect((await rudi.open(on.to)).body).toContain('Je koos al 1 mens.')
    const chosen = await rudi.send(await rudi.open(on.to), on.to, { voices: lamps[1]! })
    expect(chosen.to).toBe(`/buurtbehoeften/nieuw?zeiden=${lamps.join(',')}`)
    const form = await rudi.open(chosen.to)
    expect(form.body).toContain('Lijkt dit erop?')
    expect(form.body).toContain('Ik durf niet langs de kapotte lampen.')
    const short = await rudi.send(form, chosen.to, {
      sentence: 'x',
      voices: [...lamps, summary],
      group: 'committee',
      area: ''
    })
    expect(short.status).toBe(422)
    expect(short.body).toMatch(new RegExp(`value="${summary}" checked`))
    const made = await rudi.send(form, chosen.to, {
      sentence: 'Er moet <b>licht</b> in de gangen.',
      voices: [...lamps, summary],
      group: 'committee',
      area: ''
    })
    const need = await visitor(place).open(made.to)
    expect(need.body).toContain('Er moet &lt;b>licht&lt;/b> in de gangen.')
    expect(need.body).toContain('mensen zeiden dit')
    expect(need.body).toContain('De lampen in de gang zijn kapot.')
    expect(need.body).not.toContain('Ik durf niet')
    expect(need.body).toContain('En nog 1 mens.')
    expect((await rudi.open(made.to)).body).toContain('Ik durf niet')
    const loose = await rudi.open('/inbreng/verzamelen')
    expect(loose.body).not.toContain('De lampen in de gang')
    expect(loose.body).toContain('De bus rijdt')
    expect((await visitor(place).open('/buurtbehoeften')).body).toContain('3 mensen zeiden dit')
    expect(other).not.toBe('')
  })

  it('keep kept words from everybody but residents who help: lists, pages, search and the record', async () => {
    const hidden = [
      await said('Geheim woord kwartelei.', { show: 'none' }),
      await said('Stil woord kwartelnest.', { show: 'summary' })
    ]
    const need = await gathered('Rust in de buurt.', [...hidden, await said('Het is hier lawaai.')])
    const addresses = [
      '/inbreng',
      `/inbreng?behoefte=${need}`,
      `/buurtbehoeften/${need}`,
      '/zoeken?q=kwartelei',
      '/zoeken?q=kwartelnest',
      '/',
      ...hidden.map((id) => `/inbreng/${id}`)
    ]
    for (const who of [visitor(place), await here.browser('kees'), await here.browser('anna')])
      for (const url of addresses)
        expect((await who.open(url)).body.replaceAll(/value="kwartel[^"]*"|kwartel\w+”|“kwartel\w+/g, '')).not.toMatch(
          /Geheim woord|Stil woord/
        )
    const record = await place().store.read.selectFrom('journal_entry').select('entry').execute()
    expect(JSON.stringify(record)).not.toContain('kwartel')
    expect((await (await here.browser('bep')).open(`/inbreng/${hidden[0]}`)).body).toContain('Geheim woord kwartelei.')
  })

  it('show words in another language in their own direction, with a translation marked and beside it', async () => {
    const voice = await said('الدرج مظلم.', { lang: 'ar' })
    const bep = await here.browser('bep')
    expect((await visitor(place).open(`/inbreng/${voice}/vertaling`)).to).toContain('/aanmelden')
    expect((await (await here.browser('kees')).open(`/inbreng/${voice}/vertaling`)).status).toBe(403)
    const same = await bep.fill(`/inbreng/${voice}/vertaling`, { lang: 'ar', text: 'x' })
    expect(same.status).toBe(422)
    expect((await bep.fill(`/inbreng/${voice}/vertaling`, { lang: 'nl', text: 'De trap is donker.' })).status).toBe(303)
    expect(
      (await bep.fill(`/inbreng/${voice}/vertaling`, { lang: 'nl', text: 'Het trappenhuis is donker.' })).status
    ).toBe(303)
    const page = await visitor(place).open(`/inbreng/${voice}`)
    expect(page.body).toMatch(/<blockquote lang="ar" dir="rtl">الدرج مظلم.</)
    expect(page.body).toContain('Het trappenhuis is donker.')
    expect(page.body).not.toContain('De trap is donker.')
    expect(page.body).toContain('vertaald door Bep')
  })

  it('count "ik ook" once per browser, without an account, however often it is sent', async () => {
    const need = await gathered('Een bankje bij de bus.', [await said('Ik kan niet lang staan.')])
    const me = visitor(place)
    const at = `/buurtbehoeften/${need}`
    const page = await me.open(at)
    const sent = await me.send(page, `${at}/ik-ook`, {})
    expect(sent.to).toBe(`${at}?gedaan=me-too#ik-ook`)
    await me.send(page, `${at}/ik-ook`, {})
    await me.fill(`${at}/ik-ook`, {})
    const after = await me.open(at)
    expect(after.body).toContain('1 mens zei: ik ook.')
    expect(after.body).toContain('Jij zei: ik ook.')
    await visitor(place).fill(`${at}/ik-ook`, {})
    expect((await me.open(at)).body).toContain('2 mensen zeiden: ik ook.')
    const kees = await here.browser('kees')
    expect((await kees.send(page, `${at}/ik-ook`, {})).status).toBe(403)
    const secrets = [...me.cookies.values()].join()
    expect(JSON.stringify(await place().store.read.selectFrom('me_too').selectAll().execute())).not.toContain(secrets)
  })

  it('tell who comes second that somebody else changed the sentence, keep what was typed, and take it when sent again', async () => {
    const need = await gathered('Meer groen.', [await said('Ik zie alleen stenen.')])
    const at = `/buurtbehoeften/${need}/woorden`
    const [rudi, bep] = [await here.browser('rudi'), await here.browser('bep')]
    const [mine, hers] = [await rudi.open(at), await bep.open(at)]
    expect((await rudi.send(mine, at, { sentence: 'Meer bomen in de straat.' })).status).toBe(303)
    const second = await bep.send(hers, at, { sentence: 'Meer bloemen in de straat.' })
    expect(second.status).toBe(422)
    expect(second.body).toContain('Iemand anders heeft dit net veranderd')
    expect(second.body).toContain('Meer bomen in de straat.')
    expect(second.body).toContain('value="Meer bloemen in de straat."')
    expect((await bep.send(second, at, { sentence: 'Meer bloemen en bomen.' })).status).toBe(303)
    const shown = await visitor(place).open(`/buurtbehoeften/${need}`)
    expect(shown.body).toContain('<h1>Meer bloemen en bomen.</h1>')
    expect(shown.body).toContain('“Meer bomen in de straat.”')
  })

  it('merge, split, add and take out, each with words that stay when something is missing', async () => {
    const [a, b, c] = [
      await said('Rommel bij de bak.'),
      await said('Een rat in de tuin.'),
      await said('De bak zit vol.')
    ]
    const need = await gathered('Schone straat.', [a, b])
    const at = `/buurtbehoeften/${need}`
    const rudi = await here.browser('rudi')
    expect((await rudi.open(`${at}/erbij`)).body).toContain('De bak zit vol.')
    expect((await rudi.fill(`${at}/erbij`, {})).status).toBe(422)
    expect((await rudi.fill(`${at}/erbij`, { voices: c })).status).toBe(303)
    expect((await rudi.fill(`${at}/eruit/${c}`, { why: '' })).body).toContain('Vul dit in.')
    expect((await rudi.fill(`${at}/eruit/${c}`, { why: 'Gaat over de papierbak.' })).status).toBe(303)
    const left = await rudi.fill(`${at}/splitsen`, {
      sentence1: 'Meer bakken.',
      sentence2: 'Geen ratten.',
      voices1: a,
      why: 'Twee dingen.'
    })
    expect(left.status).toBe(422)
    expect(left.body).toContain('href="#voices"')
    expect(left.body).toContain('value="Meer bakken."')
    const out = await rudi.fill(`${at}/splitsen`, {
      sentence1: 'Meer bakken.',
      sentence2: 'Geen ratten.',
      voices1: a,
      voices2: [a, b],
      why: 'Twee dingen.'
    })
    expect(out.to).toBe(`${at}?gedaan=need-split`)
    const old = await visitor(place).open(at)
    expect(old.body).toContain('Dit is nu verdeeld in:')
    const parts = [...old.body.matchAll(/href="\/buurtbehoeften\/(\w{12})"/g)].map((found) => found[1]!)
    const [one, two] = [...new Set(parts)] as [string, string]
    expect((await visitor(place).open(`/buurtbehoeften/${one}`)).body).toContain('Schone straat.')
    expect((await rudi.open(`${at}/samenvoegen`)).body).toContain('Dit kan nu niet')
    const merge = `/buurtbehoeften/${one}/samenvoegen`
    expect((await rudi.fill(merge, { into: two, why: '' })).status).toBe(422)
    expect((await rudi.fill(merge, { into: two, why: 'Toch hetzelfde.' })).to).toContain(`/buurtbehoeften/${two}`)
    expect((await visitor(place).open(`/buurtbehoeften/${one}`)).body).toContain('Dit is opgegaan in:')
    const third = await rudi.fill(`/buurtbehoeften/${two}/splitsen`, {
      sentence1: 'x',
      sentence2: 'Iets anders.',
      voices1: [a, b],
      voices2: a,
      why: 'Zo.'
    })
    expect(third.body).toContain('href="#sentence1"')
  })

  it('are closed to institutions, administrators and other groups, opened or sent by hand', async () => {
    const voice = await said('Van ons allemaal.')
    const need = await gathered('Iets van ons.', [voice])
    const pages = [
      `/buurtbehoeften/${need}/erbij`,
      `/buurtbehoeften/${need}/eruit/${voice}`,
      `/buurtbehoeften/${need}/woorden`,
      `/buurtbehoeften/${need}/samenvoegen`,
      `/buurtbehoeften/${need}/splitsen`
    ]
    for (const who of ['kees', 'anna', 'sam'] as const) {
      const them = await here.browser(who)
      const form = await them.open('/inbreng/nieuw')
      const theirs = who === 'sam' ? pages : [...pages, '/inbreng/verzamelen', '/buurtbehoeften/nieuw']
      for (const url of theirs) {
        expect((await them.open(url)).status).toBe(403)
        const sent = await them.send(form, url, {
          voices: voice,
          sentence: 'Van mij.',
          group: 'committee',
          why: 'x',
          into: need,
          version: '1'
        })
        expect(sent.status).toBe(403)
      }
    }
    const sam = await here.browser('sam')
    const forced = await sam.fill(`/buurtbehoeften/nieuw?zeiden=${voice}`, {
      sentence: 'Van mij.',
      voices: voice,
      group: 'committee'
    })
    expect(forced.status).toBe(403)
    expect((await visitor(place).open(`/buurtbehoeften/${need}`)).body).toContain('Iets van ons.')
  })
})
