// Bundles the server, the command line and the stylesheet into app/dist. Libraries stay outside; our own packages go in.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, 'dist')
// Libraries are bundled too: reading their many small files one by one is half of a start, and their source stays in memory, comments
// and all. Outside stay those that hold a program of their own (sharp) or that are read from the disk only when they are needed.
const outside = ['sharp', 'pdfkit', 'pg', 'nodemailer']

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
  // Names stay, so that an error in the log can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'linked',
  // Libraries of the older kind ask for Node's own modules with `require`.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  logLevel: 'warning'
})
oneByteALetter()
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
cpSync(join(here, '../packages/public-log/verifier.html'), join(out, 'verifier.html'))
for (const name of readdirSync(join(here, 'demo/story'))) {
  if (name.endsWith('.webp')) cpSync(join(here, 'demo/story', name), join(out, name))
}
for (const name of readdirSync(join(here, 'src/words'))) {
  if (name.endsWith('.json')) cpSync(join(here, 'src/words', name), join(out, 'words', name))
}

/** One letter outside ASCII makes V8 keep a whole file at two bytes a letter; esbuild leaves those in regular expressions. */
function oneByteALetter() {
  for (const name of readdirSync(out).filter((one) => one.endsWith('.js'))) {
    const text = readFileSync(join(out, name), 'utf8')
    const plain = text.replace(
      /[\u0080-\uffff]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
    if (plain !== text) writeFileSync(join(out, name), plain)
  }
}
