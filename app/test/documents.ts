/** Documents that are written from the code: a test compares them, `npm run docs` writes them anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { root } from './sources.ts'

export const documentOf = (path: string): string =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''

/** The whole file is this text. */
export function written(path: string, text: string): void {
  if (process.env['WRITE_DOCS']) writeFileSync(join(root, path), text)
  expect(documentOf(path), `${path} is not what the code says: npm run docs`).toBe(text)
}

/** The part of a file between `<!-- name -->` and `<!-- /name -->` is this text. */
export function writtenIn(path: string, name: string, text: string): void {
  const whole = documentOf(path)
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
  const [from, to] = [whole.indexOf(start), whole.indexOf(end)]
  expect(from >= 0 && to > from, `${path} has a part called ${name}`).toBe(true)
  if (process.env['WRITE_DOCS'])
    writeFileSync(join(root, path), `${whole.slice(0, from + start.length)}${text}\n${whole.slice(to)}`)
  const now = documentOf(path)
  expect(
    now.slice(now.indexOf(start) + start.length, now.indexOf(end)).trim(),
    `${path} is not what the code says about ${name}: npm run docs`
  ).toBe(text.trim())
}
