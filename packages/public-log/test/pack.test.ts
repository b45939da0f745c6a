/** The package as it would be published: packed, installed into an empty folder without a network, and used there. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { entriesOf, exported, logKey, partsOf, stored } from './logs.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'public-log-pack-'))
const npm = (args: string[], cwd: string): string =>
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8' })

let packed: string[] = []

beforeAll(() => {
  // Packed from a copy, because packing rewrites package.json for as long as it lasts.
  const copy = join(folder, 'packages/public-log')
  cpSync(here, copy, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) })
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  mkdirSync(join(folder, 'node_modules'))
  for (const name of ['typescript-7', '@typescript', '@types'])
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
  const [made] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], copy)) as {
    filename: string
    files: { path: string }[]
  }[]
  packed = made!.files.map((f) => f.path)
  const project = join(folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{ "name": "city", "version": "1.0.0", "type": "module" }')
  npm(['install', join(folder, made!.filename)], project)
}, 600_000)

describe('the published package', () => {
  test('holds the built library with its types, the command, the page and the README, and nothing else', () => {
    const wanted = ['README.md', 'bin/public-log.js', 'dist/index.js', 'dist/index.d.ts', 'verifier.html']
    expect(packed).toEqual(expect.arrayContaining(wanted))
    const other = /^(README\.md|package\.json|verifier\.html|bin\/|dist\/)/
    expect(packed.filter((path) => !other.test(path) || /test/.test(path))).toEqual([])
  })

  test('proves and verifies for somebody who imports it, and its page is found', () => {
    const program = `
      import { existsSync } from 'node:fs'
      import { fileURLToPath } from 'node:url'
      import { checkpointBody, leafHash, proofOf, signer, signNote, verifierKey, verifyProof } from 'public-log'
      const entry = Buffer.from('{"first":true}')
      const log = signer('example.org/log', Buffer.alloc(32, 1))
      const checkpoint = signNote(checkpointBody({ origin: log.name, size: 1, root: leafHash(entry) }), [log])
      const proof = proofOf({ entry, index: 0, proof: [], checkpoint })
      console.log(verifyProof(proof, verifierKey(log)).ok, existsSync(fileURLToPath(import.meta.resolve('public-log/verifier.html'))))`
    const file = join(folder, 'project/try.js')
    writeFileSync(file, program)
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('true true\n')
  })

  test('installs a command', async () => {
    const log = await stored(entriesOf(300))
    writeFileSync(join(folder, 'project/street.log'), exported(partsOf(log)))
    const command = join(folder, 'project/node_modules/.bin/public-log')
    const run = spawnSync(command, ['audit', 'street.log', '--key', logKey], {
      cwd: join(folder, 'project'),
      encoding: 'utf8'
    })
    expect([run.status, run.stderr]).toEqual([0, ''])
    expect(run.stdout).toContain('all 300 entries')
  })

  test('its types are enough for a strict program', () => {
    const project = join(folder, 'project')
    writeFileSync(
      join(project, 'strict.ts'),
      `import { audit, verifyProof, type Verdict } from 'public-log'\nexport const holds = (of: Verdict): boolean => of.ok\nexport const name = (of: Verdict): string => of.ok ? of.origin : of.wrong\nexport { audit, verifyProof }\n`
    )
    const compiler = join(folder, 'node_modules/typescript-7/bin/tsc')
    const run = spawnSync(
      process.execPath,
      [
        compiler,
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--types',
        '',
        '--target',
        'es2022',
        'strict.ts'
      ],
      { cwd: project, encoding: 'utf8' }
    )
    expect(run.stdout).toBe('')
    const card = JSON.parse(readFileSync(join(project, 'node_modules/public-log/package.json'), 'utf8')) as object
    expect(card).toMatchObject({ exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } })
  })
})
