/** The project's own source files, for tests that read how the house is built. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Source {
  /** From the folder that was asked for, with forward slashes. */
  path: string
  text: string
  isTest: boolean
}

/** All TypeScript files below a folder of the project, sorted. */
export function sourcesIn(folder: string): Source[] {
  const top = join(root, folder)
  if (!existsSync(top)) return []
  return readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/node_modules|(^|[/\\])dist[/\\]/.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({
      path,
      text: readFileSync(join(top, path), 'utf8'),
      isTest: /\.test\.tsx?$/.test(path)
    }))
}

/** What a file imports or passes on, with the names it takes. Comments are left out. */
export function importsOf(text: string): { from: string; names: string[]; typeOnly: boolean }[] {
  const code = withoutComments(text)
  const found = [...code.matchAll(/(?:^|\n)\s*(?:import|export)\s+([^'"`;]*?)from\s+['"]([^'"]+)['"]/g)].map((m) => ({
    from: m[2]!,
    names: namesIn(m[1]!),
    typeOnly: /^type\s/.test(m[1]!)
  }))
  const bare = [
    ...code.matchAll(/(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)/g)
  ]
  return [...found, ...bare.map((m) => ({ from: m[1]!, names: [], typeOnly: false }))]
}

const namesIn = (clause: string): string[] =>
  (/\{([^}]*)\}/.exec(clause)?.[1] ?? (clause.includes('*') ? '*' : ''))
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0]!)

export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1')
