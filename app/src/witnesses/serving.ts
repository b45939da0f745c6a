/** Where a witness's program sends the checkpoint it cosigned (`public-log cosign … --send`). */
import type { FastifyInstance } from 'fastify'
import { apiProblem, wordsFor, type Site } from '../web/index.ts'
import { takeCosignature } from './actions.ts'

export function takeCosignatures(app: FastifyInstance, site: Site): void {
  app.post<{ Body: unknown }>('/logboek/medeondertekening', { bodyLimit: 20_000 }, async (request, reply) => {
    const words = wordsFor(request)
    const problem = (status: number, code: string) =>
      apiProblem(reply, { status, code, title: words.find(`refusal.${code}`) ?? code })
    if (await site.overLimit('tries', request)) return problem(429, 'too-many-tries')
    if (typeof request.body !== 'string') return problem(415, 'cosignature-broken')
    const { body } = request
    const at = new Date(site.clock()).toISOString()
    const taken = await site.store.change((tx) => takeCosignature(tx, { at }, body))
    return taken.ok ? reply.code(204).send() : problem(422, taken.refusal.code)
  })
}
