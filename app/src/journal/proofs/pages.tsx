/** Who: somebody who does not take our word for it; and the relative or journalist they ask to look. */
import { readFile } from 'node:fs/promises'
import { BackLink, Buttons, Facts, Lead, LinkButton, Steps } from '../../ui/index.ts'
import { page, type Page, type Visit, type Who } from '../../web/index.ts'
import { standing, type Standing } from '../keeping/standing.ts'
import { entriesAbout } from '../queries.ts'
import { proofOfEntry } from './making.ts'
import { EntryProof, notYet, proofFile, StandingShown } from './views.tsx'

/** The module of people stands below this one in the house. */
const anyone: Who = { says: 'anyone', allows: () => true }

const howToCheck = page({
  path: '/logboek/bewijs',
  who: anyone,
  async show(visit) {
    const { t } = visit
    const stands = await standing(visit.read, visit.by.at)
    return {
      title: t('journal.check'),
      body: (
        <>
          <h1>{t('journal.check')}</h1>
          <Lead>{t('journal.check.lead')}</Lead>
          <StandingShown t={t} standing={stands} />
          <h2>{t('journal.check.yourself')}</h2>
          <Steps steps={[t('journal.check.step1'), t('journal.check.step2'), t('journal.check.step3')]} />
          <Buttons>
            <LinkButton href="/logboek/controleren.html">{t('journal.verifier')}</LinkButton>
            <LinkButton kind="plain" href="/logboek/papier">
              {t('journal.paper')}
            </LinkButton>
            <LinkButton kind="plain" href="/logboek/getuigen">
              {t('journal.witnesses')}
            </LinkButton>
          </Buttons>
          {stands.signedAt ? <ForPrograms visit={visit} stands={stands} /> : null}
          <h2>{t('journal.check.limits')}</h2>
          <p>{t('journal.check.limits.what')}</p>
        </>
      )
    }
  }
})

function ForPrograms({ visit, stands }: { visit: Visit; stands: Standing }) {
  const { t, publicUrl } = visit
  return (
    <>
      <h2>{t('journal.check.programs')}</h2>
      <p>{t('journal.check.programs.what')}</p>
      <Facts
        facts={[
          ...stands.keys.map(({ key, from }) => ({
            term: t('journal.key', { day: t.dayOfInstant(from) }),
            detail: <Letters text={key} />
          })),
          { term: t('journal.checkpoint'), detail: <a href="/logboek/checkpoint">{publicUrl}/logboek/checkpoint</a> },
          { term: t('journal.audit'), detail: <Letters text={`npx public-log audit ${publicUrl}/logboek`} /> },
          {
            term: t('journal.verify'),
            detail: <Letters text={`npx public-log verify bewijs.json --key ${stands.keys[0]?.key ?? ''}`} />
          }
        ]}
      />
    </>
  )
}

/** To be copied to the letter, in whatever direction the page is written. */
const Letters = ({ text }: { text: string }) => <code dir="ltr">{text}</code>

const ofThing = page({
  path: '/logboek/van/:subject/:thing',
  who: anyone,
  async show(visit) {
    const { t, read, params } = visit
    const entries = await entriesAbout(read, params['subject'] ?? '', params['thing'] ?? '')
    if (entries.length === 0) return 'not-found'
    const shown = await Promise.all(
      entries.slice(-50).map(async ({ entry }) => {
        const id = idIn(entry)
        return { id, proven: await proofOfEntry(read, id) }
      })
    )
    return {
      title: t('journal.proof'),
      body: (
        <>
          <h1>{t('journal.proof')}</h1>
          <Lead>{t('journal.proof.lead', { n: entries.length })}</Lead>
          {shown.map(({ id, proven }) =>
            proven ? <EntryProof key={id} t={t} proven={proven} file={`/logboek/bewijs/${id}/bewijs.json`} /> : null
          )}
          <p>
            <a href="/logboek/bewijs">{t('journal.proof.how')}</a>
          </p>
        </>
      )
    }
  }
})

/** Every entry carries its own id. */
const idIn = (entry: string): string => String((JSON.parse(entry) as { id?: unknown }).id)

const oneEntry = page({
  path: '/logboek/bewijs/:record',
  who: anyone,
  async show(visit) {
    const { t, params } = visit
    const { record = '' } = params
    const proven = await proofOfEntry(visit.read, record)
    if (!proven) return 'not-found'
    return {
      title: t('journal.entry'),
      body: (
        <>
          <BackLink href="/logboek/bewijs">{t('journal.check')}</BackLink>
          <h1>{t('journal.entry')}</h1>
          <EntryProof t={t} proven={proven} file={`/logboek/bewijs/${record}/bewijs.json`} />
        </>
      )
    }
  }
})

const entryFile = page({
  path: '/logboek/bewijs/:record/bewijs.json',
  who: anyone,
  async show(visit) {
    const { record = '' } = visit.params
    const proven = await proofOfEntry(visit.read, record, aboutFile(visit))
    if (!proven) return 'not-found'
    if (proven.state === 'waits') return notYet(visit, `/logboek/bewijs/${record}`)
    return proofFile(proven, { private: false })
  }
})

// The source runs from here, the built program from dist with the file beside it.
const verifier = new URL(
  import.meta.url.endsWith('.ts') || import.meta.url.endsWith('.tsx')
    ? '../../../../packages/public-log/verifier.html'
    : './verifier.html',
  import.meta.url
)

/** One file that checks a proof in any browser, without a network: to be kept beside the proof. */
const verifierFile = page({
  path: '/logboek/controleren.html',
  who: anyone,
  show: async () => ({
    file: await readFile(verifier, 'utf8'),
    type: 'text/html; charset=utf-8',
    name: 'controleren.html',
    keptFor: 3600
  })
})

/** What the file says about itself for who finds it later. */
export const aboutFile = ({ t, publicUrl }: Pick<Visit, 't' | 'publicUrl'>): { says: string; check: string } => ({
  says: t('journal.file.says', { address: publicUrl }),
  check: `npx public-log verify FILE --key KEY (${publicUrl}/logboek/bewijs)`
})

export const proofPages: readonly Page[] = [howToCheck, ofThing, oneEntry, entryFile, verifierFile]
