// Who: two neighbours with an idea and one phone between them; and the helper who writes it down for somebody who calls.
import { changePlan, ok, showFollowCode, type FollowCode } from '@buurtmacht/domain'
import { anyone } from '../../people/index.ts'
import { BackLink, BigNumber, Buttons, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { page, PageForm, type Page, type Typed, type Visit } from '../../web/index.ts'
import { daysIn, roundOf, settingsIn } from '../rounds/queries.ts'
import { codeHash, mayWrite, readPlanCode, rewritePlan, writePlan } from './actions.ts'
import { costsTyped } from './costs.ts'
import { drawn, fields, written } from './form.tsx'
import { namedBefore } from './from/views.tsx'
import { itemsIn, planByCode, planOf, type PlanRow } from './queries.ts'
import { Needed } from './views.tsx'

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
    const values = { need: visit.query['behoefte'] ?? '', voices: saidIn(visit.query) }
    return {
      title: t('plan-form.heading'),
      private: true,
      body: (
        <>
          <BackLink href={`/budget/${round.id}`}>{round.title}</BackLink>
          <h1>{t('plan-form.heading')}</h1>
          <Lead>{t('plan-form.lead')}</Lead>
          {open.ok || sent ? (
            await drawn({ visit, sent, round, values, words: 'plan-form' })
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

/** Who comes from the page of their own voice finds its code filled in already. */
function saidIn(query: Visit['query']): string {
  const code = readPlanCode(query['volgcode'] ?? '')
  return code ? showFollowCode(code) : ''
}

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
    const named = await namedBefore(visit, plan.id)
    return {
      title: t('plan-rewrite.heading'),
      private: true,
      body: (
        <>
          <BackLink href={`/plannen/${plan.id}`}>{plan.title}</BackLink>
          <h1>{t('plan-rewrite.heading')}</h1>
          <Needed visit={visit} plan={plan} settings={settingsIn(round)} />
          {await drawn({ visit, sent, round, values: valuesOf(plan), words: 'plan-form', named })}
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const id = change.params['plan'] ?? ''
    const held = { version: Number(given.version), holdsCode: holdsCode(change, id) }
    const plan = await rewritePlan(tx, change.by, change.keyed, id, { ...written(given), ...held, not: given.not })
    return plan.ok ? ok({ goTo: `/plannen/${id}`, notice: 'saved' }) : plan
  }
})

export const writingPages: readonly Page[] = [newPage, codePage, keptPage, rewritePage]
