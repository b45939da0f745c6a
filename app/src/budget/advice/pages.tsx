// Who: a civil servant who is asked whether a plan can be done, at work behind a desktop; and the group that reads the answer.
import { addDays, adviceVerdicts, answerAdvice, giveAdvice, ok, reasonMax, refused, type Day } from '@buurtmacht/domain'
import { residentsOf } from '../../goals/index.ts'
import { institutionNames } from '../../institutions/index.ts'
import { contactsOf } from '../../people/index.ts'
import { Quote } from '../../ui/index.ts'
import { page, verbShown, type Page, type Visit, type Who } from '../../web/index.ts'
import { planOf } from '../plans/queries.ts'
import { roundOf } from '../rounds/queries.ts'
import { answerAdviceOn, askForAdvice, giveAdviceOn, mayAskAdvice } from './actions.ts'
import { adviceIn, adviceOf, adviceOnPlan } from './queries.ts'

const askers: Who = {
  says: 'members of the group that owns the plan (never somebody who speaks for an institution), and residents named in the round',
  async allows(visit) {
    const plan = visit.by.person && (await planOf(visit.read, visit.params['plan'] ?? ''))
    return plan ? mayAskAdvice(visit.read, visit.by, plan) : false
  }
}

const askFields = { institution: { kind: 'pick' }, due: { kind: 'day' } } as const

const askPage = page({
  path: '/plannen/:plan/advies',
  who: askers,
  fields: askFields,
  async show(visit, sent) {
    const plan = await planOf(visit.read, visit.params['plan'] ?? '')
    const round = plan && (await roundOf(visit.read, plan.round_id))
    if (!plan || !round) return 'not-found'
    const asked = new Set((await adviceOnPlan(visit.read, plan.id)).map((one) => one.institution_id))
    const options = [...(await institutionNames(visit.read))]
      .filter(([id]) => !asked.has(id))
      .map(([value, label]) => ({ value, label }))
    return verbShown({
      visit,
      sent,
      words: 'advice-verb.vragen',
      back: { href: `/plannen/${plan.id}`, text: plan.title },
      could: plan.state === 'draft' || plan.state === 'handedIn' ? ok(true) : refused('plan-not-handed-in'),
      fields: askFields,
      values: { due: addDays(round.voting_on as Day, -1) },
      options: { institution: options }
    })
  },
  async submit(tx, { by, params }, given) {
    const plan = params['plan'] ?? ''
    const asked = await askForAdvice(tx, by, plan, { institution: given.institution, due: given.due })
    return asked.ok ? ok({ goTo: `/plannen/${plan}`, notice: 'advice-asked' }) : asked
  }
})

const found = (visit: Visit) => adviceOf(visit.read, visit.params['advice'] ?? '')

const giveFields = {
  verdict: { kind: 'choice', of: adviceVerdicts, words: 'advice-verdict' },
  reasons: { kind: 'long', max: reasonMax },
  version: { kind: 'hidden' }
} as const

const givePage = page({
  path: '/advies/:advice',
  who: contactsOf('the institution that was asked', async (visit) => (await found(visit))?.institution_id),
  fields: giveFields,
  async show(visit, sent) {
    const row = await found(visit)
    const plan = row && (await planOf(visit.read, row.proposal_id))
    if (!row || !plan) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'advice-verb.geven',
      back: { href: `/plannen/${plan.id}`, text: plan.title },
      could: giveAdvice(adviceIn(row), { verdict: 'feasible', reasons: '…' }, visit.by.today),
      fields: giveFields,
      values: { verdict: row.verdict ?? '', reasons: row.reasons ?? '', version: String(row.version) },
      children: (
        <Quote lang="nl" small>
          {plan.what}
        </Quote>
      )
    })
  },
  async submit(tx, { by, params }, given) {
    const said = { verdict: given.verdict, reasons: given.reasons, version: Number(given.version) }
    const plan = await giveAdviceOn(tx, by, params['advice'] ?? '', said)
    return plan.ok ? ok({ goTo: `/plannen/${plan.value}`, notice: 'advice-given' }) : plan
  }
})

const answerFields = { answer: { kind: 'long', max: 2_000 }, version: { kind: 'hidden' } } as const

const answerPage = page({
  path: '/advies/:advice/antwoord',
  who: residentsOf('the group that owns the plan', async (visit) => {
    const row = await found(visit)
    return row ? ((await planOf(visit.read, row.proposal_id))?.group_id ?? undefined) : undefined
  }),
  fields: answerFields,
  async show(visit, sent) {
    const row = await found(visit)
    const plan = row && (await planOf(visit.read, row.proposal_id))
    if (!row || !plan) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'advice-verb.antwoord',
      back: { href: `/plannen/${plan.id}`, text: plan.title },
      could: answerAdvice(adviceIn(row), 'Wij kijken.', visit.by.today),
      fields: answerFields,
      values: { version: String(row.version) },
      children: row.reasons ? (
        <Quote lang="nl" small by={row.institution_name}>
          {row.reasons}
        </Quote>
      ) : null
    })
  },
  async submit(tx, { by, params }, given) {
    const plan = await answerAdviceOn(tx, by, params['advice'] ?? '', {
      answer: given.answer,
      version: Number(given.version)
    })
    return plan.ok ? ok({ goTo: `/plannen/${plan.value}`, notice: 'advice-answered' }) : plan
  }
})

export const advicePages: readonly Page[] = [askPage, givePage, answerPage]
