/** Who: the secretary of the buurtberaad, who puts the record on paper in the minutes; and whoever holds that paper beside the screen a year later. */
import { ok } from '@buurtmacht/domain'
import { checkpointOf, groupsOf, momentOf, newestCheckpoint } from '../journal/index.ts'
import { anyone, helpers } from '../people/index.ts'
import { neighbourhood } from '../place/index.ts'
import { BackLink, Buttons, EmptyState, Facts, Lead, LinkButton, NumberedGroups, Qr } from '../ui/index.ts'
import { page, PageForm, type Page, type Visit } from '../web/index.ts'
import { groupsToRead, readBack } from './actions.ts'

const newest = page({
  path: '/logboek/papier',
  who: anyone,
  async show({ t, read }) {
    const last = await newestCheckpoint(read)
    if (last) return { goTo: `/logboek/papier/${Number(last.size)}` }
    return {
      title: t('paper.title'),
      body: (
        <>
          <h1>{t('paper.title')}</h1>
          <EmptyState title={t('paper.nothing')}>{t('journal.no-checkpoint')}</EmptyState>
        </>
      )
    }
  }
})

const sizeOf = ({ params }: Pick<Visit, 'params'>): number =>
  /^[1-9]\d{0,9}$/.test(params['size'] ?? '') ? Number(params['size']) : 0

const paper = page({
  path: '/logboek/papier/:size',
  who: anyone,
  async show(visit) {
    const { t, read } = visit
    const row = await checkpointOf(read, sizeOf(visit))
    if (!row) return 'not-found'
    const place = await neighbourhood(read)
    return {
      title: t('paper.title'),
      body: (
        <>
          <BackLink href="/logboek/bewijs">{t('journal.check')}</BackLink>
          <h1>{t('paper.title')}</h1>
          <Lead>{t('paper.lead')}</Lead>
          <article class="paper">
            <p class="paper-site">{place?.name ?? 'Buurtmacht'}</p>
            <h2 class="paper-title">{t('paper.heading', { n: Number(row.size) })}</h2>
            <Facts
              facts={[
                { term: t('paper.moment'), detail: momentOf(t, row.signed_at) },
                { term: t('paper.address'), detail: `${visit.publicUrl}/logboek/papier/${Number(row.size)}` }
              ]}
            />
            <NumberedGroups groups={groupsOf(row.root)} />
            <Qr text={row.note} label={t('paper.qr')} />
            <p>{t('paper.keep')}</p>
          </article>
          <Buttons>
            <LinkButton kind="plain" href={`/logboek/papier/${Number(row.size)}/terug`}>
              {t('paper.back')}
            </LinkButton>
          </Buttons>
        </>
      )
    }
  }
})

const backFields = {
  first: { kind: 'text', max: 10, autocomplete: 'off' },
  second: { kind: 'text', max: 10, autocomplete: 'off' },
  where: { kind: 'text', max: 100 }
} as const

const typedBack = page({
  path: '/logboek/papier/:size/terug',
  who: helpers,
  limit: 'tries',
  fields: backFields,
  async show(visit, sent) {
    const { t } = visit
    const row = await checkpointOf(visit.read, sizeOf(visit))
    if (!row) return 'not-found'
    const [first, second] = groupsToRead(groupsOf(row.root)).map((at) => at + 1)
    return {
      title: t('paper.back'),
      private: true,
      body: (
        <>
          <BackLink href={`/logboek/papier/${Number(row.size)}`}>{t('paper.title')}</BackLink>
          <h1>{t('paper.back')}</h1>
          <Lead>{t('paper.back.lead', { first: first ?? 1, second: second ?? 2, n: Number(row.size) })}</Lead>
          <PageForm visit={visit} fields={backFields} words="paper.back" sent={sent} />
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const size = sizeOf(change)
    const done = await readBack(tx, change.by, { size, ...given })
    return done.ok ? ok({ goTo: `/logboek/papier/${size}`, notice: 'paper-read-back' }) : done
  }
})

export const paperPages: readonly Page[] = [newest, paper, typedBack]
