/** Says ok only when the database answers. */
import type { FastifyInstance } from 'fastify'
import type { Site } from './web/index.ts'

export function health(app: FastifyInstance, site: Site): void {
  app.get('/healthz', async (_request, reply) => {
    const answers = await site.store.answers()
    return reply
      .code(answers ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: answers })
  })
}
