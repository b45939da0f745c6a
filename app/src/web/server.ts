/** The web server: plugins, headers, limits, all pages, and a plain answer to everything that goes wrong. */
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { onError, onOtherMethod, onUnknown } from './errors.tsx'
import { rememberPages } from './remembered.ts'
import { takesFiles } from './fields.ts'
import type { Page } from './page.ts'
import { protect } from './headers.ts'
import { open, send } from './pipeline.tsx'
import { networkOf } from './network.ts'
import { pressAnswers } from './press.ts'
import type { Site } from './site.ts'
import { serveAssets, type Asset } from './assets.ts'

export interface ServerSettings {
  /** Addresses whose X-Forwarded-For is believed; nobody's when empty. */
  trustedProxies: string[]
  voicesPerHour: number
  triesPerQuarter: number
  ballotsPerQuarter: number
  assets: Asset[]
  log: boolean
  /** Other routes than pages (the API, health). */
  also?: (app: FastifyInstance, site: Site) => void | Promise<void>
}

/** A form of a megabyte holds every text we accept even when each letter takes twelve bytes on the wire. */
const largestBody = 1_048_576

export async function buildServer(
  site: Omit<Site, 'overLimit' | 'inHand' | 'remembered'>,
  settings: ServerSettings
): Promise<{ app: FastifyInstance; site: Site }> {
  const app = Fastify({
    logger: settings.log ? { level: 'warn' } : false,
    bodyLimit: largestBody,
    requestTimeout: 30_000,
    // Node looks only every half minute whether somebody has stopped sending.
    http: { connectionsCheckingInterval: 5_000 },
    connectionTimeout: 60_000,
    trustProxy: settings.trustedProxies.length > 0 ? settings.trustedProxies : false,
    rewriteUrl: (request) => readable(request.url ?? '/'),
    routerOptions: { maxParamLength: longestName, ignoreTrailingSlash: true }
  })
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody, { bodyLimit: largestBody })
  pressAnswers(app)
  protect(app, site.publicUrl.startsWith('https:'))
  await app.register(fastifyRateLimit, { global: false })
  const whole: Site = {
    ...site,
    overLimit: limits(app, settings),
    inHand: new Set(),
    remembered: rememberPages(site.store, site.clock)
  }
  app.addHook('onRequest', sameOrigin(whole))
  // Before the routes: parts registered in a scope of their own take over what stands here at that moment.
  app.setErrorHandler(onError(whole))
  app.setNotFoundHandler(onUnknown(whole))
  serveAssets(app, settings.assets)
  const withFiles = (page: Page): boolean => page.submit !== undefined && takesFiles(page.fields)
  registerPages(app, whole, (page) => !withFiles(page))
  // Only these forms may carry files: everywhere else such a body is refused unread.
  await app.register(async (scope) => {
    await scope.register(fastifyMultipart, { throwFileSizeLimit: false })
    registerPages(scope, whole, withFiles)
  })
  await settings.also?.(app, whole)
  return { app, site: whole }
}

const longestName = 200

/** An address that cannot be decoded (`/%zz`) or is endless is an unknown page like any other: same words, same headers. */
function readable(url: string): string {
  if (url.length <= longestName && !url.includes('%')) return url
  const path = url.split('?')[0] ?? '/'
  const unknown = path.startsWith('/api/') ? '/api/-' : '/-'
  if (path.split('/').some((part) => part.length > longestName)) return unknown
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return unknown
  }
}

function limits(app: FastifyInstance, settings: ServerSettings): Site['overLimit'] {
  const of = (max: number, timeWindow: number) =>
    app.createRateLimit({ max, timeWindow, keyGenerator: (request) => networkOf(request.ip) })
  const limit = {
    voices: of(settings.voicesPerHour, 3_600_000),
    tries: of(settings.triesPerQuarter, 900_000),
    ballots: of(settings.ballotsPerQuarter, 900_000)
  }
  return async (kind, request) => {
    const now = await limit[kind](request)
    return !now.isAllowed && now.isExceeded
  }
}

/** A form sent from another site is refused whatever it carries. Browsers say where a form came from; programs that do not, pass. */
function sameOrigin(site: Site) {
  const own = new URL(site.publicUrl).host
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.url.startsWith('/api/')) return done()
    const from = request.headers.origin
    const fits =
      from === undefined || from === 'null'
        ? request.headers['sec-fetch-site'] !== 'cross-site'
        : hostOf(from) === own || hostOf(from) === request.headers.host
    done(fits ? undefined : Object.assign(new Error('sent from another site'), { statusCode: 403 }))
  }
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

function registerPages(app: FastifyInstance, site: Site, which: (page: Page) => boolean): void {
  for (const page of site.pages.filter(which)) {
    app.get(page.path, (request, reply) => open(site, page, request, reply))
    if (page.submit) app.post(page.path, (request, reply) => send(site, page, request, reply))
    const others = page.submit ? ['PUT', 'PATCH', 'DELETE'] : ['POST', 'PUT', 'PATCH', 'DELETE']
    app.route({
      method: others,
      url: page.path,
      handler: onOtherMethod(site, page.submit ? 'GET, HEAD, POST' : 'GET, HEAD')
    })
  }
}
