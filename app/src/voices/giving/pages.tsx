/** Telling something: one question on each screen, without account, cookie or script. */
import { ok, refused, type Decision } from '@buurtmacht/domain'
import type { Tx } from '../../db/index.ts'
import { anyone } from '../../people/index.ts'
import { areasOf, neighbourhood } from '../../place/index.ts'
import {
  page,
  type Answer,
  type Change,
  type Outcome,
  type Page,
  type Sent,
  type Typed,
  type Visit
} from '../../web/index.ts'
import { readers } from '../who.ts'
import {
  clearDrafts,
  draftOf,
  draftToChange,
  isTheirs,
  keepDraft,
  newDraftAddress,
  nothingYet,
  sendDraft,
  type Answers
} from './actions.ts'
import { orderFor, questions, type Asked, type Question } from './questions.tsx'
import { Check, Gone, Screen } from './views.tsx'

const placeOf = (draft: string, question?: Question): string => `/inbreng/nieuw/${draft}${question?.path ?? ''}`
const checkOf = (draft: string): string => `${placeOf(draft)}/klopt`

async function asked(visit: Visit, answers: Answers, sent?: Sent): Promise<Asked> {
  const [areas, place] = [await areasOf(visit.read), await neighbourhood(visit.read)]
  return { visit, answers, refusals: sent?.refusals ?? [], areas, languages: place?.languages ?? [] }
}

async function screen(visit: Visit, question: Question, was: Answers, sent?: Sent): Promise<Answer> {
  // Sent and refused: what was typed stands, whatever was kept before.
  const answers = sent ? question.keep(was, sent.typed) : was
  const what = await asked(visit, answers, sent)
  return {
    title: visit.t(`voices.give.title.${question.name}`),
    private: true,
    body: <Screen asked={what} question={question} order={orderFor(answers, what.areas.length)} />
  }
}

const gone = ({ t }: Visit): Answer => ({ title: t('voices.gone'), status: 404, private: true, body: <Gone t={t} /> })

const signIn = (visit: Visit): Answer => ({ goTo: `/aanmelden?terug=${encodeURIComponent(visit.here)}` })

/** The first words make a draft; from there everything is kept under its address. */
async function begin(tx: Tx, change: Change, answers: Answers, from: Question): Promise<Decision<Outcome>> {
  const fine = from.check(answers, change.by.today)
  if (!fine.ok) return fine
  // Whoever begins sweeps away what nobody finished within a day; the table stays small by itself.
  await clearDrafts(tx, change.by.at)
  const draft = newDraftAddress(change.by)
  await keepDraft(tx, change.by, change.keyed, draft, answers)
  return ok({ goTo: await nextAfter(tx, draft, answers, from) })
}

async function nextAfter(tx: Tx, draft: string, answers: Answers, from: Question): Promise<string> {
  const order = orderFor(answers, (await areasOf(tx)).length)
  const next = order[order.indexOf(from) + 1]
  return next ? placeOf(draft, next) : checkOf(draft)
}

async function before(tx: Tx, draft: string, answers: Answers, from: Question): Promise<string> {
  const order = orderFor(answers, (await areasOf(tx)).length)
  return placeOf(draft, order[Math.max(0, order.indexOf(from) - 1)])
}

const starting = page({
  path: '/inbreng/nieuw',
  who: anyone,
  limit: 'voices',
  fields: questions.what.fields,
  async show(visit, sent) {
    if (visit.query['voor'] === 'ander') return { goTo: '/inbreng/voor-een-ander' }
    return screen(visit, questions.what, nothingYet(visit.t.lang), sent)
  },
  submit: (tx, change, given) =>
    begin(tx, change, questions.what.keep(nothingYet(change.t.lang), given as Typed), questions.what)
})

const forAnother = ({ by, t }: Pick<Visit, 'by' | 't'>): Answers => ({
  ...nothingYet(t.lang),
  ...(by.person ? { helper: by.person } : {})
})

/** A helper writes down what somebody else says. Nothing of the person before is left; only how and when it is heard may be carried on. */
const startingForAnother = page({
  path: '/inbreng/voor-een-ander',
  who: readers,
  fields: questions.heard.fields,
  async show(visit, sent) {
    const { kanaal = '', dag = visit.by.today } = visit.query
    const usual = questions.heard.keep(forAnother(visit), { channel: kanaal, heardOn: dag })
    return screen(visit, questions.heard, usual, sent)
  },
  submit: (tx, change, given) =>
    begin(tx, change, questions.heard.keep(forAnother(change), given as Typed), questions.heard)
})

const step = (question: Question): Page =>
  page({
    path: `/inbreng/nieuw/:draft${question.path}`,
    who: anyone,
    ...(question === questions.what ? { limit: 'voices' as const } : {}),
    fields: question.fields,
    async show(visit, sent) {
      const { draft = '' } = visit.params
      const answers = await draftOf(visit.read, visit.by, visit.keyed, draft)
      if (!answers)
        return question === questions.what && sent
          ? screen(visit, question, nothingYet(visit.t.lang), sent)
          : gone(visit)
      if (question === questions.heard && !answers.helper) return gone(visit)
      if (isTheirs(answers, visit.by)) return screen(visit, question, answers, sent)
      // A helper who is no longer signed in: what was just typed is shown, what was kept before is not.
      const theirs = answers.helper ? { helper: answers.helper } : {}
      if (sent) return screen(visit, question, { ...nothingYet(visit.t.lang), ...theirs }, sent)
      return visit.by.person ? gone(visit) : signIn(visit)
    },
    async submit(tx, change, given) {
      const { draft = '' } = change.params
      const { by, keyed } = change
      const was = await draftToChange(tx, by, keyed, draft)
      const sent = given as Typed
      if (!was && question === questions.what)
        return begin(tx, change, question.keep(nothingYet(change.t.lang), sent), question)
      if (!was || (question === questions.heard && !was.helper)) return refused('not-found')
      if (!isTheirs(was, by)) return refused('not-allowed')
      const answers = question.keep(was, sent)
      const fine = question.check(answers, by.today)
      const back = 'terug' in change.query
      if (!fine.ok && !back) return fine
      await keepDraft(tx, by, keyed, draft, answers)
      if (back) return ok({ goTo: await before(tx, draft, answers, question) })
      return ok({ goTo: 'klopt' in change.query ? checkOf(draft) : await nextAfter(tx, draft, answers, question) })
    }
  })

const checking = page({
  path: '/inbreng/nieuw/:draft/klopt',
  who: anyone,
  fields: {},
  async show(visit, sent) {
    const { draft = '' } = visit.params
    const answers = await draftOf(visit.read, visit.by, visit.keyed, draft)
    if (!answers) return gone(visit)
    if (!isTheirs(answers, visit.by)) return signIn(visit)
    const what = await asked(visit, answers, sent)
    const order = orderFor(answers, what.areas.length)
    const missing = order.find((question) => !question.check(answers, visit.by.today).ok)
    if (missing) return { goTo: placeOf(draft, missing) }
    return {
      title: visit.t('voices.check'),
      private: true,
      body: <Check asked={what} order={order} placeOf={(question) => placeOf(draft, question)} />
    }
  },
  async submit(tx, change) {
    const { draft = '' } = change.params
    const answers = await draftToChange(tx, change.by, change.keyed, draft)
    const sent = await sendDraft(tx, change.by, change.keyed, draft)
    if (!sent.ok) return sent
    const again = answers?.helper ? `?voor=ander&kanaal=${answers.channel}&dag=${answers.heardOn}` : ''
    return ok({ goTo: `/inbreng/kaart/${sent.value.code}${again}` })
  }
})

export const givingPages: readonly Page[] = [
  starting,
  startingForAnother,
  ...Object.values(questions).map(step),
  checking
]
