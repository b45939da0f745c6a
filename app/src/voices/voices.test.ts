import { expect, it } from 'vitest'
import { onEveryEngine } from '../../test/kit.ts'
import { entriesAbout } from '../journal/index.ts'
import { giveVoice } from './index.ts'

onEveryEngine('giving a voice', (place) => {
  it('keeps the words exactly, hands out a follow code and writes the journal without the words', async () => {
    const { store, site } = place()
    const by = place().by()
    const taken = await store.change((tx) =>
      giveVoice(tx, by, (purpose, text) => `${purpose}:${text}:${site.secret.length}`, {
        text: 'In de gang is het ’s avonds donker. 😀',
        lang: 'nl',
        channel: 'online',
        show: 'full',
        tellBack: { how: 'code' },
        by: 'anyone'
      })
    )
    if (!taken.ok) throw new Error(taken.refusal.code)
    const row = await store.read.selectFrom('voice').selectAll().executeTakeFirstOrThrow()
    expect(row.text).toBe('In de gang is het ’s avonds donker. 😀')
    expect(row.follow_hash).not.toBe(taken.value.code)
    const [entry] = await entriesAbout(store.read, 'voice', taken.value.id)
    expect(entry?.entry).toContain('voice-given')
    expect(entry?.entry).not.toContain('donker')
  })

  it('never lets the journal be changed or shortened', async () => {
    const { store } = place()
    await expect(store.change((tx) => tx.updateTable('journal_entry').set({ kind: 'x' }).execute())).rejects.toThrow(
      /journal only grows/
    )
    await expect(store.change((tx) => tx.deleteFrom('journal_entry').execute())).rejects.toThrow(/journal only grows/)
  })

  it('answers on an unknown address in plain words', async () => {
    const { app } = place()
    const answer = await app.inject({ url: '/nergens' })
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('Deze bladzijde is er niet')
    expect((await app.inject({ url: '/healthz' })).json()).toEqual({ ok: true })
  })
})
