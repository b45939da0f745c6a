/**
 * A visitor for tests: keeps cookies, follows redirects, fills in the real form on the page and sends it, and checks every page
 * it is shown. Whoever uses it proves at the same time that the page is good HTML and carries the headers that protect people.
 */
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { signInAs } from '../src/people/index.ts'
import { formFrom, type FormOnPage } from './form.ts'
import { all, attribute, complaintsAbout, read, textOf } from './html.ts'
import type { Place } from './kit.ts'

export { personWith } from './world.ts'

export interface Seen {
  status: number
  /** Address of the last answer, after following where the server sent us. */
  path: string
  /** The status of the first answer: 303 when a form was accepted. */
  first: number
  headers: LightMyRequestResponse['headers']
  body: string
  /** What can be read in `main`. */
  text: string
  title: string
  h1: string
  lang: string
  links: { href: string; text: string }[]
  /** Codes, cards and calendars are JSON or files. */
  json(): unknown
  /** The form of this page, or the one whose button or address holds these words. */
  form(words?: string): FilledForm
  forms: FormOnPage[]
}

export interface FilledForm extends Omit<FormOnPage, 'fill'> {
  fill(values: Parameters<FormOnPage['fill']>[0]): FilledForm
  /** Chooses a file from the visitor's phone. */
  attach(field: string, bytes: Uint8Array, name?: string): FilledForm
  /** Presses the button. @param button part of its words, when there are several. */
  send(button?: string): Promise<Seen>
  /** Presses it again later: exactly the same bytes. */
  again(): Promise<Seen>
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Seen>
  post(path: string, pairs: [string, string][], headers?: Record<string, string>): Promise<Seen>
  /** Sends a body that is made already, as a browser would. */
  postBody(path: string, payload: Buffer, type: string): Promise<Seen>
  /** Sends anything at all, as no browser would; still checks a page that comes back. Follows nothing. */
  raw(request: RawRequest): Promise<Seen>
  /** Becomes this person, with the real action of signing in. */
  signIn(person: string): Promise<void>
  cookies: Map<string, string>
}

export interface RawRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD'
  url: string
  payload?: string | Buffer
  headers?: Record<string, string>
}

const formType = 'application/x-www-form-urlencoded'

export function clientOf(place: Place): Client {
  const cookies = new Map<string, string>()
  const ask = async (request: RawRequest): Promise<LightMyRequestResponse> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie ? { cookie } : {}), ...request.headers }
    const answer = await place.app.inject({ ...request, headers })
    for (const one of answer.cookies) {
      if (one.value === '' || one.maxAge === 0) cookies.delete(one.name)
      else cookies.set(one.name, encodeURIComponent(one.value))
    }
    await check(request, answer)
    return answer
  }
  const follow = async (request: RawRequest): Promise<Seen> => {
    let answer = await ask(request)
    const first = answer.statusCode
    let path = request.url
    for (let hops = 0; [301, 302, 303, 307].includes(answer.statusCode); hops++) {
      if (hops > 5) throw new Error(`${request.url} keeps sending us on, at last to ${path}`)
      path = resolve(path, String(answer.headers.location))
      answer = await ask({ method: 'GET', url: path })
    }
    return seen(client, path, first, answer)
  }
  const client: Client = {
    cookies,
    get: (url, headers) => follow({ method: 'GET', url, headers: headers ?? {} }),
    post: (url, pairs, headers) =>
      follow({
        method: 'POST',
        url,
        payload: new URLSearchParams(pairs).toString(),
        headers: { 'content-type': formType, origin: 'http://buurt.test', ...headers }
      }),
    postBody: (url, payload, type) =>
      follow({ method: 'POST', url, payload, headers: { 'content-type': type, origin: 'http://buurt.test' } }),
    raw: async (request) => {
      const answer = await ask(request)
      return seen(client, request.url, answer.statusCode, answer)
    },
    async signIn(person) {
      const cookie = await place.store.change((tx) => signInAs(tx, place.by(person), place.by(person).person!))
      cookies.set(cookie.name, cookie.value)
    }
  }
  return client
}

const resolve = (from: string, to: string): string => {
  const url = new URL(to, `http://buurt.test${from.split('#')[0]}`)
  if (url.host !== 'buurt.test') throw new Error(`${from} sends people to another site: ${to}`)
  return `${url.pathname}${url.search}`
}

/** What must be true of every answer, whatever was asked. */
async function check(request: RawRequest, answer: LightMyRequestResponse): Promise<void> {
  const what = `${request.method} ${request.url} (${answer.statusCode})`
  expect(answer.headers['x-content-type-options'], `${what}: x-content-type-options`).toBe('nosniff')
  const policy = String(answer.headers['content-security-policy'])
  expect(policy, `${what}: Content-Security-Policy`).toMatch(/default-src 'none'/)
  expect(policy, `${what}: Content-Security-Policy`).not.toMatch(/unsafe|https?:|\*/)
  expect(policy, `${what}: Content-Security-Policy`).toMatch(/frame-ancestors 'none'/)
  expect(answer.headers['referrer-policy'], `${what}: Referrer-Policy`).toBe('no-referrer')
  expect(answer.headers['x-powered-by'], `${what}: X-Powered-By`).toBeUndefined()
  for (const cookie of answer.cookies) {
    expect(cookie.httpOnly, `${what}: a script may read the cookie ${cookie.name}`).toBe(true)
    expect(cookie.sameSite, `${what}: SameSite of the cookie ${cookie.name}`).toMatch(/^(Lax|Strict)$/)
  }
  if (!isHtml(answer) || request.method === 'HEAD') return
  expect(await complaintsAbout(answer.body), what).toEqual([])
}

/** A page to read; a file to keep is no page of ours, whatever it is made of. */
const isHtml = (answer: LightMyRequestResponse): boolean =>
  String(answer.headers['content-type'] ?? '').startsWith('text/html') &&
  !String(answer.headers['content-disposition'] ?? '').startsWith('attachment')

function seen(client: Client, path: string, first: number, answer: LightMyRequestResponse): Seen {
  const page = read(isHtml(answer) ? answer.body : '')
  const [main] = all(page, 'main')
  const forms = all(main ?? page, 'form').map((form) => formFrom(form, path))
  const [html] = all(page, 'html')
  const [title] = all(page, 'title')
  return {
    status: answer.statusCode,
    path,
    first,
    headers: answer.headers,
    body: answer.body,
    text: textOf(main ?? page),
    title: title ? title.childNodes.map((c) => ('value' in c ? c.value : '')).join('') : '',
    h1: all(page, 'h1').map(textOf).join(),
    lang: (html && attribute(html, 'lang')) ?? '',
    links: all(page, 'a').map((a) => ({ href: attribute(a, 'href') ?? '', text: textOf(a) })),
    json: () => JSON.parse(answer.body) as unknown,
    forms,
    form: (words) => filled(client, path, choose(path, forms, words))
  }
}

function choose(path: string, forms: FormOnPage[], words: string | undefined): FormOnPage {
  const fits = forms.filter(
    (form) =>
      (words === undefined && form.method === 'post') ||
      (words !== undefined && (form.action.includes(words) || form.buttons.some((b) => b.includes(words))))
  )
  if (fits.length === 1) return fits[0]!
  const what = forms.map((form) => `${form.action} [${form.buttons.join(' | ')}]`).join(', ')
  throw new Error(`${path} has ${fits.length} forms${words ? ` with "${words}"` : ''}, among: ${what || 'none'}`)
}

/** As a browser sends a form with files. */
async function sendFiles(
  client: Client,
  url: string,
  pairs: [string, string][],
  files: Map<string, File>
): Promise<Seen> {
  const body = new FormData()
  for (const [name, value] of pairs) body.append(name, files.get(name) ?? value)
  const whole = new Response(body)
  const payload = Buffer.from(await whole.arrayBuffer())
  return client.postBody(url, payload, whole.headers.get('content-type') ?? '')
}

function filled(client: Client, path: string, form: FormOnPage): FilledForm {
  let sent: (() => Promise<Seen>) | undefined
  const files = new Map<string, File>()
  const whole: FilledForm = {
    ...form,
    fill(values) {
      form.fill(values)
      return whole
    },
    attach(field, bytes, name = 'foto.jpg') {
      if (form.kind(field) !== 'file' || !form.multipart) throw new Error(`No file can be sent as ${field}.`)
      files.set(field, new File([Buffer.from(bytes)], name))
      return whole
    },
    send(button) {
      const pairs = form.sends(button)
      const to = resolve(path, form.action)
      sent = () =>
        form.method === 'post'
          ? files.size > 0
            ? sendFiles(client, to, pairs, files)
            : client.post(to, pairs)
          : client.get(`${to.split('?')[0]}?${new URLSearchParams(pairs).toString()}`)
      return sent()
    },
    again() {
      if (!sent) throw new Error('This form was not sent yet.')
      return sent()
    }
  }
  return whole
}
