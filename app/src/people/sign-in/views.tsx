import type { Refusal } from '@buurtmacht/domain'
import { Buttons, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { PageForm, refusalWords, type Fields, type Sent, type Shown, type Visit } from '../../web/index.ts'

const withBack = (path: string, backTo: string): string => `${path}?terug=${encodeURIComponent(backTo)}`

export function signInView(visit: Visit, fields: Fields, sent: Sent | undefined, backTo: string): Shown {
  const { t } = visit
  return {
    title: t('people.sign-in'),
    private: true,
    body: (
      <>
        <h1>{t('people.sign-in')}</h1>
        <Lead>{t('people.sign-in.lead')}</Lead>
        <PageForm visit={visit} fields={fields} words="people.sign-in" sent={sent} values={{ terug: backTo }} />
        <h2>{t('people.sign-in.no-mail')}</h2>
        <p>{t('people.sign-in.no-mail.what')}</p>
        <Buttons>
          <LinkButton kind="plain" icon="card" href={withBack('/aanmelden/kaart', backTo)}>
            {t('people.sign-in.by-card')}
          </LinkButton>
        </Buttons>
        <h2>{t('people.sign-in.no-account')}</h2>
        <p>{t('people.sign-in.no-account.what')}</p>
        <Buttons>
          <LinkButton kind="quiet" icon="speech" href="/inbreng/nieuw">
            {t('frame.tell')}
          </LinkButton>
        </Buttons>
      </>
    )
  }
}

/** The same for everybody who asks, known or not. */
export function askedView({ t, post }: Visit): Shown {
  return {
    title: t('people.asked'),
    private: true,
    body: (
      <>
        <h1>{t('people.asked')}</h1>
        <Lead>{t('people.asked.lead')}</Lead>
        {post.toTerminal ? (
          <Notice kind="note">
            <p>{t('people.asked.terminal')}</p>
          </Notice>
        ) : null}
        <ol>
          <li>{t('people.asked.open')}</li>
          <li>{t('people.asked.same-browser')}</li>
          <li>{t('people.asked.button')}</li>
        </ol>
        <h2>{t('people.asked.nothing')}</h2>
        <p>{t('people.asked.nothing.what')}</p>
        <Buttons>
          <LinkButton kind="plain" href="/aanmelden">
            {t('people.asked.again')}
          </LinkButton>
        </Buttons>
      </>
    )
  }
}

export function linkView(visit: Visit, wrong: Refusal | undefined, sent: Sent | undefined): Shown {
  const { t } = visit
  if (!wrong)
    return {
      title: t('people.link'),
      private: true,
      body: (
        <>
          <h1>{t('people.link')}</h1>
          <Lead>{t('people.link.lead')}</Lead>
          <PageForm visit={visit} fields={{}} words="people.link" sent={sent} />
        </>
      )
    }
  const elsewhere = wrong.code === 'sign-in-link-other-browser'
  return {
    title: t('people.link.not'),
    private: true,
    status: elsewhere ? 403 : 410,
    body: (
      <>
        <h1>{t('people.link.not')}</h1>
        <Notice kind="stop">
          <p>{refusalWords(visit, wrong)}</p>
        </Notice>
        {elsewhere ? <p>{t('people.link.elsewhere')}</p> : null}
        <Buttons>
          <LinkButton icon="letter" href="/aanmelden">
            {t('people.asked.again')}
          </LinkButton>
        </Buttons>
      </>
    )
  }
}

export function cardView(visit: Visit, fields: Fields, sent: Sent | undefined, backTo: string): Shown {
  const { t } = visit
  // The PIN is never sent back to the screen.
  const again = sent && { ...sent, typed: { ...sent.typed, pin: '' } }
  return {
    title: t('people.card'),
    private: true,
    body: (
      <>
        <h1>{t('people.card')}</h1>
        <Lead>{t('people.card.lead')}</Lead>
        <PageForm visit={visit} fields={fields} words="people.card" sent={again} values={{ terug: backTo }} />
        <h2>{t('people.card.lost')}</h2>
        <p>{t('people.card.lost.what')}</p>
        <p>
          <a href={withBack('/aanmelden', backTo)}>{t('people.card.by-mail')}</a>
        </p>
      </>
    )
  }
}

export function signOutView(visit: Visit, sent: Sent | undefined): Shown {
  const { t } = visit
  return {
    title: t('people.sign-out'),
    private: true,
    body: (
      <>
        <h1>{t('people.sign-out')}</h1>
        <Lead>{t('people.sign-out.lead', { name: visit.name ?? '' })}</Lead>
        <PageForm visit={visit} fields={{}} words="people.sign-out" sent={sent} />
        <p>
          <a href="/afmelden/overal">{t('people.everywhere')}</a>
        </p>
      </>
    )
  }
}

export function everywhereView(visit: Visit, sent: Sent | undefined): Shown {
  const { t } = visit
  return {
    title: t('people.everywhere'),
    private: true,
    body: (
      <>
        <h1>{t('people.everywhere')}</h1>
        <Lead>{t('people.everywhere.lead')}</Lead>
        <PageForm visit={visit} fields={{}} words="people.everywhere" sent={sent} />
      </>
    )
  }
}
