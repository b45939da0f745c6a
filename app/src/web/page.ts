/**
 * A page is a value: where it is, who may open it, what it asks, what it shows, what it does.
 * The server registers it, `buurtmacht routes` prints it, and tests walk all of them with every role.
 */
import type { Decision, Refusal } from '@buurtmacht/domain'
import type { ComponentChildren } from 'preact'
import type { Reader, Store, Tx } from '../db/index.ts'
import type { Post } from '../post/index.ts'
import type { Words } from '../words/index.ts'
import type { By } from './by.ts'
import type { Fields, Given, Typed } from './fields.ts'

export interface Visit {
  read: Reader
  by: By
  /** The visitor's name when signed in. */
  name?: string
  t: Words
  /** Path with query, as asked: for the way back after signing in or choosing a language. */
  here: string
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  cookies: Readonly<Record<string, string | undefined>>
  /** The network address, for limits. */
  address: string
  publicUrl: string
  demo: boolean
  /** What each form on this page must carry: proof that it came from here, and that it counts once. */
  formTokens(): Record<string, string>
  /** Keyed hash with this installation's secret: for codes that must not be guessed from a stolen database. */
  keyed(purpose: string, text: string): string
  /** Words that only this installation can read back: for what is shown once, after a redirect, in this browser alone. */
  sealed(purpose: string, text: string): string
  unsealed(purpose: string, sealed: string | undefined): string | undefined
  /** Letters by e-mail. Send them in an outcome's `after`, once the change is stored. */
  post: Post
}

/** Who may open a page, as a sentence and a question. */
export interface Who {
  says: string
  allows(visit: Visit): boolean | Promise<boolean>
}

export interface Shown {
  title: string
  body: ComponentChildren
  status?: number
  /** Denser pages for helpers and officials. */
  wide?: boolean
  /** Has a button that reads it aloud: brings the small script for it. */
  readAloud?: boolean
  /** Not for search engines or caches of others. */
  private?: boolean
}

/** Another answer than a page: a file, or being sent elsewhere. */
export type Answer = Shown | { goTo: string } | File | 'not-found'

export interface File {
  file: string | Uint8Array
  type: string
  /** To be saved under this name instead of shown. */
  name?: string
  private?: boolean
  /** Seconds that browsers and proxies may keep it. */
  keptFor?: number
}

/** A form as it was sent and refused, to show again with everything still in it. */
export interface Sent {
  typed: Typed
  refusals: Refusal[]
  /** What the form rested on when it was opened (`restsOn`). */
  seen?: string
}

export interface Cookie {
  name: string
  /** Empty takes the cookie away. */
  value: string
  seconds?: number
}

/** Where to go after a change. `notice` is a key under `done.` shown there. */
export interface Outcome {
  goTo: string
  notice?: string
  cookies?: Cookie[]
  /** Work that may only begin once the change is stored, such as sending a mail. */
  after?: (store: Store) => Promise<void>
}

/** Refused, but what was written stays written: a counted wrong try. Every other refusal leaves no trace. */
export type RefusedAndKept = { ok: false; refusal: Refusal; keep: true }

/** What `submit` gets beside the fields. */
export type Change = Omit<Visit, 'read' | 'formTokens'>

export type Resting = Pick<Visit, 'read' | 'params' | 'query' | 'by'>

export type Limit = 'voices' | 'tries' | 'ballots'

export interface Page<F extends Fields = Fields, B = unknown> {
  path: string
  who: Who
  fields?: F
  /**
   * What this form rests on, as it stands now: a version, or a hash of what is shown. It travels with the form; when it is another by the
   * time the form comes in, somebody else was first and the change is refused (`changed-meanwhile`), with everything typed still there.
   */
  restsOn?(visit: Resting): Promise<string | undefined>
  /** Counts against the limits per network address. */
  limit?: Limit
  /** Sending this form leaves no trace of its moment: nothing is kept in `once`. The action itself must have one effect however often it is sent. */
  leavesNoTrace?: true
  show(visit: Visit, sent?: Sent): Promise<Answer>
  /** Slow work (a slow hash) before the change begins: nobody waits for it. What it read must be asked again in `submit`. */
  beforehand?(visit: Visit, given: Given<F>): Promise<B>
  submit?(tx: Tx, change: Change, given: Given<F>, beforehand: B): Promise<Decision<Outcome> | RefusedAndKept>
}

/** Fixes the types of one page's fields, then lets it stand in the list of all pages. */
export function page<const F extends Fields, B>(value: Page<F, B>): Page {
  return value as unknown as Page
}
