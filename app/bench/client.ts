/** Asks over real connections that stay open, as browsers do, and reads each answer to its end. */
import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export interface Question {
  port: number
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

export interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export function ask({ port, path, method = 'GET', headers = {}, body }: Question): Promise<Answered> {
  return new Promise((done, failed) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        agent,
        headers: { 'accept-encoding': 'gzip, deflate, br', ...length, ...headers }
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', failed)
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) })
        )
      }
    )
    sent.on('error', failed)
    sent.end(body)
  })
}

const unpressed = { br: brotliDecompressSync, gzip: gunzipSync }

export const asText = ({ headers, body }: Answered): string => {
  const form = headers['content-encoding'] as keyof typeof unpressed | undefined
  return (form ? unpressed[form](body) : body).toString('utf8')
}

/** Runs `work` for 0 … times − 1, `atOnce` of them at the same time. */
export async function many(times: number, atOnce: number, work: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < times) await work(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
