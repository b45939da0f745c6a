/**
 * Two people, or two tabs, with the same form open: whoever comes second is told what happened, and nothing is sent, judged or promised
 * that nobody read. First a list that no form can stay off without a reason, then the moments that matter most.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { freeze, ruleFor } from '@buurtmacht/domain'
import { makeCommitment, reportDelivered } from '../src/commitments/index.ts'
import { adoptGoal, proposeGoal, startGoal } from '../src/goals/index.ts'
import { replyToRequest, sendRequest } from '../src/requests/index.ts'
import { pages } from '../src/pages.ts'
import type { Tx } from '../src/db/index.ts'
import { clientOf, type Client } from './client.ts'
import { onEveryEngine } from './kit.ts'
import { as, buildStreet, street, type Neighbour } from './street.ts'
import { must } from './act.ts'

/** Forms about something that others can change too, which need not say what they rest on, and why. */
const needNot: Record<string, string> = {
  '/aanmelden/link/:token': 'works once, held',
  '/uitnodiging/:token': 'works once, held',
  '/buurtbehoeften/:need/doel': 'adds a goal; an open need is asked again, held',
  '/buurtbehoeften/:need/erbij': 'adds voices; one that stands there already stays there once',
  '/buurtbehoeften/:need/eruit/:voice': 'refused when the voice is out already',
  '/buurtbehoeften/:need/ik-ook': 'adds one, counted once',
  '/buurtdoelen/:goal/gedaan': 'adds a deed: two deeds are two deeds',
  '/buurtdoelen/:goal/laat-vertellen': 'refused when it was handed over already',
  '/groepen/:group/helpers': 'adds somebody',
  '/beheer/mensen/:person/taak': 'adds a task; the same twice or a clash is refused, held',
  '/beheer/mensen/:person/kaart': 'the last card counts, and is shown to who made it',
  '/plannen/:plan/advies': 'asks somebody for advice: adds one',
  '/kasboek/schrijven/:movement': 'adds an entry; what is there is asked again, held',
  '/stemcodes/:batch/bevestigen': 'what one said is confirmed once, held',
  '/stemcodes/:batch/ongeldig': 'refused when it is void already or in use, held',
  '/budget/:round/codes/nieuw': 'adds codes: two batches are two batches',
  '/budget/:round/mijn-code': 'one for each resident, held',
  '/budget/:round/kaart-kwijt': 'a card is lost once, held',
  '/budget/:round/papier/nieuw': 'adds a bundle: two bundles are two bundles',
  '/kasboek/plan/:plan/betalen': 'adds a payment; what is left is asked again, held',
  '/kasboek/betaling/:payment/bon': 'adds a bill',
  '/kasboek/boeking/:entry/vraag': 'adds a question',
  '/inbreng/:voice/wissen': 'a voice is erased once, held',
  '/logboek/getuigen/:witness/stoppen': 'stopped once, held',
  '/logboek/papier/:size/terug': 'adds that a paper fits; two papers are two papers',
  '/taken/:role': 'refused when it ended already, held'
}
/** Their words are one person's own: the code or the draft's address is the key. */
const own = /^\/(volg|inbreng\/nieuw)\//

describe('every form about something of others', () => {
  const shared = pages.filter((page) => page.submit && page.path.includes(':') && !own.test(page.path))

  /** By the page itself, or by a version among its fields that its action compares. */
  const says = (page: (typeof pages)[number]) => page.restsOn !== undefined || 'version' in (page.fields ?? {})

  it('says what it rests on, or why it need not', () => {
    const silent = shared.filter((page) => !says(page) && !(page.path in needNot)).map((page) => page.path)
    expect(silent).toEqual([])
    const known = new Set(shared.filter((page) => !says(page)).map((page) => page.path))
    expect(Object.keys(needNot).filter((path) => !known.has(path))).toEqual([])
  })
})

onEveryEngine('who comes second', (place) => {
  const clients = {} as Record<Neighbour, Client>
  let goal: string
  const change = <T>(work: (tx: Tx) => Promise<T>) => place().store.change(work)
  const ask = (title: string) =>
    change(async (tx) =>
      must(
        await sendRequest(tx, as(place(), 'bep'), goal, {
          institution: street.housing,
          title,
          text: 'Vervang alle lampen in de gangen.',
          promisedLevel: 'inform',
          term: freeze(must(ruleFor('voluntary-promise')), place().by().today)
        })
      )
    )
  beforeAll(async () => {
    await buildStreet(place())
    for (const who of ['joyce', 'bep', 'samira', 'ans'] as const) {
      clients[who] = clientOf(place())
      await clients[who].signIn(who)
    }
    goal = await change(async (tx) => {
      const joyce = as(place(), 'joyce')
      const id = must(await proposeGoal(tx, joyce, street.need, { group: street.flat, title: 'Licht' }))
      must(await adoptGoal(tx, joyce, id))
      must(await startGoal(tx, joyce, id))
      return id
    })
  })

  const meanwhile = 'Iemand anders heeft dit net veranderd.'
  const typed = {
    institution: street.housing,
    title: 'Vervang de lampen',
    text: 'Kunt u alle lampen vervangen?',
    promisedLevel: 'inform'
  }
  const draftOfBep = async () => {
    const checked = await (await clients.bep.get(`/buurtdoelen/${goal}/vraag`)).form().fill(typed).send()
    expect(checked.path).toMatch(/\/vraag\/\w+$/)
    return checked
  }
  const requests = async () =>
    await place().store.read.selectFrom('request').select(['id', 'text']).where('title', '=', typed.title).execute()

  it('does not send a question that somebody changed after it was checked', async () => {
    const checked = await draftOfBep()
    const concept = checked.path.split('/').at(-1)!
    const joyce = await clients.joyce.get(`/buurtdoelen/${goal}/vraag?concept=${concept}`)
    await joyce.form().fill({ text: 'Kunt u vandaag nog alle lampen vervangen?' }).send()
    const late = await checked.form().send()
    expect(late.status).toBe(422)
    expect(late.text).toContain(meanwhile)
    expect(late.text).toContain('Kunt u vandaag nog alle lampen vervangen?')
    expect(await requests()).toEqual([])
    expect((await late.form().send()).first).toBe(303)
    expect(await requests()).toMatchObject([{ text: 'Kunt u vandaag nog alle lampen vervangen?' }])
    await change((tx) =>
      tx.updateTable('request').set({ title: 'Verstuurd' }).where('title', '=', typed.title).execute()
    )
  })

  it('sends one question when two people press send, and shows the second where it is', async () => {
    const checked = await draftOfBep()
    const joyce = await clients.joyce.get(checked.path)
    const edits = await clients.joyce.get(`/buurtdoelen/${goal}/vraag?concept=${checked.path.split('/').at(-1)}`)
    const sent = await checked.form().send()
    for (const late of [
      await joyce.form().send(),
      await edits.form().fill({ text: 'Een betere versie van dezelfde vraag.' }).send()
    ]) {
      expect(late.status).toBe(422)
      expect(late.text).toContain('Deze vraag is al verstuurd')
      expect(late.links.map((link) => link.href)).toContain(sent.path.split('?')[0])
    }
    expect(await requests()).toHaveLength(1)
  })

  it('judges no reply that was not read', async () => {
    const request = await ask('Oordelen')
    await change((tx) => replyToRequest(tx, as(place(), 'samira'), request, 'Wij kijken ernaar.'))
    const page = await clients.bep.get(`/verzoeken/${request}/beantwoord`)
    place().clock.now += 1000
    await change((tx) => replyToRequest(tx, as(place(), 'samira'), request, 'Wij doen het toch niet.'))
    const late = await page.form().fill({ why: 'Fijn, dank u.' }).send()
    expect(late.status).toBe(422)
    expect(late.text).toContain(meanwhile)
    expect(late.text).toContain('Dit gebeurde intussen')
    expect(late.text).toContain('Wij doen het toch niet.')
    expect(late.form().value('why')).toBe('Fijn, dank u.')
    expect((await late.form().send()).first).toBe(303)
  })

  it('does not confirm that a promise was kept on the strength of what was said before', async () => {
    const request = await ask('Beloven')
    const commitment = await change(async (tx) => {
      const id = must(await makeCommitment(tx, as(place(), 'samira'), request, { what: 'Lampen.', due: '2026-06-01' }))
      must(await reportDelivered(tx, as(place(), 'samira'), id, 'Klaar.'))
      return id
    })
    const bep = await clients.bep.get(`/toezeggingen/${commitment}/nagekomen`)
    place().clock.now += 1000
    await (
      await clients.joyce.get(`/toezeggingen/${commitment}/betwist`)
    )
      .form()
      .fill({ why: 'Gang 4 is donker.' })
      .send()
    place().clock.now += 1000
    await change((tx) => reportDelivered(tx, as(place(), 'samira'), commitment, 'Nu ook gang 4.'))
    const late = await bep.form().send()
    expect(late.status).toBe(422)
    for (const words of [meanwhile, 'Gang 4 is donker.', 'Nu ook gang 4.']) expect(late.text).toContain(words)
  })

  it('does not promise a second time what a colleague promised a moment ago', async () => {
    const request = await ask('Twee keer')
    const [one, two] = [
      await clients.samira.get(`/verzoeken/${request}/toezegging`),
      await clients.samira.get(`/verzoeken/${request}/toezegging`)
    ]
    await one.form().fill({ what: 'Nieuwe lampen in mei.', due: '2026-05-01' }).send()
    const late = await two.form().fill({ what: 'Lampen komen in mei.', due: '2026-05-02' }).send()
    expect(late.status).toBe(422)
    expect(late.text).toContain('Nieuwe lampen in mei.')
    expect(late.form().value('what')).toBe('Lampen komen in mei.')
  })

  it('pauses no goal that went on differently in the meantime, and is told by whom', async () => {
    const bep = await clients.bep.get(`/buurtdoelen/${goal}/pauze`)
    await (await clients.joyce.get(`/buurtdoelen/${goal}/overdragen`)).form().fill({ lead: 'bep' }).send()
    const late = await bep.form().fill({ why: 'Even rust.' }).send()
    expect(late.status).toBe(422)
    expect(late.text).toContain('Iemand anders trekt dit doel · Joyce Landveld')
    expect((await late.form().send()).first).toBe(303)
  })

  it('overwrites nothing of a person, an area or a group, and sees what stands there now', async () => {
    const { ans, joyce } = clients
    const [one, two] = [await ans.get('/beheer/mensen/bep/gegevens'), await ans.get('/beheer/mensen/bep/gegevens')]
    await one.form().fill({ email: 'bep@example.org' }).send()
    const late = await two.form().fill({ name: 'Bep van R.' }).send()
    expect(late.status).toBe(422)
    expect(late.text).toContain('Nu staat er: bep@example.org')
    expect(late.form().value('name')).toBe('Bep van R.')
    const [mine, again] = [
      await joyce.get(`/groepen/${street.flat}/wijzigen`),
      await joyce.get(`/groepen/${street.flat}/wijzigen`)
    ]
    await mine.form().fill({ meets: 'Dinsdag' }).send()
    const second = await again.form().fill({ meets: 'Woensdag' }).send()
    expect(second.text).toContain('Nu staat er: Dinsdag')
    // Sent once more, knowing that, it counts.
    expect((await second.form().send()).first).toBe(303)
  })
})
