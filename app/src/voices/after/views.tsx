import { type FollowCode } from '@buurtmacht/domain'
import type { VNode } from 'preact'
import { BackLink, Buttons, FollowCard, Form, LinkButton, Qr } from '../../ui/index.ts'
import { Refused, type Visit } from '../../web/index.ts'
import { questions, type Asked } from '../giving/questions.tsx'

interface CardProps {
  visit: Visit
  code: FollowCode
  siteName: string
  /** A helper gives the card to somebody else, and goes on to the next. */
  forAnother: boolean
}

export function CardPage({ visit, code, siteName, forAnother }: CardProps): VNode {
  const { t, publicUrl, query } = visit
  const address = `${publicUrl}/volg/${code}`
  const next = new URLSearchParams({ kanaal: query['kanaal'] ?? '', dag: query['dag'] ?? '' }).toString()
  return (
    <>
      <h1>{t(forAnother ? 'voices.card.title-other' : 'voices.card.title')}</h1>
      <p class="lead">{t(forAnother ? 'voices.card.lead-other' : 'voices.card.lead')}</p>
      <FollowCard
        siteName={siteName}
        title={t('voices.card.keep')}
        codeLabel={t('voices.card.code')}
        code={code}
        qr={<Qr text={address} label={t('voices.card.qr')} />}
        address={`${publicUrl.replace(/^https?:\/\//, '')}/volg`}
      >
        <p>{t('voices.card.what')}</p>
      </FollowCard>
      <Buttons>
        {forAnother ? (
          <LinkButton href={`/inbreng/voor-een-ander?${next}`}>{t('voices.card.next')}</LinkButton>
        ) : (
          <LinkButton href={`/volg/${code}`}>{t('voices.card.look')}</LinkButton>
        )}
      </Buttons>
      <p>{t('voices.card.more')}</p>
      <Buttons>
        <LinkButton kind="plain" href={`/inbreng/kaart/${code}/tekst`}>
          {t('voices.card.text')}
        </LinkButton>
      </Buttons>
    </>
  )
}

export function Wish({ asked, code }: { asked: Asked; code: FollowCode }): VNode {
  const { visit } = asked
  const { t } = visit
  return (
    <>
      <BackLink href={`/volg/${code}`}>{t('voices.to-follow')}</BackLink>
      <Refused visit={visit} refusals={asked.refusals} />
      <Form
        action={visit.here}
        hidden={{ csrf: visit.formTokens()['csrf'] ?? '' }}
        id="form"
        button={t('voices.wish.button')}
      >
        {questions.tell.draw(asked)}
      </Form>
    </>
  )
}
