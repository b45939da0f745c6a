import { describe, expect, test } from 'vitest'
import { type Day } from './day.ts'
import { asId, type GroupId, type InstitutionId } from './ids.ts'
import * as roles from './roles.ts'
import { type Role } from './roles.ts'

const { endRole, grant, inForce, isAdmin, isContact, isContactOf, isHelper, leads, memberOf, rolesInForce } = roles
const on = (text: string) => text as Day
const kern = asId<GroupId>('kern')
const church = asId<GroupId>('kerk')
const housing = asId<InstitutionId>('woningstichting')
const from = on('2026-01-01')
const helper: Role = { kind: 'helper', group: kern, from }
const lead: Role = { kind: 'lead', group: kern, from }
const admin: Role = { kind: 'admin', from }
const contact: Role = { kind: 'contact', institution: housing, from }

describe('a role', () => {
  test('holds from its first day up to and including its last', () => {
    const role: Role = { ...helper, until: on('2026-06-30') }
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((d) => inForce(role, on(d)))).toEqual([
      false,
      true,
      true,
      false
    ])
    expect(rolesInForce([role, admin], on('2026-07-01'))).toEqual([admin])
  })

  test('ends without being forgotten', () => {
    expect(endRole(helper, on('2026-06-30'))).toEqual({ ok: true, value: { ...helper, until: '2026-06-30' } })
    expect(endRole(helper, on('2025-06-30'))).toMatchObject({ refusal: { code: 'role-ends-before-it-begins' } })
    expect(endRole({ ...helper, until: on('2026-02-01') }, on('2026-06-30'))).toMatchObject({
      refusal: { code: 'role-not-in-force' }
    })
  })
})

describe('questions about a person', () => {
  test('a lead helps and belongs to the own group, and to no other', () => {
    expect([isHelper([lead]), leads([lead], kern), memberOf([lead], kern)]).toEqual([true, true, true])
    expect([leads([lead], church), memberOf([lead], church), isAdmin([lead])]).toEqual([false, false, false])
  })

  test('a helper leads nothing', () => {
    expect([isHelper([helper]), memberOf([helper], kern), leads([helper], kern)]).toEqual([true, true, false])
  })

  test('a contact speaks for the own institution only, and belongs to no group', () => {
    expect([isContactOf([contact], housing), isContact([contact])]).toEqual([true, true])
    expect([
      isContactOf([contact], asId<InstitutionId>('gemeente')),
      memberOf([contact], kern),
      isHelper([contact])
    ]).toEqual([false, false, false])
  })

  test('an administrator is no member of every group', () => {
    expect([isAdmin([admin]), memberOf([admin], kern), isContact([admin])]).toEqual([true, false, false])
  })
})

describe('institutions are partners, not owners', () => {
  test.each([
    ['administrator', admin],
    ['lead of a group', lead]
  ])('who speaks for an institution never becomes %s, nor the other way round', (_, role) => {
    expect(grant([contact], role)).toMatchObject({ refusal: { code: 'institution-cannot-administer' } })
    expect(grant([role], contact)).toMatchObject({ refusal: { code: 'institution-cannot-administer' } })
  })

  test('not even for one day in common', () => {
    const until: Role = { ...contact, until: on('2026-06-30') }
    expect(grant([until], { ...admin, from: on('2026-06-30') })).toMatchObject({ ok: false })
    expect(grant([until], { ...admin, from: on('2026-07-01') })).toMatchObject({ ok: true })
    const later: Role = { ...admin, from: on('2026-06-30') }
    expect(grant([later], until)).toMatchObject({ ok: false })
    expect(grant([later], { ...until, until: on('2026-06-29') })).toMatchObject({ ok: true })
  })

  test('but a social professional may help write down voices', () => {
    expect(grant([contact], helper)).toEqual({ ok: true, value: [contact, helper] })
  })

  test('nobody gets the same role twice in the same days, or one that ends before it begins', () => {
    expect(grant([helper], { ...helper, from: on('2026-03-01') })).toMatchObject({
      refusal: { code: 'role-already-given' }
    })
    expect(grant([helper], { ...helper, group: church })).toMatchObject({ ok: true })
    expect(grant([], { ...helper, until: on('2025-01-01') })).toMatchObject({
      refusal: { code: 'role-ends-before-it-begins' }
    })
  })
})
