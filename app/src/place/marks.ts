/** The neighbourhood's mark, beside its name, in the tab and on cards: one of a few, drawn in its own colour, sharp in print. */
export const markNames = ['heart', 'towers', 'house', 'tree', 'sun', 'waves', 'hands'] as const
export type MarkName = (typeof markNames)[number]

export const isMark = (name: unknown): name is MarkName => markNames.includes(name as MarkName)

/** On a grid of 24, drawn with a round pen; the heart is filled, as on the first page. */
const drawings: Record<MarkName, string> = {
  heart: 'M12 20C5.5 15 4.3 11.3 5.9 8.8c1.7-2.4 5-1.6 6.1.8 1.2-2.4 4.5-3.2 6.1-.8 1.6 2.5.4 6.2-6.1 11.2z',
  towers: 'M5 20V4h8v16M13 9h6v11M3 20h18M8 8h2M8 12h2M8 16h2M16 13h.1M16 16h.1',
  house: 'M4 11.5L12 4.5l8 7M6 10v10h12V10M10.5 20v-5h3v5',
  tree: 'M12 21v-8M12 16l3.5-3M12 14.5l-3-2.5M12 3a5 5 0 0 1 4.8 3.7A4.5 4.5 0 0 1 15.5 15h-7a4.5 4.5 0 0 1-1.3-8.3A5 5 0 0 1 12 3z',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M18.7 5.3l-1.8 1.8M7.1 16.9l-1.8 1.8',
  waves: 'M3 8c2-2 4-2 6 0s4 2 6 0 4-2 6 0M3 13c2-2 4-2 6 0s4 2 6 0 4-2 6 0M3 18c2-2 4-2 6 0s4 2 6 0 4-2 6 0',
  hands:
    'M8 11V5.5a1.5 1.5 0 0 1 3 0V11M11 10V4a1.5 1.5 0 0 1 3 0v6M14 10.5V5.5a1.5 1.5 0 0 1 3 0V14c0 4-2.5 7-6 7-3 0-4.5-1.5-6-4l-1.8-3.3a1.4 1.4 0 0 1 2.3-1.6L8 14.5V11'
}

/** The parts of a mark, for a page as well as for a file of its own. */
export const markOf = (name: MarkName): { d: string; filled: boolean } => ({
  d: drawings[name],
  filled: name === 'heart'
})

/** @param colour `#rrggbb`, already checked. */
export function markFile(name: MarkName, colour: string): string {
  const { d, filled } = markOf(name)
  const pen = filled
    ? 'fill="#f2b134"'
    : 'fill="none" stroke="#fffdf8" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><circle cx="17" cy="17" r="16" fill="${colour}"/><path transform="translate(5 5)" d="${d}" ${pen}/></svg>`
}

/** Where the mark of a place is; another colour or mark is another address, so it may be kept for long. */
export const markAddress = (place: { mark: MarkName; colour: string }): string =>
  `/teken.svg?v=${place.mark}-${place.colour.slice(1)}`
