import { expect, it } from 'vitest'
import { play } from '../demo/play.ts'
import { readChecks, runChecks } from '../src/db/index.ts'
import { keyed } from '../src/web/index.ts'
import { personWith } from './client.ts'
import { onEveryEngine } from './kit.ts'

it('every check says in a sentence what is true', () => {
  const checks = readChecks()
  expect(checks.length).toBeGreaterThanOrEqual(8)
  for (const { says, sql } of checks) {
    expect(says).toMatch(/^[A-Z].*\.$/)
    expect(sql).toMatch(/^select/)
  }
})

onEveryEngine('the checks', (place) => {
  const names = async () => (await runChecks(place().store.read)).map((found) => found.check.name)

  it('find nothing in an empty place, nor in the whole demo story', async () => {
    expect(await names()).toEqual([])
    await play(place().store, (purpose, text) => keyed(place().site.secret, purpose, text), place().clock.now)
    expect(await runChecks(place().store.read)).toEqual([])
  })

  it('find what should not be', async () => {
    const { store } = place()
    const since = place().by().today
    const institution = await store.read.selectFrom('institution').select('id').executeTakeFirstOrThrow()
    const person = await personWith(place(), 'Dubbel', [{ kind: 'admin', from: since }])
    await store.change(async (tx) => {
      // Past the rule, as only a broken program or somebody with the database in hand could.
      const role = { id: 'dubbel', person_id: person, kind: 'contact', group_id: null, until_on: null } as const
      await tx
        .insertInto('role')
        .values({ ...role, institution_id: institution.id, from_on: since })
        .execute()
      await tx.updateTable('resident_group').set({ spoken_with: '[]', spoken_why: null }).execute()
      await tx.updateTable('goal').set({ told: 1000 }).execute()
      const round = await tx.selectFrom('budget_round').select('id').executeTakeFirstOrThrow()
      const missing = { id: 'kwijt', round_id: round.id, name: 'Kwijt', kind: 'cards', area_id: null } as const
      await tx
        .insertInto('ballot_batch')
        .values({ ...missing, per_household: 1, size: 5, handed_out: 0, lang: 'nl', void_why: null })
        .execute()
    })
    expect(await names()).toEqual([
      'codes-work-once',
      'counts-are-right',
      'everything-is-in-the-journal',
      'institutions-do-not-rule',
      'new-groups-spoke-first'
    ])
  })
})
