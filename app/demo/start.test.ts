/** The demo as it is started: what a neighbourhood would have done after its counts is done. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSettings } from '../src/settings.ts'
import type { Installation } from '../src/start.ts'
import { startDemo } from './start.ts'

let demo: Installation
let dir: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'buurtmacht-start-'))
  demo = await startDemo(readSettings({ DATA_DIR: dir }), { log: false }, Date.parse('2026-11-24T10:00:00Z'))
})
afterAll(async () => {
  await demo.close()
  rmSync(dir, { recursive: true, force: true })
})

it('starts with boxes that were swept after they were opened: no page is left of before', async () => {
  const { read } = demo.store
  const boxes = await read.selectFrom('ballot_box').select('opened').execute()
  // One that people can vote in, others that were opened and swept.
  expect([...new Set(boxes.map((box) => Number(box.opened)))].toSorted()).toEqual([0, 2])
  const free = await sql<{ freelist_count: number }>`pragma freelist_count`.execute(read)
  expect(free.rows).toEqual([{ freelist_count: 0 }])
})
