/** What the README says is so: its example prints what it says, its vectors come out, its commands are there. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  bundle,
  checkpointBody,
  consistencyProof,
  cosign,
  cosigner,
  hex,
  inclusionProof,
  paperGroups
} from '../src/index.ts'
import { leafHash, rootOf, signer, signNote, verifierKey } from '../src/index.ts'
import { USAGE } from '../src/cli/usage.ts'
import { stored, textBytes } from './logs.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const index = new URL('../src/index.ts', import.meta.url).href

describe('the README', () => {
  test.each([...readme.matchAll(/```js\n([\s\S]*?)```/g)].map((m) => m[1]!))(
    'its example prints what it says',
    (code) => {
      const file = join(mkdtempSync(join(tmpdir(), 'readme-')), 'example.mjs')
      writeFileSync(file, code.replace("'public-log'", `'${index}'`))
      const printed = execFileSync(process.execPath, [file], { encoding: 'utf8' })
      expect(printed.trim().split('\n')).toEqual([...code.matchAll(/\/\/ → (.*)$/gm)].map((m) => m[1]!))
    }
  )

  test('its vectors are what comes out', async () => {
    const entries = ['{"said":"one"}', '{"said":"two"}', '{"said":"three"}'].map(textBytes)
    const log = await stored(entries)
    const key = signer('buurt.example/logboek', new Uint8Array(32).fill(1))
    const witness = cosigner('getuige.example/bewoners', new Uint8Array(32).fill(2))
    const checkpoint = signNote(checkpointBody({ origin: key.name, size: 3, root: log.root }), [key])
    const vectors = [
      ...entries.map((entry) => hex(leafHash(entry))),
      hex(await rootOf(2, log.readTile)),
      hex(log.root),
      (await inclusionProof(1, 3, log.readTile)).map(hex).join('`, `'),
      (await consistencyProof(2, 3, log.readTile)).map(hex).join('`, `'),
      paperGroups(log.root).join(' '),
      verifierKey(key),
      verifierKey(witness),
      hex(bundle(entries)),
      cosign(checkpoint, witness, 1_800_000_000)
    ]
    for (const vector of vectors) expect(readme).toContain(vector)
  })

  test('tells of every command and option', () => {
    for (const word of USAGE.match(/(?<=public-log )[a-z]+|--[a-z]+/g)!) expect(readme, word).toContain(word)
  })
})
