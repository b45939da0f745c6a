// Bundles the server, the command line and the stylesheet into app/dist. Libraries stay outside; our own packages go in.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, 'dist')
const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
// Libraries of many small files are bundled too: reading them one by one is half of a start.
const bundled = ['kysely', 'preact', 'preact-render-to-string', 'intl-messageformat', '@orama/stemmers', 'equal-shares']
const outside = Object.keys(dependencies).filter((name) => !name.startsWith('@buurtmacht/') && !bundled.includes(name))

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'words'), { recursive: true })
await build({
  entryPoints: { main: join(here, 'src/main.ts'), cli: join(here, 'src/cli.ts') },
  outdir: out,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  external: outside.flatMap((name) => [name, `${name}/*`]),
  define: { 'process.env.NODE_ENV': '"production"' },
  sourcemap: true,
  logLevel: 'warning'
})
await build({
  entryPoints: [join(here, 'src/ui/ui.css')],
  outfile: join(out, 'ui.css'),
  bundle: true,
  minify: true,
  logLevel: 'warning'
})
await build({
  entryPoints: [join(here, 'src/ui/read-aloud/client.ts')],
  outfile: join(out, 'lees-voor.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2018',
  logLevel: 'warning'
})
cpSync(join(here, 'src/ledger/grants/fonts'), join(out, 'fonts'), { recursive: true })
for (const name of readdirSync(join(here, 'demo/story'))) {
  if (name.endsWith('.webp')) cpSync(join(here, 'demo/story', name), join(out, name))
}
for (const name of readdirSync(join(here, 'src/words'))) {
  if (name.endsWith('.json')) cpSync(join(here, 'src/words', name), join(out, 'words', name))
}
