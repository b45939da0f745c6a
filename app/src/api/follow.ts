/** `GET /api/v1/follow/{code}`: the whole way of one voice, for who holds its code. The giver reads the own words back; nobody else's. */
import { daysLate, type Day } from '@buurtmacht/domain'
import type { FastifyInstance } from 'fastify'
import { areasOf } from '../place/index.ts'
import {
  followed,
  nextWords,
  type CommitmentOnWay,
  type Followed,
  type OneWay,
  type RequestOnWay
} from '../way/index.ts'
import { keyed, wordsFor, type By, type Site } from '../web/index.ts'
import type { Words } from '../words/index.ts'
import { anyone, refuse } from './answers.ts'
import { known } from './queries.ts'
import { problems, ref } from './shape.ts'

export function followRoute(app: FastifyInstance, site: Site): void {
  app.get<{ Params: { code: string } }>(
    '/api/v1/follow/:code',
    {
      schema: {
        operationId: 'follow',
        summary: 'What became of a voice',
        params: {
          type: 'object',
          required: ['code'],
          properties: { code: { type: 'string', description: 'Spaces, hyphens and capitals make no difference.' } }
        },
        response: { 200: ref('Followed'), ...problems }
      }
    },
    async (request, reply) => {
      if (await site.overLimit('tries', request)) return refuse(request, reply, { code: 'too-many-tries' })
      const by = anyone(site)
      const hash = (purpose: string, text: string) => keyed(site.secret, purpose, text)
      const found = await followed(site.store.read, hash, request.params.code, by.today)
      if (!found) return refuse(request, reply, { code: 'code-wrong', field: 'code' })
      if (found.voice.state === 'erased') return refuse(request, reply, { code: 'voice-erased', field: 'code' })
      reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex')
      const area = found.voice.area_id
        ? (await areasOf(site.store.read)).find(({ id }) => id === found.voice.area_id)
        : undefined
      return answerOf(found, area, by, wordsFor(request))
    }
  )
}

function answerOf(found: Followed, area: { id: string; name: string } | undefined, by: By, t: Words) {
  const { voice, ways } = found
  const [first, ...others] = ways.map((way) => wayShown(way, by, t))
  return {
    voice: {
      state: voice.state,
      ...(voice.state === 'given' ? { text: voice.text } : {}),
      lang: voice.lang,
      channel: voice.channel,
      show: voice.show,
      onBehalf: voice.on_behalf === 1,
      heardOn: voice.heard_on,
      receivedAt: voice.received_at,
      tellBack: voice.tell_how,
      ...(area ? { area: { id: area.id, name: area.name } } : {})
    },
    ...first,
    ...(others.length > 0 ? { otherWays: others } : {})
  }
}

function wayShown(way: OneWay, by: By, t: Words) {
  const { need, goal, along, facts } = way.shown
  const ofGoal = <T extends { goal: string }>(all: T[]) => all.filter((one) => one.goal === goal?.id)
  const more: Record<string, object | undefined> = {
    gathered: need && {
      need: {
        id: need.id,
        page: `/buurtbehoeften/${need.id}`,
        sentence: need.sentence,
        group: need.group,
        voices: way.shown.voices ?? 0
      }
    },
    chosen: goal && {
      goal: {
        id: goal.id,
        page: `/buurtdoelen/${goal.id}`,
        title: goal.title,
        group: goal.group,
        state: goal.state,
        ...known({ why: goal.why })
      }
    },
    asked: {
      requests: ofGoal(along.requests).map((one) => requestShown(one, by.today)),
      commitments: ofGoal(along.commitments).map((one) => commitmentShown(one, by.today))
    },
    done: {
      deeds: ofGoal(along.deeds).map(({ what, who, doneOn }) => ({ what, who, on: doneOn })),
      ...known({ result: goal?.result })
    },
    told: { how: facts.tellBack.how, ...known({ tellBack: facts.tellBack.state }) }
  }
  return {
    way: way.stops.map((stop) => ({ ...stop, ...more[stop.stop] })),
    next: { code: way.next, words: nextWords({ t, by }, way.next, way.shown) }
  }
}

const waiting = ['sent', 'counterAsked', 'unanswered']

const requestShown = (one: RequestOnWay, today: Day) => ({
  id: one.id,
  page: `/verzoeken/${one.id}`,
  title: one.title,
  institution: one.institution,
  promisedLevel: one.level,
  state: one.state,
  sentOn: one.sentOn,
  dueOn: one.dueOn,
  daysLate: waiting.includes(one.state) ? daysLate(one.dueOn, today) : 0,
  ...known({ repliedOn: one.repliedOn, expectedOn: one.expectedOn })
})

const commitmentShown = (one: CommitmentOnWay, today: Day) => ({
  id: one.id,
  page: `/toezeggingen/${one.id}`,
  what: one.what,
  institution: one.institution,
  state: one.state,
  dueOn: one.dueOn,
  overdue: one.state === 'promised' && today > one.dueOn,
  ...known({ deliveredOn: one.deliveredOn, why: one.why })
})
