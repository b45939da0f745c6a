// The way of the voices in the story: nothing happens before its cause, every state is touched, and nobody does what
// is not theirs to do.
import { describe, expect, test } from 'vitest'
import { type GoalState, story } from './index.ts'
import { count, goal, inOrder, isContact, isMember, isResident, need, request, voice } from './threads.ts'

const { needs, needChanges, meToos, goals, requests, commitments, deeds, tellBacks } = story

describe('needs', () => {
  test('a need comes after its voices, gathered by somebody of its group', () => {
    for (const one of needs) {
      expect(isMember(one.by, one.daysAgo, one.group), one.key).toBe(true)
      for (const key of one.voices) inOrder(`${one.key}, ${key}`, voice(key).daysAgo, one.daysAgo)
      for (const more of one.later ?? []) {
        inOrder(one.key, one.daysAgo, more.daysAgo, 0)
        expect(isMember(more.by, more.daysAgo, one.group), one.key).toBe(true)
        for (const key of more.voices) inOrder(`${one.key}, ${key}`, voice(key).daysAgo, more.daysAgo)
      }
      const all = [...one.voices, ...(one.later ?? []).flatMap((more) => more.voices)]
      expect(new Set(all).size, one.key).toBe(all.length)
    }
  })

  test('one was split and one was merged, and no voice got lost in it', () => {
    expect(needChanges.map((one) => one.kind).toSorted()).toEqual(['merged', 'split'])
    for (const change of needChanges) {
      expect(isResident(change.by, change.daysAgo)).toBe(true)
      inOrder(change.from, need(change.from).daysAgo, change.daysAgo, 0)
      if (change.kind === 'merged') inOrder(change.into, need(change.into).daysAgo, change.daysAgo)
      else {
        expect(change.into.map((key) => need(key).daysAgo)).toEqual([change.daysAgo, change.daysAgo])
        const children = new Set(change.into.flatMap((key) => need(key).voices))
        expect(need(change.from).voices.filter((key) => !children.has(key))).toEqual([])
      }
    }
  })

  test('“ik ook” is said of a need that is there', () => {
    for (const one of meToos) for (const day of one.daysAgo) inOrder(one.need, need(one.need).daysAgo, day, 0)
  })
})

describe('goals', () => {
  const after = {
    proposed: 'proposed',
    adopted: 'adopted',
    started: 'underWay',
    resumed: 'underWay',
    paused: 'paused',
    result: 'underWay',
    reached: 'reached',
    letGo: 'letGo'
  } as const satisfies Record<string, GoalState>

  test('every state is touched', () => {
    const states: readonly GoalState[] = ['proposed', 'adopted', 'underWay', 'paused', 'reached', 'letGo']
    expect(states.filter((state) => !goals.some((one) => one.state === state))).toEqual([])
    expect(goals.some((one) => one.history.some((event) => event.kind === 'resumed'))).toBe(true)
  })

  test('a goal comes after its need, and its history ends in its state', () => {
    for (const one of goals) {
      inOrder(one.key, need(one.need).daysAgo, ...one.history.map((event) => event.daysAgo), 0)
      expect(one.history[0]?.kind, one.key).toBe('proposed')
      expect(after[one.history.at(-1)!.kind], one.key).toBe(one.state)
      for (const event of one.history) expect(isMember(event.by, event.daysAgo, one.owner), one.key).toBe(true)
      expect(isMember(one.lead, one.history[0]!.daysAgo, one.owner), one.key).toBe(true)
      expect(
        needChanges.every((change) => change.from !== one.need),
        one.key
      ).toBe(true)
    }
  })

  test('deeds are done for a goal that was adopted', () => {
    expect(deeds.length).toBeGreaterThanOrEqual(8)
    for (const one of deeds) {
      const adopted = goal(one.goal).history.find((event) => event.kind === 'adopted')
      inOrder(one.key, adopted!.daysAgo, one.daysAgo, 0)
      expect(isMember(one.by, one.daysAgo, goal(one.goal).owner), one.key).toBe(true)
    }
  })
})

describe('requests', () => {
  const byInstitution = ['receipt', 'counterQuestion', 'reply', 'delay']

  test('every outcome is touched, and it is what the events come to', () => {
    expect([...count(requests, (one) => one.outcome).keys()].toSorted()).toEqual(
      ['answered', 'counterAsked', 'delayed', 'late', 'replied', 'sent', 'unanswered', 'withdrawn'].toSorted()
    )
    const comesTo: Record<string, string> = {
      reply: 'replied',
      delay: 'delayed',
      counterQuestion: 'counterAsked',
      clarification: 'sent'
    }
    for (const one of requests) {
      const last = one.events.filter((event) => event.kind !== 'receipt').at(-1)
      if (one.outcome === 'late') expect(one.daysAgo - 6 * 7, one.key).toBe(9)
      else expect(last ? (comesTo[last.kind] ?? last.kind) : 'sent', one.key).toBe(one.outcome)
    }
    expect(count(requests, (one) => one.promisedLevel).size).toBeGreaterThanOrEqual(4)
  })

  test('a request comes after its goal was adopted, while the goal is not over, and its events in order', () => {
    for (const one of requests) {
      const { history, owner } = goal(one.goal)
      const adopted = history.find((event) => event.kind === 'adopted')
      inOrder(one.key, adopted!.daysAgo, one.daysAgo, ...one.events.map((event) => event.daysAgo), 0)
      const over = history.find((event) => event.kind === 'reached' || event.kind === 'letGo')
      if (over) inOrder(one.key, ...one.events.map((event) => event.daysAgo), over.daysAgo)
      expect(isMember(one.by, one.daysAgo, owner), one.key).toBe(true)
      if (one.countsFrom !== undefined) inOrder(one.key, one.daysAgo, one.countsFrom)
      for (const event of one.events) {
        const may = byInstitution.includes(event.kind)
          ? isContact(event.by, event.daysAgo, one.to)
          : isMember(event.by, event.daysAgo, owner)
        expect(may, `${one.key}: ${event.kind}`).toBe(true)
        if (event.kind === 'delay') expect(event.expected, one.key).toBeLessThan(event.daysAgo)
      }
    }
  })
})

describe('commitments', () => {
  test('every outcome is touched, and one was disputed and delivered again', () => {
    expect([...count(commitments, (one) => one.outcome).keys()].toSorted()).toEqual(
      ['delivered', 'disputed', 'kept', 'overdue', 'promised'].toSorted()
    )
    expect(commitments.map((one) => one.events.map((event) => event.kind).join())).toContain(
      'delivered,disputed,delivered'
    )
    for (const one of commitments) {
      const open = one.due >= 0 ? 'overdue' : 'promised'
      expect(one.events.at(-1)?.kind ?? open, one.key).toBe(one.outcome)
    }
  })

  test('a promise is made in a reply; the institution delivers, residents judge', () => {
    for (const one of commitments) {
      const { to, goal: wanted, events } = request(one.request)
      const reply = events.find((event) => event.kind === 'reply')
      expect(reply, one.key).toMatchObject({ daysAgo: one.daysAgo, by: one.by })
      inOrder(one.key, one.daysAgo, ...one.events.map((event) => event.daysAgo), 0)
      expect(one.due, one.key).toBeLessThan(one.daysAgo)
      for (const event of one.events) {
        const may =
          event.kind === 'delivered'
            ? isContact(event.by, event.daysAgo, to)
            : isMember(event.by, event.daysAgo, goal(wanted).owner)
        expect(may, `${one.key}: ${event.kind}`).toBe(true)
      }
    }
  })
})

describe('telling back', () => {
  const wantToHear = (key: string) => {
    const { how } = voice(key).tellBack
    return how !== 'not' && how !== 'code'
  }

  test('givers are told what came of it, in the way they chose, by a resident, before the goal counts as reached', () => {
    for (const one of tellBacks) {
      const { history } = goal(one.goal)
      const day = (...kinds: readonly string[]) => history.find((event) => kinds.includes(event.kind))?.daysAgo
      inOrder(one.voice, day('result', 'letGo')!, one.daysAgo, day('reached') ?? 0)
      expect(voice(one.voice).tellBack.how, one.voice).toBe(one.how)
      expect(isResident(one.by, one.daysAgo), one.voice).toBe(true)
      expect(need(goal(one.goal).need).voices, one.voice).toContain(one.voice)
      const wish = voice(one.voice).tellBack
      if (wish.how === 'person') expect(wish.to, one.voice).toBe(one.by)
    }
  })

  test('everybody of a reached goal is told; of the goal that was let go some still wait', () => {
    for (const one of goals.filter((each) => each.state === 'reached' || each.state === 'letGo')) {
      const told = tellBacks.filter((each) => each.goal === one.key).map((each) => each.voice)
      const waiting = need(one.need).voices.filter((key) => wantToHear(key) && !told.includes(key))
      if (one.state === 'reached') expect(waiting, one.key).toEqual([])
      else expect(waiting.length, one.key).toBeGreaterThan(0)
    }
  })
})
