import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { main } from '../src/cli.ts'
import { type Result } from '../src/result.ts'

const folder = mkdtempSync(join(tmpdir(), 'equal-shares-'))
const path = (name: string): string => join(folder, name)

beforeAll(() => {
  const pb = (votes: string[]): string =>
    [
      'META',
      'key;value',
      'budget;100',
      'currency;EUR',
      'vote_type;approval',
      'PROJECTS',
      'project_id;cost;name',
      '7;100;Bench',
      '12;100;Tree',
      '3;40;Swing',
      'VOTES',
      'voter_id;vote',
      ...votes
    ].join('\n')
  writeFileSync(path('tie.pb'), pb(['1;7,12', '2;7,12']))
  writeFileSync(path('plain.pb'), pb(['1;3,7', '2;3', '3;12']))
  writeFileSync(path('bad.pb'), pb(['1;99']))
})

const call = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  let [out, err] = ['', '']
  const code = await main(args, { out: (text) => void (out += `${text}\n`), err: (text) => void (err += `${text}\n`) })
  return { code, out, err }
}

const json = async (...args: string[]): Promise<Result & { code: number }> => {
  const { code, out } = await call(...args, '--json')
  return { ...(JSON.parse(out) as Result), code }
}

describe('the command line', () => {
  test('counts, with the promised keys', async () => {
    const result = await json('count', path('plain.pb'))
    expect(result).toMatchObject({ code: 0, winners: ['3'], cost: 40, budget: 100, ties: [], comparison: null })
    expect(result.endowment).toEqual({
      num: expect.stringMatching(/^\d+$/) as string,
      den: expect.stringMatching(/^\d+$/) as string
    })
    expect(result.rule).toMatchObject({
      rule: 'mes',
      utility: 'cost',
      start: 'exact',
      completion: 'add1',
      step: '1',
      stop: 'overspend',
      then: 'none',
      comparison: 'none',
      ties: 'error'
    })
    for (const key of ['winners', 'cost', 'budget', 'endowment', 'rule', 'steps', 'ties', 'comparison', 'warnings'])
      expect(result).toHaveProperty(key)
  })

  test('a tie that needs a lot ends with 3, names the tie, and the lot decides', async () => {
    const tied = await json('count', path('tie.pb'))
    expect(tied.code).toBe(3)
    expect(tied.winners).toEqual([])
    expect(tied.ties).toMatchObject([{ projects: ['7', '12'], matters: true, brokenBy: 'nobody' }])
    expect(await json('count', path('tie.pb'), '--lot', '12,7')).toMatchObject({
      code: 0,
      winners: ['12'],
      lot: ['12', '7']
    })
    expect(await json('count', path('tie.pb'), '--lot=7,12')).toMatchObject({ code: 0, winners: ['7'] })
    expect(await json('count', path('tie.pb'), '--lot', '7')).toMatchObject({ code: 3 })
    expect(await json('count', path('tie.pb'), '--ties', 'cheaper')).toMatchObject({ code: 0, winners: ['7'] })
    expect(await json('count', path('tie.pb'), '--rule', 'greedy')).toMatchObject({ code: 3, endowment: null })
  })

  test.each([
    [['count', 'nowhere.pb'], 'ENOENT'],
    [['count', 'bad.pb'], 'bad.pb, line 13, column 2'],
    [['count', 'plain.pb', '--ties', 'maybe'], 'ties cannot be "maybe"'],
    [['count', 'plain.pb', '--utility', 'borda'], 'Borda needs ranked ballots'],
    [['count', 'plain.pb', '--colour', 'red'], 'no option --colour'],
    [['count', 'plain.pb', '--step', '0'], 'step must be a number above zero'],
    [['count', 'plain.pb', '--lot', '99'], 'no project of this election'],
    [['count', 'plain.pb', '--lot', '7,7'], 'twice'],
    [['count', 'plain.pb', '--preset', 'mine'], 'no preset'],
    [['count'], 'takes 1 file'],
    [['explain', 'plain.pb'], '--project'],
    [['explain', 'plain.pb', '--project', '99'], 'no project'],
    [['bake', 'plain.pb'], 'no command']
  ])('bad input ends with 2 and a sentence: %j', async (args, words) => {
    const { code, err } = await call(...args.map((a) => (a.endsWith('.pb') ? path(a) : a)))
    expect(code).toBe(2)
    expect(err).toContain(words)
  })

  test('explains in Dutch and English', async () => {
    expect((await call('explain', path('plain.pb'), '--project', '7', '--lang', 'nl')).out).toContain(
      'heeft niet gewonnen'
    )
    expect((await call('explain', path('plain.pb'), '--project', '7')).out).toContain('did not win')
    expect((await call('explain', path('plain.pb'), '--project', '3')).out).toContain('won')
    expect((await call('explain', path('tie.pb'), '--project', '7')).code).toBe(3)
  })

  test('verify ends with 0 for a right result and with 1 at the first difference', async () => {
    const right = await call('count', path('plain.pb'), '--json')
    writeFileSync(path('right.json'), right.out)
    writeFileSync(path('wrong.json'), right.out.replace('"cost": 40', '"cost": 41'))
    expect((await call('verify', path('plain.pb'), path('right.json'))).code).toBe(0)
    expect(await call('verify', path('plain.pb'), path('wrong.json'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('cost 40') as string
    })
    expect((await call('verify', path('plain.pb'), path('plain.pb'))).code).toBe(2)
  })

  test('presets set the card, and flags overrule them', async () => {
    expect((await json('count', path('plain.pb'), '--preset', 'equalshares-net-tool')).rule).toMatchObject({
      start: 'floor',
      stop: 'exhaustive',
      then: 'greedy'
    })
    expect((await json('count', path('plain.pb'), '--preset', 'pabutools', '--stop', 'overspend')).rule).toMatchObject({
      ties: 'lexico',
      stop: 'overspend'
    })
  })

  test('bench reads and counts a folder, and says which file it cannot read', async () => {
    const { code, out, err } = await call('bench', folder)
    expect(code).toBe(2)
    expect(out).toMatch(/plain\.pb/)
    expect(out).toMatch(/a tie {2}tie\.pb/)
    expect(err).toContain('bad.pb, line 13')
  })

  test('the installed command runs from its sources', () => {
    const bin = fileURLToPath(new URL('../bin/equal-shares.js', import.meta.url))
    const run = spawnSync(process.execPath, [bin, 'count', path('plain.pb')], { encoding: 'utf8' })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('1 of 3 projects win')
  })
})
