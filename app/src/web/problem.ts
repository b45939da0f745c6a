/** Refusals of the API: `application/problem+json` (RFC 9457) with the refusal's code and its words. */
import type { FastifyReply } from 'fastify'

export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: string
  field?: string
}

export function apiProblem(
  reply: FastifyReply,
  status: number,
  code: string,
  title: string,
  field?: string
): FastifyReply {
  const problem: Problem = { type: 'about:blank', title, status, code, ...(field ? { field } : {}) }
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}
