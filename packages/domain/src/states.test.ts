// The pictures in docs/states show exactly the states and steps that the rules know.
import { expect, test } from 'vitest'
import { picturesShow, told, type Noun, type States, type Told } from '../test/pictures.ts'
import * as commitments from './commitments.ts'
import { type Day } from './day.ts'
import { type Decision } from './decision.ts'
import * as forgetting from './forgetting.ts'
import * as goals from './goals.ts'
import { asId, type NeedId, type PersonId, type VoiceId } from './ids.ts'
import * as needs from './needs.ts'
import * as requests from './requests.ts'
import * as tellbacks from './tellbacks.ts'
import { freeze, termRules } from './terms.ts'
import * as voices from './voices.ts'

/** Fails to compile when a list of states and its type differ, in either direction. */
const listsAreWhole: [
  States<commitments.Commitment, typeof commitments.commitmentStates>,
  States<goals.Goal, typeof goals.goalStates>,
  States<needs.Need, typeof needs.needStates>,
  States<requests.Request, typeof requests.requestStates>,
  States<tellbacks.TellBack, typeof tellbacks.tellBackStates>,
  States<voices.Voice, typeof voices.voiceStates>
] = [true, true, true, true, true, true]

const today = '2026-11-24' as Day
const amma = asId<PersonId>('amma')
const why = 'Daarom.'

const term = freeze(termRules['voluntary-promise'], today)
const said = { reply: 'Morgen.', repliedOn: today }
const [one, two] = [asId<NeedId>('one'), asId<NeedId>('two')]
const ria = asId<VoiceId>('ria')
const parts = [one, two].map((id) => ({ id, sentence: 'Een zin', voices: [ria] }))
const given: voices.Voice = {
  state: 'given',
  text: 'De lift is stuk.',
  lang: 'nl',
  channel: 'online',
  show: 'full',
  tellBack: { how: 'not' },
  onBehalf: false,
  by: 'anyone'
}
const asNoun = <N extends Noun>(decision: Decision<{ request: N }>): Decision<N> =>
  decision.ok ? { ok: true, value: decision.value.request } : decision

const nouns: Told[] = [
  told<voices.Voice>(
    'voice',
    voices.voiceStates,
    [given, { state: 'takenBack', takenBackOn: today }, { state: 'erased', erasedOn: today }],
    {
      takeBack: (v) => voices.takeBack(v, today),
      erase: (v) => forgetting.eraseVoice(v, today)
    }
  ),
  told<needs.Need>(
    'need',
    needs.needStates,
    [{ state: 'open' }, { state: 'merged', into: one }, { state: 'split', into: [one, two] }],
    {
      merge: (n) => needs.merge({ id: one, need: n }, { id: two, need: { state: 'open' } }),
      split: (n) => {
        const done = needs.split(n, [ria], parts)
        return done.ok ? { ok: true, value: done.value.need } : done
      }
    }
  ),
  told<goals.Goal>(
    'goal',
    goals.goalStates,
    [
      { state: 'proposed' },
      { state: 'adopted' },
      { state: 'underWay' },
      { state: 'paused', from: 'adopted', why },
      { state: 'paused', from: 'underWay', why },
      { state: 'reached', result: 'Klaar.' },
      { state: 'letGo', why }
    ],
    {
      adopt: (g) => goals.adopt(g),
      start: goals.start,
      pause: (g) => goals.pause(g, why),
      resume: goals.resume,
      reach: (g) => goals.reach(g, { result: 'Klaar.', waitingTellBacks: 0 }),
      reopen: (g) => goals.reopen(g, why),
      letGo: (g) => goals.letGo(g, why)
    }
  ),
  told<requests.Request>(
    'request',
    requests.requestStates,
    [
      { state: 'sent', term },
      { state: 'counterAsked', term, question: 'Welke?', askedOn: today },
      { state: 'replied', term, ...said },
      { state: 'answered', term, ...said, judgedOn: today },
      { state: 'unanswered', term, ...said, why, judgedOn: today },
      { state: 'withdrawn', term, why, withdrawnOn: today }
    ],
    {
      confirmReceipt: (r) => requests.confirmReceipt(r, today),
      askBack: (r) => requests.askBack(r, 'Welke?', today),
      clarify: (r) => asNoun(requests.clarify(r, 'De linker.')),
      reply: (r) => requests.reply(r, 'Morgen.', today),
      reportDelay: (r) => requests.reportDelay(r, why, today, today),
      judgeAnswered: (r) => requests.judgeAnswered(r, today),
      judgeUnanswered: (r) => requests.judgeUnanswered(r, why, today),
      withdraw: (r) => requests.withdraw(r, why, today)
    }
  ),
  told<commitments.Commitment>(
    'commitment',
    commitments.commitmentStates,
    [
      { state: 'promised', due: today },
      { state: 'delivered', due: today, deliveredOn: today },
      { state: 'kept', due: today, deliveredOn: today, confirmedBy: amma },
      { state: 'disputed', due: today, deliveredOn: today, why }
    ],
    {
      deliver: (c) => commitments.deliver(c, today),
      keep: (c) => commitments.keep(c, amma),
      dispute: (c) => commitments.dispute(c, why)
    }
  ),
  told<tellbacks.TellBack>(
    'tell-back',
    tellbacks.tellBackStates,
    [
      { state: 'waiting' },
      { state: 'ready', since: today },
      { state: 'told', on: today, by: amma },
      { state: 'unreachable', on: today, by: amma, why: 'moved' }
    ],
    {
      tell: (t) => tellbacks.tell(t, today, amma),
      giveUp: (t) => tellbacks.giveUp(t, 'moved', today, amma),
      waitAgain: tellbacks.waitAgain
    }
  )
]

test('the lists of states are whole', () => {
  expect(listsAreWhole).not.toContain(false)
})

picturesShow(nouns)
