import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { known, never, onlyLook, order, packages, sqlAllowed, wiring } from '../direction.ts'
import { importsOf, root, sourcesIn, withoutComments, type Source } from './sources.ts'

const files = sourcesIn('app/src')
const inHouse = files.filter((file) => !file.isTest)
const moduleOf = (path: string): string | undefined => (path.includes('/') ? path.split('/')[0] : undefined)
const line = (module: string): number => order.findIndex((names) => names.includes(module))

/** Where an import inside the app leads, from the folder src. */
const target = (file: Source, from: string): string | undefined =>
  from.startsWith('.') ? posix.join(posix.dirname(file.path), from) : undefined

const inner = inHouse.flatMap((file) =>
  importsOf(file.text).flatMap((one) => {
    const to = target(file, one.from)
    return to === undefined ? [] : [{ file, to, ...one }]
  })
)
const said = (what: { file: Source; to: string }[]) => what.map(({ file, to }) => `${file.path} imports ${to}`)

describe('the order of the house', () => {
  it('knows every module', () => {
    const modules = readdirSync(join(root, 'app/src'), { withFileTypes: true }).filter((one) => one.isDirectory())
    expect(modules.map((one) => one.name).filter((name) => line(name) < 0)).toEqual([])
    const loose = inHouse.map((file) => file.path).filter((path) => !path.includes('/'))
    expect(loose.filter((path) => ![...wiring, ...known].includes(path))).toEqual([])
  })

  it('lets a module import only modules above it', () => {
    expect(inner.length).toBeGreaterThan(50)
    const wrong = inner.filter(({ file, to }) => {
      const from = moduleOf(file.path)
      if (from === undefined) return known.includes(file.path)
      const other = moduleOf(to)
      if (other === undefined || to.startsWith('..')) return !known.includes(to)
      return other !== from && line(other) >= line(from)
    })
    expect(said(wrong)).toEqual([])
  })

  it('lets nobody past the face of another module', () => {
    const wrong = inner.filter(({ file, to }) => {
      const other = moduleOf(to)
      return other !== undefined && !to.startsWith('..') && other !== moduleOf(file.path) && to !== `${other}/index.ts`
    })
    expect(said(wrong)).toEqual([])
  })

  it('keeps the count from knowing who voted, and figures apart from voices', () => {
    const wrong = inner.filter(({ file, to }) =>
      never.some((rule) => rule.from === moduleOf(file.path) && rule.to === moduleOf(to))
    )
    expect(said(wrong)).toEqual([])
  })

  it('lets those who only look import no actions: looking is not steering', () => {
    const wrong = inner.filter(({ file, to, names, typeOnly }) => {
      const other = moduleOf(to)
      if (!onlyLook.includes(moduleOf(file.path) ?? '') || !other || other === moduleOf(file.path)) return false
      return !typeOnly && names.some((name) => isAction(other, name))
    })
    expect(said(wrong)).toEqual([])
  })

  it('lets only the demo, the tests and the wiring know the whole', () => {
    const wrong = inner.filter(({ to }) => to.startsWith('..') && !to.startsWith('../migrations/'))
    expect(said(wrong.filter(({ file }) => !wiring.includes(file.path)))).toEqual([])
  })
})

/** Whether a module's face passes this name on from its actions. */
function isAction(module: string, name: string): boolean {
  const face = files.find((file) => file.path === `${module}/index.ts`)
  return importsOf(face?.text ?? '').some(
    ({ from, names }) => /actions\.ts$/.test(from) && (names.includes(name) || names.includes('*'))
  )
}

describe('our packages', () => {
  const sources = Object.keys(packages).flatMap((name) =>
    sourcesIn(`packages/${name}/src`)
      .filter((file) => !file.isTest)
      .map((file) => ({ name, file }))
  )

  it('are all in the order', () => {
    expect(readdirSync(join(root, 'packages')).toSorted()).toEqual(Object.keys(packages).toSorted())
  })

  it('import nothing from outside', () => {
    const wrong = sources.flatMap(({ name, file }) =>
      importsOf(file.text)
        .filter(({ from }) => !from.startsWith('.') && !packages[name]!.includes(from) && !isCommandLine(file.path))
        .map(({ from }) => `${name}/${file.path} imports ${from}`)
    )
    expect(wrong).toEqual([])
  })

  it('depend on nothing', () => {
    for (const name of Object.keys(packages)) {
      const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as object
      const outside = Object.keys((manifest as { dependencies?: object }).dependencies ?? {})
      expect(outside.filter((one) => !packages[name]!.includes(one))).toEqual([])
    }
  })

  it('take time and chance as arguments: they read no clock, dice, environment or disk', () => {
    const readsTheWorld =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\bglobalThis\b|\bfetch\(|\bset(Timeout|Interval)\(|\bgetRandomValues\b|\brandomBytes\b|\brandomUUID\b/
    const wrong = sources.filter(
      ({ file }) => !isCommandLine(file.path) && readsTheWorld.test(withoutComments(file.text))
    )
    expect(wrong.map(({ name, file }) => `${name}/${file.path}`)).toEqual([])
  })
})

/** A package's own command reads files and arguments; nothing imports it. */
const isCommandLine = (path: string): boolean => /(^|\/)(cli|bin)\b/.test(path)

describe('the files', () => {
  const app = sourcesIn('app').filter((file) => !file.isTest && /^(src|checks|migrations|demo)\//.test(file.path))

  it('keep all SQL of a noun in one place', () => {
    const sql = /\b(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(|\bsql(\.raw|<[^>]*>)?[`(]/
    const wrong = app
      .filter((file) => sql.test(withoutComments(file.text)) && !sqlAllowed.some(({ where }) => where.test(file.path)))
      .map((file) => file.path)
    expect(wrong).toEqual([])
  })

  it('have at most 350 lines (a test file 400): a larger noun is split', () => {
    const mine = ['app/src', 'app/demo', 'app/checks', 'app/migrations', 'app/test', 'e2e', ...packagesFolders()]
    const long = mine.flatMap((folder) =>
      sourcesIn(folder)
        .map((file) => ({ path: `${folder}/${file.path}`, lines: file.text.split('\n').length }))
        .filter(({ path, lines }) => lines > (/\.test\.tsx?$/.test(path) ? 400 : 350))
        .map(({ path, lines }) => `${path} has ${lines} lines`)
    )
    expect(long).toEqual([])
  })

  it('are named after what they hold', () => {
    const empty = /^(data|info|manager|handler|util|utils|helper|helpers|common|misc|shared|service|controller|stuff)$/i
    const wrong = [...files, ...sourcesIn('packages'), ...sourcesIn('app/demo')]
      .map((file) => file.path)
      .filter((path) => path.split('/').some((part) => empty.test(part.replace(/(\.test)?\.tsx?$/, ''))))
    expect(wrong).toEqual([])
  })

  it('give nothing an empty name', () => {
    const exported = /export (?:async )?(?:const|function|class|interface|type) (\w+)/g
    const empty = /(Manager|Handler|Utils?|Info|Service|Controller|Impl)$/
    const wrong = [...inHouse, ...sourcesIn('packages')].flatMap((file) =>
      [...file.text.matchAll(exported)].filter((m) => empty.test(m[1]!)).map((m) => `${file.path}: ${m[1]}`)
    )
    expect(wrong).toEqual([])
  })

  it('begin by saying what they are', () => {
    const silent = inHouse.filter(
      (file) =>
        !/^(\/\*\*|\/\/)/.test(file.text) && !/(index|pages|queries|actions|views|examples)\.tsx?$/.test(file.path)
    )
    expect(silent.map((file) => file.path)).toEqual([])
  })
})

const packagesFolders = (): string[] => Object.keys(packages).map((name) => `packages/${name}/src`)
