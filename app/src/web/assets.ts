/** The few files a page needs, held in memory: a stylesheet and an icon. Their address carries their content's hash, so they are kept for a year. */
import type { FastifyInstance } from 'fastify'
import { sha256 } from '../db/index.ts'

export interface Asset {
  path: string
  type: string
  content: string
}

/** The address to put in a page. */
export const addressOf = (asset: Asset): string => `${asset.path}?v=${sha256(asset.content).slice(0, 12)}`

export function serveAssets(app: FastifyInstance, assets: Asset[]): void {
  for (const asset of assets) {
    app.get(asset.path, (_request, reply) =>
      reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable').send(asset.content)
    )
  }
}
