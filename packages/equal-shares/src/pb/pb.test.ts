import { describe, expect, test } from 'vitest'
import { toText } from '../fraction.ts'
import { PbProblem } from './problem.ts'
import { type PbReading, readPb } from './read.ts'
import { readPbStream } from './stream.ts'
import { pbOf, writePb } from './write.ts'

const file = (parts: { meta?: string[]; projects?: string[]; votes?: string[] } = {}): string =>
  [
    'META',
    'key;value',
    'budget;100',
    'vote_type;approval',
    ...(parts.meta ?? []),
    'PROJECTS',
    ...(parts.projects ?? ['project_id;cost;name', 'a;10;Bench', 'b;20;Tree']),
    'VOTES',
    ...(parts.votes ?? ['voter_id;vote', '1;a,b', '2;b'])
  ].join('\n')

const choicesOf = ({ election: { ballots, projects } }: PbReading): string[] =>
  Array.from({ length: ballots.size }, (_, b) =>
    Array.from(ballots.choices.subarray(ballots.starts[b], ballots.starts[b + 1]), (p) => projects[p]!.id).join(',')
  )

const codes = (reading: PbReading): string[] => reading.repairs.map((r) => r.code)

const problem = (text: string): PbProblem => {
  try {
    readPb(text, { file: 'plan.pb' })
  } catch (thrown) {
    if (thrown instanceof PbProblem) return thrown
    throw thrown
  }
  throw new Error('the file was read')
}

describe('a file is read as it really is', () => {
  test('line ends of Windows, a byte order mark and empty lines change nothing', () => {
    const odd = readPb('\ufeff' + file().replaceAll('\n', '\r\n') + '\r\n\r\n')
    expect(choicesOf(odd)).toEqual(['a,b', 'b'])
    expect(codes(odd)).toEqual(['byte-order-mark'])
  })

  test('a quote inside a field is a letter; at the start it encloses the field', () => {
    const names = readPb(
      file({
        projects: ['project_id;cost;name', 'a;10;the "old" bench', 'b;20;"Tree; or bush"', 'c;1;"""Koe"" plein"']
      })
    )
    expect(names.election.projects.map((p) => p.name)).toEqual(['the "old" bench', 'Tree; or bush', '"Koe" plein'])
  })

  test('a quote that is never closed is a letter when the line fits that way', () => {
    const reading = readPb(file({ projects: ['project_id;cost;name', 'a;10;"Bench', 'b;20;Tree'] }))
    expect(reading.election.projects.map((p) => p.name)).toEqual(['"Bench', 'Tree'])
    expect(codes(reading)).toEqual(['stray-quote'])
  })

  test('a quoted field may go on over several lines', () => {
    const reading = readPb(
      file({ projects: ['project_id;cost;name;note', 'a;10;Bench;"first', 'second"', 'b;20;Tree;'] })
    )
    expect(reading.election.projects[0]!.fields.note).toBe('first\nsecond')
  })

  test('the semicolon of an HTML entity does not end a field, and names show the letter', () => {
    const reading = readPb(
      file({ projects: ['project_id;cost;name', 'a;10;Jip &amp; Janneke', 'b;20;&quot;Tree&quot;'] })
    )
    expect(reading.election.projects.map((p) => p.name)).toEqual(['Jip & Janneke', '"Tree"'])
    expect(codes(reading)).toEqual(['entity', 'entity-in-name'])
  })

  test('unknown and repeated columns are kept', () => {
    const reading = readPb(
      file({ projects: ['project_id;cost;name;colour;colour', 'a;10;Bench;red;blue'], votes: ['voter_id;vote', '1;a'] })
    )
    expect(reading.election.projects[0]!.fields).toMatchObject({ colour: 'red', 'colour#5': 'blue' })
    expect(codes(reading)).toEqual(['repeated-column'])
  })

  test('a choice named twice counts once, an empty ballot is a voter, a repeated voter keeps both ballots', () => {
    const reading = readPb(file({ votes: ['voter_id;vote', '1;a,a,b', '2;', '1;b'] }))
    expect(choicesOf(reading)).toEqual(['a,b', '', 'b'])
    expect(codes(reading)).toEqual(['repeated-choice', 'empty-ballot', 'repeated-voter'])
    expect(reading.repairs[0]).toMatchObject({ times: 1, lines: [11] })
  })

  test('wrong printed totals are said and not used', () => {
    const reading = readPb(
      file({ meta: ['num_votes;7', 'num_projects;2'], projects: ['project_id;cost;votes', 'a;10;1', 'b;20;9'] })
    )
    expect(reading.election.ballots.size).toBe(2)
    expect(codes(reading)).toEqual(['total-num_votes', 'total-votes'])
  })

  test('decimals in costs, budgets and points are exact', () => {
    const text = file({
      projects: ['project_id;cost', 'a;10.10', 'b;0,25'],
      votes: ['voter_id;vote;points', '1;a,b;1.5,2']
    }).replace('approval', 'scoring')
    const { election } = readPb(text)
    expect(election.projects.map((p) => toText(p.cost))).toEqual(['10.1', '0.25'])
    expect([Array.from(election.ballots.points!), election.ballots.pointsUnit]).toEqual([[3, 4], 2])
  })

  test('ranked ballots keep their order; age, sex and way of voting may stand anywhere', () => {
    const text = file({
      votes: ['voter_id;age;sex;voting_method;vote', '1;20;F;paper;b,a', '2;30;M;internet;a']
    }).replace('approval', 'ordinal')
    const reading = readPb(text)
    expect(choicesOf(reading)).toEqual(['b,a', 'a'])
    expect(reading.election.ballots.traits).toMatchObject([{ name: 'voting_method', names: ['paper', 'internet'] }])
  })
})

describe('a bad line says where and what', () => {
  test.each([
    [file({ votes: ['voter_id;vote', '1;a,zz'] }), 11, 2, '"zz" is no project'],
    [file({ projects: ['project_id;cost', 'a;ten'] }), 7, 2, 'the cost of project a'],
    [file({ projects: ['project_id;cost', 'a;81,499'] }), 7, 2, '81,499'],
    [file({ projects: ['project_id;cost', 'a;-1'] }), 7, 2, 'from zero'],
    [file({ projects: ['project_id;cost', 'a;1', 'a;2'] }), 8, 1, 'second project'],
    [file({ projects: ['project_id;name', 'a;x'] }), 6, 0, 'no column cost'],
    [file({ votes: ['voter_id;vote', '1;a;b'] }), 11, 3, '3 fields'],
    [file({ votes: ['voter_id', '1'] }), 10, 0, 'no column vote'],
    [file().replace('vote_type;approval', 'vote_type;whim'), 10, 0, 'whim'],
    [file().replace('budget;100', 'budget;much'), 12, 0, 'budget'],
    [file({ projects: ['project_id;cost;name', 'a;1;"x;y', 'b;2;z'] }), 7, 0, 'never closed'],
    [file({ projects: ['project_id;cost;name', 'a;1;x;y', 'b;2;z'] }), 7, 4, '4 fields'],
    ['PROJECTS\nproject_id;cost\n', 2, 0, 'without a META'],
    [
      file({ votes: ['voter_id;vote;points', '1;a,b;1'] }).replace('approval', 'scoring'),
      11,
      3,
      '2 projects but 1 points'
    ],
    [file({ meta: ['budget;200'] }), 5, 1, 'second, different budget']
  ])('%#', (text, line, column, words) => {
    const found = problem(text)
    expect(found).toMatchObject({ file: 'plan.pb', line, column })
    expect(found.message).toContain(words)
    expect(found.message).toMatch(/^plan\.pb, line \d+/)
  })
})

describe('reading in pieces and writing', () => {
  test('pieces of any size give the same as the whole', async () => {
    const text = '\ufeff' + file({ projects: ['project_id;cost;name', 'a;10;Café "x"', 'b;20;"Ğ;\nń"'] })
    const bytes = new TextEncoder().encode(text)
    const whole = readPb(text)
    for (const size of [1, 2, 3, 7, 1000]) {
      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
      }
      const { election, repairs } = await readPbStream(pieces())
      expect(election).toEqual(whole.election)
      expect(repairs).toEqual(whole.repairs)
    }
  })

  test('what is written is read back the same', () => {
    const text = file({
      projects: ['project_id;cost;name;colour', 'a;10.50;"Tree; or bush";', 'b;20;"""Koe"" plein";red']
    })
    const once = readPb(text)
    const again = readPb(writePb(once.file!))
    expect(again.election).toEqual(once.election)
    expect(writePb(again.file!)).toBe(writePb(once.file!))
  })

  test('an election made in code becomes a file', () => {
    const once = readPb(file().replace('approval', 'ordinal'))
    const again = readPb(writePb(pbOf(once.election, { description: 'Our street' })))
    expect(choicesOf(again)).toEqual(choicesOf(once))
    expect(again.election.meta).toMatchObject({ description: 'Our street', num_votes: '2' })
  })
})
