/** The command with a folder to keep things in, and a log served over HTTP as it is on the web. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundle, readTilePath } from '../src/index.ts'
import { main } from '../src/cli.ts'
import { checkpointOf, entriesOf, stored, textBytes, type Stored } from './logs.ts'

const folder = mkdtempSync(join(tmpdir(), 'public-log-'))
export const path = (name: string): string => join(folder, name)
export const kept = (name: string, text: string | Uint8Array): string => (writeFileSync(path(name), text), path(name))

/** The log as it grew, and one of which an entry was changed after that. */
export const grownLogs = async (): Promise<{ honest: Stored; short: Stored; rewritten: Stored }> => ({
  honest: await stored(entriesOf(70_000)),
  short: await stored(entriesOf(600)),
  rewritten: await stored(entriesOf(70_100).with(321, textBytes('{"entry":"not what was said"}')))
})

/** What the server gives now. `change` may spoil an answer. */
interface Served {
  log: Stored
  checkpoint?: string
  change?: (path: string, bytes: Uint8Array) => Uint8Array | undefined
}

/** The bytes at an address; only what a log of this size serves. */
function answer({ log, checkpoint }: Served, address: string): Uint8Array | undefined {
  if (address === 'checkpoint') return textBytes(checkpoint ?? checkpointOf(log))
  const name = readTilePath(address)
  if (!name) return undefined
  const { level, index, width } = name
  if (level === 'entries') return bundle(log.entries.slice(index * 256, index * 256 + width))
  const row = log.tiles.get(`${level}/${index}`)
  return row && row.length >= width * 32 ? row.subarray(0, width * 32) : undefined
}

interface Web {
  served: Served
  /** The address of the log. */
  at: string
  /** What was posted to it. */
  sent: string[]
}

/** A log on the web while the tests of a file run. */
export function logOnTheWeb(first: Stored): Web {
  const web: Web = { served: { log: first }, at: '', sent: [] }
  const give = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST') {
      request.on('data', (piece) => web.sent.push(String(piece))).on('end', () => response.writeHead(200).end())
      return
    }
    const address = request.url!.replace(/^\/logboek\//, '')
    const bytes = answer(web.served, address)
    const given = bytes && web.served.change ? web.served.change(address, bytes) : bytes
    response.writeHead(given ? 200 : 404).end(given)
  }
  let server: Server
  beforeAll(async () => {
    server = createServer(give)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    web.at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/logboek`
  })
  afterAll(() => server.close())
  return web
}

export async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await main(args, { out: (text) => void (out += `${text}\n`), err: (text) => void (err += `${text}\n`) })
  return { code, out, err }
}
