import { expect, it } from 'vitest'
import { onEveryEngine } from '../../test/kit.ts'
import { answeredBefore, keepAnswer, type Once } from '../web/index.ts'
import { tidy } from './index.ts'

onEveryEngine('tidying at night', (place) => {
  it('lets an unsent story go after its day, and an answer to a repeated sending after ninety days', async () => {
    const { store, clock } = place()
    const now = clock.now
    const once: Once = { secret: 's', scope: 'x', key: 'k', asked: 'a', at: new Date(now).toISOString() }
    await store.change(async (tx) => {
      await keepAnswer(tx, once, 'yes')
      await tx
        .insertInto('voice_draft')
        .values({ hash: 'h', answers: 'sealed', ends_at: new Date(now + 86_400_000).toISOString() })
        .execute()
    })
    await tidy(store, now + 3_600_000)
    expect(await store.read.selectFrom('voice_draft').select('hash').execute()).toHaveLength(1)
    await tidy(store, now + 2 * 86_400_000)
    expect(await store.read.selectFrom('voice_draft').select('hash').execute()).toHaveLength(0)
    expect(await store.change((tx) => answeredBefore(tx, once))).toEqual({ answer: 'yes' })
    await tidy(store, now + 91 * 86_400_000)
    expect(await store.change((tx) => answeredBefore(tx, once))).toBeUndefined()
  })
})
