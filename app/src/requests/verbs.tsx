/** One small page for each thing that can be said about a request: four for the institution, five for the group that asked. */
import {
  askBack,
  clarify,
  confirmReceipt,
  isContactOf,
  judgeAnswered,
  judgeUnanswered,
  levels,
  ok,
  reasonMax,
  remind,
  reply,
  reportDelay,
  requestMax,
  withdraw,
  type Day,
  type Decision,
  type InstitutionId,
  type Request,
  type Role
} from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { residentsOf, speaksForGroup } from '../goals/index.ts'
import { contactsOf } from '../people/index.ts'
import { Quote } from '../ui/index.ts'
import { page, verbShown, type By, type Fields, type Page, type Resting, type Typed, type Visit } from '../web/index.ts'
import {
  clarifyRequest,
  judgeRequestAnswered,
  judgeRequestUnanswered,
  remindOfRequest,
  withdrawRequest
} from './judgements/actions.ts'
import { askBackOnRequest, confirmRequestReceipt, replyToRequest, reportRequestDelay } from './replies/actions.ts'
import { clockOf } from './clock.ts'
import { Meanwhile } from './meanwhile.tsx'
import { eventsOf, requestIn, requestOf, versionOf, type RequestEvent, type RequestRow } from './queries.ts'

interface Verb {
  path: string
  as: 'institution' | 'group'
  fields: Fields
  /** Asks the rule, with words that are good enough. */
  could(request: Request, today: Day): Decision<unknown>
  does(tx: Tx, by: By, id: string, given: Record<string, string>): Promise<Decision<unknown>>
  /** The kind of event whose words stand above the form. */
  about: RequestEvent['kind']
  values?(visit: Visit, row: RequestRow): Typed
}

const long = (max: number) => ({ kind: 'long', max }) as const
const experienced = { kind: 'choice', of: levels, words: 'level', optional: true } as const
const said = (text: string | undefined): string => text ?? ''

const verbs: readonly Verb[] = [
  {
    path: 'ontvangen',
    as: 'institution',
    fields: { text: { ...long(2_000), optional: true } },
    could: confirmReceipt,
    does: (tx, by, id, { text }) => confirmRequestReceipt(tx, by, id, text),
    about: 'sent'
  },
  {
    path: 'antwoord',
    as: 'institution',
    fields: { reply: long(requestMax) },
    could: (request, today) => reply(request, '…', today),
    does: (tx, by, id, { reply: text }) => replyToRequest(tx, by, id, said(text)),
    about: 'sent'
  },
  {
    path: 'wedervraag',
    as: 'institution',
    fields: { question: long(requestMax) },
    could: (request, today) => askBack(request, '…', today),
    does: (tx, by, id, { question }) => askBackOnRequest(tx, by, id, said(question)),
    about: 'sent'
  },
  {
    path: 'vertraging',
    as: 'institution',
    fields: { why: long(reasonMax), expected: { kind: 'day' } },
    could: (request, today) => reportDelay(request, '…', today, today),
    does: (tx, by, id, { why, expected }) =>
      reportRequestDelay(tx, by, id, { why: said(why), expected: said(expected) }),
    about: 'sent'
  },
  {
    path: 'uitleg',
    as: 'group',
    fields: { text: long(requestMax) },
    could: (request) => clarify(request, '…'),
    does: (tx, by, id, { text }) => clarifyRequest(tx, by, id, said(text)),
    about: 'counterQuestion'
  },
  {
    path: 'herinnering',
    as: 'group',
    fields: { text: long(requestMax) },
    could: (request) => remind(request, '…'),
    does: (tx, by, id, { text }) => remindOfRequest(tx, by, id, said(text)),
    about: 'sent',
    values: (visit, row) => ({ text: readyLetter(visit, row) })
  },
  {
    path: 'beantwoord',
    as: 'group',
    fields: { why: { ...long(reasonMax), optional: true }, experienced },
    could: judgeAnswered,
    does: (tx, by, id, judged) => judgeRequestAnswered(tx, by, id, judged),
    about: 'reply'
  },
  {
    path: 'niet-beantwoord',
    as: 'group',
    fields: { why: long(reasonMax), experienced },
    could: (request, today) => judgeUnanswered(request, '…', today),
    does: (tx, by, id, judged) => judgeRequestUnanswered(tx, by, id, judged),
    about: 'reply'
  },
  {
    path: 'intrekken',
    as: 'group',
    fields: { why: long(reasonMax) },
    could: (request, today) => withdraw(request, '…', today),
    does: (tx, by, id, { why }) => withdrawRequest(tx, by, id, said(why)),
    about: 'sent'
  }
]

/** The letter that asks again: ready to send, and to change. */
function readyLetter({ t, by }: Visit, row: RequestRow): string {
  const clock = clockOf(row, by.today)
  return t(clock.late ? 'request.letter.late' : 'request.letter.waiting', {
    institution: row.institution_name,
    group: row.group_name,
    title: row.title,
    sent: t.day(row.sent_on),
    due: t.day(row.due_on),
    n: clock.daysLate
  })
}

/** Those of the asked institution: for every page on which it can say something. */
export const contactsOfRequest = contactsOf(
  'the institution that is asked',
  async (visit) => (await requestOf(visit.read, visit.params['request'] ?? ''))?.institution_id
)

const membersOfRequest = residentsOf(
  'the group that asked',
  async (visit) => (await requestOf(visit.read, visit.params['request'] ?? ''))?.group_id
)

/** Two people who answer, judge or ask again at once: the second sees what the first said. */
const versionOfRequest = async ({ read, params }: Resting) =>
  (await versionOf(read, params['request'] ?? ''))?.toString()

const verbPage = (verb: Verb): Page =>
  page({
    path: `/verzoeken/:request/${verb.path}`,
    who: verb.as === 'institution' ? contactsOfRequest : membersOfRequest,
    fields: verb.fields,
    restsOn: versionOfRequest,
    async show(visit, sent) {
      const row = await requestOf(visit.read, visit.params['request'] ?? '')
      if (!row) return 'not-found'
      const events = await eventsOf(visit.read, row.id)
      const about = events.findLast((event) => event.kind === verb.about)
      return verbShown({
        visit,
        sent,
        words: `request-verb.${verb.path}`,
        facts: { institution: row.institution_name, group: row.group_name, day: visit.t.day(row.due_on) },
        back: { href: `/verzoeken/${row.id}`, text: row.title },
        could: verb.could(requestIn(row), visit.by.today),
        fields: verb.fields,
        ...(verb.values ? { values: verb.values(visit, row) } : {}),
        children: (
          <>
            <Meanwhile visit={visit} sent={sent} events={events} />
            {about ? (
              <Quote lang="nl" small by={about.by_name ?? undefined}>
                {about.text}
              </Quote>
            ) : null}
          </>
        )
      })
    },
    async submit(tx, { by, params }, given) {
      const id = params['request'] ?? ''
      const done = await verb.does(tx, by, id, given as Record<string, string>)
      return done.ok ? ok({ goTo: `/verzoeken/${id}`, notice: `request-${verb.path}` }) : done
    }
  })

export const verbPages: readonly Page[] = verbs.map(verbPage)

/** The verbs somebody with these roles can use on this request today; the most fitting first. */
export function doingsOn(row: RequestRow, roles: readonly Role[], today: Day): string[] {
  const member = speaksForGroup(roles, row.group_id)
  const contact = isContactOf(roles, row.institution_id as InstitutionId)
  const order = row.state === 'replied' ? ['beantwoord', 'niet-beantwoord'] : ['antwoord', 'uitleg', 'ontvangen']
  if (!member && !contact) return []
  const request = requestIn(row)
  return verbs
    .filter((verb) => (verb.as === 'group' ? member : contact) && verb.could(request, today).ok)
    .map((verb) => verb.path)
    .sort((a, b) => place(order, a) - place(order, b))
}

const place = (order: readonly string[], path: string): number => {
  const at = order.indexOf(path)
  return at < 0 ? order.length : at
}
