// The story must hold together: every key leads somewhere, nothing happens before its cause, every state is touched.
import { describe, expect, test } from 'vitest'
import {
  type GoalState,
  type GroupKey,
  type InstitutionKey,
  type Person,
  type PersonKey,
  type Role,
  story,
  type Voice
} from './index.ts'

const { place, people, groups, institutions, voices, needs, needChanges, meToos, goals } = story
const { requests, commitments, deeds, tellBacks } = story

/** Finds by key and says which key led nowhere. */
const finder = <T extends { readonly key: string }>(all: readonly T[]) => {
  const byKey = new Map(all.map((one) => [one.key as string, one]))
  return (key: string): T => {
    const found = byKey.get(key)
    if (!found) throw new Error(`the story speaks of “${key}”, which is not there`)
    return found
  }
}
const person = finder<Person>(people)
const group = finder(groups)
const institution = finder(institutions)
const area = finder(place.areas)
const voice = finder<Voice>(voices)
const need = finder(needs)
const goal = finder(goals)
const request = finder(requests)

const has = (key: PersonKey, daysAgo: number, fits: (role: Role) => boolean) =>
  person(key).roles.some((role) => fits(role) && daysAgo <= role.from && daysAgo >= (role.until ?? 0))

const isResident = (key: PersonKey, daysAgo: number) => has(key, daysAgo, (role) => role.kind !== 'contact')
const isMember = (key: PersonKey, daysAgo: number, of: GroupKey) =>
  has(key, daysAgo, (role) => (role.kind === 'lead' || role.kind === 'helper') && role.group === of)
const isContact = (key: PersonKey, daysAgo: number, of: InstitutionKey) =>
  has(key, daysAgo, (role) => role.kind === 'contact' && role.institution === of)

/** What happened first has the larger number. */
const inOrder = (what: string, ...days: readonly number[]) =>
  days.slice(1).forEach((day, at) => expect(day, `${what}: ${days.join(' → ')}`).toBeLessThanOrEqual(days[at]!))

const count = <T, K extends string>(all: readonly T[], by: (one: T) => K) => {
  const counts = new Map<K, number>()
  for (const one of all) counts.set(by(one), (counts.get(by(one)) ?? 0) + 1)
  return counts
}

describe('the neighbourhood is as large as promised', () => {
  test('people, groups, institutions, areas', () => {
    expect(Math.abs(people.length - 12)).toBeLessThanOrEqual(2)
    expect(groups).toHaveLength(6)
    expect(institutions).toHaveLength(4)
    expect(place.areas).toHaveLength(3)
    expect(people.some((one) => one.roles.length > 1)).toBe(true)
    expect(people.filter((one) => one.roles.some((role) => role.until !== undefined)).length).toBeGreaterThanOrEqual(2)
    expect(people.some((one) => one.signIn.kind === 'card')).toBe(true)
  })

  test('at least 150 voices in at least 8 languages, over fourteen months, most of them at a door', () => {
    expect(voices.length).toBeGreaterThanOrEqual(150)
    expect(count(voices, (one) => one.lang).size).toBeGreaterThanOrEqual(8)
    expect(Math.max(...voices.map((one) => one.daysAgo))).toBeGreaterThanOrEqual(400)
    expect(Math.min(...voices.map((one) => one.daysAgo))).toBeLessThanOrEqual(7)
    const channels = count(voices, (one) => one.channel)
    expect(channels.size).toBe(7)
    for (const [channel, times] of channels)
      if (channel !== 'door') expect(times).toBeLessThan(channels.get('door') ?? 0)
  })

  test('most may be shown in full, some only summed up, a few not at all', () => {
    const shown = count(voices, (one) => one.show)
    const share = (key: Voice['show']) => (shown.get(key) ?? 0) / voices.length
    expect(share('full')).toBeCloseTo(0.75, 1)
    expect(share('summary')).toBeCloseTo(0.18, 1)
    expect(share('none')).toBeGreaterThan(0.04)
  })

  test('about 25 voices stand by themselves, and some stand in several needs', () => {
    const gathered = needs.flatMap((one) => [...one.voices, ...(one.later ?? []).flatMap((more) => more.voices)])
    const loose = voices.filter((one) => !gathered.includes(one.key))
    expect(loose.length).toBeGreaterThanOrEqual(20)
    expect(loose.length).toBeLessThanOrEqual(32)
    const lasting = needs.filter((one) => one.key !== 'schoon').flatMap((one) => one.voices)
    expect(new Set(lasting).size).toBeLessThan(lasting.length)
  })
})

test('every key is there once', () => {
  for (const all of [place.areas, people, groups, institutions, voices, needs, goals, requests, commitments, deeds]) {
    const keys = all.map((one) => one.key)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  }
})

test('the colour of the place can be read on its paper', () => {
  const light = (hex: string) =>
    [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at]!, 0)
  expect((light('#fbf6ec') + 0.05) / (light(place.colour) + 0.05)).toBeGreaterThanOrEqual(7)
})

describe('groups and people', () => {
  test('groups begin after the place, roles after their group or institution', () => {
    for (const one of groups) {
      inOrder(`group ${one.key}`, place.daysAgo, one.daysAgo)
      expect(has(one.by, one.daysAgo, (role) => role.kind === 'administrator')).toBe(true)
      one.areas.forEach(area)
      expect(people.some((lead) => lead.roles.some((role) => role.kind === 'lead' && role.group === one.key))).toBe(
        true
      )
    }
    for (const one of people)
      for (const role of one.roles) {
        if (role.kind === 'lead' || role.kind === 'helper') inOrder(one.key, group(role.group).daysAgo, role.from)
        if (role.kind === 'contact') inOrder(one.key, institution(role.institution).daysAgo, role.from)
        if (role.until !== undefined) inOrder(one.key, role.from, role.until, 0)
      }
  })

  test('one group is new, and says which existing groups it spoke with', () => {
    const fresh = groups.filter((one) => one.spokeWith)
    expect(fresh.map((one) => one.kind)).toEqual(['youth'])
    for (const one of fresh)
      for (const other of one.spokeWith!.groups) inOrder(one.key, group(other).daysAgo, one.daysAgo)
  })

  test('every institution has somebody today, and one had somebody else before', () => {
    for (const one of institutions) expect(people.some((contact) => isContact(contact.key, 0, one.key))).toBe(true)
    const former = people.filter((one) =>
      one.roles.some((role) => role.kind === 'contact' && role.until !== undefined && role.until > 0)
    )
    expect(former).toHaveLength(1)
  })

  test('nobody can be reached for real: every address and number is made up', () => {
    const everything = JSON.stringify(story)
    for (const mail of everything.match(/[\w.]+@[\w.]+/g) ?? []) expect(mail).toMatch(/@example\.org\.?$/)
    for (const phone of everything.match(/0\d-?\d{6,}/g) ?? []) expect(phone).toMatch(/^06-000000\d\d$/)
    expect(everything).not.toMatch(/\b[1-9]\d{3} ?[A-Z]{2}\b/)
  })
})

describe('voices', () => {
  test('a voice has a helper who had that task on that day, unless it came online', () => {
    for (const one of voices) {
      if (one.channel === 'online') expect(one.helper, one.key).toBeUndefined()
      else
        expect(
          has(one.helper!, one.daysAgo, (role) => role.kind === 'helper' || role.kind === 'lead'),
          one.key
        ).toBe(true)
      if (one.area) area(one.area)
      expect(one.daysAgo, one.key).toBeGreaterThanOrEqual(0)
      inOrder(one.key, place.daysAgo, one.daysAgo)
    }
  })

  test('a voice is 5 to 60 words, and no two are the same', () => {
    for (const one of voices) {
      const words = one.text.split(/\s+/).length
      expect(words, one.key).toBeGreaterThanOrEqual(5)
      expect(words, one.key).toBeLessThanOrEqual(60)
    }
    expect(new Set(voices.map((one) => one.text)).size).toBe(voices.length)
  })

  test('a translation was given later, by somebody who speaks that language', () => {
    const translated = voices.filter((one) => one.translation)
    expect(translated.length).toBeGreaterThanOrEqual(15)
    for (const one of translated) {
      const { by, daysAgo } = one.translation!
      inOrder(one.key, one.daysAgo, daysAgo, 0)
      expect(isResident(by, daysAgo), one.key).toBe(true)
      expect(person(by).languages, one.key).toContain(one.lang)
    }
  })
})

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
      ['answered', 'counterQuestion', 'delayed', 'late', 'replied', 'sent', 'unanswered', 'withdrawn'].toSorted()
    )
    const comesTo: Record<string, string> = { reply: 'replied', delay: 'delayed', counterAnswer: 'sent' }
    for (const one of requests) {
      const last = one.events.filter((event) => event.kind !== 'receipt' && event.kind !== 'reminder').at(-1)
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
        if (event.kind === 'delay') expect(event.due, one.key).toBeLessThan(event.daysAgo)
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

  test('givers are told after the goal ended, in the way they chose, by a resident', () => {
    for (const one of tellBacks) {
      inOrder(one.voice, goal(one.goal).history.at(-1)!.daysAgo, one.daysAgo, 0)
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

describe('what residents wrote is plain Dutch', () => {
  /** A rough count: each run of vowels is a syllable. Good enough for an average. */
  const syllables = (word: string) => word.toLowerCase().match(/ij|[aeiouyáéíóúëïöü]+/g)?.length ?? 1

  /** Flesch–Douma: above 70 is easy, above 80 very easy. */
  const ease = (text: string) => {
    const words = text.match(/[\p{L}’'-]+/gu) ?? []
    const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => part.trim() !== '').length
    const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
    return 206.84 - 0.77 * ((100 * sounds) / words.length) - 0.93 * (words.length / sentences)
  }
  const average = (texts: readonly string[]) => texts.map(ease).reduce((sum, one) => sum + one, 0) / texts.length

  test.each([
    ['groups', groups.map((one) => one.about)],
    ['needs', needs.map((one) => one.text)],
    ['goals', goals.map((one) => one.text)],
    ['requests', requests.map((one) => one.text)],
    ['deeds', deeds.map((one) => one.what)],
    ['what was told back', tellBacks.map((one) => one.text)]
  ])('%s', (_what, texts) => {
    expect(average(texts)).toBeGreaterThanOrEqual(70)
  })

  test('one official answer is not, and it is the one that residents could not read', () => {
    const replies = requests.flatMap((one) =>
      one.events.flatMap((event) => (event.kind === 'reply' ? [{ outcome: one.outcome, ease: ease(event.text) }] : []))
    )
    expect(replies.filter((one) => one.ease < 20).map((one) => one.outcome)).toEqual(['unanswered'])
  })
})
