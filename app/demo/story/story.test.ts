// The neighbourhood of the story must hold together: every key leads somewhere, every task begins before it is used.
import { describe, expect, test } from 'vitest'
import { type Voice, story } from './index.ts'
import { area, count, group, has, inOrder, institution, isContact, isResident, person } from './threads.ts'

const { place, people, groups, institutions, voices, needs, goals, requests, commitments, deeds } = story

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

test('the budget has a plan without a group, one on paper, and advice that is asked, given and answered', () => {
  const plans = story.rounds.flatMap((round) => round.plans)
  const advice = plans.flatMap((plan) => plan.advice ?? [])
  expect(plans.some((plan) => plan.owner === undefined && plan.by === undefined)).toBe(true)
  expect(plans.some((plan) => plan.channel === 'paper')).toBe(true)
  expect(advice.some((one) => !one.given)).toBe(true)
  expect(advice.some((one) => one.given && !one.answered)).toBe(true)
  expect(advice.some((one) => one.answered)).toBe(true)
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
      expect(has(one.by, one.daysAgo, (role) => role.kind === 'admin')).toBe(true)
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

  test('one group is new and spoke with groups that were there; the others say how long they are there', () => {
    const fresh = groups.filter((one) => one.spokenWith.length > 0)
    expect(fresh.map((one) => one.kind)).toEqual(['youth'])
    for (const one of fresh) for (const other of one.spokenWith) inOrder(one.key, group(other).daysAgo, one.daysAgo)
    const silent = groups.filter((one) => one.spokenWith.length === 0 && !one.noneBecause)
    expect(silent.map((one) => one.key)).toEqual(['platform'])
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
