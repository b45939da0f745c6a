// Who: the resident administrator, at a kitchen table with a photo on the phone: will this go well, and can I undo it?
import { ok } from '@buurtmacht/domain'
import { admins, anyone } from '../../people/index.ts'
import { Lead } from '../../ui/index.ts'
import { page, PageForm, type Page } from '../../web/index.ts'
import { neighbourhood } from '../queries.ts'
import { PlacePicture } from './view.tsx'
import { altMax, setPicture, takePictureAway } from './actions.ts'
import { pictureFile } from './queries.ts'

const aDay = 86_400

/** The picture itself. */
const file = page({
  path: '/beeld/:picture',
  who: anyone,
  async show(visit) {
    const found = await pictureFile(visit.read, visit.params['picture'] ?? '')
    return found ? { file: found.bytes, type: found.type, keptFor: aDay } : 'not-found'
  }
})

const pictureFields = {
  picture: { kind: 'picture' },
  alt: { kind: 'text', max: altMax },
  version: { kind: 'hidden' }
} as const

const edit = page({
  path: '/beheer/beeld',
  who: admins,
  fields: pictureFields,
  async show(visit, sent) {
    const { t } = visit
    const place = await neighbourhood(visit.read)
    if (!place) return 'not-found'
    const version = String(place.version)
    return {
      title: t('place.picture'),
      private: true,
      body: (
        <>
          <h1>{t('place.picture')}</h1>
          <Lead>{t('place.picture.lead')}</Lead>
          {place.picture ? <PlacePicture picture={place.picture} /> : null}
          <PageForm
            visit={visit}
            fields={pictureFields}
            words="place.picture"
            sent={sent}
            values={{ version, alt: place.picture?.alt ?? '' }}
          />
          {place.picture ? (
            <p>
              <a href="/beheer/beeld/weg">{t('place.picture.away')}</a>
            </p>
          ) : null}
          <p>
            <a href="/beheer/buurt">{t('place.picture.back')}</a>
          </p>
        </>
      )
    }
  },
  async submit(tx, change, { picture, alt, version }) {
    const done = await setPicture(tx, change.by, { picture, alt, version: Number(version) })
    return done.ok ? ok({ goTo: '/beheer/beeld', notice: 'picture-set' }) : done
  }
})

const awayFields = { version: { kind: 'hidden' } } as const

const away = page({
  path: '/beheer/beeld/weg',
  who: admins,
  fields: awayFields,
  async show(visit, sent) {
    const { t } = visit
    const place = await neighbourhood(visit.read)
    if (!place?.picture) return 'not-found'
    return {
      title: t('place.picture.away'),
      private: true,
      body: (
        <>
          <h1>{t('place.picture.away')}</h1>
          <PlacePicture picture={place.picture} />
          <p>{t('place.picture.away.what')}</p>
          <PageForm
            visit={visit}
            fields={awayFields}
            words="place.picture.away"
            sent={sent}
            values={{ version: String(place.version) }}
          />
          <p>
            <a href="/beheer/beeld">{t('place.picture.away.back')}</a>
          </p>
        </>
      )
    }
  },
  async submit(tx, change, { version }) {
    const done = await takePictureAway(tx, change.by, Number(version))
    return done.ok ? ok({ goTo: '/beheer/beeld', notice: 'picture-away' }) : done
  }
})

export const picturePages: readonly Page[] = [file, edit, away]
