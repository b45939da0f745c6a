/** The voice of the small world that went all the way: from what was said to a promise delivered. */
import { freeze, termRules, type GroupId, type InstitutionId, type PersonId } from '@buurtmacht/domain'
import { makeCommitment, reportDelivered } from '../src/commitments/index.ts'
import { adoptGoal, proposeGoal, startGoal, writeDeed, writeGoalResult } from '../src/goals/index.ts'
import { gatherNeed } from '../src/needs/index.ts'
import { replyToRequest, sendRequest } from '../src/requests/index.ts'
import { giveVoice, type VoiceTaken } from '../src/voices/index.ts'
import { keyed } from '../src/web/index.ts'
import { act } from './act.ts'
import type { Place } from './kit.ts'
import type { World } from './world.ts'

interface Where {
  group: GroupId
  institution: InstitutionId
  area: string
}

/** Six voices, a need, a goal under way with a deed and a result, a request that waits, one that was replied to, a promise delivered. */
export async function theWay(place: Place, acting: World['acting'], { group, institution, area }: Where) {
  const voices: VoiceTaken[] = []
  for (const [nr, show] of (['full', 'full', 'full', 'summary', 'none', 'full'] as const).entries())
    voices.push(
      await act(place, place.by(), (tx, by) =>
        giveVoice(tx, by, (purpose, text) => keyed(place.site.secret, purpose, text), {
          text: `De lift in de Lindehof doet het niet, al ${nr + 2} dagen.`,
          lang: 'nl',
          area,
          channel: 'online',
          show,
          tellBack: { how: 'code' },
          by: 'anyone'
        })
      )
    )
  const lead = acting('lead of the group')
  const contact = acting('contact of the institution')
  const need = await act(place, lead, (tx, by) =>
    gatherNeed(tx, by, { group, sentence: 'Een lift die het doet.', voices: voices.slice(0, 5).map((v) => v.id) })
  )
  const goal = await act(place, lead, (tx, by) =>
    proposeGoal(tx, by, need.id, { group, title: 'De lift doet het altijd' })
  )
  await act(place, lead, (tx, by) => adoptGoal(tx, by, goal, lead.person as PersonId))
  await act(place, lead, (tx, by) => startGoal(tx, by, goal))
  const deed = { what: 'Met de monteur gesproken', who: 'Bewoners van de Lindehof', doneOn: lead.today }
  await act(place, lead, (tx, by) => writeDeed(tx, by, goal, deed))
  await act(place, lead, (tx, by) => writeGoalResult(tx, by, goal, { result: 'Er is een nieuwe lift.' }))
  const ask = (title: string) =>
    act(place, lead, (tx, by) =>
      sendRequest(tx, by, goal, {
        institution,
        title,
        text: 'Wanneer doet de lift het weer?',
        promisedLevel: 'think-along',
        term: freeze(termRules['voluntary-promise'], by.today)
      })
    )
  const replied = await ask('Wie repareert de lift?')
  await act(place, contact, (tx, by) => replyToRequest(tx, by, replied, 'Onze monteur komt.'))
  const commitment = await act(place, contact, (tx, by) =>
    makeCommitment(tx, by, replied, { what: 'De monteur komt.', due: '2026-06-01' })
  )
  await act(place, contact, (tx, by) => reportDelivered(tx, by, commitment, 'Hij is geweest.'))
  const request = await ask('Wanneer doet de lift het weer?')
  return { voice: voices[0]!.id, code: voices[0]!.code as string, need: need.id as string, goal, request, commitment }
}
