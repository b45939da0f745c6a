/**
 * Pictures that people send along. What is kept is never the file that came: it is drawn anew as WebP, so that no place, camera,
 * name or hidden part of the file goes along, and nothing in it can be anything else than a picture.
 */
import { ok, refused, type Decision } from '@buurtmacht/domain'

export interface Picture {
  bytes: Uint8Array
  type: 'image/webp'
  width: number
  height: number
}

/** Bytes of a file that may be sent along: what a phone's camera makes. */
export const largestPicture = 12 * 1024 * 1024
/** More dots than any phone takes; a small file can unfold into far more (a "decompression bomb"). */
const mostDots = 60_000_000
/** Wide enough for a desktop, small enough for a phone on a prepaid card. */
const widest = 1280

const starts: readonly (readonly [string, number, readonly number[]])[] = [
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['webp', 8, [0x57, 0x45, 0x42, 0x50]]
]

/** By how the bytes begin; what the file calls itself counts for nothing. */
const looksLikePicture = (bytes: Uint8Array): boolean =>
  starts.some(([, at, start]) => start.every((byte, n) => bytes[at + n] === byte))

/** Refusals: `picture-not-a-picture` (only JPEG, PNG and WebP), `picture-too-large`. */
export async function drawAnew(bytes: Uint8Array, most = widest): Promise<Decision<Picture>> {
  if (bytes.length > largestPicture) return refused('picture-too-large')
  if (!looksLikePicture(bytes)) return refused('picture-not-a-picture')
  const sharp = await drawing()
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostDots, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true })
    return ok({ bytes: data, type: 'image/webp', width: info.width, height: info.height })
  } catch (error) {
    return refused(/pixel limit/i.test(String(error)) ? 'picture-too-large' : 'picture-not-a-picture')
  }
}

/** Loaded at the first picture: most days nobody sends one, and it takes memory. Reads the three kinds above and nothing else. */
export async function drawing() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']
  })
  return sharp
}
