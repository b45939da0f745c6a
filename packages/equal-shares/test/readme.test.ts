import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const index = new URL('../src/index.ts', import.meta.url).href
const examples = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map((m) => m[1]!)

test.each(examples.map((code, i): [number, string] => [i + 1, code]))(
  'example %i of the README prints what it says',
  (_nth, code) => {
    const wanted = [...code.matchAll(/\/\/ → (.*)$/gm)].map((m) => m[1]!)
    const file = join(mkdtempSync(join(tmpdir(), 'readme-')), 'example.mjs')
    writeFileSync(file, code.replace("'equal-shares'", `'${index}'`))
    const printed = execFileSync(process.execPath, [file], { encoding: 'utf8' })
    expect(wanted.length).toBeGreaterThan(0)
    expect(printed.trim().split('\n')).toEqual(wanted)
  }
)
