// Who: two neighbours with an idea and one phone between them; and the helper who writes it down for somebody who calls.
import { changePlan, ok, onePage, showFollowCode, type FollowCode } from '@buurtmacht/domain'
import { groupNames } from '../../groups/index.ts'
import { anyone } from '../../people/index.ts'
import { BackLink, BigNumber, Buttons, Lead, LinkButton, Notice, Quote } from '../../ui/index.ts'
import { page, PageForm, type Given, type Page, type Sent, type Typed, type Visit } from '../../web/index.ts'
import { daysIn, roundOf, settingsIn, type RoundRow } from '../rounds/queries.ts'
import { isResidentHelper } from '../who.ts'
import { codeHash, mayWrite, readPlanCode, rewritePlan, writePlan, type PlanWritten } from './actions.ts'
import { costLines, costsTyped } from './costs.ts'
import { itemsIn, needToPlan, planByCode, planOf, type PlanRow } from './queries.ts'
import { Needed } from './views.tsx'

const paper = {
  title: { kind: 'text', max: 100 },
  what: { kind: 'long', max: onePage },
  forWhom: { kind: 'text', max: 300 },
  where: { kind: 'text', max: 200 },
  costs: { kind: 'long', max: 3_000 },
  group: { kind: 'pick', optional: true },
  bursar: { kind: 'text', max: 120, optional: true }
} as const
const hidden = { need: { kind: 'hidden', optional: true }, version: { kind: 'hidden', optional: true } } as const
const channels = ['phone', 'paper', 'door', 'meeting'] as const
const fields = {
  ...paper,
  pot: { kind: 'pick', optional: true },
  channel: { kind: 'choice', of: channels, optional: true },
  ...hidden
} as const

const written = (given: Given<typeof fields>): PlanWritten => ({
  title: given.title,
  what: given.what,
  forWhom: given.forWhom,
  where: given.where,
  items: costLines(given.costs),
  bursar: given.bursar,
  pot: given.pot,
  group: given.group,
  need: given.need,
  channel: given.channel || 'online'
})

interface FormProps {
  visit: Visit
  sent: Sent | undefined
  round: RoundRow
  values: Typed
  words: string
}

async function drawn({ visit, sent, round, values, words }: FormProps) {
  const { pots } = settingsIn(round)
  const groups = [...(await groupNames(visit.read))].map(([value, label]) => ({ value, label }))
  const asked = {
    ...paper,
    ...(pots.length > 0 ? { pot: fields.pot } : {}),
    ...(isResidentHelper(visit.by.roles) && values['version'] === undefined ? { channel: fields.channel } : {}),
    ...hidden
  }
  return (
    <PageForm
      visit={visit}
      fields={asked}
      words={words}
      sent={sent}
      values={values}
      options={{
        group: groups,
        pot: pots.map((pot) => ({ value: pot.key, label: `${pot.name} (${visit.t.money(pot.amount)})` }))
      }}
    />
  )
}

const newPage = page({
  path: '/budget/:round/plan',
  who: anyone,
  fields,
  limit: 'voices',
  async show(visit, sent) {
    const { t } = visit
    const round = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!round || round.state !== 'open') return 'not-found'
    const open = changePlan({ state: 'draft' }, daysIn(round), visit.by.today)
    const need = await needToPlan(visit.read, String(sent?.typed['need'] || visit.query['behoefte'] || ''))
    return {
      title: t('plan-form.heading'),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${round.id}`}>{round.title}</BackLink>
          <h1>{t('plan-form.heading')}</h1>
          <Lead>{t('plan-form.lead')}</Lead>
          {need ? (
            <Quote small lang="nl">
              {need.sentence}
            </Quote>
          ) : null}
          {open.ok || sent ? (
            await drawn({ visit, sent, round, values: { need: need?.id ?? '' }, words: 'plan-form' })
          ) : (
            <Notice kind="stop" title={t('verb.not-now')}>
              <p>{t('refusal.plans-phase-over')}</p>
            </Notice>
          )}
        </>
      )
    }
  },
  async submit(tx, { by, keyed, sealed, params }, given) {
    const plan = await writePlan(tx, by, keyed, params['round'] ?? '', written(given))
    if (!plan.ok) return plan
    const { id, code } = plan.value
    return ok({ goTo: `/plannen/${id}/bewaard`, cookies: [writes(sealed, id), shows(sealed, id, code)] })
  }
})

type Sealed = Visit['sealed']
const cookie = 'plan'
const codeCookie = 'plancode'

/** In this browser one may go on writing this plan, for a month. */
const writes = (sealed: Sealed, id: string) => ({ name: cookie, value: sealed('plan', id), seconds: 2_592_000 })
/** The code is shown once, in this browser, in the next quarter of an hour. */
const shows = (sealed: Sealed, id: string, code: FollowCode) => ({
  name: codeCookie,
  value: sealed('plancode', `${id} ${code}`),
  seconds: 900
})

const holdsCode = ({ cookies, unsealed }: Pick<Visit, 'cookies' | 'unsealed'>, id: string): boolean =>
  unsealed('plan', cookies[cookie]) === id

const keptPage = page({
  path: '/plannen/:plan/bewaard',
  who: anyone,
  async show(visit) {
    const { t, cookies, unsealed } = visit
    const plan = await planOf(visit.read, visit.params['plan'] ?? '')
    const [id, code] = (unsealed('plancode', cookies[codeCookie]) ?? '').split(' ')
    if (!plan || id !== plan.id || !code) return 'not-found'
    const round = await roundOf(visit.read, plan.round_id)
    return {
      title: t('plan-kept.heading'),
      private: true,
      body: (
        <>
          <h1>{t('plan-kept.heading')}</h1>
          <Lead>{t('plan-kept.lead')}</Lead>
          <BigNumber number={<span dir="ltr">{showFollowCode(code as FollowCode)}</span>}>
            {t('plan-kept.code')}
          </BigNumber>
          {round ? <Needed visit={visit} plan={plan} settings={settingsIn(round)} /> : null}
          <p>{t(plan.group_id ? 'plan-kept.next-group' : 'plan-kept.next-no-group')}</p>
          <Buttons>
            <LinkButton href={`/plannen/${plan.id}`}>{t('plan-kept.see')}</LinkButton>
          </Buttons>
        </>
      )
    }
  }
})

const codeFields = { code: { kind: 'text', max: 40 } } as const

const codePage = page({
  path: '/plannen/code',
  who: anyone,
  fields: codeFields,
  limit: 'tries',
  async show(visit, sent) {
    const { t } = visit
    return {
      title: t('plan-code.heading'),
      private: true,
      body: (
        <>
          <h1>{t('plan-code.heading')}</h1>
          <Lead>{t('plan-code.lead')}</Lead>
          <PageForm visit={visit} fields={codeFields} words="plan-code" sent={sent} />
        </>
      )
    }
  },
  async submit(tx, { keyed, sealed }, given) {
    const code = readPlanCode(given.code)
    const plan = code && (await planByCode(tx, codeHash(keyed, code)))
    if (!plan) return { ok: false, refusal: { code: 'code-wrong', field: 'code' } }
    return ok({ goTo: `/plannen/${plan.id}/schrijven`, cookies: [writes(sealed, plan.id)] })
  }
})

const valuesOf = (plan: PlanRow): Typed => ({
  title: plan.title,
  what: plan.what,
  forWhom: plan.for_whom,
  where: plan.where_text,
  costs: costsTyped(itemsIn(plan)),
  group: plan.group_id ?? '',
  bursar: plan.bursar ?? '',
  pot: plan.pot ?? '',
  need: plan.need_id ?? '',
  version: String(plan.version)
})

const rewritePage = page({
  path: '/plannen/:plan/schrijven',
  who: anyone,
  fields,
  async show(visit, sent) {
    const { t } = visit
    const plan = await planOf(visit.read, visit.params['plan'] ?? '')
    const round = plan && (await roundOf(visit.read, plan.round_id))
    if (!plan || !round) return 'not-found'
    if (!mayWrite(visit.by, plan, holdsCode(visit, plan.id))) return { goTo: '/plannen/code' }
    return {
      title: t('plan-rewrite.heading'),
      private: true,
      body: (
        <>
          <BackLink href={`/plannen/${plan.id}`}>{plan.title}</BackLink>
          <h1>{t('plan-rewrite.heading')}</h1>
          <Needed visit={visit} plan={plan} settings={settingsIn(round)} />
          {await drawn({ visit, sent, round, values: valuesOf(plan), words: 'plan-form' })}
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const id = change.params['plan'] ?? ''
    const again = { ...written(given), version: Number(given.version), holdsCode: holdsCode(change, id) }
    const plan = await rewritePlan(tx, change.by, id, again)
    return plan.ok ? ok({ goTo: `/plannen/${id}`, notice: 'saved' }) : plan
  }
})

export const writingPages: readonly Page[] = [newPage, codePage, keptPage, rewritePage]
