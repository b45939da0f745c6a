import type { VNode } from 'preact'
import { BackLink, BigNumber, Button, Buttons, Form, LinkButton, Notice } from '../ui/index.ts'
import { VoiceQuote, type VoiceSeen } from '../voices/index.ts'
import { Refused, type Sent, type Visit } from '../web/index.ts'
import type { NeedSeen } from './queries.ts'
import type { Mark } from './trail/trail.ts'
import { Trail } from './trail/views.tsx'

export interface NeedViewProps {
  visit: Visit
  need: NeedSeen
  /** The words this visitor may read, newest first. */
  voices: readonly VoiceSeen[]
  trail: readonly Mark[]
  goals: readonly { id: string; title: string }[]
  /** This browser said "ik ook" already. */
  said: boolean
  /** The visitor belongs to the group that gathered it. */
  mine: boolean
}

/** One need: the sentence, the people behind it in their own words, where it came from and where it goes. */
export function NeedView(props: NeedViewProps): VNode {
  const { visit, need, trail, goals, mine } = props
  const { t } = visit
  return (
    <>
      <BackLink href="/buurtbehoeften">{t('needs.list')}</BackLink>
      <h1>{need.sentence}</h1>
      <p class="meta">
        {t('needs.gathered-by')} <a href={`/groepen/${need.group.id}`}>{need.group.name}</a>
        {need.area ? (
          <>
            {' · '}
            <a href={`/gebieden/${need.area.id}`}>{need.area.name}</a>
          </>
        ) : null}
      </p>
      {need.state === 'open' ? null : <WentOn visit={visit} need={need} trail={trail} />}
      <BigNumber number={t.number(need.voices)}>{t('needs.people-said', { n: need.voices })}</BigNumber>
      <MeToo {...props} />
      <Said {...props} />
      <h2>{t('needs.goals')}</h2>
      {goals.length === 0 ? <p>{t('needs.goals.none')}</p> : null}
      {goals.length > 0 ? (
        <ul>
          {goals.map((goal) => (
            <li key={goal.id}>
              <a href={`/buurtdoelen/${goal.id}`}>{goal.title}</a>
            </li>
          ))}
          <li>
            <a href={`/buurtdoelen?behoefte=${need.id}`}>{t('needs.goals.link')}</a>
          </li>
        </ul>
      ) : null}
      {mine ? <Todo visit={visit} need={need} /> : null}
      <h2>{t('needs.trail')}</h2>
      <Trail visit={visit} trail={trail} />
    </>
  )
}

/** Merged or split: first of all, where it is now. */
function WentOn({ visit, need, trail }: Pick<NeedViewProps, 'visit' | 'need' | 'trail'>): VNode {
  const { t } = visit
  const last = trail.findLast((mark) => mark.kind === 'need-merged' || mark.kind === 'need-split')
  return (
    <Notice kind="note" title={t(need.state === 'split' ? 'needs.was-split' : 'needs.was-merged')}>
      <ul>
        {last?.needs.map((one) => (
          <li key={one.id}>
            <a href={`/buurtbehoeften/${one.id}`}>{one.sentence}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function MeToo({ visit, need, said }: NeedViewProps): VNode {
  const { t } = visit
  const own = (
    <LinkButton kind="plain" href="/inbreng/nieuw" icon="speech">
      {t('needs.own-words')}
    </LinkButton>
  )
  return (
    <div id="ik-ook">
      {need.meToo > 0 ? <p>{t('needs.me-too.count', { n: need.meToo })}</p> : null}
      {said ? <p>{t('needs.me-too.said')}</p> : null}
      {need.state === 'open' && !said ? (
        <Form action={`/buurtbehoeften/${need.id}/ik-ook`} hidden={visit.formTokens()}>
          <Buttons>
            <Button label={t('needs.me-too.label', { sentence: need.sentence })}>{t('needs.me-too')}</Button>
            {own}
          </Buttons>
        </Form>
      ) : (
        <Buttons>{own}</Buttons>
      )}
    </div>
  )
}

function Said({ visit, need, voices, mine }: NeedViewProps): VNode {
  const { t } = visit
  const unread = need.voices - voices.length
  const more = voices.length >= 12
  return (
    <>
      <h2>{t('needs.words')}</h2>
      {voices.map((voice) => (
        <VoiceQuote
          key={voice.id}
          visit={visit}
          voice={voice}
          link
          more={
            mine && need.state === 'open' ? (
              <a href={`/buurtbehoeften/${need.id}/eruit/${voice.id}`}>{t('needs.remove.link')}</a>
            ) : undefined
          }
        />
      ))}
      {unread > 0 && !more ? <p>{t('needs.words.unread', { n: unread })}</p> : null}
      {more ? (
        <p>
          <a href={`/inbreng?behoefte=${need.id}`}>{t('needs.words.all')}</a>
        </p>
      ) : null}
    </>
  )
}

/** What members of the group can do with it, each a page of its own. */
function Todo({ visit, need }: { visit: Visit; need: NeedSeen }): VNode {
  const { t } = visit
  const at = `/buurtbehoeften/${need.id}`
  return (
    <>
      <h2>{t('needs.todo')}</h2>
      <ul>
        {need.state === 'open' ? (
          <>
            <li>
              <a href={`/buurtbehoeften/${need.id}/doel`}>{t('needs.todo.goal')}</a>
            </li>
            <li>
              <a href={`${at}/erbij`}>{t('needs.add.link')}</a>
            </li>
            <li>
              <a href={`${at}/woorden`}>{t('needs.reword.link')}</a>
            </li>
            <li>
              <a href={`${at}/samenvoegen`}>{t('needs.merge.link')}</a>
            </li>
            <li>
              <a href={`${at}/splitsen`}>{t('needs.split.link')}</a>
            </li>
          </>
        ) : (
          <li>{t('needs.todo.none')}</li>
        )}
      </ul>
    </>
  )
}

export function MeTooPage({ visit, need, sent }: { visit: Visit; need: NeedSeen; sent: Sent | undefined }): VNode {
  const { t } = visit
  return (
    <>
      <BackLink href={`/buurtbehoeften/${need.id}`}>{t('needs.back')}</BackLink>
      <Refused visit={visit} refusals={sent?.refusals} />
      <h1>{need.sentence}</h1>
      <Form id="form" action={visit.here} hidden={visit.formTokens()} button={t('needs.me-too')} />
    </>
  )
}
