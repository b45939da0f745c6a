// The front door of the demo: codes to follow at once, a card to sign in with, and the people one can become.
import { showBallotCode, showFollowCode } from '@buurtmacht/domain'
import { anyone } from '../src/people/index.ts'
import { Card, CardGrid, codeGroups, Facts, Lead } from '../src/ui/index.ts'
import { type Key } from '../src/words/index.ts'
import { page, type Page, type Visit } from '../src/web/index.ts'
import { becomePage, tasksOf } from './become.tsx'
import { type Played } from './play.ts'
import { story } from './story/index.ts'
import { stylePages } from './style.tsx'

/** One voice for each place where a voice can be on its way. */
export const followed: readonly (readonly [voice: string, words: Key])[] = [
  ['los-warm', 'demo.code.loose'],
  ['bank-es', 'demo.code.proposed'],
  ['brief-handen', 'demo.code.asked-back'],
  ['gang-kat', 'demo.code.late'],
  ['ratten-pap', 'demo.code.delayed'],
  ['jong-blauwe-muur', 'demo.code.replied'],
  ['lift-drie-dagen', 'demo.code.disputed'],
  ['schimmel-pt', 'demo.code.paused'],
  ['eten-kookles', 'demo.code.reached'],
  ['weg-ar', 'demo.code.arabic'],
  ['vuil-markt', 'demo.code.let-go'],
  ['los-parkeren', 'demo.code.taken-back']
]

const frontDoor = (played: Played): Page =>
  page({
    path: '/voorbeeld',
    who: anyone,
    show: async (visit) => ({
      title: visit.t('demo.title'),
      body: (
        <>
          <h1>{visit.t('demo.title')}</h1>
          <Lead>{visit.t('demo.lead')}</Lead>
          <h2>{visit.t('demo.codes')}</h2>
          <p>{visit.t('demo.codes.what')}</p>
          <Codes visit={visit} played={played} />
          <Votes visit={visit} played={played} />
          <Cards visit={visit} played={played} />
          <h2>{visit.t('demo.people')}</h2>
          <p>{visit.t('demo.people.what')}</p>
          <Facts
            facts={story.people.map((person) => ({
              term: person.name,
              detail: (
                <>
                  {visit.t.lang === 'nl' ? person.who.nl : person.who.en}{' '}
                  <span class="meta">{tasksOf(person, visit.t)}</span>
                </>
              )
            }))}
          />
          <p>
            <a href="/stijl">{visit.t('demo.style')}</a>
          </p>
        </>
      )
    })
  })

const Codes = ({ visit, played }: { visit: Visit; played: Played }) => (
  <CardGrid>
    {followed.map(([voice, words]) => {
      const code = played.codes.get(voice)
      return code ? (
        <Card key={voice} title={visit.t(words)} href={`/volg/${code}`} meta={showFollowCode(code)} />
      ) : null
    })}
  </CardGrid>
)

/** A round that was counted, and codes to vote with in the one that is open now. Each works once, until the demo starts again. */
function Votes({ visit, played }: { visit: Visit; played: Played }) {
  const { t } = visit
  const { known } = played
  if (known.ballotCodes.length === 0) return null
  return (
    <>
      <h2>{t('demo.votes')}</h2>
      <p>
        <a href={`/budget/${known.id('round', 'buiten')}/uitslag`}>{t('demo.votes.counted')}</a>
      </p>
      <p>
        {t('demo.votes.what')} <a href="/stemmen">{t('demo.votes.vote')}</a>
      </p>
      <ul>
        {known.ballotCodes.map((code) => (
          <li key={code} translate={false}>
            <bdi dir="ltr">{showBallotCode(code)}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

function Cards({ visit, played }: { visit: Visit; played: Played }) {
  const cards = story.people.flatMap((person) => {
    const card = played.known.cards.get(person.key)
    return card
      ? [{ term: person.name, detail: visit.t('demo.card', { code: codeGroups(card.code).join(' '), pin: card.pin }) }]
      : []
  })
  if (cards.length === 0) return null
  return (
    <>
      <h2>{visit.t('demo.cards')}</h2>
      <p>
        {visit.t('demo.cards.what')} <a href="/aanmelden/kaart">{visit.t('frame.sign-in')}</a>
      </p>
      <Facts facts={cards} />
    </>
  )
}

export const demoPages = (played: Played): readonly Page[] => [
  frontDoor(played),
  becomePage(played.known),
  ...stylePages
]
