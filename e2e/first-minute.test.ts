/** The first minute: a newcomer types one command and looks at a living neighbourhood; a visitor needs nothing but the page and its colours. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { freePort, openBrowser, startServer, visitor } from './browser.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('the first minute', () => {
  it('`npm run demo` shows a living neighbourhood within a minute, and says that it is made up', async () => {
    const port = await freePort()
    const env = { ...process.env, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` }
    // A group of its own, so that npm and what it starts can be stopped together.
    const demo = spawn('npm', ['run', 'demo'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    demo.stdout.on('data', (part: Buffer) => (said += part.toString()))
    demo.stderr.on('data', (part: Buffer) => (said += part.toString()))
    const ended = new Promise<void>((done) => demo.once('exit', () => done()))
    try {
      let page = ''
      for (const end = Date.now() + 60_000; Date.now() < end && !page;) {
        page = await fetch(`http://localhost:${port}/`).then(
          (answer) => answer.text(),
          () => ''
        )
        if (!page) await new Promise((done) => setTimeout(done, 200))
      }
      expect(page, said).toContain('Voorbeeldbuurt')
      expect(page).toMatch(/href="\/buurtdoelen\/\w{12}"/)
      expect(said).toContain(`http://localhost:${port}/voorbeeld`)
    } finally {
      process.kill(-demo.pid!, 'SIGTERM')
      await ended
    }
  })

  it('the first page needs one round trip after its HTML: its colours, and nothing that these ask for in turn', async () => {
    const server = await startServer({ demo: true })
    const browser = await openBrowser()
    const somebody = await visitor(browser, server.url)
    const asked: { kind: string; path: string }[] = []
    somebody.page.on('request', (request) =>
      asked.push({ kind: request.resourceType(), path: new URL(request.url()).pathname })
    )
    await somebody.go('/')
    await somebody.page.waitForLoadState('networkidle')
    const html = await somebody.page.content()
    expect(asked[0]).toEqual({ kind: 'document', path: '/' })
    const more = asked.slice(1)
    expect(more.length, JSON.stringify(more)).toBeLessThanOrEqual(4)
    // Everything is named in the page itself, so that the browser asks for all of it at once.
    for (const { path } of more) expect(html).toContain(`"${path}`)
    expect(more.filter(({ kind }) => kind !== 'stylesheet' && kind !== 'image' && kind !== 'other')).toEqual([])

    // And without even these everything can be read and done.
    const bare = await visitor(browser, server.url)
    await bare.context.route(/\.(css|svg|js)/, (route) => route.abort())
    await bare.page.goto(server.url)
    await bare.page.getByRole('link', { name: 'Ik wil iets vertellen' }).first().click()
    await bare.page.getByLabel('Wat wil je vertellen?').fill('De bank is stuk.')
    await bare.page.getByRole('button', { name: 'Verder' }).click()
    expect(await bare.page.locator('h1').innerText()).toBe('Over welke plek gaat het?')
    await bare.context.close()
    await somebody.leave()
    await browser.close()
    await server.stop()
  })
})
