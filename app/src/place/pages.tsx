import type { FastifyInstance } from 'fastify'
import { themeCss } from '../ui/index.ts'
import type { Page, Site } from '../web/index.ts'
import { editPages } from './edit/pages.tsx'
import { markFile } from './marks.ts'
import { picturePages } from './picture/pages.tsx'
import { neighbourhood } from './queries.ts'
import { setUpPages } from './set-up/pages.tsx'

const usualColour = '#0b5d57'

/** The colour of this place, as its own small stylesheet, and its mark. */
export function colourSheet(app: FastifyInstance, site: Site): void {
  app.get('/kleur.css', async (_request, reply) => {
    const place = await neighbourhood(site.store.read)
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(themeCss({ colour: place?.colour ?? usualColour }))
  })
  app.get('/teken.svg', async (_request, reply) => {
    const place = await neighbourhood(site.store.read)
    return reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=300')
      .send(markFile(place?.mark ?? 'heart', place?.colour ?? usualColour))
  })
}

export const placePages: readonly Page[] = [...setUpPages, ...editPages, ...picturePages]
