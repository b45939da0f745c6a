/** `POST /api/v1/voices`: somebody is heard through a program. The same rules and refusals as the page; one voice however often it is sent. */
import { ok, refused, type Decision, type VoiceTyped } from '@buurtmacht/domain'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { areaIds } from '../place/index.ts'
import { giveVoice } from '../voices/index.ts'
import { answeredBefore, cameSecond, keepAnswer, keyed, wordsFor, type By, type Once, type Site } from '../web/index.ts'
import { anyone, refuse } from './answers.ts'
import { problems, ref } from './shape.ts'
import { voiceTyped } from './voice-schemas.ts'

interface Taken {
  followCode: string
  receivedAt: string
}

export function voiceRoutes(app: FastifyInstance, site: Site): void {
  app.post(
    '/api/v1/voices',
    {
      schema: {
        operationId: 'giveVoice',
        summary: 'Say something',
        description:
          'Answers with a follow code. Send an Idempotency-Key that nobody can guess (a UUID), and send the same again when no answer came: it counts once.',
        headers: {
          type: 'object',
          properties: { 'idempotency-key': { type: 'string', minLength: 8, maxLength: 255 } }
        },
        body: ref('VoiceTyped'),
        response: { 201: ref('VoiceTaken'), ...problems }
      }
    },
    async (request, reply) => {
      if (await site.overLimit('voices', request)) return refuse(request, reply, { code: 'too-many-voices' })
      const key = request.headers['idempotency-key']
      if (key !== undefined && !keyFits.test(String(key)))
        return refuse(request, reply, { code: 'idempotency-key-wrong', field: 'Idempotency-Key' })
      const typed = readVoice(request)
      if (!typed.ok) return refuse(request, reply, typed.refusal)
      const by = anyone(site)
      const once = key ? onceOf(site, by, String(key), request.body) : undefined
      const taken = await takeOnce(site, by, typed.value, once)
      if (!taken.ok) return refuse(request, reply, taken.refusal)
      return reply.code(201).header('cache-control', 'no-store').send(taken.value)
    }
  )
}

/** Long enough not to be sent by two programs by accident: it is the key to the answer as well. */
const keyFits = /^[\x21-\x7e]{8,255}$/

const onceOf = (site: Site, by: By, key: string, body: unknown): Once => ({
  secret: site.secret,
  scope: 'POST /api/v1/voices',
  key,
  asked: JSON.stringify(body),
  at: by.at
})

/** A refused voice leaves nothing behind, so the same key may be sent again with better words. */
async function takeOnce(site: Site, by: By, typed: VoiceTyped, once: Once | undefined): Promise<Decision<Taken>> {
  try {
    return await site.store.change(async (tx) => {
      const before = once && (await answeredBefore(tx, once))
      if (before && 'other' in before) return refused('idempotency-key-reused', { field: 'Idempotency-Key' })
      if (before) return ok(JSON.parse(before.answer) as Taken)
      if (typed.area && !(await areaIds(tx)).includes(typed.area))
        return refused('field-not-a-choice', { field: 'area' })
      const voice = await giveVoice(tx, by, (purpose, text) => keyed(site.secret, purpose, text), typed)
      if (!voice.ok) return voice
      const taken = { followCode: voice.value.code, receivedAt: by.at }
      if (once) await keepAnswer(tx, once, JSON.stringify(taken))
      return ok(taken)
    })
  } catch (error) {
    if (once && cameSecond(error)) return takeOnce(site, by, typed, once)
    throw error
  }
}

type Sent = Record<string, unknown>

const isObject = (value: unknown): value is Sent => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads the body by its own schema, but refuses in our words. A name we do not know is refused: a misspelt wish would be lost. */
function readVoice(request: FastifyRequest): Decision<VoiceTyped> {
  const { body } = request
  if (!isObject(body)) return refused('field-wrong-kind')
  const wrong = wrongIn(body, Object.keys(voiceTyped.properties), ['tellBack'])
  if (wrong) return wrong
  const tellBack = body['tellBack'] ?? { how: 'code' }
  if (!isObject(tellBack)) return refused('field-wrong-kind', { field: 'tellBack' })
  const wrongBack = wrongIn(tellBack, ['how', 'to'], [])
  if (wrongBack) return wrongBack
  const text = (name: string, of: Sent = body) => of[name] as string | undefined
  return ok({
    text: text('text'),
    lang: text('lang') ?? wordsFor(request).lang,
    area: text('area'),
    channel: 'online',
    show: text('show'),
    tellBack: { how: text('how', tellBack), to: text('to', tellBack) },
    by: 'anyone'
  })
}

function wrongIn(sent: Sent, knownNames: readonly string[], notTexts: readonly string[]) {
  for (const [field, value] of Object.entries(sent)) {
    if (!knownNames.includes(field)) return refused('field-unknown', { field })
    if (!notTexts.includes(field) && typeof value !== 'string') return refused('field-wrong-kind', { field })
  }
  return undefined
}
