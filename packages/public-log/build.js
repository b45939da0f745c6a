// Builds what is published: JavaScript and types in dist/, and a package.json that points there while packing.
// In this repository the package runs from its sources, so the build is only needed by `npm pack` and `npm publish`.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const kept = here('./package.json.sources')

if (process.argv.includes('--unpack')) {
  if (existsSync(kept)) renameSync(kept, here('./package.json'))
} else {
  rmSync(here('./dist'), { recursive: true, force: true })
  const compiler = fileURLToPath(new URL('../bin/tsc', import.meta.resolve('typescript-7')))
  execFileSync(process.execPath, [compiler, '-p', here('./tsconfig.build.json')], { stdio: 'inherit' })
  if (process.argv.includes('--pack')) pointToBuild()
}

function pointToBuild() {
  const text = readFileSync(here('./package.json'), 'utf8')
  writeFileSync(kept, text)
  const { scripts: _scripts, ...card } = JSON.parse(text)
  card.exports = {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './verifier.html': './verifier.html',
    './package.json': './package.json'
  }
  card.types = './dist/index.d.ts'
  card.engines = { node: '>=20' }
  card.scripts = { postpack: 'node build.js --unpack' }
  writeFileSync(here('./package.json'), `${JSON.stringify(card, null, 2)}\n`)
}
