import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { count, electionOf, type PlainElection } from '../src/index.ts'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

const street: PlainElection = {
  budget: '120.50',
  projects: [
    { id: 'bench', cost: 40 },
    { id: 'tree', cost: '30.25' },
    { id: 'swing', cost: 75 }
  ],
  ballots: [['bench', 'tree'], ['bench'], ['tree', 'swing'], ['swing'], ['swing', 'bench']]
}

describe.skipIf(!existsSync(CHROMIUM))('in a browser (/usr/bin/chromium)', () => {
  test('the library counts the same in Chromium as here, to the last digit', async () => {
    const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url))
    const bundle = await build({
      entryPoints: [entry],
      bundle: true,
      format: 'iife',
      globalName: 'equalShares',
      write: false,
      platform: 'browser',
      target: 'es2022'
    })
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    try {
      const page = await browser.newPage()
      await page.addScriptTag({ content: bundle.outputFiles[0]!.text })
      const there = await page.evaluate((plain) => {
        const { equalShares } = globalThis as unknown as {
          equalShares: { count: typeof count; electionOf: typeof electionOf }
        }
        return JSON.stringify(equalShares.count(equalShares.electionOf(plain), { payers: true }))
      }, street)
      expect(JSON.parse(there)).toEqual(JSON.parse(JSON.stringify(count(electionOf(street), { payers: true }))))
    } finally {
      await browser.close()
    }
  })
})
