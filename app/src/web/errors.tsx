/** What people see when something goes wrong: what happened and what to do, in their language, never a stack trace. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { ErrorPage, LinkButton, Page, renderPage } from '../ui/index.ts'
import { wordsIn, type Words } from '../words/index.ts'
import { apiProblem, wordsFor } from './problem.ts'
import { answer } from './pipeline.tsx'
import type { Site } from './site.ts'
import { visitOf } from './visit.ts'

type Trouble =
  | 'unknown'
  | 'not-yours'
  | 'method'
  | 'too-large'
  | 'malformed'
  | 'other-site'
  | 'too-often'
  | 'disk-full'
  | 'database-gone'
  | 'unexpected'

export const troubles: readonly Trouble[] = [
  'unknown',
  'not-yours',
  'method',
  'too-large',
  'malformed',
  'other-site',
  'too-often',
  'disk-full',
  'database-gone',
  'unexpected'
]

const statusOf: Record<Trouble, number> = {
  unknown: 404,
  'not-yours': 403,
  method: 405,
  'too-large': 413,
  malformed: 400,
  'other-site': 403,
  'too-often': 429,
  'disk-full': 507,
  'database-gone': 503,
  unexpected: 500
}

const gone = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300'
])

export function troubleOf(error: { statusCode?: number; code?: string; errcode?: number; message?: string }): Trouble {
  const said = error.message ?? ''
  if (error.errcode === 13 || error.code === '53100' || /database or disk is full|ENOSPC/i.test(said))
    return 'disk-full'
  if (error.errcode === 10 || /disk I\/O error/i.test(said)) return 'disk-full'
  if (
    gone.has(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable/i.test(said)
  )
    return 'database-gone'
  if (error.statusCode === 413) return 'too-large'
  if (error.statusCode === 403) return 'other-site'
  if (error.statusCode === 429) return 'too-often'
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return 'malformed'
  return 'unexpected'
}

export function onError(site: Site) {
  return async (error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const trouble = troubleOf(error)
    if (statusOf[trouble] >= 500) request.log.error(error)
    return say(site, trouble, request, reply)
  }
}

export function onUnknown(site: Site) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => say(site, 'unknown', request, reply)
}

/** The address exists, but not for this method. */
export function onOtherMethod(site: Site, allowed: string) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    reply.header('allow', allowed)
    return say(site, 'method', request, reply)
  }
}

async function say(site: Site, trouble: Trouble, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const status = statusOf[trouble]
  if (status === 503) reply.header('retry-after', '10')
  if (request.url.startsWith('/api/')) {
    const t = wordsFor(request)
    const code = `trouble-${trouble}`
    return apiProblem(reply, { status, code, title: t(`trouble.${trouble}`), detail: t(`trouble.${trouble}.what`) })
  }
  if (status < 500) {
    const { visit } = await visitOf(site, request)
    return answer(site, visit, reply, shownFor(visit.t, trouble), status)
  }
  // Without a database there is no name, no menu, no account: a page that needs nothing.
  const t = wordsIn(request.cookies?.['taal'] ?? 'nl')
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(bare(t, shownFor(t, trouble))))
}

export const shownFor = (t: Words, trouble: Trouble) => ({
  title: t(`trouble.${trouble}`),
  body: (
    <ErrorPage
      title={t(`trouble.${trouble}`)}
      what={t(`trouble.${trouble}.what`)}
      doTitle={t('trouble.do')}
      todo={t(`trouble.${trouble}.todo`).split('\n')}
      actions={<LinkButton href="/">{t('trouble.home')}</LinkButton>}
    />
  ),
  private: true
})

const bare = (t: Words, shown: { title: string; body: ComponentChildren }) => (
  <Page
    lang={t.lang}
    dir={t.dir}
    title={shown.title}
    siteName="Buurtmacht"
    stylesheets={['/ui.css', '/kleur.css']}
    words={{ skip: t('frame.skip'), nav: t('frame.nav'), languages: t('frame.languages') }}
  >
    {shown.body}
  </Page>
)
