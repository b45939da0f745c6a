import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allExamples, Page, renderPage } from '../app/src/ui/index.ts'
import { accessibilityTroubles, openBrowser, scrollsSideways, visitor } from './browser.ts'

/** All pieces under each other, as at /stijl. */
const together = (dir: 'ltr' | 'rtl', wide: boolean): string =>
  renderPage(
    <Page
      lang={dir === 'rtl' ? 'ar' : 'nl'}
      dir={dir}
      title="Stijl"
      siteName="Kastanjebuurt"
      stylesheets={['/ui.css']}
      wide={wide}
      words={{ skip: 'Naar de inhoud', nav: 'Hoofdmenu', languages: 'Taal' }}
    >
      <h1>Stijl</h1>
      {allExamples.map(({ piece, examples }) => (
        <section key={piece} aria-label={piece}>
          <h2>{piece}</h2>
          {examples.filter((e) => !e.whole).map((e) => e.show())}
        </section>
      ))}
    </Page>
  )

const whole = allExamples.flatMap(({ piece, examples }) =>
  examples
    .filter((e) => e.whole)
    .map((e, nr) => ({ name: `${piece}: ${e.name}`, path: `/${piece}-${nr}`, html: () => renderPage(e.show()) }))
)

/** Everything that the instruments must notice, or a green story proves nothing. */
const bad = `<!doctype html><title>Slecht</title><p style="color:#eee">Grijs</p><img src="https://elders.example/x.png">
  <input><div class="breed"><pre>${'lang'.repeat(300)}</pre></div><script>document.title = 'x'</script>`

describe('the pieces of the interface in a browser', () => {
  let server: Server
  let browser: Browser
  let url = ''

  beforeAll(async () => {
    const css = readFileSync(new URL('../app/dist/ui.css', import.meta.url))
    server = createServer((request, answer) => {
      const path = request.url ?? '/'
      answer.setHeader(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'"
      )
      if (path.startsWith('/ui.css')) return answer.setHeader('content-type', 'text/css').end(css)
      if (path === '/slecht') return answer.setHeader('content-type', 'text/html').end(bad)
      const page =
        whole.find((one) => one.path === path)?.html() ?? together(path === '/rtl' ? 'rtl' : 'ltr', path === '/wide')
      if (/\.(svg|css|png|ico)/.test(path)) return answer.writeHead(204).end()
      return answer.setHeader('content-type', 'text/html; charset=utf-8').end(page)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    url = `http://localhost:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  const ways = [
    { name: 'by daylight', path: '/', options: {} },
    { name: 'in the dark', path: '/', options: { colorScheme: 'dark' } },
    { name: 'from right to left', path: '/rtl', options: {} },
    { name: 'in forced colours', path: '/', options: { forcedColors: 'active' } },
    { name: 'on a wide screen', path: '/wide', options: { viewport: { width: 1280, height: 900 } } },
    { name: 'at 320 pixels', path: '/', options: { viewport: { width: 320, height: 640 } } }
  ] as const

  it.each(ways)('nothing hinders anybody $name, and nobody scrolls sideways', async ({ path, options }) => {
    const somebody = await visitor(browser, url, { ...options, javaScriptEnabled: true })
    await somebody.go(path)
    expect(await scrollsSideways(somebody.page)).toEqual([])
    // Forced colours are the reader's own: their contrast is not ours to judge.
    const rules = 'forcedColors' in options ? { rules: { 'color-contrast': { enabled: false } } } : {}
    expect(await accessibilityTroubles(somebody.page, rules)).toEqual([])
    await somebody.leave()
  })

  it('the instruments notice what is wrong', async () => {
    const somebody = await visitor(browser, url, { javaScriptEnabled: true })
    await somebody.go('/slecht')
    expect(await scrollsSideways(somebody.page)).not.toEqual([])
    const troubles = (await accessibilityTroubles(somebody.page)).join('\n')
    for (const rule of ['image-alt', 'label', 'html-has-lang', 'landmark-one-main']) expect(troubles).toContain(rule)
    const said = somebody.troubles.join('\n')
    for (const what of ['style', 'script', 'elders.example']) expect(said).toContain(what)
    await somebody.context.close()
  })

  it.each(whole)('nothing hinders anybody on a page of its own ($name)', async ({ path }) => {
    const somebody = await visitor(browser, url, { javaScriptEnabled: true, viewport: { width: 320, height: 640 } })
    await somebody.go(path)
    expect(await scrollsSideways(somebody.page)).toEqual([])
    expect(await accessibilityTroubles(somebody.page)).toEqual([])
    await somebody.leave()
  })
})
