/** Who: somebody who voted and wants to hold in hand that the ballot arrived; nothing here knows what is on it. */
import { ok, refused } from '@buurtmacht/domain'
import { aboutFile, EntryProof, notYet, proofFile, proofOfEntry } from '../../journal/index.ts'
import { BackLink, codeGroups, Lead, Notice } from '../../ui/index.ts'
import { page, PageForm, type Change, type Cookie, type Page, type Visit } from '../../web/index.ts'
import { keep, kept } from '../kept.ts'
import { anyone } from '../who.ts'
import { arrivalHash, arrivalSalt, readReceipt } from './receipts.ts'
import { arrivalOf } from './arrival-queries.ts'

export const receiptCookie = 'aangekomen'

/** Shown in this browser for a few minutes. */
export const keepReceipt = (change: Change, code: string): Cookie => keep(change, receiptCookie, code, 15)

export const receiptIn = (visit: Pick<Visit, 'unsealed' | 'cookies' | 'by'>): string | undefined =>
  kept<string>(visit, receiptCookie)

export const Receipt = ({ visit: { t }, code }: { visit: Visit; code: string }) => (
  <Notice kind="note" title={t('arrival.yours')}>
    <p class="code" translate={false}>
      <bdi dir="ltr">{codeGroups(code).join(' ')}</bdi>
    </p>
    <p>
      {t('arrival.yours.what')} <a href="/stembewijs">{t('arrival.link')}</a>.
    </p>
  </Notice>
)

const fields = { code: { kind: 'text', max: 40, autocomplete: 'off' } } as const

const ask = page({
  path: '/stembewijs',
  who: anyone,
  limit: 'ballots',
  leavesNoTrace: true,
  fields,
  show: async (visit, sent) => ({
    title: visit.t('arrival.title'),
    private: true,
    body: (
      <>
        <h1>{visit.t('arrival.title')}</h1>
        <Lead>{visit.t('arrival.lead')}</Lead>
        <PageForm visit={visit} fields={fields} words="arrival" sent={sent} />
      </>
    )
  }),
  async submit(tx, change, { code }) {
    const receipt = readReceipt(code)
    if (!receipt || !(await arrivalOf(tx, arrivalHash(receipt)))) return refused('receipt-unknown', { field: 'code' })
    return ok({ goTo: '/stembewijs/bewijs', cookies: [keepReceipt(change, receipt)] })
  }
})

/** The proof of the code that this browser holds; `waits` as long as it is not in the record. */
async function provenIn(visit: Visit) {
  const code = receiptIn(visit)
  const found = code && (await arrivalOf(visit.read, arrivalHash(code)))
  if (!code || !found) return undefined
  if (found.entry_id === null) return { state: 'pool' as const }
  const own = { words: code, salt: arrivalSalt }
  return proofOfEntry(visit.read, found.entry_id, { ...aboutFile(visit), own })
}

const shown = page({
  path: '/stembewijs/bewijs',
  who: anyone,
  async show(visit) {
    const { t } = visit
    const proven = await provenIn(visit)
    if (!proven) return { goTo: '/stembewijs' }
    return {
      title: t('arrival.title'),
      private: true,
      body: (
        <>
          <BackLink href="/stembewijs">{t('arrival.other')}</BackLink>
          <h1>{t('arrival.there')}</h1>
          {proven.state === 'pool' ? (
            <Lead>{t('arrival.later')}</Lead>
          ) : (
            <>
              <Lead>{t('arrival.file')}</Lead>
              <EntryProof t={t} proven={proven} file="/stembewijs/bewijs.json" />
            </>
          )}
          <p>{t('arrival.secret')}</p>
        </>
      )
    }
  }
})

const file = page({
  path: '/stembewijs/bewijs.json',
  who: anyone,
  async show(visit) {
    const proven = await provenIn(visit)
    if (!proven || proven.state === 'pool') return { goTo: '/stembewijs' }
    return proven.state === 'proven' ? proofFile(proven, { private: true }) : notYet(visit, '/stembewijs/bewijs')
  }
})

export const arrivalPages: readonly Page[] = [ask, shown, file]
