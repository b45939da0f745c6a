/** The state machine behind both readers: takes lines, keeps sections, hands ballots to `ballots.ts`. */
import { type Election, type Project, type VoteType } from '../election.ts'
import { type Fraction } from '../fraction.ts'
import { readAmount } from './amount.ts'
import { ballotReader, type BallotReader } from './ballots.ts'
import { PbProblem, repairLog, type RepairLog } from './problem.ts'
import { type PbReading } from './read.ts'
import { decodeEntities, type RecordRepair, type Split, splitRecord } from './record.ts'

export interface ReadOptions {
  /** The name used in messages. */
  readonly file?: string
  /** Keep every line for writing the file again. */
  readonly keepRows?: boolean
  /** Columns of the VOTES section that hold a ballot's weight or its share of money; none unless named. */
  readonly weightColumn?: string
  readonly shareColumn?: string
}

/** A .pb file as rows of text, exactly as read. */
export interface PbFile {
  readonly meta: string[][]
  readonly projectHeader: string[]
  readonly projects: string[][]
  readonly voteHeader: string[]
  readonly votes: string[][]
}

export interface PbParser {
  line(line: string): void
  repaired(code: string, sentence: string, line: number): void
  finish(): PbReading
}

type Section = 'meta' | 'projects' | 'votes'

export interface Place {
  readonly file: string
  line: number
  readonly log: RepairLog
  readonly fail: (column: number, sentence: string) => never
}

const REPAIRED: Readonly<Record<RecordRepair, string>> = {
  'stray-quote': 'A quote that does not enclose a field is taken as a letter.',
  entity: 'The semicolon of an HTML entity such as &amp; is not the end of a field.',
  'spaced-quote': 'A quoted field begins after spaces.'
}

export function pbParser(options: ReadOptions): PbParser {
  const log = repairLog()
  const file = options.file ?? 'the .pb text'
  const place: Place = {
    file,
    line: 0,
    log,
    fail: (column, sentence) => {
      throw new PbProblem(file, place.line, column, sentence)
    }
  }
  const kept: PbFile = { meta: [], projectHeader: [], projects: [], voteHeader: [], votes: [] }
  const meta = new Map<string, string>()
  const projects: Project[] = []
  const index = new Map<string, number>()
  const done = new Set<Section>()
  let section: Section | null = null
  let header: string[] | null = null
  let ballots: BallotReader | null = null
  let open: { text: string; line: number; letters: string[] } | null = null

  const row = (fields: string[]): void => {
    const first = fields[0]!.trim().toLowerCase()
    if (isSection(first) && fields.slice(1).every((f) => f.trim() === '')) return begin(first)
    if (section === null) return place.fail(0, `expected the line META, found "${shorten(fields[0]!)}".`)
    if (header === null) return heading(fields)
    if (section === 'meta') metaRow(place, meta, kept, fields)
    else if (section === 'projects') {
      if (options.keepRows) kept.projects.push(fields)
      projectRow(place, header, projects, index, fields)
    } else {
      if (options.keepRows) kept.votes.push(fields)
      ballots!.row(fields)
    }
  }

  const begin = (next: Section): void => {
    if (done.has(next)) place.fail(0, `a second ${next.toUpperCase()} section.`)
    if (next === 'votes' && !done.has('projects')) place.fail(0, 'the VOTES section comes before the PROJECTS section.')
    done.add(next)
    section = next
    header = null
  }

  const heading = (fields: string[]): void => {
    header = fields.map((f) => f.trim().toLowerCase())
    const repeated = header.filter((name, i) => name !== '' && header!.indexOf(name) !== i)
    if (repeated.length > 0)
      log.note(
        'repeated-column',
        `Columns appear twice and the first one counts: ${[...new Set(repeated)].join(', ')}.`,
        place.line
      )
    if (section === 'meta' && header[0] !== 'key') place.fail(1, 'the META section must begin with the line key;value.')
    if (section === 'projects') {
      kept.projectHeader.push(...fields)
      for (const name of ['project_id', 'cost'])
        if (!header.includes(name)) place.fail(0, `the PROJECTS section has no column ${name}.`)
    }
    if (section === 'votes') {
      kept.voteHeader.push(...fields)
      ballots = ballotReader(place, header, voteTypeOf(place, meta), index, options)
    }
  }

  const wanted = (): number => (section === 'meta' || header === null ? 0 : header.length)

  const take = (split: Pick<Split, 'fields' | 'repairs'>): void => {
    for (const repair of split.repairs) log.note(repair, REPAIRED[repair], place.line)
    row(split.fields)
  }

  /** A quote was opened before: either this line belongs to its field, or that quote was only a letter. */
  const goOn = (line: string): void => {
    const begun = open!
    const text = `${begun.text}\n${line}`
    const joined = splitRecord(text, wanted())
    const closes = !joined.open && (wanted() === 0 || joined.fields.length === wanted())
    const alone = splitRecord(line, wanted())
    const standsAlone = isSection(line.trim().toLowerCase()) || (!alone.open && alone.fields.length === (wanted() || 2))
    if (begun.letters.length > 0 && standsAlone && !(closes && line.includes('"'))) {
      open = null
      closeAsLetters(begun)
      take(alone)
    } else if (joined.open) open = { ...begun, text }
    else {
      open = null
      take(joined)
    }
  }

  const closeAsLetters = (begun: { line: number; letters: string[] }): void => {
    const here = place.line
    place.line = begun.line
    take({ fields: begun.letters, repairs: ['stray-quote'] })
    place.line = here
  }

  return {
    repaired: (code, sentence, line) => log.note(code, sentence, line),
    line(raw) {
      place.line++
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
      if (open !== null) return goOn(line)
      if (line.trim() === '') return
      const split = splitRecord(line, wanted())
      if (split.open) open = { text: line, line: place.line, letters: split.fields }
      else take(split)
    },
    finish() {
      if (open !== null && open.letters.length === 0)
        throw new PbProblem(file, open.line, 0, 'a quoted field is opened here and never closed.')
      if (open !== null) closeAsLetters(open)
      for (const name of ['meta', 'projects', 'votes'] as const)
        if (!done.has(name)) place.fail(0, `the file ends without a ${name.toUpperCase()} section.`)
      if (ballots === null) place.fail(0, 'the VOTES section has no line with column names.')
      const election = electionFrom(place, meta, projects, ballots!)
      checkTotals(log, meta, election)
      return { election, repairs: log.list(), file: options.keepRows ? kept : null }
    }
  }
}

const isSection = (text: string): text is Section => text === 'meta' || text === 'projects' || text === 'votes'

function metaRow(place: Place, meta: Map<string, string>, kept: PbFile, fields: string[]): void {
  kept.meta.push(fields)
  const key = fields[0]!.trim().toLowerCase()
  const value = fields
    .slice(1)
    .join(';')
    .replace(/[\s;]+$/, '')
    .trim()
  if (fields.length < 2) place.log.note('meta-without-value', 'A line of the META section has no value.', place.line)
  const known = meta.get(key)
  if (known !== undefined && known !== value) {
    if (key === 'budget' || key === 'vote_type') place.fail(1, `a second, different ${key}.`)
    place.log.note('repeated-key', 'A key of the META section appears twice; the last one counts.', place.line)
  }
  meta.set(key, value)
}

const VOTE_TYPES: readonly string[] = ['approval', 'choose-1', 'cumulative', 'scoring', 'ordinal']

function voteTypeOf(place: Place, meta: ReadonlyMap<string, string>): VoteType {
  const type = (meta.get('vote_type') ?? '').toLowerCase()
  if (!VOTE_TYPES.includes(type))
    place.fail(0, `vote_type must be ${VOTE_TYPES.join(', ')}; the META section says "${shorten(type)}".`)
  return type as VoteType
}

function projectRow(
  place: Place,
  header: readonly string[],
  projects: Project[],
  index: Map<string, number>,
  fields: string[]
): void {
  checkWidth(place, header, fields)
  const [idAt, costAt] = [header.indexOf('project_id'), header.indexOf('cost')]
  const cell = (name: string): string => fields[header.indexOf(name)]?.trim() ?? ''
  const id = fields[idAt]?.trim() ?? ''
  if (id === '') place.fail(idAt + 1, 'a project without an id.')
  if (index.has(id)) place.fail(idAt + 1, `a second project with the id ${shorten(id)}.`)
  const costText = fields[costAt]?.trim() ?? ''
  const cost = readAmount(costText)
  if (!cost || cost.num < 0n)
    place.fail(costAt + 1, `the cost of project ${id} must be a number from zero, not "${shorten(costText)}".`)
  const name = decodeEntities(cell('name'))
  if (name !== cell('name'))
    place.log.note('entity-in-name', 'HTML entities in names are shown as the letters they stand for.', place.line)
  const categories = (cell('category') || cell('categories'))
    .split(',')
    .map((c) => c.trim())
    .filter((c) => c !== '' && c.toLowerCase() !== 'none')
  const record: Record<string, string> = {}
  header.forEach(
    (column, i) => (record[record[column] === undefined ? column : `${column}#${i + 1}`] = fields[i] ?? '')
  )
  index.set(id, projects.length)
  projects.push({ id, cost: cost!, name: name || id, categories, fields: record })
}

/** Missing fields at the end are empty; surplus fields must be empty. */
export function checkWidth(place: Place, header: readonly string[], fields: readonly string[]): void {
  if (fields.length === header.length) return
  if (fields.length < header.length)
    place.log.note(
      'short-line',
      'A line has fewer fields than its section has columns; the missing ones are empty.',
      place.line
    )
  else if (fields.slice(header.length).every((f) => f.trim() === ''))
    place.log.note(
      'long-line',
      'A line has more fields than its section has columns; the surplus is empty.',
      place.line
    )
  else
    place.fail(
      header.length + 1,
      `this line has ${fields.length} fields, but its section has ${header.length} columns.`
    )
}

function electionFrom(
  place: Place,
  meta: ReadonlyMap<string, string>,
  projects: readonly Project[],
  ballots: BallotReader
): Election {
  const text = meta.get('budget')
  if (text === undefined) place.fail(0, 'the META section has no budget.')
  const budget: Fraction | undefined = readAmount(text!)
  if (!budget || budget.num < 0n) place.fail(0, `the budget must be a number from zero, not "${shorten(text!)}".`)
  return {
    budget: budget!,
    voteType: voteTypeOf(place, meta),
    projects,
    ballots: ballots.finish(),
    currency: meta.get('currency') ?? '',
    meta: Object.fromEntries(meta)
  }
}

/** Printed totals are never used; where they are wrong, that is said. */
function checkTotals(log: RepairLog, meta: ReadonlyMap<string, string>, election: Election): void {
  const { ballots, projects } = election
  const said = (key: string, counted: number, what: string): void => {
    const printed = meta.get(key)
    if (printed !== undefined && readAmount(printed)?.num !== BigInt(counted))
      log.note(`total-${key}`, `The file says ${printed} ${what}; there are ${counted}. The lines count.`, 0)
  }
  said('num_votes', ballots.size, 'votes')
  said('num_projects', projects.length, 'projects')
  const votes = new Float64Array(projects.length)
  const points = new Float64Array(projects.length)
  for (let b = 0; b < ballots.size; b++) {
    for (let i = ballots.starts[b]!; i < ballots.starts[b + 1]!; i++) {
      const p = ballots.choices[i]!
      votes[p] = votes[p]! + 1
      points[p] = points[p]! + (ballots.points?.[i] ?? 0)
    }
  }
  const wrong = projects.filter(
    (p, i) =>
      differs(p.fields.votes, votes[i]!, 1) ||
      (ballots.points !== null && differs(p.fields.score, points[i]!, ballots.pointsUnit))
  )
  if (wrong.length > 0)
    log.note(
      'total-votes',
      `The votes or points printed beside ${wrong.length} projects are not what the ballots say: ${wrong
        .slice(0, 10)
        .map((p) => p.id)
        .join(', ')}${wrong.length > 10 ? ', …' : ''}. The ballots count.`,
      0
    )
}

function differs(printed: string | undefined, counted: number, unit: number): boolean {
  const amount = printed === undefined ? undefined : readAmount(printed)
  return amount !== undefined && amount.num * BigInt(unit) !== BigInt(counted) * amount.den
}

export const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
