/**
 * Files of the bank: camt.053 (ISO 20022), and the lists of ING and Rabobank. Nothing in them is believed: size, encoding, shape and money are
 * looked at first; an amount that could mean two things stays unread (docs/decisions/bank.md).
 */
import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import {
  cents,
  day,
  ok,
  readBankAmount,
  refused,
  type BankLine,
  type Cents,
  type Day,
  type Decision
} from '@buurtmacht/domain'

export interface Statement {
  format: 'camt' | 'ing' | 'rabobank'
  /** The account it is about. */
  iban: string
  lines: BankLine[]
}

const largest = 2 * 1024 * 1024
const mostLines = 5_000

/** Refusals: `bank-file-too-large`, `bank-file-unknown`, `bank-file-broken`, `bank-file-other-money` (not euros). */
export function readStatement(bytes: Uint8Array): Decision<Statement> {
  if (bytes.length > largest) return refused('bank-file-too-large', { field: 'file' })
  const text = textOf(bytes)
  if (text === undefined) return refused('bank-file-broken', { field: 'file' })
  const read = /^\s*</.test(text) ? readCamt(text) : readList(text)
  if (!read.ok) return read
  if (read.value.lines.length > mostLines) return refused('bank-file-too-large', { field: 'file' })
  return read.value.lines.length === 0 ? refused('bank-file-broken', { field: 'file' }) : read
}

/** UTF-8 with or without a mark, UTF-16 with one, else the old code page of Windows. */
function textOf(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  const decode = (label: string) => new TextDecoder(label, { fatal: true }).decode(bytes)
  try {
    if (a === 0xff && b === 0xfe) return decode('utf-16le')
    if (a === 0xfe && b === 0xff) return decode('utf-16be')
    if (bytes.includes(0)) return undefined
    try {
      return decode('utf-8')
    } catch {
      return decode('windows-1252')
    }
  } catch {
    return undefined
  }
}

const broken = (): { ok: false; refusal: { code: 'bank-file-broken'; field: string } } => ({
  ok: false,
  refusal: { code: 'bank-file-broken', field: 'file' }
})

/** How deep a camt.053 goes is about twelve. */
const deepest = 40

type Node = { [name: string]: Node | Node[] | string | undefined }

/** A document that declares entities is refused before anything is read: no bank does so, and it is how a small file becomes a large one. */
function readCamt(text: string): Decision<Statement> {
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) return broken()
  let whole: Node
  try {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      parseTagValue: false,
      parseAttributeValue: false,
      removeNSPrefix: true,
      maxNestedTags: deepest
    })
    whole = parser.parse(text, true) as Node
  } catch {
    return broken()
  }
  const statements = all(whole, 'Document', 'BkToCstmrStmt', 'Stmt')
  if (statements.length === 0) return refused('bank-file-unknown', { field: 'file' })
  const ibans = new Set(statements.map((one) => textAt(one, 'Acct', 'Id', 'IBAN')))
  if (ibans.size !== 1) return broken()
  const lines: BankLine[] = []
  for (const entry of statements.flatMap((one) => all(one, 'Ntry'))) {
    const line = camtLine(entry)
    if (!line.ok) return line
    if (line.value) lines.push(line.value)
  }
  return ok({ format: 'camt', iban: plainIban([...ibans][0] ?? ''), lines })
}

/** What is only expected (`PDNG`, `INFO`) is no line of the books yet. */
function camtLine(entry: Node): Decision<BankLine | undefined> {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  if (status !== '' && status !== 'BOOK') return ok(undefined)
  const amount = all(entry, 'Amt')[0] ?? textAt(entry, 'Amt')
  const money = typeof amount === 'string' ? '' : textAt(amount, '@Ccy')
  if (money !== '' && money !== 'EUR') return refused('bank-file-other-money', { field: 'file' })
  const written = typeof amount === 'string' ? amount : textAt(amount, '#text')
  const on = day((textAt(entry, 'BookgDt', 'Dt') || textAt(entry, 'BookgDt', 'DtTm')).slice(0, 10))
  const direction = textAt(entry, 'CdtDbtInd')
  if (!on || (direction !== 'CRDT' && direction !== 'DBIT')) return broken()
  const out = direction === 'DBIT'
  const parts = all(entry, 'NtryDtls', 'TxDtls')
  const other = out ? 'Cdtr' : 'Dbtr'
  const first = (...paths: string[][]): string =>
    parts.flatMap((part) => paths.map((path) => textAt(part, ...path))).find((one) => one !== '') ?? ''
  const read = readBankAmount(written, 'dot')
  return ok({
    on,
    written: `${out ? '-' : ''}${written}`,
    ...(read.ok && read.value > 0 ? { amount: signedAs(read.value, out) } : {}),
    name: first(['RltdPties', other, 'Nm'], ['RltdPties', other, 'Pty', 'Nm']),
    iban: plainIban(first(['RltdPties', `${other}Acct`, 'Id', 'IBAN'])),
    text: [
      ...parts.flatMap((part) => all(part, 'RmtInf').flatMap((one) => texts(one['Ustrd']))),
      textAt(entry, 'AddtlNtryInf')
    ]
      .filter(Boolean)
      .join(' '),
    reference:
      textAt(entry, 'AcctSvcrRef') || first(['Refs', 'AcctSvcrRef'], ['Refs', 'EndToEndId']) || textAt(entry, 'NtryRef')
  })
}

const signedAs = (amount: Cents, out: boolean): Cents => cents(out ? -Math.abs(amount) : amount)

const listed = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const texts = (value: Node[string]): string[] =>
  listed(value).flatMap((one) =>
    typeof one === 'string' ? [one] : typeof one?.['#text'] === 'string' ? [one['#text']] : []
  )

function all(node: Node, ...path: string[]): Node[] {
  let found: Node[] = [node]
  for (const name of path)
    found = found
      .flatMap((one) => (Object.hasOwn(one, name) ? listed(one[name]) : []))
      .filter((one): one is Node => typeof one === 'object')
  return found
}

function textAt(node: Node, ...path: string[]): string {
  const last = path.at(-1) ?? ''
  const [parent] = path.length === 1 ? [node] : all(node, ...path.slice(0, -1))
  return parent && Object.hasOwn(parent, last) ? (texts(parent[last])[0] ?? '').trim() : ''
}

const plainIban = (text: string): string => text.replace(/\s/g, '').toUpperCase()

/** ING writes semicolons and `Af Bij`, Rabobank commas and a sign. Which one it is, is read from the first row. */
function readList(text: string): Decision<Statement> {
  const [head = ''] = text.split(/\r?\n/, 1)
  const isIng = /af bij/i.test(head) && head.includes(';')
  const isRabo = /^"?IBAN\/BBAN"?,/i.test(head.replace(/^\ufeff/, ''))
  if (!isIng && !isRabo) return refused('bank-file-unknown', { field: 'file' })
  let rows: Record<string, string>[]
  try {
    rows = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: isIng ? ';' : ',',
      skip_empty_lines: true,
      trim: true,
      max_record_size: 20_000,
      to: mostLines + 1
    })
  } catch {
    return broken()
  }
  const lines: BankLine[] = []
  const ibans = new Set<string>()
  for (const row of rows) {
    if (isRabo && row['munt'] !== 'EUR') return refused('bank-file-other-money', { field: 'file' })
    const line = isIng ? ingLine(row) : raboLine(row)
    if (!line) return broken()
    lines.push(line)
    ibans.add(plainIban((isIng ? row['rekening'] : row['iban/bban']) ?? ''))
  }
  if (ibans.size !== 1) return broken()
  return ok({ format: isIng ? 'ing' : 'rabobank', iban: [...ibans][0]!, lines })
}

function ingLine(row: Record<string, string>): BankLine | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(row['datum'] ?? '') ?? []
  const on: Day | undefined = day(`${year}-${month}-${date}`)
  const written = row['bedrag (eur)'] ?? ''
  const direction = row['af bij']?.toLowerCase()
  if (!on || (direction !== 'af' && direction !== 'bij')) return undefined
  const read = readBankAmount(written, 'comma')
  return {
    on,
    written: `${direction === 'af' ? '-' : ''}${written}`,
    ...(read.ok && read.value > 0 ? { amount: signedAs(read.value, direction === 'af') } : {}),
    name: row['naam / omschrijving'] ?? '',
    iban: plainIban(row['tegenrekening'] ?? ''),
    text: row['mededelingen'] ?? '',
    reference: row['saldo na mutatie'] ?? ''
  }
}

function raboLine(row: Record<string, string>): BankLine | undefined {
  const on = day(row['datum'] ?? '')
  const written = row['bedrag'] ?? ''
  if (!on) return undefined
  const read = readBankAmount(written, 'comma')
  return {
    on,
    written,
    ...(read.ok && read.value !== 0 ? { amount: read.value } : {}),
    name: row['naam tegenpartij'] ?? '',
    iban: plainIban(row['tegenrekening iban/bban'] ?? ''),
    text: ['omschrijving-1', 'omschrijving-2', 'omschrijving-3']
      .map((name) => row[name] ?? '')
      .join(' ')
      .trim(),
    reference: row['volgnr'] ?? ''
  }
}
