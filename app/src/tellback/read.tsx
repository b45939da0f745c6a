// Who: somebody nobody could reach, who finds the card again in a coat and looks at the code.
import { ok, readFollowCode, refused } from '@buurtmacht/domain'
import { anyone } from '../people/index.ts'
import { BackLink, Lead } from '../ui/index.ts'
import { followHash, voiceByCode } from '../voices/index.ts'
import { page, PageForm, type Change } from '../web/index.ts'
import { readByGiver } from './actions.ts'

const codeOf = (visit: Pick<Change, 'params'>) => readFollowCode(visit.params['code'] ?? '')

/** Opening it says the same for every code; pressing counts the giver as told. */
export const readPage = page({
  path: '/volg/:code/gelezen',
  who: anyone,
  limit: 'tries',
  fields: {},
  async show(visit, sent) {
    const { t } = visit
    const code = codeOf(visit)
    if (!code) return 'not-found'
    return {
      title: t('tellback.read.title'),
      private: true,
      body: (
        <>
          <BackLink href={`/volg/${code}`}>{t('follow.page')}</BackLink>
          <h1>{t('tellback.read.title')}</h1>
          <Lead>{t('tellback.read.lead')}</Lead>
          <PageForm visit={visit} fields={{}} words="tellback.read" sent={sent} />
        </>
      )
    }
  },
  async submit(tx, change) {
    const code = codeOf(change)
    const voice = code && (await voiceByCode(tx, followHash(change.keyed, code)))
    if (!code || !voice) return refused('code-wrong')
    const done = await readByGiver(tx, change.by, voice.id)
    return done.ok ? ok({ goTo: `/volg/${code}`, notice: 'read-at-code' }) : done
  }
})
