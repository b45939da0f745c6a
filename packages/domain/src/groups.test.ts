import { expect, test } from 'vitest'
import { startGroup, type GroupTyped } from './groups.ts'
import { asId, type GroupId } from './ids.ts'

const committee = asId<GroupId>('bewonerscommissie')
const youth: GroupTyped = {
  name: 'Jongeren Noordhof',
  kind: 'youth',
  about: 'Sporten op het plein.',
  spokenWith: [committee]
}

test('a new group says with which existing group it spoke', () => {
  expect(startGroup(youth, [committee])).toMatchObject({
    ok: true,
    value: { name: 'Jongeren Noordhof', spokenWith: [committee] }
  })
})

test('a new group that spoke with nobody says why, while there are others to speak with', () => {
  const alone = { ...youth, spokenWith: [] }
  expect(startGroup(alone, [committee])).toMatchObject({
    refusal: { code: 'group-spoken-with-missing', field: 'spokenWith' }
  })
  expect(startGroup({ ...alone, noneBecause: 'Er is hier nog niets voor jongeren.' }, [committee])).toMatchObject({
    ok: true,
    value: { noneBecause: 'Er is hier nog niets voor jongeren.' }
  })
})

test('the very first group of a neighbourhood is asked nothing of the kind', () => {
  expect(startGroup({ ...youth, spokenWith: [] }, [])).toMatchObject({ ok: true })
})

test('nobody spoke with a group that does not exist', () => {
  expect(startGroup(youth, [])).toMatchObject({ refusal: { code: 'group-unknown' } })
})

test('a group has a name, a kind and a purpose', () => {
  expect(startGroup({ ...youth, name: ' ' }, [committee])).toMatchObject({
    refusal: { code: 'field-missing', field: 'name' }
  })
  expect(startGroup({ ...youth, kind: 'bedrijf' }, [committee])).toMatchObject({
    refusal: { code: 'field-not-a-choice' }
  })
  expect(startGroup({ ...youth, about: undefined }, [committee])).toMatchObject({ refusal: { field: 'about' } })
})
