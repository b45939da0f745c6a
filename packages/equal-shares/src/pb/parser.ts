/** The state machine behind both readers: takes lines, keeps sections, hands ballots to `ballots.ts`. */
import { type Election, type Project } from '../election.ts'
import { ballotReader, type BallotReader } from './ballots.ts'
import { budgetOf, metaRow, sayUnused, voteTypeOf } from './meta.ts'
import { type PbFile, type Place, type ReadOptions, shorten } from './place.ts'
import { PbProblem, repairLog } from './problem.ts'
import { projectRow } from './projects.ts'
import { type PbReading } from './read.ts'
import { type RecordRepair, type Split, splitRecord } from './record.ts'
import { checkTotals } from './totals.ts'

export interface PbParser {
  line(line: string): void
  repaired(code: string, sentence: string, line: number): void
  finish(): PbReading
}

type Section = 'meta' | 'projects' | 'votes'

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
    if (fields.length > 1 && fields.every((f) => f.trim() === ''))
      return log.note('blank-line', 'Lines with nothing but semicolons are passed over.', place.line)
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
    if (section === 'meta' && header[0] !== 'key') {
      if (fields.length < 2) place.fail(1, 'the META section must begin with the line key;value.')
      log.note('no-meta-header', 'The META section does not begin with the line key;value.', place.line)
      metaRow(place, meta, kept, fields)
    }
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
      const election: Election = {
        budget: budgetOf(place, meta),
        voteType: voteTypeOf(place, meta),
        projects,
        ballots: ballots!.finish(),
        currency: meta.get('currency') ?? '',
        meta: Object.fromEntries(meta)
      }
      checkTotals(log, meta, election)
      sayUnused(log, meta)
      return { election, repairs: log.list(), file: options.keepRows ? kept : null }
    }
  }
}

const isSection = (text: string): text is Section => text === 'meta' || text === 'projects' || text === 'votes'
