/** How a page is opened and how its form is sent: one way for all pages. */
import type { Decision, Refusal } from '@buurtmacht/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderPage } from '../ui/index.ts'
import { drawPictures, readFields, type Typed } from './fields.ts'
import { answeredBefore, cameSecond, keepAnswer, type Once } from './once.ts'
import { readParts } from './parts.ts'
import type { Answer, Change, Cookie, Outcome, Page, Resting, Sent, Shown, Visit } from './page.ts'
import type { Site } from './site.ts'
import { cookieName, visitOf, type Asked } from './visit.ts'

class Undo extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export async function open(site: Site, page: Page, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const place = page.limit ? undefined : site.remembered.placeOf(request)
  const known = place && site.remembered.give(place, request, reply)
  if (known) return known
  const asked = await visitOf(site, request)
  if (page.limit && !page.submit && (await site.overLimit(page.limit, request)))
    return tooOften(site, asked.visit, reply)
  if (!(await page.who.allows(asked.visit))) return notAllowed(site, asked.visit, reply)
  const given = await shown(page, asked.visit)
  if (place === undefined || !isForAll(given)) return answer(site, asked.visit, reply, given)
  const drawn = renderPage(await site.frame(asked.visit, given))
  if (!asked.isPersonal()) site.remembered.keep(place, drawn)
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(drawn)
}

/** A page that is found, and that may lie anywhere. */
const isForAll = (given: Answer): given is Shown =>
  typeof given === 'object' && 'body' in given && !given.private && (given.status ?? 200) === 200

export async function send(site: Site, page: Page, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const asked = await visitOf(site, request)
  const { visit } = asked
  const allowed = await page.who.allows(visit)
  const body = ((await readParts(request, { files: allowed })) ?? {}) as Record<string, unknown>
  const { typed, given, refusals } = readFields(page.fields ?? {}, body)
  const seen = page.restsOn && typeof body['seen'] === 'string' ? body['seen'] : undefined
  const again = async (refused: Refusal[], status: number) => {
    const sent: Sent = { typed, refusals: refused, ...(seen === undefined ? {} : { seen }) }
    return answer(site, visit, reply, await shown(page, visit, sent), status)
  }
  if (!allowed) {
    return visit.by.person ? notAllowed(site, visit, reply) : site.sayLost(visit, reply, typed)
  }
  if (!asked.tokenFits(String(body['csrf'] ?? ''))) return again([{ code: 'form-too-old' }], 403)
  if (page.limit && (await site.overLimit(page.limit, request)))
    return again([{ code: page.limit === 'voices' ? 'too-many-voices' : 'too-many-tries' }], 429)
  if (refusals.length > 0) return again(refusals, 422)
  const notPictures = await drawPictures(page.fields, given)
  if (notPictures.length > 0) return again(notPictures, 422)
  const beforehand = await page.beforehand?.(visit, given as never)
  const done = await act(site, page, asked, {
    given: given as never,
    typed,
    beforehand,
    seen,
    key: String(body['once'] ?? '')
  })
  if (!done.ok) return again([done.refusal], done.refusal.code === 'not-allowed' ? 403 : 422)
  for (const cookie of done.value.cookies ?? []) setCookie(site, reply, cookie)
  if (done.value.after) afterwards(site, done.value.after, request)
  return reply.redirect(withNotice(done.value), 303)
}

/** The page with its form, which carries what it rests on now. */
async function shown(page: Page, visit: Visit, sent?: Sent): Promise<Answer> {
  const seen = await page.restsOn?.(visit)
  const formTokens = () => {
    const { csrf = '', ...rest } = visit.formTokens()
    return { csrf, ...(page.leavesNoTrace ? {} : rest), ...(seen === undefined ? {} : { seen }) }
  }
  return page.show({ ...visit, formTokens }, sent)
}

const restsOnTheSame = async (page: Page, visit: Resting, seen: string | undefined): Promise<boolean> =>
  seen === undefined || seen === ((await page.restsOn?.(visit)) ?? '')

/** A form as it came in. */
interface Came {
  given: never
  typed: Typed
  beforehand: unknown
  seen: string | undefined
  key: string
}

/**
 * The same form sent twice counts once. Whoever goes back, changes something and sends the same page again says something else:
 * that is heard too, so what was typed and which button was pressed (in the address) are part of the name it is kept under.
 */
function onceOf(site: Site, page: Page, visit: Visit, { typed, key }: Came): Once | undefined {
  if (!key || page.leavesNoTrace) return undefined
  const scope = `${page.path} ${visit.here} ${visit.by.person ?? ''} ${JSON.stringify(typed)}`
  return { secret: site.secret, scope, key, asked: '', at: visit.by.at }
}

/** The change, its place in `once`, and nothing at all when it is refused. */
async function act(site: Site, page: Page, asked: Asked, came: Came): Promise<Decision<Outcome>> {
  const { visit } = asked
  const change: Change = visit
  const once = onceOf(site, page, visit, came)
  try {
    return await site.store.change(async (tx) => {
      const before = once && (await answeredBefore(tx, once))
      if (before && 'answer' in before) return { ok: true, value: JSON.parse(before.answer) as Outcome }
      if (!(await restsOnTheSame(page, { ...visit, read: tx }, came.seen)))
        throw new Undo({ code: 'changed-meanwhile' })
      const decision = await page.submit!(tx, change, came.given, came.beforehand)
      if (!decision.ok && 'keep' in decision) return decision
      if (!decision.ok) throw new Undo(decision.refusal)
      const { goTo, notice, cookies } = decision.value
      if (once)
        await keepAnswer(
          tx,
          once,
          JSON.stringify({ goTo, ...(notice ? { notice } : {}), ...(cookies ? { cookies } : {}) })
        )
      return decision
    })
  } catch (error) {
    if (error instanceof Undo) {
      // Perhaps it is refused because this very form came a moment earlier and has had its effect already.
      const before = once && (await site.store.change((tx) => answeredBefore(tx, once)))
      if (before && 'answer' in before) return { ok: true, value: JSON.parse(before.answer) as Outcome }
      return { ok: false, refusal: error.refusal }
    }
    if (once && cameSecond(error)) return act(site, page, asked, came)
    throw error
  }
}

/** Begins once the answer is on its way, so that its length tells nothing; a stop waits for it. */
function afterwards(site: Site, work: NonNullable<Outcome['after']>, request: FastifyRequest): void {
  const job = new Promise<void>((begin) => setImmediate(begin))
    .then(() => work(site.store))
    .catch((error: unknown) => request.log.error(error))
    .finally(() => site.inHand.delete(job))
  site.inHand.add(job)
}

const withNotice = ({ goTo, notice }: Outcome): string => {
  if (!notice) return goTo
  const [path = '', anchor] = goTo.split('#')
  return `${path}${path.includes('?') ? '&' : '?'}gedaan=${notice}${anchor ? `#${anchor}` : ''}`
}

export function setCookie(site: Pick<Site, 'publicUrl'>, reply: FastifyReply, cookie: Cookie): void {
  reply.setCookie(cookieName(site, cookie.name), cookie.value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: site.publicUrl.startsWith('https:'),
    maxAge: cookie.value === '' ? 0 : (cookie.seconds ?? 31_536_000)
  })
}

export async function answer(
  site: Site,
  visit: Visit,
  reply: FastifyReply,
  given: Answer,
  status?: number
): Promise<unknown> {
  if (given === 'not-found') return answer(site, visit, reply, site.words404(visit))
  if ('goTo' in given) return reply.redirect(given.goTo, 303)
  if ('file' in given) {
    if (given.name) reply.header('content-disposition', `attachment; filename="${given.name.replace(/[^\w.-]/g, '-')}"`)
    if (given.private) reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex')
    else if (given.keptFor) reply.header('cache-control', `public, max-age=${given.keptFor}`)
    return reply.type(given.type).send(given.file)
  }
  reply.header('cache-control', given.private || visit.by.person ? 'no-store' : 'no-cache')
  if (given.private) reply.header('x-robots-tag', 'noindex')
  return html(reply, await site.frame(visit, given), status ?? given.status ?? 200)
}

const html = (reply: FastifyReply, page: VNode, status: number) =>
  reply.code(status).type('text/html; charset=utf-8').send(renderPage(page))

function notAllowed(site: Site, visit: Visit, reply: FastifyReply): Promise<unknown> {
  if (!visit.by.person)
    return answer(site, visit, reply, { goTo: `/aanmelden?terug=${encodeURIComponent(visit.here)}` })
  return answer(site, visit, reply, site.words403(visit))
}

function tooOften(site: Site, visit: Visit, reply: FastifyReply): Promise<unknown> {
  reply.header('retry-after', '900')
  return answer(site, visit, reply, site.words429(visit))
}

export type { Shown }
