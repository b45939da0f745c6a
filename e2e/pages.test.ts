import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityTroubles, openBrowser, scrollsSideways, startServer, visitor, type Server } from './browser.ts'

describe('the pages of the demo', () => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const pages = [
    '/',
    '/inbreng/nieuw',
    '/volg',
    '/buurtbehoeften',
    '/buurtdoelen',
    '/verzoeken',
    '/toezeggingen',
    '/groepen'
  ]
  const more = ['/instanties', '/gebieden', '/zoeken?q=lift', '/inbreng', '/aanmelden', '/bestaat-niet']
  it.each([...pages, ...more])('nothing hinders anybody at %s, narrow and in the dark', async (path) => {
    const somebody = await visitor(browser, server.url, {
      javaScriptEnabled: true,
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 }
    })
    await somebody.go(path)
    expect(await scrollsSideways(somebody.page)).toEqual([])
    expect(await accessibilityTroubles(somebody.page)).toEqual([])
    await somebody.leave()
  })

  it.each([
    ['a goal', '/buurtdoelen', /^\/buurtdoelen\/\w{12}$/],
    ['a need', '/buurtbehoeften', /^\/buurtbehoeften\/\w{12}$/],
    ['a question', '/verzoeken', /^\/verzoeken\/\w{12}$/],
    ['a promise', '/toezeggingen', /^\/toezeggingen\/\w{12}$/],
    ['a group', '/groepen', /^\/groepen\/\w{12}$/]
  ] as const)('nothing hinders anybody at %s, in English', async (_what, list, kind) => {
    const somebody = await visitor(browser, server.url, { javaScriptEnabled: true })
    await somebody.go(`${list}?taal=en`)
    const hrefs = await somebody.page.$$eval('main a', (links) => links.map((one) => one.getAttribute('href') ?? ''))
    const found = hrefs.find((href) => kind.test(href.split('?')[0]!))
    expect(found).toBeDefined()
    await somebody.go(`${found!.split('?')[0]}?taal=en`)
    expect(await somebody.page.getAttribute('html', 'lang')).toBe('en')
    expect(await scrollsSideways(somebody.page)).toEqual([])
    expect(await accessibilityTroubles(somebody.page)).toEqual([])
    await somebody.leave()
  })
})
