// Builds verifier.html: the page, its style and the checks of src/ in one file that asks nothing of any network.
// `npm run page --workspace packages/public-log`; test/page.test.ts says when it is out of date.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const read = (path) => readFileSync(here(path), 'utf8')
const pinned = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** The page as text. */
export async function verifierPage() {
  const made = await build({
    entryPoints: [here('./src/page/page.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    write: false
  })
  const script = made.outputFiles[0].text.trim()
  if (script.includes('</')) throw new Error('the script would end its own element')
  const style = read('./src/page/page.css').trim()
  const parts = { script, style, 'script-hash': pinned(script), 'style-hash': pinned(style) }
  return read('./src/page/page.html').replace(/\{(script|style)(-hash)?\}/g, (name) => parts[name.slice(1, -1)])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(here('./verifier.html'), await verifierPage())
