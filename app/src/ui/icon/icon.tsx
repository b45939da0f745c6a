// Few pictures, always beside a word, so they are hidden from screen readers.
// Drawn for Buurtmacht on a grid of 24, with round ends like the line of the way.

const paths = {
  speech: 'M5 4h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 9h8M8 12h5',
  letter: 'M3 6h18v12H3zM3 7l9 7 9-7',
  phone: 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  door: 'M6 21V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v17M3 21h18M14 12h.1',
  card: 'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM7 9h4v4H7zM14 10h3M14 14h3M7 16h4',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L20 20',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3.5 2',
  check: 'M5 12.5l4.5 4.5L19 7',
  print: 'M7 9V3h10v6M7 17H4v-7a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v7h-3M7 14h10v7H7z',
  people:
    'M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 6a2.5 2.5 0 0 1 0 5M17.5 14.5c2.200.6 3.5 2.5 3.5 5.5',
  meeting: 'M3 12h18M6 12v8M18 12v8M8 8V5M12 8V4M16 8V5',
  globe: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  stop: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7.5v5.5M12 16.5v.1',
  note: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v6M12 7.5v.1',
  back: 'M20 12H5M11 6l-6 6 6 6',
  next: 'M4 12h15M13 6l6 6-6 6',
  menu: 'M4 7h16M4 12h16M4 17h16'
} as const

export type IconName = keyof typeof paths
export const iconNames = Object.keys(paths) as IconName[]

/** A picture of 24 by 24 that grows with the words beside it. */
export function Icon({ name }: { name: IconName }) {
  const turns = name === 'back' || name === 'next'
  return (
    <svg class={turns ? 'icon turns' : 'icon'} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

/** The mark of a neighbourhood without a picture of its own: a warm heart in the colour of the place. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 34 34" width="34" height="34" aria-hidden="true">
      <circle class="mark-place" cx="17" cy="17" r="16" />
      <path class="mark-heart" d="M17 26c-8-6-9.5-10.5-7.5-13.5 2-3 6-2 7.5 1 1.5-3 5.5-4 7.5-1 2 3 .5 7.5-7.5 13.5z" />
    </svg>
  )
}
