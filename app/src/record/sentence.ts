/** One line of the record as a plain sentence. Names come from the tables as they are now, everything else from the line itself. */
import type { Words } from '../words/index.ts'
import { addressOf, type Names } from './names.ts'
import type { Line } from './queries.ts'

export interface Told {
  /** The sentence in pieces; a piece with an address is a link. */
  pieces: { text: string; href?: string }[]
  who: string
  reason?: string
}

export const asText = (told: Told): string => told.pieces.map((piece) => piece.text).join('')

/** Stand in the sentence for what becomes a link. */
const who = '\u0001'
const thing = '\u0002'

const counts = ['howMany', 'told', 'notReached', 'codes', 'cards', 'sheets', 'lines']
const days = ['due', 'on', 'expected', 'paidOn', 'from', 'until']
const plain = ['name', 'was', 'sentence', 'what']

const isDay = (fact: unknown): fact is string => typeof fact === 'string' && /^\d{4}-\d\d-\d\d$/.test(fact)

/** What is said between quotes brings its own full stop no longer: the sentence has one. */
const withoutStop = (text: string): string => text.replace(/\.\s*$/, '')

export function told(t: Words, names: Names, line: Line): Told {
  const actor = actorOf(t, names, line)
  const { about } = line.entry
  const name = withoutStop(names.of(about.kind, about.id) ?? t('record.gone'))
  const says = t.find(`record.said.${line.kind}`, { ...factsOf(t, names, line), who, thing }) ?? line.kind
  const pieces = says
    .split(/([\u0001\u0002])/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === who ? actor : piece === thing ? linked(name, addressOf(line, names)) : { text: piece }))
  const reason = reasonOf(t, line)
  return { pieces, who: actor.text, ...(reason ? { reason } : {}) }
}

const linked = (text: string, href: string | undefined) => ({ text, ...(href ? { href } : {}) })

function actorOf(t: Words, names: Names, { entry }: Line): Told['pieces'][number] {
  const { as } = entry
  if (typeof as === 'object' && 'group' in as)
    return linked(names.of('group', as.group) ?? t('record.gone'), `/groepen/${as.group}`)
  if (typeof as === 'object')
    return linked(names.of('institution', as.institution) ?? t('record.gone'), `/instanties/${as.institution}`)
  if (as === 'administrator') return { text: t('record.who.admin') }
  return { text: t(entry.by === 'anyone' ? 'record.who.somebody' : 'record.who.resident') }
}

function factsOf(t: Words, names: Names, { entry }: Line): Record<string, string | number> {
  const { facts, of, about } = entry
  const count = counts.map((key) => facts[key]).find((fact) => typeof fact === 'number')
  const day = (key: string): string => (isDay(facts[key]) ? t.day(facts[key]) : '')
  const role = t.find(`record.role.${String(facts['role'])}`) ?? ''
  const channel = t.find(`voices.channel.${String(facts['channel'])}`) ?? ''
  const group = names.of('group', of?.group)
  const institution = names.of('institution', of?.institution)
  const where = about.kind === 'role' ? (group ? 'group' : institution ? 'institution' : '') : channel ? 'shown' : ''
  return {
    n: count ?? 0,
    nr: Number(facts['nr'] ?? 0),
    amount: t.money(Number(facts['amount'] ?? 0)),
    group: group ?? '',
    institution: institution ?? '',
    role,
    channel,
    where,
    ...Object.fromEntries(days.map((key) => [key, day(key)])),
    ...Object.fromEntries(plain.map((key) => [key, withoutStop(String(facts[key] ?? ''))]))
  }
}

/** Reasons were said in public; a few are chosen from a list and stand as a code. */
function reasonOf(t: Words, { kind, entry }: Line): string | undefined {
  const { why } = entry.facts
  if (typeof why !== 'string' || why === '') return undefined
  if (kind === 'givers-not-reached') return t.find(`tellback.why.${why}`)
  if (kind === 'voice-erased') return t.find(`voices.erased.why.${why}`)
  return why
}
