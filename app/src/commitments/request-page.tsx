// Who: anyone who wants to know what was asked, how long it waits and what was promised. The page of a request stands in this module
// because it shows the promises made on it, and promises know requests, not the other way round.
import { isContactOf, ok, type InstitutionId } from '@buurtmacht/domain'
import { speaksForGroup } from '../goals/index.ts'
import { anyone } from '../people/index.ts'
import {
  clockOf,
  clockSentence,
  Computed,
  contactsOfRequest,
  doingsOn,
  eventsOf,
  RequestChip,
  requestOf,
  Meanwhile,
  termOf,
  versionOf,
  type RequestEvent,
  type RequestRow
} from '../requests/index.ts'
import { BackLink, Buttons, CardGrid, Facts, Lead, LinkButton, Quote, Row, Way, type Stop } from '../ui/index.ts'
import { page, verbShown, type Visit } from '../web/index.ts'
import { makeCommitment } from './actions.ts'
import { CommitmentCard } from './list.tsx'
import { commitmentsOfRequest } from './queries.ts'

export const requestPage = page({
  path: '/verzoeken/:request',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const row = await requestOf(read, visit.params['request'] ?? '')
    if (!row) return 'not-found'
    const events = await eventsOf(read, row.id)
    const promises = await commitmentsOfRequest(read, row.id)
    return {
      title: row.title,
      body: (
        <>
          <BackLink href={`/buurtdoelen/${row.goal_id}`}>{row.goal_title}</BackLink>
          <h1>{row.title}</h1>
          <Lead>{clockSentence(t, row, by.today)}</Lead>
          <Row>
            <RequestChip t={t} row={row} today={by.today} />
          </Row>
          <Doings visit={visit} row={row} />
          <Quote lang="nl" by={<a href={`/groepen/${row.group_id}`}>{row.group_name}</a>}>
            {row.text}
          </Quote>
          <About visit={visit} row={row} />
          <Computed t={t} term={termOf(row)} />
          {promises.length > 0 ? <h2>{t('request.promises')}</h2> : null}
          <CardGrid kind="one">
            {promises.map((one) => (
              <CommitmentCard key={one.id} visit={visit} row={one} level={3} />
            ))}
          </CardGrid>
          <h2>{t('request.history')}</h2>
          <Way
            label={t('request.history')}
            level={3}
            stops={[...events.map((event) => eventStop(visit, row, event)), ...nowStop(visit, row)]}
          />
        </>
      )
    }
  }
})

function About({ visit, row }: { visit: Visit; row: RequestRow }) {
  const { t } = visit
  const experienced = row.experienced_level
  return (
    <Facts
      facts={[
        {
          term: t('request.asked-of'),
          detail: <a href={`/instanties/${row.institution_id}`}>{row.institution_name}</a>
        },
        { term: t('request.sent-on'), detail: t.day(row.sent_on) },
        { term: t('request.due'), detail: <strong>{t.day(row.due_on)}</strong> },
        { term: t('request.basis'), detail: t(`basis.${termOf(row).rule.basis}`) },
        ...(row.expected_on ? [{ term: t('request.expected'), detail: t.day(row.expected_on) }] : []),
        {
          term: t('request.promised-level'),
          detail: (
            <>
              <strong>{t(`level.${row.promised_level}`)}</strong>
              <br />
              {t(`level.${row.promised_level}.hint`)}
            </>
          )
        },
        ...(experienced
          ? [{ term: t('request.experienced-level'), detail: <strong>{t(`level.${experienced}`)}</strong> }]
          : [])
      ]}
    />
  )
}

/** What the people of the group, or of the institution, can do here now. Nobody else sees buttons. */
function Doings({ visit, row }: { visit: Visit; row: RequestRow }) {
  const { t, by } = visit
  const contact = isContactOf(by.roles, row.institution_id as InstitutionId)
  const doings = [...doingsOn(row, by.roles, by.today), ...(contact && row.state !== 'withdrawn' ? ['toezegging'] : [])]
  if (doings.length === 0) return null
  const member = speaksForGroup(by.roles, row.group_id)
  return (
    <section>
      <h2>{member ? t('request.for-group') : t('request.for-institution', { institution: row.institution_name })}</h2>
      <Buttons>
        {doings.map((path, at) => (
          <LinkButton key={path} kind={at === 0 ? 'main' : 'plain'} href={`/verzoeken/${row.id}/${path}`}>
            {t.find(`request-do.${path}`)}
          </LinkButton>
        ))}
      </Buttons>
    </section>
  )
}

const saidByInstitution: readonly RequestEvent['kind'][] = ['receipt', 'counterQuestion', 'reply', 'delay']

function eventStop({ t }: Visit, row: RequestRow, event: RequestEvent): Stop {
  const side = saidByInstitution.includes(event.kind) ? row.institution_name : row.group_name
  const who = event.by_name ? `${event.by_name}, ${side}` : side
  return {
    state: 'done',
    title: t(`request.event.${event.kind}`),
    on: `${t.day(event.on_day)} · ${who}`,
    // The question itself stands in full at the top of the page.
    children: (
      <>
        {event.text && event.kind !== 'sent' ? (
          <Quote lang="nl" small>
            {event.text}
          </Quote>
        ) : null}
        {event.expected_on ? (
          <p>{t('request.event.expected', { day: t.day(event.expected_on), due: t.day(row.due_on) })}</p>
        ) : null}
      </>
    )
  }
}

/** For whom it waits now. */
function nowStop({ t, by }: Visit, row: RequestRow): Stop[] {
  const waiting = clockOf(row, by.today).waiting
  if (!waiting && row.state !== 'replied') return []
  return [
    {
      state: 'now',
      title: waiting
        ? t('request.event.now-waits', { institution: row.institution_name })
        : t('request.event.now-judge', { group: row.group_name })
    }
  ]
}

/** So that nobody promises what a colleague promised already. */
async function promisesUntilNow(visit: Visit, request: string) {
  const promises = await commitmentsOfRequest(visit.read, request)
  if (promises.length === 0) return null
  return (
    <>
      <h2>{visit.t('request.promises')}</h2>
      <CardGrid kind="one">
        {promises.map((one) => (
          <CommitmentCard key={one.id} visit={visit} row={one} level={3} />
        ))}
      </CardGrid>
    </>
  )
}

const promiseFields = { what: { kind: 'long', max: 500 }, due: { kind: 'day' } } as const

/** A contact promises something dated. */
export const promisePage = page({
  path: '/verzoeken/:request/toezegging',
  who: contactsOfRequest,
  fields: promiseFields,
  /** Two contacts who promise the same at once: the second sees what the first promised. */
  async restsOn({ read, params }) {
    const id = params['request'] ?? ''
    return `${await versionOf(read, id)} ${(await commitmentsOfRequest(read, id)).length}`
  },
  async show(visit, sent) {
    const row = await requestOf(visit.read, visit.params['request'] ?? '')
    if (!row) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'request-verb.toezegging',
      facts: { group: row.group_name },
      back: { href: `/verzoeken/${row.id}`, text: row.title },
      could: row.state === 'withdrawn' ? { ok: false, refusal: { code: 'request-closed' } } : ok(row),
      fields: promiseFields,
      children: (
        <>
          <Meanwhile visit={visit} sent={sent} events={await eventsOf(visit.read, row.id)} />
          {await promisesUntilNow(visit, row.id)}
          <Quote lang="nl" small by={row.group_name}>
            {row.text}
          </Quote>
        </>
      )
    })
  },
  async submit(tx, { by, params }, given) {
    const made = await makeCommitment(tx, by, params['request'] ?? '', given)
    return made.ok ? ok({ goTo: `/toezeggingen/${made.value}`, notice: 'commitment-promised' }) : made
  }
})
