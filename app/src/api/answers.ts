/** How the API says no: the same refusals as on the pages. */
import { refusalCodes, type Refusal } from '@buurtmacht/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { apiProblem, troubles, wordsFor, type By, type Site } from '../web/index.ts'
import { dayOf } from '@buurtmacht/domain'
import { allMessages, languages, wordsIn } from '../words/index.ts'

/** The API knows no accounts: everything through it is done by somebody without one. */
export function anyone(site: Site): By {
  const now = site.clock()
  return { roles: [], at: new Date(now).toISOString(), today: dayOf(now), chance: site.chance }
}

const statusOf = (code: Refusal['code']): number =>
  code === 'not-found' || code === 'code-wrong' || code === 'voice-erased'
    ? 404
    : code === 'not-allowed'
      ? 403
      : code === 'too-many-tries' || code === 'too-many-voices'
        ? 429
        : code === 'idempotency-key-wrong'
          ? 400
          : 422

export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { code, field, facts } = refusal
  const status = statusOf(code)
  if (status === 429) reply.header('retry-after', code === 'too-many-voices' ? '3600' : '900')
  return apiProblem(reply, { status, code, title: wordsFor(request).find(`refusal.${code}`, facts) ?? code, field })
}

/** Every code there is, with its words in every language: what `type` of a problem points at. */
export function problemList(app: FastifyInstance): void {
  const codes = [
    ...refusalCodes.map((code) => [code, `refusal.${code}`] as const),
    ...troubles.map((trouble) => [`trouble-${trouble}`, `trouble.${trouble}`] as const)
  ]
  const items = codes.map(([code, key]) => ({
    code,
    words: Object.fromEntries(
      languages.map((lang) => [lang, allMessages(lang)[key] ?? wordsIn('nl').find(key) ?? code])
    )
  }))
  app.get('/api/problems', { schema: { hide: true } }, async () => ({ items }))
}
