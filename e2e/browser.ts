/**
 * What the stories stand on: a built server of its own on a free port with a scratch data directory, the system's Chromium with a
 * fresh profile, axe-core, pictures, and a guard: a page that asks anything of another server, or breaks its own
 * Content-Security-Policy, fails the story.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AxeResults, RunOptions } from 'axe-core'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Server {
  url: string
  dir: string
  /** Everything it has printed so far: the set-up code stands there, and links of mails when there is no mail server. */
  said(): string
  /** Stops as an operator would (SIGTERM), or as a power cut would. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export async function startServer(
  how: { demo?: boolean; dir?: string; env?: Record<string, string> } = {}
): Promise<Server> {
  const dir = how.dir ?? mkdtempSync(join(tmpdir(), 'buurtmacht-story-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = join(root, 'app/dist/main.js')
  if (!existsSync(program)) throw new Error('Build first: npm run build')
  const server = spawn(process.execPath, [program, ...(how.demo ? ['--demo'] : [])], {
    cwd: dir,
    env: { PATH: process.env['PATH'], DATA_DIR: join(dir, 'data'), PORT: `${port}`, PUBLIC_URL: url, ...how.env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  server.stdout.on('data', (text: Buffer) => (said += text.toString()))
  server.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  await answers(url, server, () => said)
  return {
    url,
    dir,
    said: () => said,
    async stop(signal = 'SIGTERM') {
      server.kill(signal)
      await ended
      if (!how.dir) rmSync(dir, { recursive: true, force: true })
    }
  }
}

async function answers(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    if (server.exitCode !== null) throw new Error(`The server stopped at once:\n${said()}`)
    const healthy = await fetch(`${url}/healthz`).catch(() => undefined)
    if (healthy?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  server.kill('SIGKILL')
  throw new Error(`The server did not answer within a minute:\n${said()}`)
}

export const freePort = (): Promise<number> =>
  new Promise((found, lost) => {
    const server = createServer().once('error', lost)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => found(port))
    })
  })

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
]

export async function openBrowser(): Promise<Browser> {
  const executablePath = places.find((path) => path && existsSync(path))
  if (!executablePath) throw new Error('These stories need Chromium: apt-get install chromium, or set CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Whatever a page asks of another server finds no address.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'
    ]
  })
}

export interface Visitor {
  page: Page
  context: BrowserContext
  /** Opens an address of the server. */
  go(path: string): Promise<void>
  /** What was asked of another server, and what the browser complained of. */
  troubles: readonly string[]
  /** Goes away; fails when there were troubles. */
  leave(): Promise<void>
}

/** Somebody with a browser of their own: no cookies, no history. `javaScriptEnabled: false` is the usual, as the promise is. */
export async function visitor(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 360, height: 740 },
    ...options
  })
  context.setDefaultTimeout(15_000)
  const troubles: string[] = []
  const own = new URL(url).origin
  await context.route('**/*', async (route) => {
    const asked = route.request().url()
    if (new URL(asked).origin === own || asked.startsWith('data:')) return route.continue()
    troubles.push(`asks another server: ${asked}`)
    return route.abort()
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    // The browser also writes the status of every refused form here; that is no complaint.
    if (message.type() === 'error' && !/Failed to load resource: the server responded/.test(message.text()))
      troubles.push(`${page.url()}: ${message.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) troubles.push(`${answer.status()} at ${answer.url()}`)
  })
  return {
    page,
    context,
    go: async (path) => {
      await page.goto(url + path, { waitUntil: 'load' })
    },
    troubles,
    leave: async () => {
      await context.close()
      expect(troubles).toEqual([])
    }
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong with the page as it stands, one line each. The page must be open with scripts on. */
export async function accessibilityTroubles(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const results = await page.evaluate(
    (given: object) =>
      (globalThis as unknown as { axe: { run(what: unknown, how: unknown): Promise<AxeResults> } }).axe.run(document, {
        resultTypes: ['violations'],
        ...given
      }),
    options as object
  )
  return results.violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${one.help} – ${String(node.target)} ${node.html.slice(0, 160)}`)
  )
}

/** Why one has to scroll sideways to read this page; empty when one need not. */
export const scrollsSideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth: width, scrollWidth } = document.documentElement
    if (scrollWidth <= width) return []
    const guilty = [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > width + 1 || one.scrollWidth > width + 1)
      .filter((_, at, all) => at < 3 || at > all.length - 3)
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent?.slice(0, 40)}`)
    return [`${scrollWidth} pixels wide in a window of ${width}`, ...guilty]
  })

export async function picture(page: Page, file: string, whole = false): Promise<void> {
  mkdirSync(join(file, '..'), { recursive: true })
  await page.screenshot({ path: file, fullPage: whole })
}

/** The browser's printer starts a process of its own, which on a busy machine sometimes is not there in time: asked again, not judged. */
export async function printed(page: Page, tries = 4): Promise<Buffer> {
  try {
    return await page.pdf({ format: 'A4' })
  } catch (error) {
    if (tries <= 1 || !/Printing failed/.test(String(error))) throw error
    await page.waitForTimeout(1_000)
    return printed(page, tries - 1)
  }
}
