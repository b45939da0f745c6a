/** Who: somebody with a follow code who wants to hold something in hand: that it was written down, since when, and in these very words. */
import { readFollowCode } from '@buurtmacht/domain'
import type { Reader } from '../../db/index.ts'
import {
  aboutFile,
  entriesAbout,
  EntryProof,
  notYet,
  proofFile,
  proofOfEntry,
  type Proven
} from '../../journal/index.ts'
import { anyone } from '../../people/index.ts'
import { BackLink, Lead } from '../../ui/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { followHash, voiceByCode } from '../queries.ts'

/** The voice of this code. Only pages with a limit on tries may ask. */
async function voiceOf({ read, keyed, params }: Visit) {
  const code = readFollowCode(params['code'] ?? '')
  const voice = code && (await voiceByCode(read, followHash(keyed, code)))
  // Erased: the code leads nowhere any more.
  return code && voice && voice.state !== 'erased' ? { code, voice } : undefined
}

async function provenVoice(read: Reader, voice: string, about?: unknown): Promise<Proven | undefined> {
  const [given] = await entriesAbout(read, 'voice', voice, ['voice-given'])
  return given && proofOfEntry(read, (JSON.parse(given.entry) as { id: string }).id, about)
}

const proofPage = page({
  path: '/volg/:code/bewijs',
  who: anyone,
  limit: 'tries',
  async show(visit) {
    const { t } = visit
    const found = await voiceOf(visit)
    const proven = found && (await provenVoice(visit.read, found.voice.id))
    if (!proven) return 'not-found'
    const { code, voice } = found
    return {
      title: t('voices.proof'),
      private: true,
      body: (
        <>
          <BackLink href={`/volg/${code}`}>{t('voices.to-follow')}</BackLink>
          <h1>{t('voices.proof')}</h1>
          <Lead>{t('voices.proof.lead')}</Lead>
          <EntryProof t={t} proven={proven} file={`/volg/${code}/bewijs.json`} />
          <p>{t(voice.salt === null ? 'voices.proof.without-words' : 'voices.proof.words')}</p>
          <p>
            <a href="/logboek/bewijs">{t('journal.proof.how')}</a>
          </p>
        </>
      )
    }
  }
})

/** The words and their salt are in the giver's own file only: whoever holds both can show that these were the words. */
const proofInFile = page({
  path: '/volg/:code/bewijs.json',
  who: anyone,
  limit: 'tries',
  async show(visit) {
    const found = await voiceOf(visit)
    if (!found) return 'not-found'
    const { voice, code } = found
    const own = voice.salt === null ? {} : { own: { words: voice.text, salt: voice.salt } }
    const proven = await provenVoice(visit.read, voice.id, { ...aboutFile(visit), ...own })
    if (!proven) return 'not-found'
    return proven.state === 'proven' ? proofFile(proven, { private: true }) : notYet(visit, `/volg/${code}/bewijs`)
  }
})

export const proofPages: readonly Page[] = [proofPage, proofInFile]
