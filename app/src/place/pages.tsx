import type { FastifyInstance } from 'fastify'
import { themeCss } from '../ui/index.ts'
import type { Page, Site } from '../web/index.ts'
import { neighbourhood } from './queries.ts'

/** The colour of this place, as its own small stylesheet. */
export function colourSheet(app: FastifyInstance, site: Site): void {
  app.get('/kleur.css', async (_request, reply) => {
    const place = await neighbourhood(site.store.read)
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(themeCss({ colour: place?.colour ?? '#0b5d57' }))
  })
}

export const placePages: readonly Page[] = []
