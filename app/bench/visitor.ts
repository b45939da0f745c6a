/** Somebody without script or account who tells something on the pages, screen by screen. */
import { ask, asText, type Answered } from './client.ts'

const kind = 'application/x-www-form-urlencoded'

interface FormFound {
  action: string
  fields: [string, string][]
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

/** The question on this screen. */
export function formIn(page: string, here: string): FormFound {
  const form = [...page.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)]
    .map(([whole]) => whole)
    .find((f) => /^<form[^>]*id="form"/.test(f))
  if (!form) throw new Error(`no form to fill in at ${here}`)
  const fields = [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, 'type') === 'hidden')
    .map((tag): [string, string] => [attribute(tag, 'name') ?? '', plain(attribute(tag, 'value') ?? '')])
  return { action: plain(attribute(form.slice(0, form.indexOf('>')), 'action') ?? here), fields }
}

/** What is answered on each screen, whichever come. */
const answers = { lang: 'nl', area: '', show: 'full', how: 'code' }

export interface Walked {
  /** Where the last screen, "is this right?", is and its form: sending that gives the voice. */
  last: { path: string; body: string }
  requests: number
}

export async function walkToLastScreen(port: number, text: string): Promise<Walked> {
  let path = '/inbreng/nieuw'
  let requests = 0
  for (let screens = 0; screens < 8; screens++) {
    const form = formIn(asText(await ask({ port, path })), path)
    requests++
    const body = new URLSearchParams([...form.fields, ...Object.entries({ ...answers, text })]).toString()
    if (path.endsWith('/klopt')) return { last: { path: form.action, body }, requests }
    const sent = await send(port, form.action, body)
    requests++
    path = String(sent.headers['location'] ?? '')
    if (sent.status !== 303) throw new Error(`${form.action} answered ${sent.status}`)
  }
  throw new Error('the last screen never came')
}

export const send = (port: number, path: string, body: string): Promise<Answered> =>
  ask({ port, path, method: 'POST', body, headers: { 'content-type': kind } })
