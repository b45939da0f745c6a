// Who: somebody who regrets what they said, or is afraid of it; an administrator whom a neighbour without a code asks for help.
import { erasedWhys, ok, readFollowCode, showFollowCode, type FollowCode } from '@buurtmacht/domain'
import { tablesThatForget } from '../../db/index.ts'
import { admins, anyone } from '../../people/index.ts'
import { BackLink, Buttons, Form, LinkButton, Notice } from '../../ui/index.ts'
import {
  NotAfterAll,
  page,
  PageForm,
  Refused,
  type Outcome,
  type Page,
  type Sent,
  type Visit
} from '../../web/index.ts'
import { mayReadAll } from '../actions.ts'
import { stateOfVoice, voiceById } from '../queries.ts'
import { VoiceQuote } from '../views.tsx'
import { eraseVoiceByCode, eraseVoiceOnRequest, takeVoiceBack } from './actions.ts'

const codeOf = (visit: Pick<Visit, 'params'>): FollowCode | undefined => readFollowCode(visit.params['code'] ?? '')

/** Once the change is stored: nothing of it is left lying in the files of the database. */
const wiped: Pick<Outcome, 'after'> = { after: (store) => store.wipe(tablesThatForget()) }

interface AskProps {
  visit: Visit
  code: FollowCode
  sent: Sent | undefined
  /** Prefix of the words. */
  words: 'voices.take-back' | 'voices.erase'
  /** The other of the two. */
  other: string
}

/** What goes and what stays, said before. */
function Ask({ visit, code, sent, words, other }: AskProps) {
  const { t } = visit
  return (
    <>
      <BackLink href={`/volg/${code}`}>{t('voices.to-follow')}</BackLink>
      <Refused visit={visit} refusals={sent?.refusals} />
      <h1>{t(words)}</h1>
      <p>{t.find(`${words}.what`, { code: showFollowCode(code) })}</p>
      <Notice kind="note">
        <p>{t.find(`${words}.stays`)}</p>
      </Notice>
      <Form action={visit.here} hidden={visit.formTokens()} id="form" button={t.find(`${words}.button`) ?? ''} />
      <Buttons>
        <NotAfterAll visit={visit} back={`/volg/${code}`} />
        <LinkButton kind="quiet" href={`/volg/${code}/${other}`}>
          {t.find(`${words}.other`) ?? ''}
        </LinkButton>
      </Buttons>
    </>
  )
}

/**
 * What somebody does to their own voice with its code. Opening these pages asks nothing of the database: they say the same for every code,
 * so that they give none away.
 */
const withCode = (
  of: Pick<AskProps, 'words' | 'other'> & { path: string; notice: string; does: typeof takeVoiceBack }
) =>
  page({
    path: of.path,
    who: anyone,
    limit: 'tries',
    fields: {},
    async show(visit, sent) {
      const code = codeOf(visit)
      if (!code) return 'not-found'
      const body = <Ask visit={visit} code={code} sent={sent} words={of.words} other={of.other} />
      return { title: visit.t(of.words), private: true, body }
    },
    async submit(tx, { by, keyed, params }) {
      const { code = '' } = params
      const done = await of.does(tx, by, keyed, code)
      return done.ok ? ok({ goTo: `/volg/${readFollowCode(code)}`, notice: of.notice, ...wiped }) : done
    }
  })

const takingBack = withCode({
  path: '/volg/:code/terugnemen',
  words: 'voices.take-back',
  other: 'wissen',
  notice: 'voice-taken-back',
  does: takeVoiceBack
})

const erasing = withCode({
  path: '/volg/:code/wissen',
  words: 'voices.erase',
  other: 'terugnemen',
  notice: 'voice-erased',
  does: eraseVoiceByCode
})

const erasingFor = page({
  path: '/inbreng/:voice/wissen',
  who: admins,
  fields: { why: { kind: 'choice', of: erasedWhys, words: 'voices.erase-for.why' } },
  async show(visit, sent) {
    const { t, read, params } = visit
    const id = params['voice'] ?? ''
    if ((await stateOfVoice(read, id)) !== 'given') return 'not-found'
    // An administrator who does not help with voices erases without reading.
    const voice = await voiceById(read, id, mayReadAll(visit.by.roles) ? 'helpers' : 'public')
    return {
      title: t('voices.erase-for'),
      private: true,
      body: (
        <>
          <BackLink href={`/inbreng/${id}`}>{t('voices.erase-for.back')}</BackLink>
          <h1>{t('voices.erase-for')}</h1>
          <p>{t('voices.erase-for.what')}</p>
          {voice ? <VoiceQuote voice={voice} visit={visit} /> : <p>{t('voices.erase-for.unread')}</p>}
          <Notice kind="note">
            <p>{t('voices.erase-for.stays')}</p>
          </Notice>
          <PageForm
            visit={visit}
            fields={this.fields!}
            words="voices.erase-for"
            sent={sent}
            more={<NotAfterAll visit={visit} back={`/inbreng/${id}`} />}
          />
        </>
      )
    }
  },
  async submit(tx, { by, params }, { why }) {
    const erased = await eraseVoiceOnRequest(tx, by, params['voice'] ?? '', why)
    return erased.ok ? ok({ goTo: '/inbreng', notice: 'voice-erased-for', ...wiped }) : erased
  }
})

export const forgettingPages: readonly Page[] = [takingBack, erasing, erasingFor]
