import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inLetter, openPost } from './index.ts'

interface Taken {
  from: string
  to: string[]
  text: string
}

const letter = { to: 'joyce@example.org', subject: 'Aanmelden bij de Moerbeibuurt ☀', text: 'Dag Joyce,\n\nWelkom.\n' }

describe('letters through a mail server', () => {
  const taken: Taken[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((one) => one.address),
          text: Buffer.concat(parts).toString('utf8')
        })
        done()
      })
    }
  })
  const open = () =>
    openPost({
      url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      from: 'buurt@example.org',
      dir: '',
      tell: () => undefined
    })
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
  afterAll(() => new Promise<void>((done) => void server.close(() => done())))

  it('are handed over with one sender, one receiver and the words', async () => {
    const post = open()
    await post.send(letter)
    post.close()
    const [mail] = taken.splice(0)
    expect(mail).toMatchObject({ from: 'buurt@example.org', to: ['joyce@example.org'] })
    expect(mail?.text).toContain('Welkom.')
    expect(mail?.text).toContain('Auto-Submitted: auto-generated')
  })

  it.each([
    'joyce@example.org, dief@example.org',
    'joyce@example.org\r\nBcc: dief@example.org',
    'Joyce <joyce@example.org>',
    '"dief@example.org"@example.org',
    'geen adres',
    ''
  ])('never go to %j', async (to) => {
    const post = open()
    await expect(post.send({ ...letter, to })).rejects.toThrow('one plain address')
    post.close()
    expect(taken).toEqual([])
  })

  it('cannot get another receiver through their subject', async () => {
    const post = open()
    await post.send({ ...letter, subject: 'Dag\r\nBcc: dief@example.org' })
    post.close()
    const [mail] = taken.splice(0)
    expect(mail?.to).toEqual(['joyce@example.org'])
    expect(mail?.text).not.toMatch(/^Bcc:/m)
  })

  it('say so when the mail server is not there', async () => {
    const post = openPost({ url: 'smtp://127.0.0.1:1', from: 'buurt@example.org', dir: '', tell: () => undefined })
    await expect(post.send(letter)).rejects.toThrow()
    post.close()
  })
})

it.each([
  ['Joyce Landveld', 'Joyce Landveld'],
  ['J.P. de Vries-Ofosuhene', 'J. P. de Vries-Ofosuhene'],
  ['Klik\nhttp://evil.example/x?y', 'Klik http evil. example x?y'],
  ['ik@evil.example', 'ik evil. example']
])('the name %j stands in a letter as %j', (name, written) => {
  expect(inLetter(name)).toBe(written)
})

describe('letters without a mail server', () => {
  it('are written down for the operator alone, and their link is told', async () => {
    const dir = join(mkdtempSync(join(tmpdir(), 'buurtmacht-')), 'mail')
    const told: string[] = []
    const post = openPost({ url: '', from: 'buurt@example.org', dir, tell: (line) => told.push(line) })
    await post.send({ ...letter, text: 'Druk op deze link:\n\nhttp://buurt.test/aanmelden/link/abc\n' })
    const [name = ''] = readdirSync(dir)
    expect(name).toMatch(/\.eml$/)
    expect(readFileSync(join(dir, name), 'utf8')).toContain('To: joyce@example.org')
    expect(statSync(join(dir, name)).mode & 0o077).toBe(0)
    expect(told).toEqual([`Mail to ${letter.to}: ${letter.subject}\n  http://buurt.test/aanmelden/link/abc`])
    rmSync(dir, { recursive: true, force: true })
  })

  it('tell every link there is, each once, without the full stop behind it', async () => {
    const dir = join(mkdtempSync(join(tmpdir(), 'buurtmacht-')), 'mail')
    const told: string[] = []
    const post = openPost({ url: '', from: 'buurt@example.org', dir, tell: (line) => told.push(line) })
    const text =
      'Welkom bij http://eerst.test. Meld je aan (http://buurt.test/aanmelden/link/abc).\nhttp://eerst.test\n'
    await post.send({ ...letter, text })
    expect(told.join().split('\n').slice(1)).toEqual(['  http://eerst.test', '  http://buurt.test/aanmelden/link/abc'])
    rmSync(dir, { recursive: true, force: true })
  })
})
