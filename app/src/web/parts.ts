/** A form with a file in it (`multipart/form-data`), read into the same shape as any other form: names with what was typed. */
import '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { largestPicture } from './pictures.ts'

/** A file as it came. Nothing about it has been believed yet. */
export class SentFile {
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** One byte more than allowed is enough to know that it is too large. */
const limits = { fileSize: largestPicture + 1, files: 4, fields: 200, fieldSize: 1_048_576, parts: 210 }

/** An empty file field (nothing chosen) is left out, as if it had not been there. @param files false reads past the files. Cut off or muddled: 400. */
export async function readParts(request: FastifyRequest, { files }: { files: boolean }): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) return request.body
  const body: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  const add = (name: string, value: unknown): void => {
    const before = body[name]
    body[name] = before === undefined ? value : [before, value].flat()
  }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') add(part.fieldname, String(part.value))
      else if (!files) part.file.resume()
      else {
        const bytes = await part.toBuffer()
        if (bytes.length > 0) add(part.fieldname, new SentFile(bytes))
      }
    }
  } catch (error) {
    throw Object.assign(error as Error, { statusCode: (error as { statusCode?: number }).statusCode ?? 400 })
  }
  return body
}
