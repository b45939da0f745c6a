import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from './day.ts'
import { eraseVoice, lastDay, leave, withoutName } from './forgetting.ts'
import { asId, type GroupId } from './ids.ts'
import { inForce, type Role } from './roles.ts'
import { takeBack, type Voice } from './voices.ts'

const today = '2026-11-24' as Day
const from = '2026-01-01' as Day
const [hof, jeugd] = [asId<GroupId>('hof'), asId<GroupId>('jeugd')]
const admin: Role = { kind: 'admin', from }
const lead: Role = { kind: 'lead', group: hof, from }
const helper: Role = { kind: 'helper', group: jeugd, from }
const nobodyElse = { otherAdmins: [], ledByOthers: [] }

describe('a voice', () => {
  test('is erased once, whether its words were taken back before or not', () => {
    const given = { state: 'given' } as Voice
    const erased = eraseVoice(given, today)
    expect(erased).toEqual({ ok: true, value: { state: 'erased', erasedOn: today } })
    expect(eraseVoice({ state: 'takenBack', takenBackOn: from }, today)).toEqual(erased)
    expect(erased.ok && eraseVoice(erased.value, today)).toMatchObject({ refusal: { code: 'voice-erased' } })
    expect(erased.ok && takeBack(erased.value, today)).toMatchObject({ refusal: { code: 'voice-erased' } })
  })
})

describe('somebody with an account who is forgotten', () => {
  test('ends every task of today and after; what ended before is left as it was', () => {
    const over: Role = { ...helper, until: '2026-02-01' as Day }
    const later: Role = { kind: 'helper', group: hof, from: addDays(today, 10) }
    const left = leave({ roles: [over, lead, helper, later], ...nobodyElse }, today)
    expect(left).toEqual({ ok: true, value: { ends: [lead, helper, later], withoutLead: [hof] } })
    expect([lead, later].map((role) => lastDay(role, today))).toEqual([today, later.from])
  })

  test('is not kept from it by a group without another lead: the group goes on', () => {
    expect(leave({ roles: [lead], otherAdmins: [], ledByOthers: [hof] }, today)).toMatchObject({
      value: { withoutLead: [] }
    })
  })

  test('is only refused as the last resident administrator', () => {
    expect(leave({ roles: [admin], ...nobodyElse }, today)).toMatchObject({ refusal: { code: 'last-administrator' } })
    const temporary: Role = { ...admin, until: addDays(today, 30) }
    const notYet: Role = { ...admin, from: addDays(today, 1) }
    for (const other of [temporary, notYet])
      expect(leave({ roles: [admin], otherAdmins: [other], ledByOthers: [] }, today).ok).toBe(false)
    expect(leave({ roles: [admin], otherAdmins: [admin], ledByOthers: [] }, today).ok).toBe(true)
  })

  test('has the name kept for the books no longer than the law asks', () => {
    const kept = (booksUntil: Day) => leave({ roles: [], ...nobodyElse, booksUntil }, today)
    expect(kept('2034-01-01' as Day)).toMatchObject({ value: { nameUntil: '2034-01-01' } })
    expect(kept(today)).toEqual({ ok: true, value: { ends: [], withoutLead: [] } })
  })

  const days = fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n))
  const roles = fc.array(
    fc.record({
      kind: fc.constantFrom('helper', 'lead', 'admin', 'contact'),
      from: days,
      until: fc.option(days, { nil: undefined })
    })
  )

  test('never leaves a neighbourhood that had an administrator without one, nor keeps a task', () => {
    fc.assert(
      fc.property(roles, roles, (own, others) => {
        const mine = own.map(({ until, ...role }) => ({ ...role, group: hof, ...(until ? { until } : {}) }) as Role)
        const otherAdmins = others.map(
          ({ until, from }) => ({ kind: 'admin', from, ...(until ? { until } : {}) }) as Role
        )
        const left = leave({ roles: mine, otherAdmins, ledByOthers: [] }, today)
        const administered = mine.some((role) => role.kind === 'admin' && inForce(role, today))
        const stays = otherAdmins.some((role) => inForce(role, today) && role.until === undefined)
        expect(left.ok).toBe(!administered || stays)
        if (left.ok)
          expect(mine.filter((role) => !left.value.ends.includes(role)).every((role) => role.until! < today)).toBe(true)
      })
    )
  })
})

describe('a name among words that say who did something', () => {
  test.each([
    ['Truus de Wit', 'Truus de Wit', ''],
    ['Truus de Wit en Ali', 'Truus de Wit', 'Ali'],
    ['Ali, truus  de wit en Bep', 'Truus de Wit', 'Ali, Bep'],
    ['Ali & Truus de Wit', 'Truus de Wit', 'Ali'],
    ['met Truus de Wit (kern)', 'Truus de Wit', 'met (kern)'],
    ['Truus de Witte en Ali', 'Truus de Wit', 'Truus de Witte en Ali'],
    ['Bewoners en jongeren', 'Truus de Wit', 'Bewoners en jongeren'],
    ['Bewoners', ' ', 'Bewoners']
  ])('%s without %s: %s', (who, name, left) => {
    expect(withoutName(who, name)).toBe(left)
  })

  test('is never left standing', () => {
    const word = fc.stringMatching(/^[A-Za-zé.]{1,8}$/)
    fc.assert(
      fc.property(word, word, fc.array(word, { maxLength: 3 }), (first, last, others) => {
        const name = `${first} ${last}`
        const left = withoutName([...others, name].join(', '), name)
        expect(left.split(', ')).not.toContain(name)
      })
    )
  })
})
