import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('.test.ts')
)
const importsOf = (file: string): string[] =>
  [...readFileSync(`${source}/${file}`, 'utf8').matchAll(/from '([^']+)'/g)].map((m) => m[1]!)

describe('the package', () => {
  test('has no dependency, and only the command line touches the machine', () => {
    const card = JSON.parse(readFileSync(`${source}/../package.json`, 'utf8')) as { dependencies?: object }
    expect(card.dependencies).toBeUndefined()
    for (const file of files.filter((f) => f !== 'cli.ts')) {
      expect(
        importsOf(file).filter((name) => !name.startsWith('.')),
        file
      ).toEqual([])
      expect(readFileSync(`${source}/${file}`, 'utf8'), file).not.toMatch(/Math\.random|Date\.now|new Date|process\./)
    }
  })

  test('the checker shares no code with the count', () => {
    const allowed = [
      './election.ts',
      './result.ts',
      './rule.ts',
      './verify-greedy.ts',
      './verify-jump.ts',
      './verify-numbers.ts',
      './verify-run.ts'
    ]
    for (const file of files.filter((f) => f.startsWith('verify'))) {
      expect(
        importsOf(file).filter((name) => !allowed.includes(name)),
        file
      ).toEqual([])
    }
  })
})
