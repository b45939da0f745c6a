/** The command: beside the files in cli/ the only one here that touches disk, network, clock and chance. */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { audit, type AuditVerdict } from './audit.ts'
import { type LogSource } from './log-source.ts'
import { base64, hex, utf8 } from './bytes.ts'
import { createExport, openExport } from './cli/file.ts'
import { keyText, openKept, readJson } from './cli/kept.ts'
import { given, USAGE, wordsOf, type Given } from './cli/usage.ts'
import { openWeb, sendNote } from './cli/web.ts'
import { readSeen, witness } from './cli/witness.ts'
import { sha256 } from './hash.ts'
import { type Verdict } from './proof.ts'
import { Refusal } from './refusal.ts'
import { cosigner, readSignerKey, signer, signerKey, verifierKey } from './sign.ts'
import { verifyProof } from './verify.ts'
import { printable, resultWords } from './cli/results.ts'

export interface Output {
  out(text: string): void
  err(text: string): void
}

const terminal: Output = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`)
}

/** Runs one command and returns the exit code: 0 right, 1 wrong, 2 it could not be checked. */
export async function main(args: readonly string[], to: Output = terminal): Promise<number> {
  try {
    const asked = given(args)
    const command = commands[asked.command]
    if (!command) throw new Refusal('bad-command', `There is no command "${asked.command}".\n\n${USAGE}`)
    return await command(asked, to)
  } catch (problem) {
    const isKnown = problem instanceof Refusal || typeof (problem as NodeJS.ErrnoException).syscall === 'string'
    if (!isKnown && !(problem instanceof TypeError && 'input' in problem)) throw problem
    to.err(`public-log: ${(problem as Error).message}`)
    return 2
  }
}

const commands: Readonly<Record<string, (asked: Given, to: Output) => Promise<number>>> = {
  help: (_, to) => (to.out(USAGE), Promise.resolve(0)),
  verify: verifyCommand,
  audit: auditCommand,
  export: exportCommand,
  key: keyCommand,
  cosign: cosignCommand
}

function keysText({ key, witness: others }: Given): string | undefined {
  if (key === undefined && others.length > 0)
    throw new Refusal('bad-option', '--witness needs --key, the key of the log.')
  return key === undefined ? undefined : [key, ...others].map(keyText).join('\n')
}

function verifyCommand(asked: Given, to: Output): Promise<number> {
  const [path] = wordsOf(asked, 1)
  const keys = keysText(asked)
  if (keys === undefined)
    throw new Refusal('bad-option', 'verify needs --key: the key of the log, from somebody you trust.')
  return Promise.resolve(judged(verifyProof(readJson(path!), keys, asked.lang), asked, to))
}

/** Prints a verdict and gives its exit code. A key that cannot be read is not the log's fault. */
function judged(verdict: Verdict | AuditVerdict, asked: Given, to: Output): number {
  if (!verdict.ok && verdict.wrong === 'bad-key') throw new Refusal('bad-key', verdict.says)
  if (asked.json) to.out(JSON.stringify(verdict.ok ? { ...verdict, root: base64(verdict.root) } : verdict, null, 1))
  else to.out(verdict.ok ? resultWords(verdict, asked) : printable(verdict.says))
  return verdict.ok ? 0 : 1
}

const isWeb = (where: string): boolean => /^https?:\/\//.test(where)

async function auditCommand(asked: Given, to: Output): Promise<number> {
  const [where] = wordsOf(asked, 1)
  const source: LogSource & { close?: () => void } = isWeb(where!) ? await openWeb(where!) : openExport(where!)
  const verdict = await auditWith(asked, source)
  source.close?.()
  if (verdict.ok && asked.save !== undefined) replaceFile(asked.save, source.checkpoint)
  return judged(verdict, asked, to)
}

async function auditWith(asked: Given, source: LogSource): Promise<AuditVerdict> {
  const keys = keysText(asked)
  const kept = asked.from.map(openKept)
  try {
    return await audit(source, { kept, language: asked.lang, ...(keys === undefined ? {} : { keys }) })
  } finally {
    for (const { close } of kept) close?.()
  }
}

async function exportCommand(asked: Given, to: Output): Promise<number> {
  const [where, path] = wordsOf(asked, 2)
  const web = await openWeb(where!)
  const file = createExport(path!, web.checkpoint)
  const block: LogSource['block'] = async (index, width) => {
    const read = await web.block(index, width)
    file.add(read)
    return read
  }
  const verdict = await auditWith(asked, { ...web, block })
  file.close()
  return judged(verdict, asked, to)
}

function keyCommand(asked: Given, to: Output): Promise<number> {
  const [name, path] = wordsOf(asked, 2)
  const made = (asked.asWitness ? cosigner : signer)(name!, randomBytes(32))
  writeNew(path!, `${signerKey(made)}\n`)
  to.out(verifierKey(made))
  return Promise.resolve(0)
}

async function cosignCommand(asked: Given, to: Output): Promise<number> {
  const [where] = wordsOf(asked, 1)
  if (asked.key === undefined) throw new Refusal('bad-option', 'cosign needs --key: the file with your secret key.')
  const key = readSignerKey(readFileSync(asked.key, 'utf8'))
  const state = asked.state ?? `${asked.key}.seen`
  const seen = readSeen(state)
  const log = asked.log === undefined ? seen?.log : keyText(asked.log).trim()
  if (log === undefined)
    throw new Refusal('bad-option', `cosign needs --log the first time: the log's key. ${state} is new.`)
  if (seen && seen.log !== log) throw new Refusal('other-key', `${state} is of the log ${seen.log}.`)
  const seconds = Math.floor(Date.now() / 1000)
  const web = await openWeb(where!)
  const answer = await witness({ web, log, key, seen, seconds, language: asked.lang })
  if (!answer.ok) {
    // What the log signed and must not have signed: proof for everybody, together with what was seen before.
    const evidence = `${state}.${hex(sha256(utf8(web.checkpoint))).slice(0, 8)}.refused`
    if (!existsSync(evidence)) writeNew(evidence, web.checkpoint)
    to.err(`${answer.says} (${basename(state)}, ${basename(evidence)})`)
    return 1
  }
  replaceFile(state, `${JSON.stringify(answer.seen, null, 1)}\n`)
  to.out(answer.note.trimEnd())
  if (asked.send !== undefined) await sendNote(asked.send, answer.note)
  return 0
}

/** A new file that only its owner reads; never over one that is there. */
function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
}

/** Writes a file whole or not at all, and is sure of it before going on. */
function replaceFile(path: string, text: string): void {
  const beside = `${path}.${process.pid}.new`
  writeNew(beside, text)
  renameSync(beside, path)
}
