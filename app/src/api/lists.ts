/** `GET /api/v1/{needs,goals,requests,commitments,groups,institutions}`, as lists and one by one; and the areas. */
import { dayOf } from '@buurtmacht/domain'
import type { FastifyInstance } from 'fastify'
import { limitOf, readCursor } from '../db/index.ts'
import { areasOf } from '../place/index.ts'
import type { Site } from '../web/index.ts'
import { refuse } from './answers.ts'
import { commitments, goals, groups, institutions, needs, requests, type Noun } from './queries.ts'
import { listShape, problems, ref } from './shape.ts'

interface ListRoute {
  noun: Noun
  shape: string
  /** Query parameters that narrow the list, and the column each stands for. */
  by: Record<string, string>
}

const lists: Record<string, ListRoute> = {
  needs: { noun: needs, shape: 'Need', by: { group: 'group_id', area: 'area_id', state: 'state' } },
  goals: { noun: goals, shape: 'Goal', by: { group: 'group_id', need: 'need_id', state: 'state' } },
  requests: {
    noun: requests,
    shape: 'Request',
    by: { group: 'group_id', institution: 'institution_id', goal: 'goal_id', state: 'state' }
  },
  commitments: {
    noun: commitments,
    shape: 'Commitment',
    by: { institution: 'institution_id', goal: 'goal_id', request: 'request_id', state: 'state' }
  },
  groups: { noun: groups, shape: 'Group', by: { kind: 'kind' } },
  institutions: { noun: institutions, shape: 'Institution', by: { kind: 'kind' } }
}

export const listPaths = Object.keys(lists).flatMap((name) => [`/api/v1/${name}`, `/api/v1/${name}/:id`])

const paging = {
  limit: { type: 'integer', minimum: 1, maximum: 100, default: 20, description: 'More than 100 is held at 100.' },
  after: { type: 'string', description: 'Where the page begins; taken from `next` of the page before.' }
}

export function listRoutes(app: FastifyInstance, site: Site): void {
  for (const [name, route] of Object.entries(lists)) listRoute(app, site, name, route)
  app.get(
    '/api/v1/areas',
    {
      schema: { operationId: 'areas', summary: 'The areas of the neighbourhood', response: { 200: listShape('Area') } }
    },
    async () => ({
      items: (await areasOf(site.store.read)).map(({ id, name }) => ({ id, name, page: `/gebieden/${id}` }))
    })
  )
}

function listRoute(app: FastifyInstance, site: Site, name: string, { noun, shape, by }: ListRoute): void {
  const filters = Object.fromEntries(Object.keys(by).map((filter) => [filter, { type: 'string' }]))
  const today = () => dayOf(site.clock())
  app.get<{ Querystring: Record<string, string | string[]> }>(
    `/api/v1/${name}`,
    {
      schema: {
        operationId: name,
        summary: `The ${name}, newest first`,
        querystring: { type: 'object', properties: { ...paging, ...filters } },
        response: { 200: listShape(shape), ...problems }
      }
    },
    async (request, reply) => {
      const { after, limit } = request.query
      const cursor = readCursor(String(after ?? ''))
      if (after && !cursor) return refuse(request, reply, { code: 'field-wrong-kind', field: 'after' })
      const asked = Object.keys(by).flatMap((filter) => {
        const value = request.query[filter]
        return typeof value === 'string' && value !== ''
          ? [[filter, value.replaceAll('\0', '')] as [string, string]]
          : []
      })
      const where = Object.fromEntries(asked.map(([filter, value]) => [by[filter]!, value]))
      const { items, next } = await noun.list(site.store.read, { limit: limitOf(limit), after: cursor, where }, today())
      if (!next) return { items }
      return {
        items,
        next: `/api/v1/${name}?${new URLSearchParams([...asked, ['limit', String(limitOf(limit))], ['after', next]])}`
      }
    }
  )
  app.get<{ Params: { id: string } }>(
    `/api/v1/${name}/:id`,
    {
      schema: {
        operationId: shape[0]!.toLowerCase() + shape.slice(1),
        summary: `One of the ${name}`,
        params: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
        response: { 200: ref(shape), ...problems }
      }
    },
    async (request, reply) => {
      const id = request.params.id.replaceAll('\0', '')
      const found = await noun.list(site.store.read, { limit: 1, where: { id } }, today())
      return found.items[0] ?? refuse(request, reply, { code: 'not-found' })
    }
  )
}
