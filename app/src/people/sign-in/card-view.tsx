/** A sign-in card to print or copy by hand. Told once: it waits in a sealed cookie of the administrator's own browser for ten minutes. */
import { showFollowCode, type FollowCode } from '@buurtmacht/domain'
import { Mark, Notice } from '../../ui/index.ts'
import type { Change, Cookie, Visit } from '../../web/index.ts'
import type { Card } from './cards.ts'

const name = 'kaart'
const purposeOf = (by: string): string => `sign-in-card seen by ${by}`

/** @param by the administrator who may see it. */
export const keepCard = (change: Change, by: string, person: string, card: Card): Cookie => ({
  name,
  value: change.sealed(purposeOf(by), JSON.stringify({ ...card, person })),
  seconds: 600
})

/** The card just made for this person, for the administrator who made it and nobody else. */
export function keptCard(visit: Visit, person: string): Card | undefined {
  const text = visit.unsealed(purposeOf(visit.by.person ?? ''), visit.cookies[name])
  const card = text === undefined ? undefined : (JSON.parse(text) as Card & { person: string })
  return card?.person === person ? card : undefined
}

export function CardToKeep({ visit, card, siteName }: { visit: Visit; card: Card; siteName: string }) {
  const { t } = visit
  const pin = `${card.pin.slice(0, 3)} ${card.pin.slice(3)}`
  return (
    <>
      <Notice kind="note">
        <p>{t('people.new-card.once')}</p>
      </Notice>
      <article class="follow-card">
        <p class="follow-name">
          <Mark /> {siteName}
        </p>
        <p class="follow-title">{t('people.new-card.title', { name: card.name })}</p>
        <p>{t('people.new-card.code')}</p>
        <Code text={showFollowCode(card.code as FollowCode)} />
        <p class="follow-address">
          <bdi dir="ltr">{`${visit.publicUrl.replace(/^https?:\/\//, '')}/aanmelden/kaart`}</bdi>
        </p>
        <div class="follow-code">
          <p>{t('people.new-card.pin', { name: card.name })}</p>
          <Code text={pin} />
          <p class="meta">{t('people.new-card.apart')}</p>
        </div>
      </article>
    </>
  )
}

const Code = ({ text }: { text: string }) => (
  <p class="code" translate={false}>
    <bdi dir="ltr">{text}</bdi>
  </p>
)
