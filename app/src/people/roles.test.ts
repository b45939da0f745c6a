import { expect, it } from 'vitest'
import type { Day, GroupId, InstitutionId, PersonId, Role } from '@buurtmacht/domain'
import { onEveryEngine } from '../../test/kit.ts'
import { addInstitution } from '../institutions/index.ts'
import { startGroup } from '../groups/index.ts'
import { entriesAbout } from '../journal/index.ts'
import { addPerson, endRole, giveRole, holdersInGroup, rolesOf } from './index.ts'

const value = <T>(decision: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}
const code = (decision: { ok: boolean; refusal?: { code: string } }) => decision.refusal?.code
const since = '2026-01-01' as Day
const administrator: Role[] = [{ kind: 'admin', from: since }]

onEveryEngine('roles', (place) => {
  const change = <T>(work: Parameters<ReturnType<typeof place>['store']['change']>[0]) =>
    place().store.change(work) as Promise<T>
  let n = 0
  const person = () =>
    change<PersonId>(async (tx) =>
      value(await addPerson(tx, place().by('x', administrator), { name: `Bewoner ${++n}` }))
    )
  const group = () =>
    change<GroupId>(async (tx) =>
      value(
        await startGroup(tx, place().by('x', administrator), {
          name: `Groep ${++n}`,
          kind: 'core',
          about: 'Wij wonen hier.',
          spokenWith: [],
          noneBecause: 'Wij zijn de eerste van deze flat.'
        })
      )
    )
  const institution = () =>
    change<InstitutionId>(async (tx) =>
      value(
        await addInstitution(tx, place().by('x', administrator), {
          name: 'Corporatie',
          kind: 'housing',
          about: 'Verhuurt.'
        })
      )
    )
  const give = (to: string, role: Role, by: Role[] = administrator) =>
    change<Awaited<ReturnType<typeof giveRole>>>((tx) => giveRole(tx, place().by('x', by), to, role))
  const end = (id: string, by: Role[] = administrator, until?: Day) =>
    change<Awaited<ReturnType<typeof endRole>>>((tx) => endRole(tx, place().by('x', by), id, until))

  it('an institution contact can never become administrator or lead, nor the other way round', async () => {
    const [contact, lead, g, i] = [await person(), await person(), await group(), await institution()]
    value(await give(contact, { kind: 'contact', institution: i, from: since }))
    expect(code(await give(contact, { kind: 'admin', from: since }))).toBe('institution-cannot-administer')
    expect(code(await give(contact, { kind: 'lead', group: g, from: since }))).toBe('institution-cannot-administer')
    value(await give(lead, { kind: 'lead', group: g, from: since }))
    expect(code(await give(lead, { kind: 'contact', institution: i, from: since }))).toBe(
      'institution-cannot-administer'
    )
  })

  it('two administrators who give clashing roles at the same moment do not both succeed', async () => {
    const [one, g, i] = [await person(), await group(), await institution()]
    const both = await Promise.all([
      give(one, { kind: 'contact', institution: i, from: since }),
      give(one, { kind: 'lead', group: g, from: since })
    ])
    expect(both.map((d) => d.ok).sort()).toEqual([false, true])
    expect(await rolesOf(place().store.read, one)).toHaveLength(1)
  })

  it('a lead gives and ends helpers of the own group, and nothing else', async () => {
    const [neighbour, own, other] = [await person(), await group(), await group()]
    const lead: Role[] = [{ kind: 'lead', group: own, from: since }]
    const id = value(await give(neighbour, { kind: 'helper', group: own, from: since }, lead))
    expect(code(await give(neighbour, { kind: 'helper', group: other, from: since }, lead))).toBe('not-allowed')
    expect(code(await give(neighbour, { kind: 'lead', group: own, from: since }, lead))).toBe('not-allowed')
    expect(code(await give(neighbour, { kind: 'admin', from: since }, lead))).toBe('not-allowed')
    expect((await holdersInGroup(place().store.read, own)).map((h) => h.person)).toEqual([neighbour])
    value(await end(id, lead))
    expect(code(await end(id, lead))).toBe('role-not-in-force')
    expect((await rolesOf(place().store.read, neighbour))[0]?.until).toBe(place().by().today)
    const kinds = (await entriesAbout(place().store.read, 'role', id)).map((e) => e.kind)
    expect(kinds).toEqual(['role-given', 'role-ended'])
  })

  it('a helper or a contact gives no roles', async () => {
    const [neighbour, g, i] = [await person(), await group(), await institution()]
    const wish: Role = { kind: 'helper', group: g, from: since }
    expect(code(await give(neighbour, wish, [{ kind: 'helper', group: g, from: since }]))).toBe('not-allowed')
    expect(code(await give(neighbour, wish, [{ kind: 'contact', institution: i, from: since }]))).toBe('not-allowed')
  })

  it('the last administrator stays until there is another', async () => {
    const [first, second] = [await person(), await person()]
    const id = value(await give(first, { kind: 'admin', from: since }))
    expect(code(await end(id))).toBe('last-administrator')
    value(await give(second, { kind: 'admin', from: since }))
    value(await end(id))
  })

  it('two people cannot have the same e-mail address, in capitals or not', async () => {
    const by = place().by('x', administrator)
    await change((tx) => addPerson(tx, by, { name: 'Fatima', email: 'fatima@example.org' }))
    const again = await place().store.change((tx) => addPerson(tx, by, { name: 'Fatima', email: 'FATIMA@Example.org' }))
    expect(code(again)).toBe('email-in-use')
    const two = await place().store.change((tx) => addPerson(tx, by, { name: 'Fatima', email: 'a@b.nl,c@d.nl' }))
    expect(code(two)).toBe('field-not-an-email')
  })

  it('two administrators who write down the same address at the same moment do not both succeed, and nothing breaks', async () => {
    const by = place().by('x', administrator)
    const add = () =>
      place().store.change((tx) => addPerson(tx, by, { name: 'Tegelijk', email: 'tegelijk@example.org' }))
    const both = await Promise.all([add(), add()])
    expect(both.map(code).sort()).toEqual(['email-in-use', undefined])
  })

  it('the journal holds no names and no addresses of people', async () => {
    const id = await change<PersonId>(async (tx) =>
      value(
        await addPerson(tx, place().by('x', administrator), { name: 'Zeldzame Naam', email: 'zeldzaam@example.org' })
      )
    )
    const [entry] = await entriesAbout(place().store.read, 'person', id)
    expect(entry?.entry).toContain('person-added')
    expect(entry?.entry).not.toMatch(/zeldza/i)
  })
})
