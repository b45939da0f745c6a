/** The built program as people start it: what it prints, what it refuses, how it stops. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings, settings, WrongSetting } from '../src/settings.ts'
import { root } from './sources.ts'

const built = join(root, 'app/dist/main.js')
const bin = join(root, 'app/bin/buurtmacht.js')
const dir = mkdtempSync(join(tmpdir(), 'buurtmacht-start-'))

beforeAll(() => {
  if (!existsSync(built)) execFileSync(process.execPath, [join(root, 'app/build.js')])
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const environment = (more: Record<string, string> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  PORT: '0',
  DATA_DIR: dir,
  ...more
})

interface Started {
  process: ChildProcess
  port: number
  said: string
  ended: Promise<number | null>
}

function start(more: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [built], { env: environment(more) })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (part) => (said += part))
    child.stdout.on('data', (part) => {
      said += part
      const port = /Buurtmacht: http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (port && /set-up code|\n.*\n/.test(said)) resolve({ process: child, port: Number(port), said, ended })
    })
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
}

const buurtmacht = (...words: string[]) =>
  spawnSync(process.execPath, [bin, ...words], { env: environment(), encoding: 'utf8' })

describe('starting', () => {
  it('prints the address and the set-up code, lets no second one onto its data, and stops calmly', async () => {
    const first = await start()
    expect(first.said).toMatch(/set-up code: \w{4} \w{4} \w\w/)
    const began = Date.now()
    const second = spawnSync(process.execPath, [built], { env: environment(), encoding: 'utf8', timeout: 20_000 })
    const took = Date.now() - began
    expect(second.status).toBe(1)
    expect(second.stderr.trim().split('\n')).toEqual([expect.stringContaining('Another Buurtmacht is already running')])
    // Two seconds on a quiet machine; the tests share theirs.
    expect(took).toBeLessThan(6000)
    expect((await fetch(`http://127.0.0.1:${first.port}/healthz`)).status).toBe(200)
    // The checks can be asked while it runs.
    expect(buurtmacht('check').stdout).toMatch(/^(\d+) of \1 checks are true\.$/m)
    first.process.kill('SIGTERM')
    expect(await first.ended).toBe(0)
  })

  it('finishes the form it is receiving when it is stopped', async () => {
    const server = await start({ PORT: '0' })
    const body = 'csrf=oud&email=iemand%40example.org'
    const socket = connect(server.port, '127.0.0.1')
    const answer = new Promise<string>((resolve, reject) => {
      let text = ''
      socket.on('data', (part) => (text += part))
      socket.on('end', () => resolve(text))
      socket.on('error', reject)
    })
    socket.write(
      `POST /opzetten HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 5)}`
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    server.process.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    socket.write(body.slice(5))
    expect(await answer).toMatch(/^HTTP\/1.1 403/)
    expect(await server.ended).toBe(0)
  })

  it.each([
    ['PORT', 'drie'],
    ['DATABASE_URL', 'mysql://localhost']
  ])('stops at a wrong %s with a sentence that names it', (name, value) => {
    const { status, stderr } = spawnSync(process.execPath, [built], {
      env: environment({ [name]: value }),
      encoding: 'utf8',
      timeout: 20_000
    })
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(`${name} must`)
  })
})

describe('a setting', () => {
  it.each([
    ['PORT', '70000'],
    ['PUBLIC_URL', 'buurt.example.org'],
    ['PUBLIC_URL', 'https://buurt.example.org/'],
    ['SECRET', 'kort-en-geheim'],
    ['MAIL_URL', 'mail.example.org'],
    ['MAIL_FROM', 'Buurt <buurt@example.org>'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['TRUSTED_PROXIES', 'iedereen'],
    ['VOICES_PER_HOUR', 'veel'],
    ['TRIES_PER_QUARTER', '0']
  ])('%s=%s is refused with a sentence that names it', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(WrongSetting)
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} must .+`))
    // A secret that is too short is still a secret.
    if (name === 'SECRET') expect(() => readSettings({ SECRET: value })).not.toThrow(value)
  })

  it('has its default when it is left out or empty', () => {
    expect(readSettings({ HOST: '', PORT: '8080' })).toMatchObject({
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      PUBLIC_URL: 'http://localhost:8080'
    })
  })
})

describe('the command line', () => {
  it('lists every setting with meaning, default and example', () => {
    const { stdout, status } = buurtmacht('settings')
    expect(status).toBe(0)
    for (const { name, meaning, example } of settings) {
      expect(stdout).toContain(name)
      expect(stdout).toContain(meaning)
      expect(stdout).toContain(example)
    }
  })

  it('lists every page with who may open it', () => {
    const { stdout } = buurtmacht('routes')
    expect(stdout).toMatch(/^\/aanmelden +GET POST +anyone$/m)
    expect(stdout).toMatch(/^\/beheer +GET +resident administrators$/m)
  })

  it('brings the tables up to date, once', () => {
    const other = mkdtempSync(join(tmpdir(), 'buurtmacht-migrate-'))
    const run = () =>
      spawnSync(process.execPath, [bin, 'migrate'], { env: environment({ DATA_DIR: other }), encoding: 'utf8' }).stdout
    expect(run()).toContain('Done: 2026-11-24-first')
    expect(run()).toContain('The tables were up to date.')
    rmSync(other, { recursive: true, force: true })
  })

  it('says what it can do, and that an unknown command is unknown', () => {
    expect(buurtmacht().stdout).toContain('settings')
    for (const word of ['dansen', 'constructor', 'toString', '__proto__']) expect(buurtmacht(word).status, word).toBe(2)
  })
})
