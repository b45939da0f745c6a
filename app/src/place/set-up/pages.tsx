import { ok } from '@buurtmacht/domain'
import { admins, anyone, CardToKeep, freshCard, keepCard, keptCard } from '../../people/index.ts'
import { Lead, Notice, Steps } from '../../ui/index.ts'
import { page, PageForm, refusalWords, type Page, type Sent, type Shown, type Visit } from '../../web/index.ts'
import { languages } from '../../words/index.ts'
import { isMark } from '../marks.ts'
import { neighbourhood } from '../queries.ts'
import { exampleColours, placeFields, placeOptions } from '../reading.tsx'
import { setUp } from './actions.ts'
import { isSetUpCode, setUpPath } from './first.ts'

const fields = {
  code: { kind: 'text', max: 40 },
  ...placeFields,
  areas: { kind: 'long', max: 10_000, optional: true },
  administrator: { kind: 'text', max: 100, autocomplete: 'name' },
  email: { kind: 'text', input: 'email', autocomplete: 'email', max: 254, optional: true }
} as const

const start = page({
  path: setUpPath,
  who: anyone,
  limit: 'tries',
  fields,
  async show(visit, sent) {
    if (await neighbourhood(visit.read)) return sent ? refusedView(visit, sent) : { goTo: '/' }
    const { t } = visit
    return {
      title: t('place.set-up'),
      private: true,
      body: (
        <>
          <h1>{t('place.set-up')}</h1>
          <Lead>{t('place.set-up.lead')}</Lead>
          <PageForm
            visit={visit}
            fields={fields}
            words="place.set-up"
            sent={sent}
            values={{ colour: exampleColours.sea, mark: 'heart', languages }}
            options={placeOptions(t)}
          />
        </>
      )
    }
  },
  /** Slow work only for who holds the code of an empty platform. */
  async beforehand({ by, keyed, read }, { code }) {
    return isSetUpCode(keyed, code) && !(await neighbourhood(read)) ? freshCard(by, keyed) : undefined
  },
  async submit(tx, change, given, fresh) {
    const mark = isMark(given.mark) ? given.mark : 'heart'
    const done = await setUp(tx, change.by, { keyed: change.keyed, fresh, lang: change.t.lang }, { ...given, mark })
    if (!done.ok) return done
    const { person, card, cookie } = done.value
    return ok({ goTo: '/opzetten/klaar', cookies: [cookie, keepCard(change, person, person, card)] })
  }
})

function refusedView(visit: Visit, sent: Sent): Shown {
  const [refusal] = sent.refusals
  return {
    title: visit.t('place.set-up'),
    private: true,
    body: (
      <>
        <h1>{visit.t('place.set-up')}</h1>
        <Notice kind="stop">
          <p>{refusal ? refusalWords(visit, { code: 'already-set-up' }) : ''}</p>
        </Notice>
        <p>
          <a href="/">{visit.t('trouble.home')}</a>
        </p>
      </>
    )
  }
}

const done = page({
  path: '/opzetten/klaar',
  who: admins,
  async show(visit) {
    const { t } = visit
    const name = (await neighbourhood(visit.read))?.name ?? ''
    const card = keptCard(visit, visit.by.person ?? '')
    const link = (href: string, words: string) => <a href={href}>{words}</a>
    return {
      title: t('place.set-up.done', { place: name }),
      private: true,
      body: (
        <>
          <h1>{t('place.set-up.done', { place: name })}</h1>
          <Lead>{t('place.set-up.done.lead')}</Lead>
          {card ? (
            <>
              <h2>{t('place.set-up.card')}</h2>
              <p>{t('place.set-up.card.what')}</p>
              <CardToKeep visit={visit} card={card} siteName={name} />
            </>
          ) : null}
          <h2>{t('place.set-up.next')}</h2>
          <Steps
            steps={[
              link('/groepen/nieuw', t('place.set-up.next.groups')),
              link('/beheer/mensen', t('place.set-up.next.people')),
              link('/instanties/nieuw', t('place.set-up.next.institutions')),
              link('/inbreng/nieuw', t('place.set-up.next.voice'))
            ]}
          />
        </>
      )
    }
  }
})

export const setUpPages: readonly Page[] = [start, done]
