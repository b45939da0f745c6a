import { ok, refused } from '@buurtmacht/domain'
import { entriesAbout } from '../../journal/index.ts'
import { admins } from '../../people/index.ts'
import { Buttons, Lead, LinkButton } from '../../ui/index.ts'
import { page, PageForm, type Page } from '../../web/index.ts'
import { isMark } from '../marks.ts'
import { areasOf, neighbourhood } from '../queries.ts'
import { areaNameMax, colourTyped, placeFields, placeOptions } from '../reading.tsx'
import { addAreaNamed, editPlace, renameArea } from './actions.ts'

const placeForm = { ...placeFields, version: { kind: 'hidden' } } as const

const place = page({
  path: '/beheer/buurt',
  who: admins,
  fields: placeForm,
  async show(visit, sent) {
    const { t } = visit
    const now = await neighbourhood(visit.read)
    if (!now) return 'not-found'
    return {
      title: t('place.edit'),
      private: true,
      body: (
        <>
          <h1>{t('place.edit')}</h1>
          <PageForm
            visit={visit}
            fields={placeForm}
            words="place.edit"
            sent={sent}
            values={{
              name: now.name,
              town: now.town,
              mark: now.mark,
              languages: now.languages,
              version: String(now.version),
              ...colourTyped(now.colour)
            }}
            options={placeOptions(t)}
          />
          <h2>{t('place.picture')}</h2>
          <p>{t('place.picture.lead')}</p>
          <Buttons>
            <LinkButton kind="plain" href="/beheer/beeld">
              {t(now.picture ? 'place.picture.button-change' : 'place.picture.button-to')}
            </LinkButton>
          </Buttons>
          <h2>{t('place.areas')}</h2>
          <p>{t('place.areas.what')}</p>
          <Buttons>
            <LinkButton kind="plain" href="/beheer/gebieden">
              {t('place.areas.button-to')}
            </LinkButton>
          </Buttons>
        </>
      )
    }
  },
  async submit(tx, change, given) {
    if (!isMark(given.mark)) return refused('field-not-a-choice', { field: 'mark' })
    const done = await editPlace(tx, change.by, { ...given, mark: given.mark, version: Number(given.version) })
    return done.ok ? ok({ goTo: '/beheer/buurt', notice: 'saved' }) : done
  }
})

const nameField = { name: { kind: 'text', max: areaNameMax } } as const

const areas = page({
  path: '/beheer/gebieden',
  who: admins,
  fields: nameField,
  async show(visit, sent) {
    const { t } = visit
    const all = await areasOf(visit.read)
    return {
      title: t('place.areas'),
      private: true,
      body: (
        <>
          <h1>{t('place.areas')}</h1>
          <Lead>{t('place.areas.lead')}</Lead>
          {all.length === 0 ? <p>{t('place.areas.none')}</p> : null}
          {all.length > 0 ? (
            <ul>
              {all.map((area) => (
                <li key={area.id}>
                  <a href={`/beheer/gebieden/${area.id}`}>{area.name}</a>
                </li>
              ))}
            </ul>
          ) : null}
          <h2>{t('place.areas.more')}</h2>
          <PageForm visit={visit} fields={nameField} words="place.areas" sent={sent} />
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const done = await addAreaNamed(tx, change.by, given.name)
    return done.ok ? ok({ goTo: '/beheer/gebieden', notice: 'area-added' }) : done
  }
})

const area = page({
  path: '/beheer/gebieden/:area',
  who: admins,
  fields: nameField,
  restsOn: async ({ read, params }) => (await areasOf(read)).find((one) => one.id === params['area'])?.name,
  async show(visit, sent) {
    const { t } = visit
    const found = (await areasOf(visit.read)).find((one) => one.id === visit.params['area'])
    if (!found) return 'not-found'
    const names = await olderNames(visit.read, found.id)
    return {
      title: t('place.area', { name: found.name }),
      private: true,
      body: (
        <>
          <h1>{t('place.area', { name: found.name })}</h1>
          <PageForm visit={visit} fields={nameField} words="place.area" sent={sent} values={{ name: found.name }} />
          {names.length > 0 ? <h2>{t('place.area.before')}</h2> : null}
          {names.length > 0 ? (
            <ul>
              {names.map(({ was, at }) => (
                <li key={at}>{t('place.area.was', { was, day: t.dayOfInstant(at) })}</li>
              ))}
            </ul>
          ) : null}
          <p>
            <a href="/beheer/gebieden">{t('place.areas.button-to')}</a>
          </p>
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const done = await renameArea(tx, change.by, change.params['area'] ?? '', given.name)
    return done.ok ? ok({ goTo: '/beheer/gebieden', notice: 'saved' }) : done
  }
})

/** What it was called before, oldest first: read from the journal. */
async function olderNames(
  read: Parameters<typeof entriesAbout>[0],
  id: string
): Promise<{ was: string; at: string }[]> {
  const entries = await entriesAbout(read, 'area', id)
  return entries
    .filter((entry) => entry.kind === 'area-renamed')
    .map((entry) => ({ was: (JSON.parse(entry.entry) as { facts: { was: string } }).facts.was, at: entry.at }))
}

export const editPages: readonly Page[] = [place, areas, area]
