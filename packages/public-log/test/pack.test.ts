/** The package as it would be published: packed, installed into an empty folder without a network, and used there. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

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
  test('holds the built library with its types, the command and the README, and nothing else', () => {
    expect(packed).toEqual(
      expect.arrayContaining(['README.md', 'bin/public-log.js', 'dist/index.js', 'dist/index.d.ts'])
    )
    expect(
      packed.filter((path) => !/^(README\.md|package\.json|bin\/|dist\/)/.test(path) || /test/.test(path))
    ).toEqual([])
  })

  test('counts for somebody who imports it', () => {
    const program = `
      import { count, electionOf } from 'public-log'
      const street = electionOf({ budget: 10, projects: [{ id: 'a', cost: 6 }], ballots: [['a'], []] })
      console.log(count(street).winners.join())`
    const file = join(folder, 'project/try.js')
    writeFileSync(file, program)
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('a\n')
  })

  test('installs a command', () => {
    writeFileSync(
      join(folder, 'project/x.pb'),
      'META\nkey;value\nbudget;10\nvote_type;approval\nPROJECTS\nproject_id;cost\n7;6\nVOTES\nvoter_id;vote\n1;7\n2;\n'
    )
    const command = join(folder, 'project/node_modules/.bin/public-log')
    const run = spawnSync(command, ['count', 'x.pb', '--json'], { cwd: join(folder, 'project'), encoding: 'utf8' })
    expect([run.status, (JSON.parse(run.stdout) as { winners: string[] }).winners]).toEqual([0, ['7']])
  })

  test('its types are enough for a strict program', () => {
    const project = join(folder, 'project')
    writeFileSync(
      join(project, 'strict.ts'),
      `import { count, type Result } from 'public-log'\nexport const winners = (r: Result): readonly string[] => r.winners\nexport { count }\n`
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
