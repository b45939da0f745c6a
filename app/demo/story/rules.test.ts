// The story can be lived: the neighbourhood's own rules accept every step of it, whatever day it is told.
import {
  addDays,
  adopt,
  asId,
  askBack,
  clarify,
  confirmReceipt,
  type Day,
  type Decision,
  deliver,
  dispute,
  done,
  freeze,
  gather,
  give,
  type Goal,
  type GroupId,
  grant,
  type InstitutionId,
  isLate,
  judgeAnswered,
  judgeUnanswered,
  keep,
  letGo,
  type NeedId,
  pause,
  type PersonId,
  promise,
  propose,
  reach,
  reply,
  reportDelay,
  type Request,
  requestDaysLate,
  resume,
  type Role,
  ruleFor,
  send,
  split,
  start,
  startGroup,
  type VoiceId,
  withdraw,
  writeResult
} from '@buurtmacht/domain'
import { describe, expect, test } from 'vitest'
import { type CommitmentEvent, type GoalEvent, type RequestEvent, story } from './index.ts'

/** Gives what the rule allows, and fails with the refusal when it does not. */
const allowed = <T>(what: string, decision: Decision<T>): T => {
  if (!decision.ok) throw new Error(`${what}: ${decision.refusal.code}`)
  return decision.value
}

const group = asId<GroupId>
const voices = (keys: readonly string[]) => keys.map((key) => asId<VoiceId>(key))

// A Tuesday, a Sunday, and a day just after a row of holidays.
describe.each(['2026-11-24', '2027-02-28', '2027-05-07'] as Day[])('told on %s', (today) => {
  const on = (daysAgo: number) => addDays(today, -daysAgo)

  test('groups start and people get their roles', () => {
    const there: GroupId[] = []
    for (const one of story.groups) {
      allowed(one.key, startGroup({ ...one, spokenWith: one.spokenWith.map(group) }, there))
      there.push(group(one.key))
    }
    for (const { key, roles } of story.people) {
      let given: Role[] = []
      for (const { from, until, ...role } of roles) {
        const days = { from: on(from), ...(until === undefined ? {} : { until: on(until) }) }
        given = allowed(key, grant(given, { ...role, ...days } as Role))
      }
    }
  })

  test('voices are given and gathered, and a need is split', () => {
    for (const { key, area, helper, ...one } of story.voices) {
      const by = helper ? asId<PersonId>(helper) : 'anyone'
      allowed(key, give({ ...one, ...(area ? { area } : {}), by }))
    }
    for (const one of story.needs) allowed(one.key, gather(one.sentence, voices(one.voices)))
    const find = (key: string) => story.needs.find((one) => one.key === key)!
    for (const change of story.needChanges)
      if (change.kind === 'split') {
        const parts = change.into.map((key) => ({
          ...find(key),
          id: asId<NeedId>(key),
          voices: voices(find(key).voices)
        }))
        allowed(change.from, split({ state: 'open' }, voices(find(change.from).voices), parts))
      }
  })

  const goalStep = (goal: Goal, event: GoalEvent, lead: string): Decision<Goal> => {
    switch (event.kind) {
      case 'proposed':
        return { ok: true, value: goal }
      case 'adopted':
        return adopt(goal, asId<PersonId>(lead))
      case 'started':
        return start(goal)
      case 'paused':
        return pause(goal, event.why)
      case 'resumed':
        return resume(goal)
      case 'result':
        return writeResult(goal, event.result)
      case 'reached':
        return reach(goal, { waitingTellBacks: 0 })
      case 'letGo':
        return letGo(goal, event.why)
    }
  }

  test('goals go the way of the story', () => {
    for (const one of story.goals) {
      const typed = { title: one.title, need: asId<NeedId>(one.need), owner: group(one.owner) }
      let { goal } = allowed(one.key, propose(typed))
      for (const event of one.history) goal = allowed(`${one.key}, ${event.kind}`, goalStep(goal, event, one.lead))
      expect(goal.state, one.key).toBe(one.state)
    }
    for (const one of story.deeds) allowed(one.key, done({ ...one, doneOn: on(one.daysAgo) }, today))
  })

  const requestStep = (request: Request, event: RequestEvent): Decision<Request> => {
    const day = on(event.daysAgo)
    switch (event.kind) {
      case 'receipt':
        return confirmReceipt(request, day)
      case 'counterQuestion':
        return askBack(request, event.text, day)
      case 'clarification':
        return { ok: true, value: allowed('clarification', clarify(request, event.text)).request }
      case 'reply':
        return reply(request, event.text, day)
      case 'delay':
        return reportDelay(request, event.why, on(event.expected), day)
      case 'answered':
        return judgeAnswered(request, day)
      case 'unanswered':
        return judgeUnanswered(request, event.why, day)
      case 'withdrawn':
        return withdraw(request, event.why, day)
    }
  }

  test('requests go the way of the story, each against its clock', () => {
    for (const one of story.requests) {
      const term = freeze(allowed(one.key, ruleFor(one.basis)), on(one.countsFrom ?? one.daysAgo))
      const typed = { text: one.text, institution: asId<InstitutionId>(one.to), promisedLevel: one.promisedLevel, term }
      let { request } = allowed(one.key, send(typed))
      for (const event of one.events) request = allowed(`${one.key}, ${event.kind}`, requestStep(request, event))
      const state = one.outcome === 'late' || one.outcome === 'delayed' ? 'sent' : one.outcome
      expect(request.state, one.key).toBe(state)
      if (one.outcome === 'late') expect(requestDaysLate(request, today), one.key).toBe(9)
      if (one.outcome === 'sent' || one.outcome === 'counterAsked') expect(isLate(request, today), one.key).toBe(false)
    }
  })

  test('promises go the way of the story', () => {
    for (const one of story.commitments) {
      let { commitment } = allowed(one.key, promise({ what: one.what, due: on(one.due) }, on(one.daysAgo)))
      const step = (event: CommitmentEvent) => {
        if (event.kind === 'disputed') return dispute(commitment, event.why)
        return event.kind === 'kept'
          ? keep(commitment, asId<PersonId>(event.by))
          : deliver(commitment, on(event.daysAgo))
      }
      for (const event of one.events) commitment = allowed(`${one.key}, ${event.kind}`, step(event))
      expect(commitment.state, one.key).toBe(one.outcome === 'overdue' ? 'promised' : one.outcome)
    }
  })
})
