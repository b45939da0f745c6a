/** Somebody who keeps every checkpoint that the program ever served, and holds all of them against the record at the end. */
import { audit, base64, readCheckpoint, tilePath, type Kept } from 'public-log'
import { ask, asText } from '../bench/client.ts'
import type { Running } from '../bench/server.ts'
import type { Reader } from '../src/db/index.ts'

export interface Checker {
  /** By size: every root that was served for it. */
  roots: Map<number, Set<string>>
  kept: Kept[]
  looks: number
  end(): Promise<void>
}

const pause = (milliseconds: number) => new Promise((on) => setTimeout(on, milliseconds))

/** Asks all of them for their checkpoint without end. A program that was just ended answers nothing. */
export function keepAsking(servers: () => readonly Running[]): Checker {
  let goesOn = true
  const checker = { roots: new Map<number, Set<string>>(), kept: [] as Kept[], looks: 0 }
  const look = async ({ port }: Running) => {
    const answer = await ask({ port, path: '/logboek/checkpoint' }).catch(() => undefined)
    if (answer?.status !== 200) return
    checker.looks++
    const note = asText(answer)
    const { size, root } = readCheckpoint(note)
    const known = checker.roots.get(size) ?? new Set()
    if (!known.has(base64(root))) checker.kept.push({ name: `the one of ${size}`, checkpoint: note })
    checker.roots.set(size, known.add(base64(root)))
  }
  const asking = (async () => {
    while (goesOn) {
      await Promise.all(servers().map(look))
      await pause(15)
    }
  })()
  return Object.assign(checker, {
    async end() {
      goesOn = false
      await asking
    }
  })
}

/** Everything that is not as it was promised, in words; nothing when all is right. */
export async function wrongIn(read: Reader, port: number, { roots, kept }: Checker): Promise<string[]> {
  const wrong: string[] = []
  const entries = await read.selectFrom('journal_entry').select('seq').execute()
  const places = await read.selectFrom('journal_place').select(['number', 'seq']).orderBy('number').execute()
  const gap = places.findIndex(({ number }, at) => Number(number) !== at)
  if (gap >= 0) wrong.push(`no entry at place ${gap}`)
  const placed = new Set(places.map(({ seq }) => Number(seq)))
  if (placed.size !== places.length) wrong.push(`${places.length - placed.size} entries with two places`)
  const without = entries.filter(({ seq }) => !placed.has(Number(seq))).length
  if (without > 0) wrong.push(`${without} entries without a place`)
  for (const [size, of] of roots) if (of.size > 1) wrong.push(`${of.size} roots for ${size} entries`)
  const checkpoint = asText(await ask({ port, path: '/logboek/checkpoint' }))
  const { size } = readCheckpoint(checkpoint)
  if (size !== entries.length) wrong.push(`${entries.length} entries, of which ${size} were signed`)
  const keys = (await read.selectFrom('journal_key').select('key').execute()).map(({ key }) => key).join('\n')
  const served = async (level: number | 'entries', index: number, width: number) => {
    const { status, body } = await ask({ port, path: `/logboek/${tilePath(level, index, width)}` })
    return new Uint8Array(status === 200 ? body : [])
  }
  const source = {
    checkpoint,
    tile: served,
    block: async (index: number, width: number) => ({
      entries: await served('entries', index, width),
      hashes: await served(0, index, width)
    })
  }
  const verdict = await audit(source, { keys, kept })
  if (!verdict.ok) wrong.push(verdict.says)
  return wrong
}

/** Until everything that was written is signed, or for so many seconds. */
export async function settled(read: Reader, seconds: number): Promise<void> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(100)) {
    const waiting = await read.selectFrom('journal_waiting').select('seq').limit(1).executeTakeFirst()
    if (!waiting) return pause(300).then(() => undefined)
  }
}
