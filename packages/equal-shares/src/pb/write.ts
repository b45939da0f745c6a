/** Writes .pb text: a file that was read, line by line as it was, or an election made in code. */
import { type Election } from '../election.ts'
import { fraction, toText } from '../fraction.ts'
import { type PbFile } from './place.ts'
import { writeField } from './record.ts'

const line = (fields: readonly string[]): string => fields.map(writeField).join(';')

/** The file as it was read: same rows, same columns in the same order, LF line ends, quotes only where needed. */
export function writePb(file: PbFile): string {
  return [
    'META',
    'key;value',
    ...file.meta.map(line),
    'PROJECTS',
    line(file.projectHeader),
    ...file.projects.map(line),
    'VOTES',
    line(file.voteHeader),
    ...file.votes.map(line),
    ''
  ].join('\n')
}

/** An election as a .pb file. Voters are numbered from 1; weights and shares become columns of those names. */
export function pbOf(election: Election, meta: Readonly<Record<string, string>> = {}): PbFile {
  const { ballots, projects } = election
  const columns = [
    'voter_id',
    'vote',
    ...(ballots.points ? ['points'] : []),
    ...(ballots.weights ? ['weight'] : []),
    ...(ballots.shares ? ['share'] : [])
  ]
  const votes = Array.from({ length: ballots.size }, (_, b) => {
    const [from, to] = [ballots.starts[b]!, ballots.starts[b + 1]!]
    const names = Array.from(ballots.choices.subarray(from, to), (p) => projects[p]!.id).join(',')
    const points =
      ballots.points &&
      Array.from(ballots.points.subarray(from, to), (n) =>
        toText(fraction(BigInt(n), BigInt(ballots.pointsUnit)))
      ).join(',')
    return [
      String(b + 1),
      names,
      ...(points === null ? [] : [points]),
      ...[ballots.weights, ballots.shares].flatMap((list) => (list ? [toText(list[b]!)] : []))
    ]
  })
  const given = {
    ...election.meta,
    ...meta,
    num_projects: String(projects.length),
    num_votes: String(ballots.size),
    budget: toText(election.budget),
    vote_type: election.voteType,
    ...(election.currency ? { currency: election.currency } : {})
  }
  return {
    meta: Object.entries(given),
    projectHeader: ['project_id', 'cost', 'name', 'category'],
    projects: projects.map((p) => [p.id, toText(p.cost), p.name, p.categories.join(',')]),
    voteHeader: columns,
    votes
  }
}
