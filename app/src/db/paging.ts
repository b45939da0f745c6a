/** Lists are read page by page from a cursor (an instant and an id), so that page 500 costs what page 1 costs. */

/** Points just behind the last row shown. */
export interface Cursor {
  at: string
  id: string
}

export interface Listed<T> {
  items: T[]
  /** The cursor of the next page, as text for a link or the API; absent on the last page. */
  next?: string
}

const most = 100

/** `limit` as asked, held between 1 and 100. */
export function limitOf(asked: unknown, usual = 20): number {
  const n = Number(asked)
  return Number.isInteger(n) && n > 0 ? Math.min(n, most) : usual
}

export function readCursor(text: string | undefined): Cursor | undefined {
  const [at, id] = (text ?? '').split('~')
  return at && id && /^\d{4}-\d\d-\d\d[\dT:.Z-]*$/.test(at) && /^[\w-]{1,64}$/.test(id) ? { at, id } : undefined
}

/** Cuts one row too many off into a cursor. Ask the database for `limit + 1` rows. */
export function pageOf<R, T>(rows: R[], limit: number, place: (row: R) => Cursor, show: (row: R) => T): Listed<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  if (rows.length <= limit || !last) return { items: shown.map(show) }
  const { at, id } = place(last)
  return { items: shown.map(show), next: `${at}~${id}` }
}
