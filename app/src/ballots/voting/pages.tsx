/** Who: somebody with a letter on the table and a phone in the hand, who votes for the first time; or who votes at a helper's laptop. */
import { ok, refused, type Decision } from '@buurtmacht/domain'
import { allRounds, plansOfRound, settingsIn, type PlanRow } from '../../budget/index.ts'
import type { Tx } from '../../db/index.ts'
import { BackLink, Buttons, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { page, PageForm, type Answer, type Change, type Outcome, type Page, type Visit } from '../../web/index.ts'
import { forget } from '../kept.ts'
import { anyone } from '../who.ts'
import { keepReceipt, Receipt, receiptCookie, receiptIn } from './arrival-pages.tsx'
import { receiptOf } from './receipts.ts'
import { castOnline, enter, openNow, readChosen, type Chosen, type Round } from './actions.ts'
import { cookieName, inOwnOrder, keepState, seedOf, stateOf, type State } from './state.ts'
import { Choosing, StopForm, Summary } from './views.tsx'

const codeFields = { code: { kind: 'text', max: 40 } } as const

const helpedIn = (query: Visit['query']): boolean => query['hulp'] === '1'

async function roundsOpen(visit: Visit): Promise<Round[]> {
  const found: Round[] = []
  for (const row of await allRounds(visit.read)) if ((await openNow(visit.read, visit.by, row.id)).ok) found.push(row)
  return found
}

const startPage = page({
  path: '/stemmen',
  who: anyone,
  limit: 'ballots',
  leavesNoTrace: true,
  fields: codeFields,
  async show(visit, sent) {
    const { t } = visit
    const helped = helpedIn(visit.query)
    const rounds = await roundsOpen(visit)
    return {
      title: t('vote.title'),
      private: true,
      body: (
        <>
          {helped ? (
            <Notice kind="note" title={t('vote.helped')}>
              <p>{t('vote.helped.what')}</p>
            </Notice>
          ) : null}
          <h1>{t('vote.title')}</h1>
          {rounds.length > 0 ? <Lead>{t('vote.lead', { rounds: t.list(rounds.map((row) => row.title)) })}</Lead> : null}
          {rounds.length > 0 || sent ? (
            <PageForm visit={visit} fields={codeFields} words="vote.code" sent={sent} />
          ) : (
            <>
              <Notice kind="stop" title={t('vote.closed')}>
                <p>{t('vote.closed.what')}</p>
              </Notice>
              <Buttons>
                <LinkButton kind="plain" href="/budget">
                  {t('budget.title')}
                </LinkButton>
              </Buttons>
            </>
          )}
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const entered = await enter(tx, change.by, change.keyed, given.code)
    if (!entered.ok) return entered
    const state: State = {
      ...entered.value,
      seed: Buffer.from(change.by.chance(32)).toString('base64url'),
      chosen: [],
      helped: helpedIn(change.query)
    }
    return ok({ goTo: '/stemmen/kiezen', cookies: [keepState(change, state), forget(receiptCookie)] })
  }
})

/** What this voter is busy with, or back to the code. */
async function busy(visit: Visit): Promise<{ state: State; row: Round; plans: PlanRow[] } | { goTo: string }> {
  const state = stateOf(visit)
  const open = state && (await openNow(visit.read, visit.by, state.round))
  if (!state || !open?.ok) return { goTo: '/stemmen' }
  const plans = (await plansOfRound(visit.read, state.round)).filter((plan) => plan.state === 'onBallot')
  return { state, row: open.value.row, plans: inOwnOrder(plans, state) }
}

const chooseFields = { plans: { kind: 'picks', optional: true }, points: { kind: 'picks', optional: true } } as const

const choosePage = page({
  path: '/stemmen/kiezen',
  who: anyone,
  leavesNoTrace: true,
  fields: chooseFields,
  async show(visit, sent): Promise<Answer> {
    const found = await busy(visit)
    if ('goTo' in found) return found
    return {
      title: visit.t('vote.choose'),
      private: true,
      body: <Choosing visit={visit} sent={sent} {...found} />
    }
  },
  async submit(tx, change, given) {
    const state = stateOf(change)
    const open = state && (await openNow(tx, change.by, state.round))
    if (!state || !open?.ok) return ok({ goTo: '/stemmen' })
    const chosen = await chosenIn(tx, open.value.row, state, given)
    if (!chosen.ok) return chosen
    const ballot = await readChosen(tx, open.value.row, chosen.value)
    if (!ballot.ok) return { ok: false, refusal: { field: 'plans', ...ballot.refusal } }
    return ok({ goTo: '/stemmen/klopt', cookies: [keepState(change, { ...state, chosen: ballot.value.choices })] })
  }
})

/** Points come in the order in which the plans stood on this voter's page. */
async function chosenIn(
  tx: Tx,
  row: Round,
  state: State,
  given: { plans: string[]; points: string[] }
): Promise<Decision<Chosen>> {
  if (settingsIn(row).ballot.kind === 'approval') return ok(given.plans.map((plan) => ({ plan })))
  const plans = (await plansOfRound(tx, row.id)).filter((plan) => plan.state === 'onBallot')
  const typed = inOwnOrder(plans, state).map((plan, at) => ({ plan: plan.id, text: (given.points[at] ?? '').trim() }))
  if (typed.some(({ text }) => !/^\d{0,6}$/.test(text))) return refused('ballot-points-wrong', { field: 'plans' })
  return ok(typed.flatMap(({ plan, text }) => (Number(text) > 0 ? [{ plan, points: Number(text) }] : [])))
}

const checkPage = page({
  path: '/stemmen/klopt',
  who: anyone,
  leavesNoTrace: true,
  fields: {},
  async show(visit, sent): Promise<Answer> {
    const found = await busy(visit)
    if ('goTo' in found) return found
    return {
      title: visit.t('vote.check'),
      private: true,
      body: <Summary visit={visit} sent={sent} {...found} />
    }
  },
  async submit(tx, change) {
    const state = stateOf(change)
    if (!state) return ok({ goTo: '/stemmen' })
    const { hash, round, chosen } = state
    const cast = await castOnline(tx, change.by, { hash, round, chosen, chance: seedOf(state) })
    return cast.ok ? ok(after(change, state)) : cast
  }
})

/** Nothing of this voter's choices stays behind in the browser; that the ballot arrived does for a few minutes, but not on a helper's laptop. */
const after = (change: Change, state: State): Outcome => ({
  goTo: `/stemmen/klaar?ronde=${state.round}${state.helped ? '&hulp=1' : ''}`,
  cookies: [forget(cookieName), ...(state.helped ? [] : [keepReceipt(change, receiptOf(seedOf(state)))])]
})

const donePage = page({
  path: '/stemmen/klaar',
  who: anyone,
  async show(visit) {
    const { t } = visit
    const round = visit.query['ronde'] ?? ''
    const receipt = receiptIn(visit)
    return {
      title: t('vote.done'),
      private: true,
      body: (
        <>
          <h1>{t('vote.done')}</h1>
          <Lead>{t('vote.done.lead')}</Lead>
          <p>{t('vote.done.secret')}</p>
          {receipt ? <Receipt visit={visit} code={receipt} /> : null}
          {helpedIn(visit.query) ? (
            <>
              <Notice kind="good" title={t('vote.next')}>
                <p>{t('vote.next.what')}</p>
              </Notice>
              <Buttons>
                <LinkButton href="/stemmen?hulp=1">{t('vote.next.button')}</LinkButton>
              </Buttons>
            </>
          ) : (
            <Buttons>
              <LinkButton kind="plain" href={/^\w{1,40}$/.test(round) ? `/budget/${round}` : '/budget'}>
                {t('vote.to-round')}
              </LinkButton>
            </Buttons>
          )}
        </>
      )
    }
  }
})

const stopPage = page({
  path: '/stemmen/stoppen',
  who: anyone,
  leavesNoTrace: true,
  fields: {},
  async show(visit) {
    const { t } = visit
    return {
      title: t('vote.stop'),
      private: true,
      body: (
        <>
          <BackLink href="/stemmen/kiezen">{t('vote.back-to-choosing')}</BackLink>
          <h1>{t('vote.stop')}</h1>
          <Lead>{t('vote.stop.lead')}</Lead>
          <StopForm visit={visit} main />
        </>
      )
    }
  },
  async submit(_, change) {
    const helped = stateOf(change)?.helped
    return ok({ goTo: helped ? '/stemmen?hulp=1' : '/stemmen', notice: 'vote-stopped', cookies: [forget(cookieName)] })
  }
})

export const votingPages: readonly Page[] = [startPage, choosePage, checkPage, donePage, stopPage]
