/** The command of a witness, who looks after a log on the web and cosigns it. */
import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openNote, readVerifierKey } from '../src/index.ts'
import { checkpointOf, logKey, stored, type Stored } from './logs.ts'
import { call, grownLogs, kept, logOnTheWeb, path } from './on-the-web.ts'

const { honest, short, rewritten } = await grownLogs()
const web = logOnTheWeb(honest)

describe('a witness', () => {
  const cosigning = (...more: string[]) => call('cosign', web.at, '--key', path('witness.key'), ...more)

  test('makes a key that nobody else reads, and never over another', async () => {
    const made = await call('key', 'example.org/residents', path('witness.key'), '--witness')
    expect(made.out).toMatch(/^example\.org\/residents\+[0-9a-f]{8}\+B/)
    kept('witness.pub', made.out)
    expect(statSync(path('witness.key')).mode & 0o777).toBe(0o600)
    expect((await call('key', 'x', path('witness.key'))).code).toBe(2)
    expect((await call('key', 'example.org/log', path('a-log.key'))).out).toMatch(/^example\.org\/log\+[0-9a-f]{8}\+A/)
  })

  test('cosigns a log that grows, and sends it', async () => {
    web.served = { log: short }
    expect((await cosigning()).err).toContain('needs --log the first time')
    const first = await cosigning('--log', logKey, '--send', `${web.at}/witnesses`)
    const keys = [logKey, readFileSync(path('witness.pub'), 'utf8')].map(readVerifierKey)
    expect(openNote(first.out, keys)).toMatchObject({ by: ['example.org/log', 'example.org/residents'] })
    expect(web.sent.join('')).toBe(first.out)
    web.served = { log: honest }
    const second = await cosigning()
    expect(openNote(second.out, keys).body).toContain('\n70000\n')
    expect((await cosigning()).code).toBe(0)
  })

  test('does not cosign a log that was rewritten, cut off or signed twice, and keeps the proof', async () => {
    const before = readFileSync(path('witness.key.seen'), 'utf8')
    web.served = { log: rewritten }
    const no = await cosigning()
    expect([no.code, no.out]).toEqual([1, ''])
    expect(no.err).toContain('does not begin with the 70000 entries seen before')
    const evidence = /witness\.key\.seen\.[0-9a-f]{8}\.refused/.exec(no.err)![0]
    expect(readFileSync(path(evidence), 'utf8')).toBe(checkpointOf(rewritten))
    const others: [Stored, string][] = [
      [short, 'het logboek heeft 600 regels en had er 70000'],
      [await stored(rewritten.entries.slice(0, 70_000)), 'twee verschillende inhouden']
    ]
    for (const [log, words] of others) {
      web.served = { log }
      expect(await cosigning('--lang', 'nl')).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining(words) as string
      })
    }
    expect(readFileSync(path('witness.key.seen'), 'utf8')).toBe(before)
  })

  test('does not go on as if it were new when its memory is damaged or of another log', async () => {
    web.served = { log: honest }
    expect((await cosigning('--state', kept('broken.seen', '{'), '--log', logKey)).err).toContain(
      'find out what happened'
    )
    const other = await call('key', 'example.org/other', path('other.key'))
    expect((await cosigning('--log', other.out.trim())).err).toContain('is of the log')
  })

  test('does not cosign what the log did not sign', async () => {
    web.served = { log: honest, checkpoint: checkpointOf(honest).replace('70000', '70001') }
    expect(await cosigning()).toMatchObject({
      code: 1,
      err: expect.stringContaining('changed after it was signed') as string
    })
  })
})
