/** Everything the plumbing needs to know of the installation it serves. Put together in main.ts. */
import type { PersonId, Role } from '@buurtmacht/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Reader, Store } from '../db/index.ts'
import type { Post } from '../post/index.ts'
import type { Typed } from './fields.ts'
import type { Limit, Page, Shown, Visit } from './page.ts'
import type { Remembered } from './remembered.ts'

export interface SignedIn {
  person: PersonId
  name: string
  lang: string
  roles: readonly Role[]
  /** The secret this session's form tokens are made with. */
  csrf: string
}

export interface Site {
  store: Store
  secret: string
  post: Post
  /** Work that goes on after its answer was sent. */
  inHand: Set<Promise<void>>
  publicUrl: string
  /** Pages that every visitor is shown alike. */
  remembered: Remembered
  demo: boolean
  pages: readonly Page[]
  /** Milliseconds since 1970. */
  clock: () => number
  chance: (n: number) => Uint8Array
  /** Who holds this session cookie at this instant. */
  signedIn(read: Reader, cookie: string, at: string): Promise<SignedIn | undefined>
  /** The page around what is shown: name, menu, footer. */
  frame(visit: Visit, shown: Shown): VNode | Promise<VNode>
  overLimit(kind: Limit, request: FastifyRequest): Promise<boolean>
  words403(visit: Visit): Shown
  words404(visit: Visit): Shown
  words429(visit: Visit): Shown
  /** Signed out in the meantime: says so and keeps every word that was typed. */
  sayLost(visit: Visit, reply: FastifyReply, typed: Typed): Promise<unknown>
}
