/** Refusals of the API: `application/problem+json` (RFC 9457) with the refusal's code and its words in the reader's language. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languages, wordsIn, type Words } from '../words/index.ts'
import { languageCookie } from './visit.ts'

export interface Problem {
  /** Where all codes stand with their words. */
  type: string
  title: string
  status: number
  code: string
  detail?: string
  field?: string
}

export type Told = Pick<Problem, 'status' | 'code' | 'title'> & {
  detail?: string | undefined
  field?: string | undefined
}

export function apiProblem(reply: FastifyReply, { status, code, title, detail, field }: Told): FastifyReply {
  const problem: Problem = {
    type: `/api/problems#${code}`,
    title,
    status,
    code,
    ...(detail ? { detail } : {}),
    ...(field ? { field } : {})
  }
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .send(JSON.stringify(problem))
}

/** The language a program asks for: the remembered one, else the first it accepts that we have, else Dutch. */
export function wordsFor(request: FastifyRequest): Words {
  const accepted = (request.headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return { lang: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ lang }) => lang)
  const wanted = [request.cookies?.[languageCookie], ...accepted].find((lang) => lang && languages.includes(lang))
  return wordsIn(wanted ?? 'nl')
}
