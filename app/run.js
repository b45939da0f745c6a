// Bundles one of our tools (a bench, a rig) beside the built program and runs it: node app/run.js bench/bench.ts …
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const source = process.argv[2] ?? ''
const outfile = join(here, 'dist', basename(source).replace(/\.ts$/, '.tool.js'))
const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
const outside = Object.keys(dependencies).filter((name) => !name.startsWith('@buurtmacht/'))

await build({
  entryPoints: [join(here, source)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  external: outside.flatMap((name) => [name, `${name}/*`]),
  sourcemap: true,
  logLevel: 'warning'
})
process.argv.splice(1, 2, outfile)
await import(pathToFileURL(outfile).href)
