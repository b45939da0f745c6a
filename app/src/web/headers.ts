/**
 * The headers that protect people, on every answer there is: nothing of others' in a page, nothing of a page in others'.
 * They never differ, so they are written down once instead of composed at each request (docs/decisions/headers.md).
 */
import type { FastifyInstance } from 'fastify'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join(';')

const always = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'SAMEORIGIN'
}

/** @param https the installation is reached over HTTPS, and browsers must never try without it again. */
export function protect(app: FastifyInstance, https: boolean): void {
  const headers = https
    ? { ...always, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : { ...always }
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}
