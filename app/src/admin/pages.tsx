/** What resident administrators look after. They hand out tasks and keep the place in order; they decide nothing for groups. */
import { admins } from '../people/index.ts'
import { Card, CardGrid, Lead } from '../ui/index.ts'
import { page, type Page } from '../web/index.ts'
import { peopleAdminPages } from './people.tsx'
import { taskPages } from './tasks.tsx'

const home = page({
  path: '/beheer',
  who: admins,
  show: async ({ t }) => ({
    title: t('frame.admin'),
    private: true,
    body: (
      <>
        <h1>{t('frame.admin')}</h1>
        <Lead>{t('admin.lead')}</Lead>
        <CardGrid>
          <Card level={2} title={t('admin.people')} href="/beheer/mensen">
            <p>{t('admin.people.what')}</p>
          </Card>
          <Card level={2} title={t('groups.new')} href="/groepen/nieuw">
            <p>{t('admin.groups.what')}</p>
          </Card>
          <Card level={2} title={t('institutions.new')} href="/instanties/nieuw">
            <p>{t('admin.institutions.what')}</p>
          </Card>
          <Card level={2} title={t('place.edit')} href="/beheer/buurt">
            <p>{t('admin.place.what')}</p>
          </Card>
          <Card level={2} title={t('place.areas')} href="/beheer/gebieden">
            <p>{t('place.areas.what')}</p>
          </Card>
        </CardGrid>
      </>
    )
  })
})

export const adminPages: readonly Page[] = [home, ...peopleAdminPages, ...taskPages]
