import type { Insertable } from 'kysely'
import { held, steady, type Reader, type Tables, type Tx } from '../db/index.ts'
import type { MapLandmark } from '../ui/index.ts'
import { isMark, type MarkName } from './marks.ts'

/** The platform's own area: its name, colour and languages. There is one. */
export interface Neighbourhood {
  name: string
  town: string
  /** `#rrggbb`, checked for contrast. */
  colour: string
  /** BCP 47, the first is the usual one. */
  languages: string[]
  /** viewBox of the map the areas' outlines are drawn in. */
  mapBox: string
  /** Park, water, metro: drawn on the map so that people find their way. */
  landmarks: MapLandmark[]
  /** Weeks within which institutions here promise to reply, unless a request says otherwise. */
  replyWeeks: number
  /** The mark it chose. */
  mark: MarkName
  /** Changes with every change of the words above. */
  version: number
  /** The picture of it, when somebody sent one. */
  picture?: PictureShown
}

export interface PictureShown {
  id: string
  width: number
  height: number
  /** What can be seen on it, for who cannot see it. */
  alt: string
}

export interface Area {
  id: string
  name: string
  /** SVG path, when somebody drew it. */
  outline?: string
}

export const neighbourhood = steady(async (read): Promise<Neighbourhood | undefined> => {
  const row = await read
    .selectFrom('neighbourhood')
    .leftJoin('picture', 'picture.id', 'neighbourhood.picture_id')
    .selectAll('neighbourhood')
    .select(['picture.width', 'picture.height', 'picture.alt'])
    .executeTakeFirst()
  if (!row) return undefined
  return {
    name: row.name,
    town: row.town,
    colour: row.colour,
    languages: JSON.parse(row.languages) as string[],
    mapBox: row.map_box,
    landmarks: JSON.parse(row.landmarks ?? '[]') as MapLandmark[],
    replyWeeks: row.reply_weeks,
    mark: isMark(row.mark) ? row.mark : 'heart',
    version: row.version,
    ...(row.picture_id && row.alt
      ? { picture: { id: row.picture_id, width: row.width ?? 0, height: row.height ?? 0, alt: row.alt } }
      : {})
  }
})

export const areasOf = steady(async (read): Promise<readonly Area[]> => {
  const rows = await read
    .selectFrom('area')
    .select(['id', 'name', 'outline'])
    .orderBy('place')
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, outline }) => ({ id, name, ...(outline ? { outline } : {}) }))
})

export const areaIds = async (read: Reader): Promise<string[]> => (await areasOf(read)).map((area) => area.id)

export const addNeighbourhood = (tx: Tx, row: Insertable<Tables['neighbourhood']>) =>
  tx.insertInto('neighbourhood').values(row).execute()
export const addArea = (tx: Tx, row: Insertable<Tables['area']>) => tx.insertInto('area').values(row).execute()

/** Held, so that two administrators come one after the other. */
export const neighbourhoodToChange = (tx: Tx) => held(tx, tx.selectFrom('neighbourhood').selectAll()).executeTakeFirst()
export const changeNeighbourhood = (
  tx: Tx,
  to: Pick<Tables['neighbourhood'], 'name' | 'town' | 'colour' | 'languages' | 'mark'> & { version: number }
) => tx.updateTable('neighbourhood').set(to).where('id', '=', 1).execute()
export const renameAreaTo = (tx: Tx, id: string, name: string) =>
  tx.updateTable('area').set({ name }).where('id', '=', id).execute()
