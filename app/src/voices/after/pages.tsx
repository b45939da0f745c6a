/** After telling: the card with the follow code, taking the words back, another way of being told. All by the code alone. */
import { ok, readFollowCode, showFollowCode, type FollowCode } from '@buurtmacht/domain'
import { anyone } from '../../people/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { changeWish, mayReadAll } from '../actions.ts'
import { nothingYet, type Answers } from '../giving/actions.ts'
import { questions } from '../giving/questions.tsx'
import { followHash, voiceByCode } from '../queries.ts'
import { proofPages } from './proof.tsx'
import { CardPage, Wish } from './views.tsx'

const codeOf = (visit: Pick<Visit, 'params'>): FollowCode | undefined => readFollowCode(visit.params['code'] ?? '')

/** The code when it is somebody's. Only pages with a limit on tries may ask. */
async function knownCode(visit: Visit): Promise<FollowCode | undefined> {
  const code = codeOf(visit)
  const voice = code && (await voiceByCode(visit.read, followHash(visit.keyed, code)))
  return voice && voice.state !== 'erased' ? code : undefined
}

const card = page({
  path: '/inbreng/kaart/:code',
  who: anyone,
  limit: 'tries',
  async show(visit) {
    const code = await knownCode(visit)
    if (!code) return 'not-found'
    const place = await neighbourhood(visit.read)
    const forAnother = visit.query['voor'] === 'ander' && mayReadAll(visit.by.roles)
    return {
      title: visit.t('voices.card'),
      private: true,
      body: <CardPage visit={visit} code={code} siteName={place?.name ?? 'Buurtmacht'} forAnother={forAnother} />
    }
  }
})

const cardText = page({
  path: '/inbreng/kaart/:code/tekst',
  who: anyone,
  limit: 'tries',
  async show(visit) {
    const code = await knownCode(visit)
    if (!code) return 'not-found'
    const place = await neighbourhood(visit.read)
    const { t, publicUrl } = visit
    const file = t('voices.card.plain', {
      place: place?.name ?? 'Buurtmacht',
      code: showFollowCode(code),
      address: `${publicUrl}/volg`
    })
    return { file: `${file}\n`, type: 'text/plain; charset=utf-8', private: true }
  }
})

const another = page({
  path: '/volg/:code/anders',
  who: anyone,
  limit: 'tries',
  fields: questions.tell.fields,
  async show(visit, sent) {
    const code = codeOf(visit)
    if (!code) return 'not-found'
    const nothing: Answers = nothingYet(visit.t.lang)
    const answers = sent ? questions.tell.keep(nothing, sent.typed) : nothing
    const asked = { visit, answers, refusals: sent?.refusals ?? [], areas: [], languages: [] }
    return { title: visit.t('voices.wish'), private: true, body: <Wish asked={asked} code={code} /> }
  },
  async submit(tx, { by, keyed, params, t }, given) {
    const { code = '' } = params
    const answers = questions.tell.keep(nothingYet(t.lang), given)
    const fine = questions.tell.check(answers, by.today)
    if (!fine.ok) return fine
    const to = answers.to[given.how as keyof Answers['to']]
    const changed = await changeWish(tx, by, keyed, { code, how: answers.how, to })
    return changed.ok ? ok({ goTo: `/volg/${readFollowCode(code)}`, notice: 'voice-wish-changed' }) : changed
  }
})

/** Something more to say is a new voice, with a code of its own. */
const more = page({
  path: '/volg/:code/erbij',
  who: anyone,
  show: async () => ({ goTo: '/inbreng/nieuw' })
})

export const afterPages: readonly Page[] = [card, cardText, another, more, ...proofPages]
