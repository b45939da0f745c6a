/**
 * Pages that are the same for every visitor without an account are drawn once, and given again until anything at all changes in the
 * database or a new day begins (docs/decisions/remembered-pages.md). A page with a form is drawn each time: its tokens are the visitor's own.
 */
import { dayOf } from '@buurtmacht/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Store } from '../db/index.ts'
import { formFor, plainOf, pressed } from './press.ts'
import { languageCookie } from './visit.ts'

export interface Remembered {
  /** What a page is kept under; undefined when it may be the visitor's own or the database cannot tell that it changed. */
  placeOf(request: FastifyRequest): string | undefined
  give(place: string, request: FastifyRequest, reply: FastifyReply): Buffer | undefined
  /** Kept at the second asking. */
  keep(place: string, html: string): void
}

/** Bytes of all pages together, pressed: about a thousand pages. */
const most = 2 * 1024 * 1024

export function rememberPages(store: Store, clock: () => number): Remembered {
  /** As small as they get; somebody whose browser takes another form gets it made anew. */
  const pages = new Map<string, Buffer>()
  /** Asked for once: a page that nobody asks for again is not worth its place. */
  const asked = new Set<string>()
  let size = 0
  let until = ''
  const forgetAll = () => {
    pages.clear()
    asked.clear()
    size = 0
  }
  return {
    placeOf(request) {
      const version = store.version?.()
      if (version === undefined || Object.keys(request.cookies).some((name) => name !== languageCookie))
        return undefined
      const now = `${version} ${dayOf(clock())}`
      if (now !== until) forgetAll()
      until = now
      return `${now} ${request.cookies[languageCookie] ?? ''} ${request.url}`
    },
    give(place, request, reply) {
      const kept = pages.get(place)
      if (!kept) return undefined
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'accept-encoding')
      const form = formFor(request)
      if (form) reply.header('content-encoding', form)
      if (form === 'br') return kept
      const plain = plainOf('br', kept)
      return form ? pressed(form, plain) : plain
    },
    keep(place, html) {
      if (!asked.has(place)) {
        if (asked.size > 5_000) asked.clear()
        asked.add(place)
        return
      }
      // Something changed while it was drawn: it may be of two moments.
      if (!place.startsWith(`${until} `) || `${store.version?.()} ${dayOf(clock())}` !== until) return
      const page = pressed('br', Buffer.from(html))
      if (size + page.length > most) forgetAll()
      size += page.length
      pages.set(place, page)
    }
  }
}
