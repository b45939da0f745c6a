/** Choosing a language by a link, and remembering it for a year. */
import type { FastifyInstance } from 'fastify'
import { languageCookie, ownPath, setCookie, type Site } from '../web/index.ts'
import { languages } from '../words/index.ts'

export function languageLink(app: FastifyInstance, site: Site): void {
  app.get<{ Params: { lang: string }; Querystring: { terug?: string } }>('/taal/:lang', async (request, reply) => {
    if (languages.includes(request.params.lang))
      setCookie(site, reply, { name: languageCookie, value: request.params.lang })
    return reply.redirect(ownPath(request.query.terug), 303)
  })
}
