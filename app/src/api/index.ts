/** The JSON API beside the pages: the same rules, the same refusals. */
import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/index.ts'

export function api(_app: FastifyInstance, _site: Site): void {}
