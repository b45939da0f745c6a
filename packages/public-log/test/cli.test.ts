/** The command, with a log served over HTTP as it is on the web. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, cosign, openNote, readTilePath, readVerifierKey, verifierKey } from '../src/index.ts'
import { main } from '../src/cli.ts'
import {
  checkpointOf,
  entriesOf,
  exported,
  logKey,
  partsOf,
  proofIn,
  stored,
  textBytes,
  witnessSigner,
  type Stored
} from './logs.ts'

const folder = mkdtempSync(join(tmpdir(), 'public-log-'))
const path = (name: string): string => join(folder, name)
const kept = (name: string, text: string | Uint8Array): string => (writeFileSync(path(name), text), path(name))

const honest = await stored(entriesOf(70_000))
const short = await stored(entriesOf(600))
const rewritten = await stored(entriesOf(70_100).with(321, textBytes('{"entry":"not what was said"}')))

/** What the server gives now. `change` may spoil an answer. */
let served: { log: Stored; checkpoint?: string; change?: (path: string, bytes: Uint8Array) => Uint8Array | undefined }
let server: Server
let at: string
const sent: string[] = []

/** The bytes at an address; only what a log of this size serves. */
function answer(address: string): Uint8Array | undefined {
  const { log } = served
  if (address === 'checkpoint') return textBytes(served.checkpoint ?? checkpointOf(log))
  const name = readTilePath(address)
  if (!name) return undefined
  const { level, index, width } = name
  if (level === 'entries') return bundle(log.entries.slice(index * 256, index * 256 + width))
  const row = log.tiles.get(`${level}/${index}`)
  return row && row.length >= width * 32 ? row.subarray(0, width * 32) : undefined
}

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.method === 'POST') {
      request.on('data', (piece) => sent.push(String(piece))).on('end', () => response.writeHead(200).end())
      return
    }
    const address = request.url!.replace(/^\/logboek\//, '')
    const bytes = answer(address)
    const given = bytes && served.change ? served.change(address, bytes) : bytes
    response.writeHead(given ? 200 : 404).end(given)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/logboek`
})
afterAll(() => server.close())

async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await main(args, { out: (text) => void (out += `${text}\n`), err: (text) => void (err += `${text}\n`) })
  return { code, out, err }
}

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

describe('audit', () => {
  test('the whole log on the web, with what was kept', async () => {
    served = { log: honest }
    const old = kept('old.checkpoint', checkpointOf(short))
    const proof = kept('old-proof.json', JSON.stringify(await proofIn(short, 321)))
    const right = await call(
      'audit',
      at,
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
    expect((await call('audit', at)).out).toContain('Who signed was not checked')
  })

  test('a rewritten log does not fit what was kept, and the kept proof names the entry', async () => {
    served = { log: rewritten }
    expect((await call('audit', at, '--key', logKey)).code).toBe(0)
    const other = await call('audit', `${at}/`, '--key', logKey, '--from', path('old.checkpoint'))
    expect([other.code, other.out]).toEqual([
      1,
      'The log was rewritten: its first 600 entries are not those that were signed in old.checkpoint. Something from entry 0 to entry 599 was changed, left out or put in.\n'
    ])
    const named = await call('audit', at, '--key', logKey, '--from', path('old-proof.json'), '--lang', 'nl')
    expect([named.code, named.out]).toEqual([
      1,
      'Het logboek is herschreven: regel 321 is niet de regel die old-proof.json bewijst.\n'
    ])
    const file = kept('then.log', exported(partsOf(short)))
    expect((await call('audit', at, '--key', logKey, '--from', file)).out).toContain(
      'entry 321 is not what it was in then.log'
    )
  })

  test('what is withheld or wrong on the way is named', async () => {
    const spoil = (which: string, at_: number) => (address: string, bytes: Uint8Array) =>
      address === which ? bytes.with(at_, bytes[at_]! ^ 1) : bytes
    served = { log: honest, change: (address, bytes) => (address === 'tile/entries/100' ? undefined : bytes) }
    expect(await call('audit', at, '--key', logKey)).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'tile/entries/100 is not there, although the log signed that it has 70000 entries: entries 25600 to 25855'
      ) as string
    })
    served = { log: honest, change: spoil('tile/0/010', 5 * 32 + 3) }
    expect((await call('audit', at, '--key', logKey)).out).toContain('The hash beside entry 2565 is wrong')
    served = { log: honest, change: spoil('tile/1/000', 7 * 32) }
    expect((await call('audit', at, '--key', logKey)).out).toContain(
      'tile/1/000 is wrong for the entries from 1792 to 2047'
    )
    served = { log: honest, change: spoil('tile/2/000.p/1', 0) }
    expect((await call('audit', at, '--key', logKey)).out).toContain(
      'tile/2/000.p/1 is wrong for the entries from 0 to 65535'
    )
    served = {
      log: honest,
      change: (which, bytes) => (which === 'tile/entries/100' ? Buffer.concat([bytes, bytes]) : bytes)
    }
    expect((await call('audit', at, '--key', logKey)).out).toContain('from 25600 to 25855 cannot be read to their end')
    served = { log: honest, change: spoil('tile/entries/273.p/112', 9) }
    expect((await call('audit', at, '--key', logKey)).out).toContain('Entry 69888 is not what was signed')
  })

  test('a partial tile that has grown since is taken from the full one', async () => {
    const now = await stored(entriesOf(70_000 + 256))
    served = {
      log: now,
      checkpoint: checkpointOf(honest),
      change: (address, bytes) => (/\.p\//.test(address) && /^tile\/(0|entries)\/273/.test(address) ? undefined : bytes)
    }
    expect(await call('audit', at, '--key', logKey)).toMatchObject({ code: 0 })
  })

  test('export keeps the log in one file, which is audited without a network', async () => {
    served = { log: honest }
    expect((await call('export', at, path('honest.log'), '--key', logKey)).code).toBe(0)
    expect(readFileSync(path('honest.log')).equals(exported(partsOf(honest)))).toBe(true)
    expect(await call('audit', path('honest.log'), '--key', logKey, '--from', path('old.checkpoint'))).toMatchObject({
      code: 0
    })
    expect(await call('export', at, path('honest.log'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('EEXIST') as string
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
})

describe('a witness', () => {
  const cosigning = (...more: string[]) => call('cosign', at, '--key', path('witness.key'), ...more)

  test('makes a key that nobody else reads, and never over another', async () => {
    const made = await call('key', 'example.org/residents', path('witness.key'), '--witness')
    expect(made.out).toMatch(/^example\.org\/residents\+[0-9a-f]{8}\+B/)
    kept('witness.pub', made.out)
    expect(statSync(path('witness.key')).mode & 0o777).toBe(0o600)
    expect((await call('key', 'x', path('witness.key'))).code).toBe(2)
    expect((await call('key', 'example.org/log', path('a-log.key'))).out).toMatch(/^example\.org\/log\+[0-9a-f]{8}\+A/)
  })

  test('cosigns a log that grows, and sends it', async () => {
    served = { log: short }
    expect((await cosigning()).err).toContain('needs --log the first time')
    const first = await cosigning('--log', logKey, '--send', `${at}/witnesses`)
    const keys = [logKey, readFileSync(path('witness.pub'), 'utf8')].map(readVerifierKey)
    expect(openNote(first.out, keys)).toMatchObject({ by: ['example.org/log', 'example.org/residents'] })
    expect(sent.join('')).toBe(first.out)
    served = { log: honest }
    const second = await cosigning()
    expect(openNote(second.out, keys).body).toContain('\n70000\n')
    expect((await cosigning()).code).toBe(0)
  })

  test('does not cosign a log that was rewritten, cut off or signed twice, and keeps the proof', async () => {
    const before = readFileSync(path('witness.key.seen'), 'utf8')
    served = { log: rewritten }
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
      served = { log }
      expect(await cosigning('--lang', 'nl')).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining(words) as string
      })
    }
    expect(readFileSync(path('witness.key.seen'), 'utf8')).toBe(before)
  })

  test('does not go on as if it were new when its memory is damaged or of another log', async () => {
    served = { log: honest }
    expect((await cosigning('--state', kept('broken.seen', '{'), '--log', logKey)).err).toContain(
      'find out what happened'
    )
    const other = await call('key', 'example.org/other', path('other.key'))
    expect((await cosigning('--log', other.out.trim())).err).toContain('is of the log')
  })

  test('does not cosign what the log did not sign', async () => {
    served = { log: honest, checkpoint: checkpointOf(honest).replace('70000', '70001') }
    expect(await cosigning()).toMatchObject({
      code: 1,
      err: expect.stringContaining('changed after it was signed') as string
    })
  })
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
