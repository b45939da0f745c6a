/**
 * Answers go over the wire pressed together. All at once, not as a stream: a page is small, and building a stream for each cost
 * twenty times the pressing itself (docs/decisions/pressing.md).
 */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const forms = {
  br: (plain: Buffer) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (plain: Buffer) => gzipSync(plain, { level: 4 })
}
type Form = keyof typeof forms

/** Below this the headers weigh more than what is won. */
const least = 1024

/** The smallest form this browser takes; nothing when it takes none. */
export function formFor(request: FastifyRequest): Form | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return (['br', 'gzip'] as const).find((name) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?(,|$))`).test(accepted)
  )
}

const pressable = /^(text\/|application\/(json|problem\+json|xml)|image\/svg)/

export function pressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const fits = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (!fits || payload.length < least || reply.hasHeader('content-encoding')) return done(null, payload)
    if (!pressable.test(String(reply.getHeader('content-type') ?? ''))) return done(null, payload)
    reply.header('vary', 'accept-encoding')
    const form = formFor(request)
    if (!form) return done(null, payload)
    const pressed = forms[form](Buffer.isBuffer(payload) ? payload : Buffer.from(payload))
    reply.header('content-encoding', form).header('content-length', pressed.length)
    done(null, pressed)
  })
}
