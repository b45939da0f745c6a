/** An empty platform has one page: the one that sets it up, for whoever holds the code that stands in the terminal. */
import type { FastifyInstance } from 'fastify'
import { followCode, readFollowCode, showFollowCode } from '@buurtmacht/domain'
import type { Reader } from '../../db/index.ts'
import { same, type Site, type Visit } from '../../web/index.ts'
import { neighbourhood } from '../queries.ts'

export const setUpPath = '/opzetten'

/** Made of this installation's secret, so that every process of one installation knows the same code. Worth nothing afterwards. */
export const setUpCode = (keyed: Visit['keyed']): string => followCode(Buffer.from(keyed('set-up-code', ''), 'hex'))

export function isSetUpCode(keyed: Visit['keyed'], typed: string): boolean {
  const code = readFollowCode(typed)
  return code !== undefined && same(code, setUpCode(keyed))
}

/** The code to print at start, as people read it; nothing once there is a neighbourhood. */
export const codeToPrint = async (read: Reader, keyed: Visit['keyed']): Promise<string | undefined> =>
  (await neighbourhood(read)) ? undefined : showFollowCode(setUpCode(keyed) as Parameters<typeof showFollowCode>[0])

/** Sends every page to the set-up until there is a neighbourhood. A neighbourhood never goes away again. */
export function setUpFirst(app: FastifyInstance, site: Site): void {
  const paths = new Set(site.pages.map((page) => page.path))
  let done = false
  app.addHook('onRequest', async (request, reply) => {
    const path = request.routeOptions.url
    if (done || path === undefined || path === setUpPath || !paths.has(path)) return
    done = (await neighbourhood(site.store.read)) !== undefined
    if (!done) return reply.redirect(setUpPath, 303)
  })
}
