// Who: somebody with a card in their hand, on an old phone or at the library, who wants to know whether it mattered.
import { ok, readFollowCode, refused, showFollowCode, type Day, type FollowCode } from '@buurtmacht/domain'
import { roundForPlans } from '../budget/index.ts'
import { entriesAbout } from '../journal/index.ts'
import { anyone, shownName } from '../people/index.ts'
import { Card, Lead, LinkButton, Notice, Quote, Buttons, ReadAloud } from '../ui/index.ts'
import { page, PageForm, type Shown, type Visit } from '../web/index.ts'
import { areasOf } from '../place/index.ts'
import { dirOf } from '../words/index.ts'
import { followed, type Followed, type OneWay } from './follow.ts'
import { PlansFromHere } from './plans/views.tsx'
import { translationsOf } from './queries.ts'
import { nextWords, WayOf } from './views.tsx'

export const followEntry = page({
  path: '/volg',
  who: anyone,
  limit: 'tries',
  fields: { code: { kind: 'text', max: 60, autocomplete: 'off' } },
  show: async (visit, sent) => ({
    title: visit.t('follow.title'),
    private: true,
    body: (
      <>
        <h1>{visit.t('follow.title')}</h1>
        <Lead>{visit.t('follow.lead')}</Lead>
        <PageForm visit={visit} fields={{ code: { kind: 'text', max: 60 } }} words="follow" sent={sent} />
        <p>{visit.t('follow.lost')}</p>
      </>
    )
  }),
  async submit(tx, change, { code }) {
    const found = await followed(tx, change.keyed, code, change.by.today)
    return found ? ok({ goTo: `/volg/${found.code}` }) : refused('code-wrong', { field: 'code' })
  }
})

export const followPage = page({
  path: '/volg/:code',
  who: anyone,
  limit: 'tries',
  async show(visit) {
    const typed = visit.params['code'] ?? ''
    const found = await followed(visit.read, visit.keyed, typed, visit.by.today)
    if (!found) return unknownCode(visit, typed)
    return { title: visit.t('follow.page'), private: true, readAloud: true, body: await followBody(visit, found) }
  }
})

const unknownCode = ({ t }: Visit, typed: string): Shown => ({
  title: t('follow.unknown'),
  private: true,
  status: 404,
  body: (
    <>
      <h1>{t('follow.unknown')}</h1>
      <Lead>{t(readFollowCode(typed) ? 'follow.unknown.what' : 'follow.mistyped')}</Lead>
      <LinkButton href="/volg">{t('follow.again')}</LinkButton>
    </>
  )
})

async function followBody(visit: Visit, found: Followed) {
  const { t } = visit
  const { voice, code, ways, removed } = found
  if (voice.state === 'erased') return <Erased visit={visit} code={code} why={await whyErased(visit.read, voice.id)} />
  const given = voice.state === 'given'
  const first = ways[0]
  const planning = await roundForPlans(visit.read, visit.by.today)
  const heard = t('follow.heard', { how: t.find(`channel.${voice.channel}`) ?? '', day: t.day(voice.heard_on) })
  return (
    <>
      <h1>{t('follow.page')}</h1>
      <p class="lead">
        {t('follow.code')} <strong class="code">{showFollowCode(code)}</strong>. {heard}
      </p>
      <ReadAloud words={t('frame.read-aloud')} />
      {given ? (
        <OwnWords
          visit={visit}
          voice={voice}
          translations={await translationsOf(visit.read, voice.id)}
          area={await areaName(visit, voice.area_id)}
        />
      ) : (
        <Notice kind="note">
          <p>{t('follow.gone')}</p>
        </Notice>
      )}
      {given && first ? (
        <Notice kind="note" title={t('follow.next')}>
          <p>{nextWords(visit, first.next, first.shown)}</p>
        </Notice>
      ) : null}
      {ways.map((way, at) => (
        <Drawn key={at} visit={visit} way={way} nr={at + 1} many={ways.length > 1} found={found} />
      ))}
      <PlansFromHere visit={visit} plans={found.plans} />
      {removed.map((need) => (
        <p key={need.id}>
          {t('follow.removed', { day: t.dayOfInstant(need.removed?.at ?? '') })}{' '}
          <a href={`/buurtbehoeften/${need.id}`}>{need.sentence}</a>. {need.removed?.why}
        </p>
      ))}
      <p class="meta">
        <a href={`/volg/${code}/bewijs`}>{t('voices.proof.link')}</a>
      </p>
      <Doing visit={visit} found={found} planning={planning?.id} />
    </>
  )
}

/** What the giver can do here; with words that were taken back only have the rest erased too. */
function Doing({ visit: { t }, found, planning }: { visit: Visit; found: Followed; planning: string | undefined }) {
  const { code, ways } = found
  if (found.voice.state !== 'given')
    return (
      <Buttons>
        <LinkButton href="/inbreng/nieuw">{t('follow.more')}</LinkButton>
        <LinkButton kind="quiet" href={`/volg/${code}/wissen`}>
          {t('follow.erase')}
        </LinkButton>
      </Buttons>
    )
  return (
    <Buttons>
      {ways.some((way) => isOpen(way.shown.facts.tellBack.state)) ? (
        <LinkButton kind="plain" href={`/volg/${code}/gelezen`}>
          {t('way.read')}
        </LinkButton>
      ) : null}
      <LinkButton href="/inbreng/nieuw">{t('follow.more')}</LinkButton>
      {planning ? (
        <LinkButton kind="plain" href={`/budget/${planning}/plan?volgcode=${code}`}>
          {t('follow.plan')}
        </LinkButton>
      ) : null}
      <LinkButton kind="plain" href={`/volg/${code}/anders`}>
        {t('follow.otherwise')}
      </LinkButton>
      <LinkButton kind="quiet" href={`/volg/${code}/terugnemen`}>
        {t('follow.take-back')}
      </LinkButton>
      <LinkButton kind="quiet" href={`/volg/${code}/wissen`}>
        {t('follow.erase')}
      </LinkButton>
    </Buttons>
  )
}

/** The code is known, and leads nowhere any more. */
function Erased({ visit: { t }, code, why }: { visit: Visit; code: FollowCode; why: Erasure | undefined }) {
  return (
    <>
      <h1>{t('follow.erased')}</h1>
      <p class="lead">
        {t('follow.code')} <strong class="code">{showFollowCode(code)}</strong>.
      </p>
      <Lead>{t('follow.erased.what', { day: t.dayOfInstant(why?.at ?? '') })}</Lead>
      {why?.why ? <p>{t('follow.erased.by-admin', { why: t.find(`voices.erase-for.why.${why.why}`) ?? '' })}</p> : null}
      <p>{t('follow.erased.stays')}</p>
      <Buttons>
        <LinkButton href="/inbreng/nieuw">{t('follow.more')}</LinkButton>
      </Buttons>
    </>
  )
}

interface Erasure {
  at: string
  /** Said by an administrator, when one did it for the giver. */
  why?: string
}

/** What the record says of it. */
async function whyErased(read: Visit['read'], voice: string): Promise<Erasure | undefined> {
  const entry = (await entriesAbout(read, 'voice', voice, ['voice-erased'])).at(-1)
  if (!entry) return undefined
  const { why } = (JSON.parse(entry.entry) as { facts: { why?: string } }).facts
  return { at: entry.at, ...(why ? { why } : {}) }
}

/** There is news, and somebody would still come and tell it, or could not. */
const isOpen = (state: string | undefined): boolean => state === 'waiting' || state === 'unreachable'

const areaName = async (visit: Visit, id: string | null) =>
  id ? (await areasOf(visit.read)).find((area) => area.id === id)?.name : undefined

function Drawn({
  visit,
  way,
  nr,
  many,
  found
}: {
  visit: Visit
  way: OneWay
  nr: number
  many: boolean
  found: Followed
}) {
  const { t } = visit
  const channel = t.find(`channel.${found.voice.channel}`)
  const label = many ? t('follow.way-nr', { nr }) : t('follow.way')
  return (
    <section>
      <h2>{label}</h2>
      <WayOf visit={visit} shown={{ ...way.shown, channel }} label={label} />
    </section>
  )
}

interface OwnWordsProps {
  visit: Visit
  voice: Followed['voice']
  translations: { lang: string; text: string; name: string }[]
  area: string | undefined
}

function OwnWords({ visit, voice, translations, area }: OwnWordsProps) {
  const { t } = visit
  const by = [
    t(voice.helper_id ? 'follow.written-by-helper' : 'follow.written-by-you'),
    area,
    t(`show.${voice.show}.said`)
  ]
  const [translation] = translations
  return (
    <Card>
      <Quote
        lang={voice.lang}
        dir={dirOf(voice.lang)}
        by={by.filter(Boolean).join(' · ')}
        translation={
          translation && {
            lang: translation.lang,
            text: translation.text,
            mark: t('follow.translated-by', { name: shownName(t, translation.name) })
          }
        }
      >
        {voice.text}
      </Quote>
    </Card>
  )
}

export type { Day }
