/** Files as people and programs really write them: whatever the spelling, the same election must come out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count } from '../src/count.ts'
import { type Election } from '../src/election.ts'
import { readPb } from '../src/pb/read.ts'
import { readPbStream } from '../src/pb/stream.ts'
import { pbOf } from '../src/pb/write.ts'
import { oracle } from './oracle.ts'
import { pairs, runs } from './elections.ts'

/** How a file may be spelled without meaning anything else. */
const spelling = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  sections: fc.constantFrom('META,PROJECTS,VOTES', 'meta,projects,votes', 'Meta ,Projects;;,VOTES;'),
  columnOrder: fc.array(fc.nat(99), { minLength: 8, maxLength: 8 }),
  extra: fc.boolean(),
  quoted: fc.boolean(),
  spaces: fc.boolean(),
  repeated: fc.boolean(),
  blankLines: fc.constantFrom('', '\t', ';;', '   '),
  totals: fc.boolean(),
  zeros: fc.boolean(),
  names: fc.constantFrom('Plan', '"Plan; with garden"', 'Tom &amp; Ania', 'Room 3" wide', "O'Neil, 2nd")
})

type Spelling = typeof spelling extends fc.Arbitrary<infer T> ? T : never

const shuffled = (columns: string[][], keys: number[]): string[][] =>
  columns
    .map((column, i) => ({ column, key: keys[i % keys.length]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ column }) => column)

const rowsOf = (columns: string[][]): string[] => columns[0]!.map((_, i) => columns.map((c) => c[i]!).join(';'))
const columnsOf = (header: string[], rows: string[][]): string[][] =>
  header.map((name, i) => [name, ...rows.map((row) => row[i]!)])

function spelled(election: Election, s: Spelling): string {
  const file = pbOf(election)
  const number = (text: string): string =>
    !s.zeros || text.includes('/') ? text : text.includes('.') ? `${text}0` : `${text}.0`
  const meta = file.meta.map(([key, value]) => [key!, key === 'budget' ? number(value!) : value!])
  const wrong = s.totals
    ? [
        ['num_votes', '99999'],
        ['max_sum_cost', '1'],
        ['min_length', '1'],
        ['comment', '#1: a; b']
      ]
    : []
  const plans = columnsOf(file.projectHeader, file.projects).map(([name, ...cells]) => {
    if (name === 'cost') return [name, ...cells.map(number)]
    return name === 'name' ? [name, ...cells.map(() => s.names)] : [name!, ...cells]
  })
  const votes = columnsOf(file.voteHeader, file.votes).map(([name, ...cells]) => [
    name!,
    ...cells.map((cell) => (name === 'vote' ? votesSpelled(cell, s, election) : cell))
  ])
  const more = (columns: string[][], names: string[]): string[][] =>
    s.extra ? [...columns, ...names.map((name) => [name, ...columns[0]!.slice(1).map(() => '12')])] : columns
  const [first, second, third] = s.sections.split(',')
  return (
    (s.mark ? '\ufeff' : '') +
    [
      first,
      'key;value',
      ...[...meta.filter(([key]) => !wrong.some(([k]) => k === key)), ...wrong].reverse().map((row) => row.join(';')),
      second,
      ...rowsOf(shuffled(more(plans, ['votes', 'target', 'latitude', 'target']), s.columnOrder)),
      s.blankLines,
      third,
      ...rowsOf(shuffled(more(votes, ['age', 'sex', 'voting_method']), s.columnOrder)),
      s.blankLines,
      ''
    ].join(s.lineEnd)
  )
}

function votesSpelled(cell: string, s: Spelling, election: Election): string {
  const repeats = s.repeated && election.voteType === 'approval' && cell !== '' ? `${cell},${cell.split(',')[0]}` : cell
  const spaced = s.spaces ? repeats.replaceAll(',', ' , ') : repeats
  return s.quoted ? `"${spaced}"` : spaced
}

describe('oddly spelled files', () => {
  test('the winners are those of the slow count, however the file is spelled, whole or in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, spelling, fc.integer({ min: 1, max: 40 }), async (pair, s, size) => {
        const { election, rule, lot, slow, slowRule } = pair
        const text = spelled(election, s)
        const options = {
          ...(election.ballots.weights ? { weightColumn: 'weight' } : {}),
          ...(election.ballots.shares ? { shareColumn: 'share' } : {})
        }
        const read = readPb(text, options).election
        const fast = count(read, { rule, lot })
        const expected = oracle(slow, slowRule)
        if (expected.winners === 'tie') expect(fast.state).toBe('tied')
        else expect([...fast.winners].sort()).toEqual(expected.winners.map((p) => `p${p}`).sort())
        const pieces = async function* (): AsyncGenerator<Uint8Array> {
          const bytes = new TextEncoder().encode(text)
          for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
        }
        expect((await readPbStream(pieces(), options)).election).toEqual(read)
      }),
      { numRuns: runs(600) }
    )
  })

  const file = (change: (lines: string[]) => string[]): string =>
    change([
      'META',
      'key;value',
      'budget;100',
      'vote_type;approval',
      'PROJECTS',
      'project_id;cost;name',
      '1;60;Bench',
      '2;50;Tree',
      'VOTES',
      'voter_id;vote',
      'a;1,2',
      'b;1',
      'c;2'
    ]).join('\n')

  test('lines of nothing but semicolons are no ballots, and that is said', () => {
    const { election, repairs } = readPb(file((lines) => [...lines, ';', ';;;', '']))
    expect(election.ballots.size).toBe(3)
    expect(repairs).toMatchObject([{ code: 'blank-line', times: 2 }])
  })

  test('a META section may lack its heading, and that is said', () => {
    const { election, repairs } = readPb(file((lines) => lines.filter((l) => l !== 'key;value')))
    expect(election.budget).toEqual({ num: 100n, den: 1n })
    expect(repairs.map((r) => r.code)).toEqual(['no-meta-header'])
  })

  test('a default score is not used, and that is said', () => {
    const scoring = file((lines) =>
      lines.map(
        (l) =>
          ({
            'vote_type;approval': 'vote_type;scoring\ndefault_score;2',
            'voter_id;vote': 'voter_id;vote;points',
            'a;1,2': 'a;1,2;3,1.5',
            'b;1': 'b;1;2',
            'c;2': 'c;2;4'
          })[l] ?? l
      )
    )
    expect(readPb(scoring).repairs.map((r) => r.code)).toEqual(['default-score'])
  })

  test.each([
    ['a cost below zero', '1;60;Bench', '1;-60;Bench', 'line 7, column 2', 'from zero'],
    ['no cost', '1;60;Bench', '1;;Bench', 'line 7, column 2', 'from zero'],
    ['a cost that may be 1.234 or 1234', '1;60;Bench', '1;1,234;Bench', 'line 7, column 2', '1,234'],
    ['a vote for an unknown project', 'b;1', 'b;1,77', 'line 12, column 2', '"77" is no project'],
    ['a kind of ballot nobody knows', 'vote_type;approval', 'vote_type;quadratic', 'line 10', 'vote_type must be'],
    ['two budgets', 'budget;100', 'budget;100\nbudget;200', 'line 4', 'second, different budget'],
    ['two projects with one id', '2;50;Tree', '1;50;Tree', 'line 8, column 1', 'second project'],
    ['a budget that is a word', 'budget;100', 'budget;lots', 'line 13', 'the budget must be a number']
  ])('%s is refused with its place', (_what, from, to, where, words) => {
    const text = file((lines) => lines.map((l) => (l === from ? to : l)))
    expect(() => readPb(text, { file: 'x.pb' })).toThrow(where)
    expect(() => readPb(text, { file: 'x.pb' })).toThrow(words)
  })

  test.each([
    ['no money', (l: string) => (l === 'budget;100' ? 'budget;0' : l), []],
    ['nobody voted', (l: string) => (/^[abc];/.test(l) ? '' : l), []],
    ['a decimal comma', (l: string) => (l === 'budget;100' ? 'budget;110,00' : l), ['1', '2']],
    ['a free plan', (l: string) => (l === '2;50;Tree' ? '2;0;Tree' : l), ['2', '1']]
  ])('%s is an election like any other', (_what, change, winners) => {
    const { election } = readPb(file((lines) => lines.map(change)))
    expect(count(election, { lot: ['1', '2'] }).winners).toEqual(winners)
  })
})
