/**
 * The JSON API beside the pages, under `/api`: the same rules, refusals and limits. It knows no accounts and sets no cookies, so every
 * website may read it (CORS); changes come as JSON only, which no form of another website can send.
 */
import fastifySwagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { onOtherMethod, type Site } from '../web/index.ts'
import { problemList } from './answers.ts'
import { followRoute } from './follow.ts'
import { listPaths, listRoutes } from './lists.ts'
import { shapes } from './schemas.ts'
import { voiceRoutes } from './voices.ts'

export async function api(whole: FastifyInstance, site: Site): Promise<void> {
  await whole.register(async (app) => {
    app.removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain'])
    // We refuse in our own words (voices.ts); the schemas are for readers and for cutting the answers.
    app.setValidatorCompiler(() => () => true)
    app.addHook('onRequest', async (request, reply) => {
      if (request.method === 'GET') reply.header('access-control-allow-origin', '*')
      reply.header('cache-control', 'no-cache')
    })
    for (const shape of shapes) app.addSchema(shape)
    await app.register(fastifySwagger, {
      openapi: document(site),
      refResolver: { buildLocalReference: (json) => String(json['$id']) }
    })
    listRoutes(app, site)
    voiceRoutes(app, site)
    followRoute(app, site)
    problemList(app)
    otherMethods(app, site)
    let text: string | undefined
    app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send((text ??= JSON.stringify(app.swagger())))
    )
  })
}

/** An address that exists says which methods it knows. */
function otherMethods(app: FastifyInstance, site: Site): void {
  const others = ['PUT', 'PATCH', 'DELETE']
  const hidden = { schema: { hide: true } }
  app.route({ url: '/api/v1/voices', method: ['GET', ...others], ...hidden, handler: onOtherMethod(site, 'POST') })
  for (const url of [...listPaths, '/api/v1/follow/:code', '/api/openapi.json'])
    app.route({ url, method: ['POST', ...others], ...hidden, handler: onOtherMethod(site, 'GET, HEAD') })
}

const document = (site: Site) => ({
  openapi: '3.1.0' as const,
  info: {
    title: 'Buurtmacht',
    version: '1',
    description:
      'The neighbourhood’s own record: what residents said, what was promised, and what came of it. Ids are opaque texts. Days are YYYY-MM-DD in Europe/Amsterdam, instants ISO 8601 in UTC. What is not known is left out.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
  },
  servers: [{ url: site.publicUrl }]
})
