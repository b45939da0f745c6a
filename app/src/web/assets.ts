/** The few files a page needs, held in memory: a stylesheet and an icon. Their address carries their content's hash, so they are kept for a year. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { sha256 } from '../db/index.ts'
import { formFor } from './press.ts'

export interface Asset {
  path: string
  type: string
  content: string
}

/** The address to put in a page. */
export const addressOf = (asset: Asset): string => `${asset.path}?v=${sha256(asset.content).slice(0, 12)}`

export function serveAssets(app: FastifyInstance, assets: Asset[]): void {
  for (const asset of assets) {
    const plain = Buffer.from(asset.content)
    // Pressed once, as small as it gets, instead of at every visit.
    const forms = { br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }) }
    app.get(asset.path, (request, reply) => {
      reply
        .type(asset.type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'accept-encoding')
      const form = formFor(request)
      return form && forms[form].length < plain.length
        ? reply.header('content-encoding', form).send(forms[form])
        : reply.send(plain)
    })
  }
}
