import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { order } from '../direction.ts'
import { settings, type Setting } from '../src/settings.ts'
import { documentOf, writtenIn } from './documents.ts'
import { reasons } from './reasons.ts'
import { root } from './sources.ts'

interface Manifest {
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}
const manifest = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest
const whole = manifest('package.json')
const app = manifest('app/package.json')

const papers = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
]

describe('the papers', () => {
  it.each(papers)('name only commands that exist (%s)', (paper) => {
    const text = documentOf(paper)
    const run = [...text.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map((m) => m[1]!)
    const short = [...text.matchAll(/npm (start|test)\b/g)].map((m) => m[1]!)
    expect([...run, ...short].filter((name) => whole.scripts?.[name] === undefined)).toEqual([])
  })

  it.each(papers)('point only to what is there (%s)', (paper) => {
    const links = [...documentOf(paper).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((m) => m[1]!)
    expect(links.filter((link) => !existsSync(join(root, dirname(paper), link)))).toEqual([])
  })

  it.each(papers)('name only files of ours that are there (%s)', (paper) => {
    const named = [...documentOf(paper).matchAll(/`((?:app|packages|e2e|docs|\.ci)\/[\w./-]+)`/g)].map((m) => m[1]!)
    const built = /^app\/dist\//
    expect(named.filter((path) => !built.test(path) && !existsSync(join(root, path)))).toEqual([])
  })

  it('tell a newcomer the two commands', () => {
    const readme = documentOf('README.md')
    expect(readme).toContain('npm ci && npm run demo')
    expect(readme).toContain('npm ci && npm start')
  })
})

describe('docs/operating.md', () => {
  it('has every setting as the code has it', () => {
    const rows = (settings as readonly Setting[]).map(
      (s) => `| \`${s.name}\` | ${s.meaning} | ${s.usual ? `\`${s.usual}\`` : '(empty)'} | \`${s.example}\` |`
    )
    writtenIn(
      'docs/operating.md',
      'settings',
      ['| setting | meaning | default | example |', '|---|---|---|---|', ...rows].join('\n')
    )
  })
})

describe('ARCHITECTURE.md', () => {
  const table = (names: string[]): string =>
    ['| package | why |', '|---|---|', ...names.toSorted().map((name) => `| ${name} | ${reasons[name] ?? ''} |`)].join(
      '\n'
    )
  const ours = (name: string) => name.startsWith('@buurtmacht/') || name === 'equal-shares'
  const running = Object.keys(app.dependencies ?? {}).filter((name) => !ours(name))
  const building = [...Object.keys(whole.devDependencies ?? {}), ...Object.keys(app.devDependencies ?? {})]

  it('gives one line of reason for every dependency', () => {
    expect([...running, ...building].filter((name) => !reasons[name])).toEqual([])
    expect(Object.keys(reasons).filter((name) => ![...running, ...building].includes(name))).toEqual([])
    writtenIn('ARCHITECTURE.md', 'running', table(running))
    writtenIn('ARCHITECTURE.md', 'building', table(building))
  })

  it('pins every dependency to one version', () => {
    const versions = { ...app.dependencies, ...app.devDependencies, ...whole.dependencies, ...whole.devDependencies }
    const loose = Object.entries(versions).filter(
      ([name, version]) => !ours(name) && !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version)
    )
    expect(loose).toEqual([])
  })

  it('draws every module there is, and none that is not', () => {
    const picture = documentOf('ARCHITECTURE.md').split('## The picture')[1]?.split('```')[1] ?? ''
    const built = readdirSync(join(root, 'app/src'), { withFileTypes: true }).filter((one) => one.isDirectory())
    for (const { name } of built) expect(picture).toMatch(new RegExp(`\\b${name}\\b`))
    const planned = order.flat().filter((name) => !built.some((one) => one.name === name))
    for (const name of planned) expect(picture, `${name} is not built yet`).not.toMatch(new RegExp(`[← ,]${name}\\b`))
  })
})

describe('docs/words.md', () => {
  it('has one row per word, each with an identifier and a meaning', () => {
    const rows = documentOf('docs/words.md')
      .split('\n')
      .filter((row) => /^\| (?!Dutch|-)/.test(row))
    expect(rows.length).toBeGreaterThan(30)
    for (const row of rows) expect(row.split('|')).toHaveLength(5)
    const identifiers = rows.flatMap((row) => [...row.split('|')[2]!.matchAll(/`(\w+)`/g)].map((m) => m[1]!))
    expect(identifiers.filter((name, at) => identifiers.indexOf(name) !== at)).toEqual([])
  })
})

describe('docs/states', () => {
  it('has a diagram for every noun with states', () => {
    const there = readdirSync(join(root, 'docs/states')).map((name) => name.replace('.md', ''))
    for (const noun of ['voice', 'need', 'goal', 'request', 'commitment']) expect(there).toContain(noun)
    for (const noun of there) expect(documentOf(`docs/states/${noun}.md`)).toContain('stateDiagram')
  })
})

describe('docs/decisions', () => {
  it('each begin with what was decided', () => {
    for (const name of readdirSync(join(root, 'docs/decisions')))
      expect(documentOf(`docs/decisions/${name}`), name).toMatch(/^# \S.+\n/)
  })
})
