/** Puts the installation together: store, tables, pages, server. Used by main.ts, the demo, the tests and the benches alike. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { migrations } from '../migrations/index.ts'
import { migrate, type Store } from './db/index.ts'
import { dayOf } from '@buurtmacht/domain'
import {
  findJournalKey,
  keeperOf,
  originOf,
  serveLog,
  stoppedLetter,
  type Keeper,
  type Wrong
} from './journal/index.ts'
import { adminsToWrite, signedIn } from './people/index.ts'
import { pages } from './pages.ts'
import { codeToPrint, colourSheet, frame, languageLink, setUpFirst, type FrameParts } from './place/index.ts'
import { api } from './api/index.ts'
import { health } from './health.ts'
import { openPost, type Post } from './post/index.ts'
import type { Settings } from './settings.ts'
import {
  addressOf,
  answer,
  buildServer,
  findSecret,
  keyed,
  sayLost,
  shownFor,
  type Asset,
  type Page,
  type Site
} from './web/index.ts'
import { takeCosignatures } from './witnesses/index.ts'
import { wordsIn } from './words/index.ts'

export interface Extra {
  demo?: boolean
  demoPeople?: FrameParts['demoPeople']
  /** Pages that only the demo has. */
  morePages?: readonly Page[]
  stylesheet?: string
  /** The script that reads aloud. */
  readAloud?: string
  clock?: () => number
  chance?: (n: number) => Uint8Array
  log?: boolean
  /** Tests only: pages open although there is no neighbourhood yet. */
  withoutSetUp?: boolean
  /** Where sentences for the operator go; the terminal. */
  tell?: (line: string) => void
}

export interface Installation {
  app: FastifyInstance
  site: Site
  store: Store
  /** Gives the record's entries their place. Only a server that really runs lets it begin by itself. */
  keeper: Keeper
  /** To print at start; nothing once there is a neighbourhood. */
  setUpCode(): Promise<string | undefined>
  close(): Promise<void>
}

export async function assemble(store: Store, settings: Settings, extra: Extra = {}): Promise<Installation> {
  await migrate(store, migrations)
  const assets: Asset[] = [
    { path: '/ui.css', type: 'text/css; charset=utf-8', content: extra.stylesheet ?? '' },
    { path: '/icoon.svg', type: 'image/svg+xml', content: icon },
    { path: '/lees-voor.js', type: 'text/javascript; charset=utf-8', content: extra.readAloud ?? '' },
    {
      path: '/robots.txt',
      type: 'text/plain; charset=utf-8',
      content: 'User-agent: *\nDisallow: /volg/\nDisallow: /inbreng/\nDisallow: /*?\n'
    }
  ]
  const [sheet, mark, aloud] = assets as [Asset, Asset, Asset]
  const parts: FrameParts = {
    stylesheet: addressOf(sheet),
    icon: addressOf(mark),
    readAloud: addressOf(aloud),
    ...(extra.demoPeople ? { demoPeople: extra.demoPeople } : {})
  }
  const post = openPost({
    url: settings.MAIL_URL,
    from: settings.MAIL_FROM,
    dir: join(settings.DATA_DIR, 'mail'),
    tell: extra.tell ?? (() => undefined)
  })
  const { app, site } = await buildServer(
    {
      store,
      secret: findSecret(settings.SECRET, settings.DATA_DIR),
      post,
      publicUrl: settings.PUBLIC_URL,
      demo: extra.demo ?? false,
      pages: [...pages, ...(extra.morePages ?? [])],
      clock: extra.clock ?? Date.now,
      chance: extra.chance ?? randomBytes,
      signedIn,
      frame: (visit, shown) => frame(parts, visit, shown),
      words403: ({ t }) => ({ ...shownFor(t, 'not-yours'), status: 403 }),
      words404: ({ t }) => ({ ...shownFor(t, 'unknown'), status: 404 }),
      words429: ({ t }) => ({ ...shownFor(t, 'too-often'), status: 429 }),
      sayLost: (visit, reply, typed) => answer(site, visit, reply, sayLost(visit, typed), 401)
    },
    {
      trustedProxies: settings.TRUSTED_PROXIES.split(',')
        .map((one) => one.trim())
        .filter(Boolean),
      voicesPerHour: Number(settings.VOICES_PER_HOUR),
      triesPerQuarter: Number(settings.TRIES_PER_QUARTER),
      ballotsPerQuarter: Number(settings.BALLOTS_PER_QUARTER),
      assets,
      log: extra.log ?? false,
      also: async (server, whole) => {
        if (!extra.withoutSetUp) setUpFirst(server, whole)
        colourSheet(server, whole)
        languageLink(server, whole)
        health(server, whole)
        serveLog(server, whole)
        takeCosignatures(server, whole)
        await api(server, whole)
      }
    }
  )
  const clock = extra.clock ?? Date.now
  const keeper = keeperOf({
    store,
    seed: findJournalKey(settings.JOURNAL_KEY, settings.DATA_DIR),
    origin: originOf(settings.PUBLIC_URL),
    clock,
    stopped: (wrong) => writeToAdmins(store, post, { wrong, now: clock(), publicUrl: settings.PUBLIC_URL })
  })
  return {
    app,
    site,
    store,
    keeper,
    setUpCode: () => codeToPrint(store.read, (purpose, text) => keyed(site.secret, purpose, text)),
    async close() {
      await keeper.end()
      await app.close()
      await Promise.all(site.inHand)
      post.close()
      await store.close()
    }
  }
}

/** A letter that cannot be sent keeps nobody else from getting theirs. */
async function writeToAdmins(
  store: Store,
  post: Post,
  { wrong, now, publicUrl }: { wrong: Wrong; now: number; publicUrl: string }
): Promise<void> {
  for (const { email, lang } of await adminsToWrite(store.read, dayOf(now)))
    await post
      .send({ to: email!, ...stoppedLetter(wordsIn(lang), wrong, publicUrl) })
      .catch((error: unknown) => console.error(error))
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><circle cx="17" cy="17" r="16" fill="#0b5d57"/><path d="M17 26C9 20 7.500 15.500 9.500 12.500c2-3 6-2 7.500 1 1.500-3 5.500-4 7.500-1 2 3 .5 7.500-7.500 13.500z" fill="#f2b134"/></svg>'
