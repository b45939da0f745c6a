/** The command: a proof that is checked without a network, and what it says of what it cannot check. */
import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { cosign, verifierKey } from '../src/index.ts'
import { entriesOf, exported, logKey, partsOf, proofIn, stored, textBytes, witnessSigner } from './logs.ts'
import { call, kept, path } from './on-the-web.ts'

const short = await stored(entriesOf(600))

describe('verify', () => {
  test('a proof file, with the key itself or a file that holds it, in both languages', async () => {
    const file = kept('proof.json', JSON.stringify(await proofIn(short, 7)))
    const right = await call('verify', file, '--key', logKey)
    expect(right).toMatchObject({ code: 0, err: '' })
    expect(right.out).toContain(
      'Right: this is entry 7 of the log example.org/log when it had 600 entries:\n{"entry":7}\nSigned by example.org/log.'
    )
    expect(await call('verify', file, '--key', kept('log.key', `${logKey}\n`), '--lang', 'nl')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Klopt: dit is regel 7') as string
    })
    expect(JSON.parse((await call('verify', file, '--key', logKey, '--json')).out)).toMatchObject({
      ok: true,
      index: 7
    })
  })

  test('a changed one ends with 1 and a sentence', async () => {
    const file = kept('changed.json', JSON.stringify({ ...(await proofIn(short, 7)), entry: '{"entry":8}' }))
    expect(await call('verify', file, '--key', logKey, '--lang', 'nl')).toMatchObject({
      code: 1,
      out: expect.stringContaining('niet wat als regel 7') as string
    })
  })

  test('what a file says cannot write anything else on the terminal', async () => {
    const trick = await stored([textBytes('x\n\u001b[2JSigned by everybody\u202e')])
    const { out } = await call('verify', kept('trick.json', JSON.stringify(await proofIn(trick, 0))), '--key', logKey)
    expect(out).toContain('x\\u{a}\\u{1b}[2JSigned by everybody\\u{202e}\n')
    expect(out.split('\n')).toHaveLength(5)
  })

  test('a witness that must have signed', async () => {
    const proof = await proofIn(short, 7)
    const witnessKey = verifierKey(witnessSigner)
    const without = kept('without.json', JSON.stringify(proof))
    const seen = kept(
      'with.json',
      JSON.stringify({ ...proof, checkpoint: cosign(proof.checkpoint, witnessSigner, 1_800_000_000) })
    )
    expect((await call('verify', without, '--key', logKey, '--witness', witnessKey)).code).toBe(1)
    expect(await call('verify', seen, '--key', logKey, '--witness', witnessKey)).toMatchObject({
      code: 0,
      out: expect.stringContaining('example.org/witness (2027-01-15T08:00:00.000Z)') as string
    })
  })
})

test.each([
  [['audit', 'nowhere.log'], 'ENOENT'],
  [['audit', 'PROOF'], 'not an exported log'],
  [['audit', 'http://127.0.0.1:1/x'], 'cannot be read'],
  [['audit', 'LOG', '--from', 'PAPER'], 'says nothing'],
  [['audit', 'LOG', '--key', 'hello'], 'not the key of a log'],
  [['audit', 'LOG', '--witness', logKey], '--witness needs --key'],
  [['verify', 'PROOF'], 'needs --key'],
  [['verify', 'LOG', '--key', logKey], 'is not'],
  [['verify', 'PROOF', '--key', logKey, '--lang', 'fr'], '--lang'],
  [['verify'], 'takes 1'],
  [['audit', 'LOG', '--colour', 'red'], '--colour'],
  [['bake'], 'no command']
])('what cannot be checked ends with 2: %j', async (args, words) => {
  const files: Record<string, string> = {
    PROOF: path('proof.json'),
    LOG: kept('small.log', exported(partsOf(short))),
    PAPER: kept('paper.txt', 'a shopping list\n')
  }
  const { code, err } = await call(...args.map((word) => files[word] ?? word))
  expect([code, err]).toEqual([2, expect.stringContaining(words)])
})

describe('the installed command', () => {
  test('runs from its sources, also from the root of the project', () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url))
    const run = spawnSync('npx', ['public-log', 'verify', path('proof.json'), '--key', logKey], {
      encoding: 'utf8',
      cwd: root
    })
    expect([run.status, run.stderr]).toEqual([0, ''])
    expect(execFileSync('npx', ['public-log', 'help'], { encoding: 'utf8', cwd: root })).toContain(
      'Exit codes: 0 right; 1 wrong'
    )
  })
})
