/** A browser without script: opens pages, sends their forms with everything hidden in them, keeps cookies. */
import { expect } from 'vitest'
import { complaintsAbout } from './html.ts'
import type { Place } from './kit.ts'

export interface Opened {
  status: number
  /** Where it was sent on to. */
  to: string
  body: string
  headers: Record<string, unknown>
}

export interface Visitor {
  cookies: Map<string, string>
  open(url: string): Promise<Opened>
  /** Sends the form of an opened page; `url` when the form (or a button in it) goes elsewhere. */
  send(page: Opened, url: string, fields: Record<string, string | readonly string[]>): Promise<Opened>
  /** Opens the page and sends its form. */
  fill(url: string, fields: Record<string, string | readonly string[]>): Promise<Opened>
}

const unescape = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Everything hidden in the last form of the page (the first is the demo bar's or the menu's, if any). */
function hiddenIn(html: string): [string, string][] {
  const form = html.split('<form').at(-1) ?? ''
  const inputs = form.split('</form>')[0]?.match(/<input type="hidden"[^>]*>/g) ?? []
  return inputs.map((input) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? '',
    unescape(/value="([^"]*)"/.exec(input)?.[1] ?? '')
  ])
}

export function visitor(place: () => Place, cookie?: { name: string; value: string }): Visitor {
  const cookies = new Map<string, string>(cookie ? [[cookie.name, cookie.value]] : [])
  const headers = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  const opened = async (answer: Awaited<ReturnType<Place['app']['inject']>>): Promise<Opened> => {
    for (const one of answer.cookies) cookies.set(one.name, one.value)
    if (answer.body.startsWith('<!')) expect(await complaintsAbout(answer.body)).toEqual([])
    return {
      status: answer.statusCode,
      to: String(answer.headers['location'] ?? ''),
      body: answer.body,
      headers: answer.headers
    }
  }
  const open = async (url: string) => opened(await place().app.inject({ url, headers: headers() }))
  const send: Visitor['send'] = async (page, url, fields) => {
    const body = new URLSearchParams(hiddenIn(page.body).filter(([name]) => !(name in fields)))
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return opened(
      await place().app.inject({
        method: 'POST',
        url,
        headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
        payload: body.toString()
      })
    )
  }
  return { cookies, open, send, fill: async (url, fields) => send(await open(url), url, fields) }
}
