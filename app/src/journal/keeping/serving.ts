/** The record as programs read it: C2SP tlog-tiles under /logboek, in the very bytes that were hashed. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { addCosignatures, bundle, readTilePath, TILE, tileWidth, type TileName } from 'public-log'
import type { Reader } from '../../db/index.ts'
import { apiProblem, wordsFor, type Site } from '../../web/index.ts'
import { checkpointOf, cosignaturesOf, entriesPlaced, newestCheckpoint } from './queries.ts'
import { leafBytes, tilesIn } from './tree.ts'

const forGood = 'public, max-age=31536000, immutable'

export function serveLog(app: FastifyInstance, site: Site): void {
  const { read } = site.store
  app.get('/logboek/checkpoint', async (request, reply) => {
    const last = await newestCheckpoint(read)
    return last
      ? plain(reply, await cosigned(read, last), 'no-cache')
      : missing(reply, wordsFor(request)('journal.no-checkpoint'))
  })
  app.get<{ Params: { size: string } }>('/logboek/checkpoint/:size', async (request, reply) => {
    const size = /^[1-9]\d{0,9}$/.test(request.params.size) ? Number(request.params.size) : 0
    const found = await checkpointOf(read, size)
    return found
      ? plain(reply, await cosigned(read, found), 'public, max-age=60')
      : missing(reply, wordsFor(request)('journal.no-such-checkpoint'))
  })
  app.get<{ Params: { '*': string } }>('/logboek/tile/*', async (request, reply) => {
    const asked = readTilePath(`tile/${request.params['*']}`)
    const found = asked && (await tile(read, asked))
    if (!asked || !found) return missing(reply, wordsFor(request)('journal.no-such-tile'))
    return open(reply)
      .type('application/octet-stream')
      .header('cache-control', asked.width === TILE ? forGood : 'public, max-age=600')
      .send(Buffer.from(found))
  })
}

/** Anybody's program and page may read it, from wherever. */
const open = (reply: FastifyReply) =>
  reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')

const plain = (reply: FastifyReply, text: string, kept: string) =>
  open(reply).type('text/plain; charset=utf-8').header('cache-control', kept).send(text)

const missing = (reply: FastifyReply, title: string) =>
  apiProblem(open(reply), { status: 404, code: 'not-found', title })

/** The checkpoint with the lines of witnesses under it. */
const cosigned = async (read: Reader, { size, note }: { size: number; note: string }): Promise<string> =>
  addCosignatures(
    note,
    (await cosignaturesOf(read, Number(size))).map((line) => `${line}\n`)
  )

/** Nothing beyond the newest checkpoint is shown. */
async function tile(read: Reader, { level, index, width }: TileName): Promise<Uint8Array | undefined> {
  const size = Number((await newestCheckpoint(read))?.size ?? 0)
  if (width > tileWidth(level === 'entries' ? 0 : level, index, size)) return undefined
  if (level !== 'entries') return tilesIn(read)(level, index, width)
  const rows = await entriesPlaced(read, index * TILE, index * TILE + width)
  return rows.length === width ? bundle(rows.map(leafBytes)) : undefined
}
