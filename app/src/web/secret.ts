/** What this installation alone can do: keyed hashes, form tokens, and answers sealed with a key that only their asker knows. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The installation's secret: `SECRET`, or a file in the data directory made at first start, readable by its owner only. */
export const findSecret = (given: string, dir: string): string =>
  given || keptIn(dir, 'secret.key', 'without it no follow code is found')

/** 32 bytes of chance in a file of the data directory, made when it is not there yet. @param without what is lost without it. */
export function keptIn(dir: string, name: string, without: string): string {
  const file = join(dir, name)
  if (!existsSync(file)) {
    mkdirSync(dir, { recursive: true })
    keepForGood(dir, file, randomBytes(32).toString('hex') + '\n')
  }
  const found = readFileSync(file, 'utf8').trim()
  if (found.length < 32) throw new Error(`${file} is empty or broken. Put it back from a backup: ${without}.`)
  return found
}

/** Whole and on the disk before anything is done with it: a power cut in the first minute must not take every code with it. */
function keepForGood(dir: string, file: string, text: string): void {
  const half = `${file}.new`
  const to = openSync(half, 'w', 0o600)
  writeSync(to, text)
  fsyncSync(to)
  closeSync(to)
  renameSync(half, file)
  const folder = openSync(dir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** HMAC-SHA256 in hexadecimal, apart for each purpose. */
export const keyed = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('hex')

export function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** AES-256-GCM under a key made of the installation's secret and what the asker holds. */
export function seal(secret: string, held: string, text: string): string {
  const key = Buffer.from(keyed(secret, 'seal', held), 'hex')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

export function unseal(secret: string, held: string, sealed: string): string {
  const key = Buffer.from(keyed(secret, 'seal', held), 'hex')
  const bytes = Buffer.from(sealed, 'base64')
  const open = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  open.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([open.update(bytes.subarray(28)), open.final()]).toString('utf8')
}
