/** `npm run pictures`: takes the README's pictures from the demo. Run it after every change of how things look. */
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openBrowser, picture, startServer, visitor } from './browser.ts'

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const server = await startServer({ demo: true })
const browser = await openBrowser()
try {
  const wide = await visitor(browser, server.url, { viewport: { width: 1100, height: 720 } })
  const narrow = await visitor(browser, server.url, { viewport: { width: 390, height: 900 } })
  /** The first link on a page that leads to one thing of a kind. */
  const firstOf = async (list: string, kind: RegExp): Promise<string> => {
    await wide.go(list)
    const hrefs = await wide.page.$$eval('main a', (links) => links.map((link) => link.getAttribute('href') ?? ''))
    const found = hrefs.find((href) => kind.test(href))
    if (!found) throw new Error(`${list} leads to nothing like ${kind}`)
    return found
  }
  await wide.go('/')
  await picture(wide.page, `${folder}home.png`)
  await narrow.go(await firstOf('/', /^\/buurtdoelen\/\w{12}$/))
  await picture(narrow.page, `${folder}goal.png`)
  await narrow.go('/toezeggingen')
  await picture(narrow.page, `${folder}commitments.png`)
  // A voice whose giver was told what came of it: what the product is about.
  await wide.go('/voorbeeld')
  const reached = await wide.page.getAttribute('a[href^="/volg/"]:has-text("teruggeverteld")', 'href')
  await narrow.go(reached ?? '/volg')
  await picture(narrow.page, `${folder}follow.png`)
  for (const name of ['home', 'goal', 'commitments', 'follow'])
    console.log(`${name}.png ${Math.round(statSync(`${folder}${name}.png`).size / 1024)} KB`)
  await wide.leave()
  await narrow.leave()
} finally {
  await browser.close()
  await server.stop()
}
