/** What the pages about proof have in common: how the record stands, the file to keep, and what to do while it is not there yet. */
import type { VNode } from 'preact'
import { Card, Facts, Lead, LinkButton, Notice } from '../../ui/index.ts'
import type { File, Shown, Visit } from '../../web/index.ts'
import type { Words } from '../../words/index.ts'
import type { Standing } from '../keeping/standing.ts'
import type { Proven } from './making.ts'

/** One line for the page of anything that stands in the record. */
export const ProofLink = ({ t, of, id }: { t: Words; of: string; id: string }): VNode => (
  <p class="meta">
    <a href={`/logboek/van/${of}/${id}`}>{t('journal.proof.link')}</a>
  </p>
)

/** Whether the record goes on being signed, in plain words. */
export function StandingShown({ t, standing }: { t: Words; standing: Standing }): VNode {
  const { stopped, behindSince, signedAt } = standing
  if (stopped)
    return (
      <Notice kind="stop" title={t('journal.stopped', { day: t.dayOfInstant(stopped.at) })}>
        <p>{t.find(`journal.wrong.${stopped.why}`, { number: stopped.number })}</p>
        <p>{t('journal.stopped.what')}</p>
      </Notice>
    )
  if (behindSince)
    return (
      <Notice kind="stop" title={t('journal.behind', { day: t.dayOfInstant(behindSince) })}>
        <p>{t('journal.behind.what')}</p>
      </Notice>
    )
  if (!signedAt) return <Notice kind="note">{t('journal.no-checkpoint')}</Notice>
  return (
    <Notice kind="good" title={t('journal.stands', { n: standing.size })}>
      <p>{t('journal.stands.what', { moment: momentOf(t, signedAt) })}</p>
    </Notice>
  )
}

/** '3 maart 2026, 12.05': when it was signed, by the clock here. */
export const momentOf = (t: Words, at: string): string =>
  `${t.dayOfInstant(at)}, ${new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' }).format(new Date(at))}`

export const proofFile = (proven: Extract<Proven, { state: 'proven' }>, more: { private: boolean }): File => ({
  file: `${JSON.stringify(proven.proof, null, 2)}\n`,
  type: 'application/json; charset=utf-8',
  name: `bewijs-${proven.proof.index}.json`,
  ...(more.private ? { private: true } : {})
})

/** Instead of the file, while there is none. */
export const notYet = ({ t }: Visit, back: string): Shown => ({
  title: t('journal.waits'),
  private: true,
  body: (
    <>
      <h1>{t('journal.waits')}</h1>
      <Lead>{t('journal.waits.what')}</Lead>
      <LinkButton kind="plain" href={back}>
        {t('journal.waits.again')}
      </LinkButton>
    </>
  )
})

interface EntryProps {
  t: Words
  proven: Proven
  /** Where the file is. */
  file: string
}

/** One entry: since when, at which place, its file, and what is written, to the letter. */
export function EntryProof({ t, proven, file }: EntryProps): VNode {
  if (proven.state === 'waits')
    return (
      <Notice kind="note" title={t('journal.waits')}>
        <p>{t('journal.waits.what')}</p>
      </Notice>
    )
  const { proof, at } = proven
  return (
    <Card>
      <Facts
        facts={[
          { term: t('journal.written'), detail: momentOf(t, at) },
          { term: t('journal.number'), detail: t('journal.number.of', { number: proof.index, size: proof.size }) }
        ]}
      />
      <p>
        <LinkButton kind="plain" href={file}>
          {t('journal.proof.file')}
        </LinkButton>
      </p>
      <details>
        <summary>{t('journal.letters')}</summary>
        <p>
          <code dir="ltr">{proof.entry}</code>
        </p>
      </details>
    </Card>
  )
}
