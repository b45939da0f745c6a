/** Nothing changes behind the record's back: every table is told or says why not, and every change in the worlds of the tests was told. */
import { expect, it } from 'vitest'
import { play } from '../demo/play.ts'
import { canonical, compareWithJournal, notPublic, publicRows } from '../src/journal/index.ts'
import { keyed } from '../src/web/index.ts'
import { onEveryEngine } from './kit.ts'

onEveryEngine('the record', (place) => {
  it('tells every table and every column of it, or says why not', async () => {
    const told = new Map<string, Set<string>>()
    for (const rows of publicRows)
      for (const one of [rows, ...(rows.parts ?? [])])
        told.set(one.table, new Set([...one.columns, ...Object.keys(one.left ?? {})]))
    const tables = await place().store.read.introspection.getTables()
    const ours = tables.filter((table) => !table.name.startsWith('kysely_') && table.name !== 'schema_lock')
    const schema = ours.find((table) => table.name === 'voice')?.schema
    for (const { name, columns } of ours.filter((table) => table.schema === schema)) {
      if (notPublic[name] !== undefined) continue
      const known = told.get(name)
      expect(known, `the table ${name} is not in app/src/journal/rows`).toBeDefined()
      expect([...(known ?? [])].toSorted(), name).toEqual(columns.map((column) => column.name).toSorted())
    }
  })

  it('agrees with the whole demo story', async () => {
    await play(place().store, (purpose, text) => keyed(place().site.secret, purpose, text), place().clock.now)
    const compared = await compareWithJournal(place().store.read)
    expect(compared.findings).toEqual([])
    expect(compared.rows).toBeGreaterThan(100)
  })

  it('names every row that is changed, added or taken away behind its back', async () => {
    const { store } = place()
    const found = async () => (await compareWithJournal(store.read)).findings
    const first = await store.read
      .selectFrom('commitment')
      .select(['id', 'due_on'])
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const silent = await store.read
      .selectFrom('voice')
      .selectAll()
      .where('show', '=', 'none')
      .where('state', '=', 'given')
      .executeTakeFirstOrThrow()
    const step = await store.read.selectFrom('goal_step').selectAll().orderBy('id').executeTakeFirstOrThrow()
    const told = await store.read.selectFrom('tell_back').selectAll().orderBy('id').executeTakeFirstOrThrow()
    // Past the actions, as only somebody with the database in hand could.
    await store.change(async (tx) => {
      await tx.updateTable('commitment').set({ due_on: '2030-01-01' }).where('id', '=', first.id).execute()
      await tx
        .updateTable('voice')
        .set({ channel: silent.channel === 'door' ? 'phone' : 'door' })
        .where('id', '=', silent.id)
        .execute()
      await tx.updateTable('tell_back').set({ told_on: '2020-01-01' }).where('id', '=', told.id).execute()
      await tx.deleteFrom('goal_step').where('id', '=', step.id).execute()
      await tx
        .insertInto('institution')
        .values({ id: 'erbij', name: 'Erbij', kind: 'x', about: '', made_at: 'now' })
        .execute()
    })
    expect((await found()).map(({ what, kind, id }) => `${what} ${kind} ${id}`).toSorted()).toEqual(
      [
        `changed commitment ${first.id}`,
        `changed voice ${silent.id}`,
        `changed tellBack ${told.id}`,
        `gone goalStep ${step.id}`,
        'unrecorded institution erbij'
      ].toSorted()
    )
    await store.change(async (tx) => {
      await tx.updateTable('commitment').set({ due_on: first.due_on }).where('id', '=', first.id).execute()
      await tx.updateTable('voice').set({ channel: silent.channel }).where('id', '=', silent.id).execute()
      await tx.updateTable('tell_back').set({ told_on: told.told_on }).where('id', '=', told.id).execute()
      await tx.insertInto('goal_step').values(step).execute()
      await tx.deleteFrom('institution').where('id', '=', 'erbij').execute()
    })
    expect(await found()).toEqual([])
  })

  it('names a part that is changed with its whole, and an entry that is kept under another name', async () => {
    const { store } = place()
    const plan = await store.read.selectFrom('plan_result').selectAll().executeTakeFirstOrThrow()
    await store.change((tx) =>
      tx.updateTable('plan_result').set({ result: 'Anders.' }).where('proposal_id', '=', plan.proposal_id).execute()
    )
    expect((await compareWithJournal(store.read)).findings).toEqual([
      { what: 'changed', kind: 'plan', id: plan.proposal_id }
    ])
    await store.change((tx) =>
      tx.updateTable('plan_result').set({ result: plan.result }).where('proposal_id', '=', plan.proposal_id).execute()
    )
    const { id } = await store.change((tx) =>
      tx
        .insertInto('journal_entry')
        .values({
          id: 'nep',
          at: 'now',
          kind: 'goal-adopted',
          about_kind: 'goal',
          about_id: 'x',
          entry: canonical({
            about: { kind: 'goal', id: 'y' },
            at: 'now',
            by: 'anyone',
            facts: {},
            id: 'nep',
            kind: 'goal-adopted',
            v: 1
          })
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    )
    expect((await compareWithJournal(store.read)).findings).toEqual([{ what: 'misfiled', kind: 'journalEntry', id }])
  })

  it('keeps what an entry is about from being changed or taken away', async () => {
    const { store } = place()
    const only = /the journal only grows/
    await expect(store.change((tx) => tx.updateTable('journal_subject').set({ state: 'x' }).execute())).rejects.toThrow(
      only
    )
    await expect(store.change((tx) => tx.deleteFrom('journal_subject').execute())).rejects.toThrow(only)
  })
})
