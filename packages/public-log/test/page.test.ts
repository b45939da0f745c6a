/** The page that checks proof files in a browser: opened as a file in Chromium, without a network, also at 320 pixels. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  checkpointBody,
  cosign,
  hex,
  inclusionProof,
  paperGroups,
  proofOf,
  signNote,
  verifierKey
} from '../src/index.ts'
import { words } from '../src/page/words.ts'
import { entriesOf, logKey, logSigner, proofIn, stored, textBytes, witnessSigner } from './logs.ts'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const file = fileURLToPath(new URL('../verifier.html', import.meta.url))
const made = new URL('../page.js', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'verifier-'))

const salt = new Uint8Array(32).fill(5)
const own = { words: 'De stoep ligt los – al een jaar <b>', salt: hex(salt) }
const hash = createHash('sha256').update(salt).update(own.words).digest('hex')
const mine = textBytes(`{"facts":{"area":"zuid","words":"${hash}"},"kind":"voice-given"}`)
const log = await stored([...entriesOf(300), mine])
const proof = await proofIn(log, 7)

describe('verifier.html', () => {
  test('is made of the sources as they are now (npm run page --workspace packages/public-log)', async () => {
    const { verifierPage } = (await import(made)) as { verifierPage: () => Promise<string> }
    expect(readFileSync(file, 'utf8')).toBe(await verifierPage())
  })

  test('says everything in both languages, and points nowhere outside', () => {
    expect(Object.keys(words.nl)).toEqual(Object.keys(words.en))
    const html = readFileSync(file, 'utf8')
    expect(html.match(/(https?:)?\/\/[a-z]|src=|href=|url\(|import\(/g)).toBeNull()
    expect(html).toContain("default-src 'none'")
  })
})

describe.skipIf(!existsSync(CHROMIUM))('in a browser (/usr/bin/chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') })
  })
  afterAll(() => browser.close())

  const asked: string[] = []
  const open = async (locale = 'nl-NL', width = 1000): Promise<Page> => {
    const page = await browser.newPage({ locale, viewport: { width, height: 800 }, bypassCSP: width === 320 })
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => expect.fail(String(error)))
    await page.goto(pathToFileURL(file).href)
    return page
  }
  const result = async (page: Page, given: unknown, keys = logKey): Promise<string> => {
    await page.fill('#paste', typeof given === 'string' ? given : JSON.stringify(given))
    await page.fill('#key', keys)
    await page.click('#check')
    await page.waitForSelector('#result:not([hidden])')
    return page.innerText('#result')
  }

  test('accepts a good proof, pasted or chosen as a file', async () => {
    const page = await open()
    const said = await result(page, proof)
    expect(said).toContain('Ja, het klopt')
    expect(said).toContain('Dit is regel 7 van het logboek example.org/log, toen dat 301 regels had.')
    expect(said).toContain('"entry": 7')
    expect(said).toContain(paperGroups(log.root).join(' '))
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result')
    const path = join(folder, 'bewijs.json')
    writeFileSync(path, JSON.stringify(await proofIn(log, 255)))
    await page.setInputFiles('#file', path)
    await page.click('#check')
    await page.waitForFunction(() => document.querySelector('#result')!.textContent.includes('regel 255'))
    await page.close()
  })

  test('rejects every changed proof and says what is wrong, in Dutch and English', async () => {
    const page = await open()
    const cases: [unknown, string, string, string?][] = [
      [{ ...proof, entry: '{"entry":8}' }, 'Nee, dit klopt niet', 'niet wat als regel 7'],
      [{ ...proof, index: 8 }, 'Nee, dit klopt niet', 'niet wat als regel 8'],
      [{ ...proof, proof: proof.proof.toReversed() }, 'Nee, dit klopt niet', 'niet wat als regel 7'],
      [
        { ...proof, checkpoint: proof.checkpoint.replace('301', '302') },
        'Nee, dit klopt niet',
        'veranderd nadat hij is ondertekend'
      ],
      [{ hello: 1 }, 'Nee, dit klopt niet', 'geen bewijsbestand'],
      ['{"entry":', 'Nee, dit klopt niet', 'geen bewijsbestand'],
      [proof, 'Nee, dit klopt niet', 'getuige example.org/witness', `${logKey}\n${verifierKey(witnessSigner)}`],
      [proof, 'Het is niet na te kijken', 'niet de sleutel van een logboek', 'hallo'],
      [proof, 'Het is niet na te kijken', 'Vul eerst de sleutel', ' '],
      ['', 'Het is niet na te kijken', 'Kies eerst het bewijsbestand']
    ]
    for (const [given, verdict, why, keys] of cases) {
      const said = await result(page, given, keys)
      expect([said.includes(verdict), said.includes(why)], said).toEqual([true, true])
    }
    await result(page, { ...proof, index: 8 })
    await page.click('#other')
    await page.waitForFunction(() => document.querySelector('#result')!.textContent.includes('No, this is not right'))
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.close()
  })

  test('shows who witnessed it, and proves somebody’s own words', async () => {
    const page = await open('en-GB')
    const body = checkpointBody({ origin: logSigner.name, size: log.size, root: log.root })
    const checkpoint = cosign(signNote(body, [logSigner]), witnessSigner, 1_800_000_000)
    const path = await inclusionProof(300, 301, log.readTile)
    const file_ = proofOf({ entry: mine, index: 300, proof: path, checkpoint, about: { own } })
    const said = await result(page, file_, `${logKey}\n${verifierKey(witnessSigner)}`)
    expect(said).toContain('Yes, it is right')
    expect(said).toContain('example.org/witness, who saw it on 15 January 2027')
    expect(said).toContain(own.words)
    expect(await result(page, { ...file_, about: { own: { ...own, words: 'Iets anders' } } })).toContain(
      'not about the words'
    )
    await page.close()
  })

  test('says clearly when the browser cannot check signatures', async () => {
    const page = await browser.newPage({ locale: 'nl-NL' })
    await page.addInitScript(() => {
      crypto.subtle.importKey = () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
    })
    await page.goto(pathToFileURL(file).href)
    const said = await result(page, proof)
    expect(said).toContain('Het is niet na te kijken')
    expect(said).toContain('Ed25519')
    await page.close()
  })

  test('fits a screen of 320 pixels, and axe finds nothing wrong', async () => {
    const page = await open('nl-NL', 320)
    await result(page, proof)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
      return (await axe.run()).violations.map(({ id }) => id)
    })
    expect(found).toEqual([])
    const shot = process.env['PICTURE']
    if (shot) await page.screenshot({ path: shot, fullPage: true })
    await page.close()
  })

  test('asks nothing of any network', () => {
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
  })
})
