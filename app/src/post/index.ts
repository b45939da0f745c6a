/** Letters by e-mail: through the mail server of `MAIL_URL`, or, without one, written down for the operator to read. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transporter } from 'nodemailer'
import { readEmail } from '@buurtmacht/domain'

export interface Letter {
  /** One plain address. */
  to: string
  subject: string
  text: string
}

export interface Post {
  /** Resolves once the mail server took it. @throws when it could not be handed over, or `to` is not one plain address. */
  send(letter: Letter): Promise<void>
  /** Takes away letters to this address that were written down here. What a mail server took is out of our hands. */
  forget(to: string): void
  /** True without a mail server: letters go to DATA_DIR/mail and their links to the terminal. */
  toTerminal: boolean
  close(): void
}

export interface PostSettings {
  /** smtp:// or smtps://; empty without a mail server. */
  url: string
  from: string
  /** Where letters are written without a mail server. */
  dir: string
  tell: (line: string) => void
}

/**
 * A name as it may stand in a letter: on one line, and nothing in it that a mail program turns into a link. Whoever chooses their own
 * name, or types somebody else's, writes no advertisement in our letters.
 */
export const inLetter = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/[:/\\@]+/g, ' ')
    .replace(/([\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '$1. ')

export const openPost = (settings: PostSettings): Post => (settings.url ? byServer(settings) : byHand(settings))

/** Object form and one strict address: a string with a comma or a line break would add receivers. */
function envelope(from: string, letter: Letter) {
  const address = readEmail(letter.to)
  if (address === undefined || address.length !== letter.to.length) throw new Error('a letter needs one plain address')
  return {
    from: { name: '', address: from },
    to: { name: '', address },
    subject: letter.subject.replace(/[\r\n]+/g, ' '),
    text: letter.text,
    // Not answered by out-of-office machines.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true
  }
}

/** A mail server that does not answer is given up soon: somebody waits for this mail. */
function patient(url: string): string {
  const address = new URL(url)
  for (const [name, ms] of Object.entries({
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000
  }))
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(ms))
  return address.href
}

/** Loaded at the first letter: many a day goes by without one. */
const mailer = async () => (await import('nodemailer')).default

function byServer({ url, from }: PostSettings): Post {
  const server = patient(url)
  let transport: Transporter | undefined
  return {
    toTerminal: false,
    async send(letter) {
      const { createTransport } = await mailer()
      transport ??= createTransport(server)
      await transport.sendMail(envelope(from, letter))
    },
    forget: () => undefined,
    close: () => transport?.close()
  }
}

/** Every address in a letter, each once, without the full stop or bracket that follows it. */
const linksIn = (text: string): string[] => [
  ...new Set((text.match(/https?:\/\/\S+/g) ?? []).map((link) => link.replace(/[.,;:!?)\]>"'”’]+$/, '')))
]

function byHand({ from, dir, tell }: PostSettings): Post {
  return {
    toTerminal: true,
    async send(letter) {
      const { createTransport } = await mailer()
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
      const { message } = await transport.sendMail(envelope(from, letter))
      mkdirSync(dir, { recursive: true })
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`
      writeFileSync(join(dir, name), message as Buffer, { mode: 0o600 })
      tell([`Mail to ${letter.to}: ${letter.subject}`, ...linksIn(letter.text)].join('\n  '))
    },
    forget(to) {
      const theirs = new RegExp(`^To: .*${to.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\r?$`, 'im')
      for (const name of existsSync(dir) ? readdirSync(dir).filter((one) => one.endsWith('.eml')) : [])
        if (theirs.test(readFileSync(join(dir, name), 'utf8'))) rmSync(join(dir, name))
    },
    close: () => undefined
  }
}
