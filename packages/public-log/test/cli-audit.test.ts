/** The command, over a whole log: as it is on the web, and in one file. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkpointOf, entriesOf, exported, logKey, partsOf, proofIn, stored } from './logs.ts'
import { call, grownLogs, kept, logOnTheWeb, path } from './on-the-web.ts'

const { honest, short, rewritten } = await grownLogs()
const web = logOnTheWeb(honest)

describe('audit', () => {
  test('the whole log on the web, with what was kept', async () => {
    web.served = { log: honest }
    const old = kept('old.checkpoint', checkpointOf(short))
    const proof = kept('old-proof.json', JSON.stringify(await proofIn(short, 321)))
    const right = await call(
      'audit',
      web.at,
      '--key',
      logKey,
      '--from',
      old,
      '--from',
      proof,
      '--save',
      path('new.checkpoint')
    )
    expect(right).toMatchObject({ code: 0, err: '' })
    expect(right.out).toContain('all 70000 entries of example.org/log')
    expect(right.out).toContain('what was kept before (2) fits in')
    expect(readFileSync(path('new.checkpoint'), 'utf8')).toBe(checkpointOf(honest))
    expect((await call('audit', web.at)).out).toContain('Who signed was not checked')
  })

  test('a rewritten log does not fit what was kept, and the kept proof names the entry', async () => {
    web.served = { log: rewritten }
    expect((await call('audit', web.at, '--key', logKey)).code).toBe(0)
    const other = await call('audit', `${web.at}/`, '--key', logKey, '--from', path('old.checkpoint'))
    expect([other.code, other.out]).toEqual([
      1,
      'The log was rewritten: its first 600 entries are not those that were signed in old.checkpoint. Something from entry 0 to entry 599 was changed, left out or put in.\n'
    ])
    const named = await call('audit', web.at, '--key', logKey, '--from', path('old-proof.json'), '--lang', 'nl')
    expect([named.code, named.out]).toEqual([
      1,
      'Het logboek is herschreven: regel 321 is niet de regel die old-proof.json bewijst.\n'
    ])
    const file = kept('then.log', exported(partsOf(short)))
    expect((await call('audit', web.at, '--key', logKey, '--from', file)).out).toContain(
      'entry 321 is not what it was in then.log'
    )
  })

  test('what is withheld or wrong on the way is named', async () => {
    const spoil = (which: string, at_: number) => (address: string, bytes: Uint8Array) =>
      address === which ? bytes.with(at_, bytes[at_]! ^ 1) : bytes
    web.served = { log: honest, change: (address, bytes) => (address === 'tile/entries/100' ? undefined : bytes) }
    expect(await call('audit', web.at, '--key', logKey)).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'tile/entries/100 is not there, although the log signed that it has 70000 entries: entries 25600 to 25855'
      ) as string
    })
    web.served = { log: honest, change: spoil('tile/0/010', 5 * 32 + 3) }
    expect((await call('audit', web.at, '--key', logKey)).out).toContain('The hash beside entry 2565 is wrong')
    web.served = { log: honest, change: spoil('tile/1/000', 7 * 32) }
    expect((await call('audit', web.at, '--key', logKey)).out).toContain(
      'tile/1/000 is wrong for the entries from 1792 to 2047'
    )
    web.served = { log: honest, change: spoil('tile/2/000.p/1', 0) }
    expect((await call('audit', web.at, '--key', logKey)).out).toContain(
      'tile/2/000.p/1 is wrong for the entries from 0 to 65535'
    )
    web.served = {
      log: honest,
      change: (which, bytes) => (which === 'tile/entries/100' ? Buffer.concat([bytes, bytes]) : bytes)
    }
    expect((await call('audit', web.at, '--key', logKey)).out).toContain(
      'from 25600 to 25855 cannot be read to their end'
    )
    web.served = { log: honest, change: spoil('tile/entries/273.p/112', 9) }
    expect((await call('audit', web.at, '--key', logKey)).out).toContain('Entry 69888 is not what was signed')
  })

  test('a partial tile that has grown since is taken from the full one', async () => {
    const now = await stored(entriesOf(70_000 + 256))
    web.served = {
      log: now,
      checkpoint: checkpointOf(honest),
      change: (address, bytes) => (/\.p\//.test(address) && /^tile\/(0|entries)\/273/.test(address) ? undefined : bytes)
    }
    expect(await call('audit', web.at, '--key', logKey)).toMatchObject({ code: 0 })
  })

  test('export keeps the log in one file, which is audited without a network', async () => {
    web.served = { log: honest }
    expect((await call('export', web.at, path('honest.log'), '--key', logKey)).code).toBe(0)
    expect(readFileSync(path('honest.log')).equals(exported(partsOf(honest)))).toBe(true)
    expect(await call('audit', path('honest.log'), '--key', logKey, '--from', path('old.checkpoint'))).toMatchObject({
      code: 0
    })
    expect(await call('export', web.at, path('honest.log'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('EEXIST') as string
    })
  })
})
