/** The record as an Atom feed (RFC 4287), for who follows the neighbourhood in a news reader. */
import type { Words } from '../words/index.ts'
import type { Names } from './names.ts'
import type { Line } from './queries.ts'
import { asText, told } from './sentence.ts'

// Characters that no XML file may hold (XML 1.0, 2.2) go; the rest is written so that it stays text.

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const xml = (text: string): string => text.replace(forbidden, '').replace(/[&<>"']/g, (sign) => names[sign]!)

export interface Feed {
  t: Words
  title: string
  place: string
  publicUrl: string
  /** What was asked for, after the question mark. */
  asked: string
  /** Since when there is such a record. */
  since: string
  lines: readonly Line[]
  names: Names
}

export function atom({ t, title, place, publicUrl, asked, since, lines, names: called }: Feed): string {
  const { host } = new URL(publicUrl)
  const with_ = asked === '' ? '' : `?${asked}`
  const tag = (day: string, what: string) => `tag:${host.replace(/:\d+$/, '')},${day}:${what}`
  const one = (line: Line): string => {
    const said = told(t, called, line)
    return [
      '  <entry>',
      `    <id>${xml(tag(line.at.slice(0, 10), `logboek/${line.id}`))}</id>`,
      `    <title>${xml(asText(said))}</title>`,
      `    <updated>${xml(line.at)}</updated>`,
      `    <author><name>${xml(said.who)}</name></author>`,
      `    <link rel="alternate" type="text/html" href="${xml(`${publicUrl}/logboek/${line.id}`)}"/>`,
      `    <content type="text">${xml(said.reason ? `${asText(said)} ${t('record.reason', { why: said.reason })}` : asText(said))}</content>`,
      '  </entry>'
    ].join('\n')
  }
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(t.lang)}">`,
    `  <id>${xml(tag(since.slice(0, 10), `logboek${with_}`))}</id>`,
    `  <title>${xml(title)}</title>`,
    `  <updated>${xml(lines[0]?.at ?? since)}</updated>`,
    `  <author><name>${xml(place)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${xml(`${publicUrl}/logboek/atom.xml${with_}`)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xml(`${publicUrl}/logboek${with_}`)}"/>`,
    ...lines.map(one),
    '</feed>',
    ''
  ].join('\n')
}
