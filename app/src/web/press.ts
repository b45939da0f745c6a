/**
 * Answers go over the wire pressed together. All at once, not as a stream: a page is small, and building a stream for each cost
 * twenty times the pressing itself (docs/decisions/pressing.md).
 */
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** For a page that is given to many: small matters more than quick, in a window that holds a page and not the usual four megabytes. */
const small = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 17 }

const forms = {
  br: (plain: Buffer) =>
    brotliCompressSync(plain, { params: { ...small, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  /** For a page that is drawn for one: as cheap as it gets without the page growing. */
  gzip: (plain: Buffer) => gzipSync(plain, { level: 3, memLevel: 6, windowBits: 14 })
}
export type Form = keyof typeof forms
const bySize: readonly Form[] = ['br', 'gzip']
const bySpeed: readonly Form[] = ['gzip', 'br']

export const pressed = (form: Form, plain: Buffer): Buffer => forms[form](plain)

const back = { br: brotliDecompressSync, gzip: gunzipSync }
/** What was pressed, as it was before. */
export const plainOf = (form: Form, small: Buffer): Buffer => back[form](small)

const takes: Record<Form, RegExp> = {
  br: /\bbr\b(?!\s*;\s*q=0(\.0*)?(,|$))/,
  gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?(,|$))/
}

/** Below this the headers weigh more than what is won. */
const least = 1024

/** The smallest form this browser takes, or with `bySpeed` the quickest; nothing when it takes none. */
export function formFor(request: FastifyRequest, order = bySize): Form | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return order.find((name) => takes[name].test(accepted))
}

const pressable = /^(text\/|application\/(json|problem\+json|xml)|image\/svg)/

export function pressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const fits = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (!fits || payload.length < least || reply.hasHeader('content-encoding')) return done(null, payload)
    if (!pressable.test(String(reply.getHeader('content-type') ?? ''))) return done(null, payload)
    reply.header('vary', 'accept-encoding')
    const form = formFor(request, bySpeed)
    if (!form) return done(null, payload)
    const body = pressed(form, Buffer.isBuffer(payload) ? payload : Buffer.from(payload))
    reply.header('content-encoding', form).header('content-length', body.length)
    done(null, body)
  })
}
