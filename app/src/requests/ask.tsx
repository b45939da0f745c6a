// Who: a member of the flat's committee who writes to the housing association on a Sunday evening, and wants to be sure before it goes.
import { bases, levels, ok, requestMax, type Refusal } from '@buurtmacht/domain'
import { goalOf, residentsOf, type GoalRow } from '../goals/index.ts'
import {
  BackLink,
  Buttons,
  ChoiceField,
  DayField,
  Facts,
  Lead,
  LinkButton,
  Notice,
  Quote,
  Step,
  TextField
} from '../ui/index.ts'
import { page, PageForm, refusalWords, type Sent, type Shown, type Typed, type Visit } from '../web/index.ts'
import { mayAsk } from './send.ts'
import { Computed } from './clock-views.tsx'
import { fingerprintOf, readDraft, sendDraft, termOfDraft, writeDraft, type Draft } from './draft.ts'
import { institutionsToAsk, requestOf } from './queries.ts'

const usual = {
  institution: { kind: 'pick' },
  title: { kind: 'text', max: 200 },
  text: { kind: 'long', max: requestMax },
  promisedLevel: { kind: 'choice', of: levels, words: 'level' },
  basis: { kind: 'choice', of: bases, words: 'basis' },
  from: { kind: 'day' }
} as const

/** Seldom needed: folded away until somebody fills one in. */
const seldom = {
  weeks: { kind: 'text', max: 3, optional: true, inputmode: 'numeric' },
  committee: { kind: 'choice', of: ['no', 'yes'], words: 'committee', optional: true },
  ownDay: { kind: 'day', optional: true }
} as const

const draftField = { draft: { kind: 'hidden', optional: true } } as const
const fields = { ...usual, ...seldom, ...draftField }

export const groupOfGoal = residentsOf(
  'the group that owns the goal',
  async (visit) => (await goalOf(visit.read, visit.params['goal'] ?? ''))?.group_id
)

/** Write: everything on one page, and nothing lost when something is missing. */
export const askPage = page({
  path: '/buurtdoelen/:goal/vraag',
  who: groupOfGoal,
  fields,
  async restsOn({ read, params, query, by }) {
    const id = query['concept']
    return id === undefined ? undefined : fingerprintOf(read, params['goal'] ?? '', id, by.today)
  },
  async show(visit, sent) {
    const goal = await goalOf(visit.read, visit.params['goal'] ?? '')
    if (!goal) return 'not-found'
    const { t } = visit
    const draft = await readDraft(visit.read, goal.id, visit.query['concept'])
    if (!draft && (await isSent(visit, visit.query['concept']))) return sentAlready(visit, visit.query['concept']!)
    return {
      title: t('ask.heading'),
      private: true,
      body: (
        <>
          <BackLink href={`/buurtdoelen/${goal.id}`}>{goal.title}</BackLink>
          <Step words={t('ask.step', { now: 1, of: 2 })} now={1} of={2} />
          <h1>{t('ask.heading')}</h1>
          <Lead>{t('ask.intro')}</Lead>
          {mayAsk(goal.state) || sent ? (
            <AskForm visit={visit} sent={sent} draft={draft} options={await institutions(visit)} />
          ) : (
            <NotNow visit={visit} goal={goal} refusal={{ code: 'goal-not-going-on' }} />
          )}
        </>
      )
    }
  },
  async submit(tx, { by, params }, { draft, ...answers }) {
    const goal = params['goal'] ?? ''
    const kept = await writeDraft(tx, by, goal, answers, draft === '' ? undefined : draft)
    return kept.ok ? ok({ goTo: `/buurtdoelen/${goal}/vraag/${kept.value}` }) : kept
  }
})

interface AskProps {
  visit: Visit
  sent: Sent | undefined
  draft: Draft | undefined
  options: { value: string; label: string; hint: string }[]
}

function AskForm({ visit, sent, draft, options }: AskProps) {
  const first: Typed = { basis: 'voluntary-promise', from: visit.by.today, committee: 'no' }
  const values: Typed = draft ? { ...draft, draft: visit.query['concept'] ?? '' } : first
  return (
    <PageForm
      visit={visit}
      fields={{ ...usual, ...draftField }}
      words="ask"
      sent={sent}
      values={values}
      options={{ institution: options }}
    >
      <Seldom visit={visit} sent={sent} values={values} />
    </PageForm>
  )
}

function Seldom({ visit, sent, values }: { visit: Visit; sent: Sent | undefined; values: Typed }) {
  const { t } = visit
  const about = (name: keyof typeof seldom) => {
    const refusal = sent?.refusals.find((one) => one.field === name)
    return {
      name,
      label: t(`ask.${name}`),
      hint: t(`ask.${name}.hint`),
      optional: t('form.optional'),
      value: String(sent?.typed[name] ?? values[name] ?? ''),
      ...(refusal ? { error: refusalWords(visit, refusal) } : {})
    }
  }
  const [weeks, committee, ownDay] = [about('weeks'), about('committee'), about('ownDay')]
  const basis = String(sent?.typed['basis'] ?? values['basis'])
  const refused = [weeks, committee, ownDay].some((one) => 'error' in one)
  const open =
    refused || weeks.value !== '' || committee.value === 'yes' || ownDay.value !== '' || basis === 'own-promise'
  return (
    <details open={open}>
      <summary>{t('ask.seldom')}</summary>
      <TextField {...weeks} inputmode="numeric" autocomplete="off" size={3} />
      <ChoiceField
        {...committee}
        choices={seldom.committee.of.map((value) => ({ value, label: t(`committee.${value}`) }))}
      />
      <DayField {...ownDay} />
    </details>
  )
}

const institutions = async (visit: Visit) =>
  (await institutionsToAsk(visit.read)).map(({ id, name, about }) => ({ value: id, label: name, hint: about }))

const NotNow = ({ visit, goal, refusal }: { visit: Visit; goal: GoalRow; refusal: Refusal }) => (
  <>
    <Notice kind="stop" title={visit.t('verb.not-now')}>
      <p>{refusalWords(visit, refusal)}</p>
    </Notice>
    <Buttons>
      <LinkButton kind="plain" href={`/buurtdoelen/${goal.id}`}>
        {visit.t('verb.back')}
      </LinkButton>
    </Buttons>
  </>
)

const isSent = async (visit: Visit, id: string | undefined): Promise<boolean> =>
  id !== undefined && (await requestOf(visit.read, id))?.goal_id === visit.params['goal']

/** Somebody of the group sent it a moment ago: that is what happened, and there it is. */
const sentAlready = ({ t }: Visit, id: string): Shown => ({
  title: t('ask.sent-already'),
  private: true,
  body: (
    <>
      <h1>{t('ask.sent-already')}</h1>
      <Lead>{t('ask.sent-already.what')}</Lead>
      <Buttons>
        <LinkButton href={`/verzoeken/${id}`}>{t('ask.sent-already.see')}</LinkButton>
      </Buttons>
    </>
  )
})

/** Check: the day it will be due and how that is computed, before it goes. */
export const checkPage = page({
  path: '/buurtdoelen/:goal/vraag/:draft',
  who: groupOfGoal,
  fields: {},
  restsOn: ({ read, params, by }) => fingerprintOf(read, params['goal'] ?? '', params['draft'] ?? '', by.today),
  async show(visit, sent) {
    const { t, read, params, by } = visit
    const goal = await goalOf(read, params['goal'] ?? '')
    const draft = goal && (await readDraft(read, goal.id, params['draft']))
    if (goal && !draft && (await isSent(visit, params['draft']))) return sentAlready(visit, params['draft'] ?? '')
    if (!goal || !draft) return 'not-found'
    const term = await termOfDraft(read, draft, by.today)
    const name = (await institutionsToAsk(read)).find((one) => one.id === draft.institution)?.name ?? ''
    const change = `/buurtdoelen/${goal.id}/vraag?concept=${params['draft']}`
    return {
      title: t('ask.check.heading'),
      private: true,
      body: (
        <>
          <BackLink href={change}>{t('ask.check.change')}</BackLink>
          <Step words={t('ask.step', { now: 2, of: 2 })} now={2} of={2} />
          <h1>{t('ask.check.heading')}</h1>
          <Quote lang="nl" by={goal.group_name}>
            {`${draft.title}\n\n${draft.text}`}
          </Quote>
          <Facts
            facts={[
              { term: t('ask.check.to'), detail: name },
              { term: t('request.promised-level'), detail: t.find(`level.${draft.promisedLevel}`) ?? '' },
              { term: t('request.basis'), detail: t.find(`basis.${draft.basis}`) ?? '' },
              ...(term.ok ? [{ term: t('request.due'), detail: <strong>{t.day(term.value.due)}</strong> }] : [])
            ]}
          />
          {term.ok ? <Computed t={t} term={term.value} open /> : <p>{refusalWords(visit, term.refusal)}</p>}
          <Lead>{t('ask.check.public')}</Lead>
          <PageForm
            visit={visit}
            fields={{}}
            words="ask.check"
            sent={sent}
            more={
              <LinkButton kind="plain" href={change}>
                {t('ask.check.change')}
              </LinkButton>
            }
          />
        </>
      )
    }
  },
  async submit(tx, { by, params }) {
    const sent = await sendDraft(tx, by, params['goal'] ?? '', params['draft'] ?? '')
    return sent.ok ? ok({ goTo: `/verzoeken/${sent.value}`, notice: 'request-sent' }) : sent
  }
})
