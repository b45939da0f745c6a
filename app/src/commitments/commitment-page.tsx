// Who: a resident who was promised a lamp and looks whether it hangs there; an official who delivered it.
import {
  deliver,
  dispute,
  isContactOf,
  keep,
  ok,
  reasonMax,
  type Commitment,
  type Day,
  type Decision,
  type InstitutionId,
  type PersonId
} from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { residentsOf, speaksForGroup } from '../goals/index.ts'
import { ProofLink } from '../journal/index.ts'
import { anyone, contactsOf } from '../people/index.ts'
import { BackLink, Buttons, Facts, Lead, LinkButton, Quote, Row, Way, type Stop } from '../ui/index.ts'
import { overtaken, page, verbShown, type By, type Fields, type Page, type Sent, type Visit } from '../web/index.ts'
import { judgeDisputed, judgeKept, reportDelivered } from './actions.ts'
import { promiseClock } from './clock.ts'
import { CommitmentChip } from './list.tsx'
import {
  commitmentIn,
  commitmentOf,
  eventsOfCommitments,
  versionOf,
  type CommitmentEvent,
  type CommitmentRow
} from './queries.ts'

interface Verb {
  path: string
  as: 'institution' | 'group'
  fields: Fields
  could(commitment: Commitment, today: Day): Decision<unknown>
  does(tx: Tx, by: By, id: string, given: Record<string, string>): Promise<Decision<unknown>>
}

const words = { text: { kind: 'long', max: reasonMax, optional: true } } as const

const verbs: readonly Verb[] = [
  {
    path: 'gedaan',
    as: 'institution',
    fields: words,
    could: deliver,
    does: (tx, by, id, { text }) => reportDelivered(tx, by, id, text)
  },
  {
    path: 'nagekomen',
    as: 'group',
    fields: words,
    could: (commitment) => keep(commitment, '…' as PersonId),
    does: (tx, by, id, { text }) => judgeKept(tx, by, id, text)
  },
  {
    path: 'betwist',
    as: 'group',
    fields: { why: { kind: 'long', max: reasonMax } },
    could: (commitment) => dispute(commitment, '…'),
    does: (tx, by, id, { why }) => judgeDisputed(tx, by, id, why ?? '')
  }
]

const found = (visit: Visit) => commitmentOf(visit.read, visit.params['commitment'] ?? '')
const contacts = contactsOf('the institution that promised', async (visit) => (await found(visit))?.institution_id)
const members = residentsOf('the group that asked', async (visit) => (await found(visit))?.group_id)

const verbPage = (verb: Verb): Page =>
  page({
    path: `/toezeggingen/:commitment/${verb.path}`,
    who: verb.as === 'institution' ? contacts : members,
    fields: verb.fields,
    restsOn: async ({ read, params }) => (await versionOf(read, params['commitment'] ?? ''))?.toString(),
    async show(visit, sent) {
      const row = await found(visit)
      if (!row) return 'not-found'
      return verbShown({
        visit,
        sent,
        words: `commitment-verb.${verb.path}`,
        facts: { institution: row.institution_name, group: row.group_name, day: visit.t.day(row.due_on) },
        back: { href: `/toezeggingen/${row.id}`, text: row.what },
        could: verb.could(commitmentIn(row), visit.by.today),
        fields: verb.fields,
        children: (
          <>
            {overtaken(sent) ? await meanwhile(visit, row, sent) : null}
            <Quote lang="nl" small by={row.institution_name}>
              {row.what}
            </Quote>
          </>
        )
      })
    },
    async submit(tx, { by, params }, given) {
      const id = params['commitment'] ?? ''
      const done = await verb.does(tx, by, id, given as Record<string, string>)
      return done.ok ? ok({ goTo: `/toezeggingen/${id}`, notice: `commitment-${verb.path}` }) : done
    }
  })

export const verbPages: readonly Page[] = verbs.map(verbPage)

/** What was said about the promise since the form was opened. */
async function meanwhile(visit: Visit, row: CommitmentRow, sent: Sent | undefined) {
  const events = (await eventsOfCommitments(visit.read, [row.id])).get(row.id) ?? []
  const since = events.slice(Number(sent?.seen ?? 0) || 0)
  return (
    <>
      <h2>{visit.t('form.meanwhile')}</h2>
      <Way label={visit.t('form.meanwhile')} level={3} stops={since.map((event) => eventStop(visit, row, event))} />
    </>
  )
}

export const commitmentPage = page({
  path: '/toezeggingen/:commitment',
  who: anyone,
  async show(visit) {
    const row = await found(visit)
    if (!row) return 'not-found'
    const { t } = visit
    const events = (await eventsOfCommitments(visit.read, [row.id])).get(row.id) ?? []
    return {
      title: row.what,
      body: (
        <>
          <BackLink href={`/verzoeken/${row.request_id}`}>{row.request_title}</BackLink>
          <h1>{row.what}</h1>
          <Lead>{sentence(visit, row)}</Lead>
          <Row>
            <CommitmentChip visit={visit} row={row} />
          </Row>
          <Doings visit={visit} row={row} />
          <Facts
            facts={[
              {
                term: t('commitment.promised-by'),
                detail: <a href={`/instanties/${row.institution_id}`}>{row.institution_name}</a>
              },
              {
                term: t('commitment.promised-to'),
                detail: <a href={`/groepen/${row.group_id}`}>{row.group_name}</a>
              },
              { term: t('commitment.due'), detail: <strong>{t.day(row.due_on)}</strong> },
              { term: t('request.goal'), detail: <a href={`/buurtdoelen/${row.goal_id}`}>{row.goal_title}</a> }
            ]}
          />
          <h2>{t('request.history')}</h2>
          <Way
            label={t('request.history')}
            level={3}
            stops={[...events.map((event) => eventStop(visit, row, event)), ...nowStop(visit, row)]}
          />
          <ProofLink t={t} of="commitment" id={row.id} />
        </>
      )
    }
  }
})

function sentence({ t, by }: Visit, row: CommitmentRow): string {
  const clock = promiseClock(row, by.today)
  const facts = { institution: row.institution_name, group: row.group_name, day: t.day(row.due_on) }
  if (clock.overdue) return t('commitment.clock.overdue', { ...facts, n: clock.daysLate })
  if (clock.open) return t('commitment.clock.open', { ...facts, n: clock.daysLeft })
  return t(`commitment.clock.${row.state as 'delivered' | 'kept' | 'disputed'}`, facts)
}

function Doings({ visit, row }: { visit: Visit; row: CommitmentRow }) {
  const { t, by } = visit
  const member = speaksForGroup(by.roles, row.group_id)
  const contact = isContactOf(by.roles, row.institution_id as InstitutionId)
  const doings = verbs.filter(
    (verb) => (verb.as === 'group' ? member : contact) && verb.could(commitmentIn(row), by.today).ok
  )
  if (doings.length === 0) return null
  return (
    <section>
      <h2>{member ? t('commitment.is-it-so') : t('request.for-institution', { institution: row.institution_name })}</h2>
      <Buttons>
        {doings.map((verb, at) => (
          <LinkButton key={verb.path} kind={at === 0 ? 'main' : 'plain'} href={`/toezeggingen/${row.id}/${verb.path}`}>
            {t.find(`commitment-do.${verb.path}`)}
          </LinkButton>
        ))}
      </Buttons>
    </section>
  )
}

function eventStop({ t }: Visit, row: CommitmentRow, event: CommitmentEvent): Stop {
  const side = event.kind === 'promised' || event.kind === 'delivered' ? row.institution_name : row.group_name
  const who = event.by_name ? `${event.by_name}, ${side}` : side
  return {
    state: 'done',
    title: t(`commitment.event.${event.kind}`),
    on: `${t.day(event.on_day)} · ${who}`,
    // What was promised is the title of the page.
    children:
      event.text && event.kind !== 'promised' ? (
        <Quote lang="nl" small>
          {event.text}
        </Quote>
      ) : undefined
  }
}

/** For whom it waits now; a kept promise waits for nobody. */
function nowStop({ t }: Visit, row: CommitmentRow): Stop[] {
  if (row.state === 'kept') return []
  return [
    {
      state: 'now',
      title:
        row.state === 'delivered'
          ? t('commitment.event.now-judge', { group: row.group_name })
          : t('request.event.now-waits', { institution: row.institution_name })
    }
  ]
}
