// A picture for each plan, so that people who read little find the same plan on the poster, in the booklet and on the ballot. The pictures
// say nothing about the plans: they are given by number, so that none looks better than another.

const marks = [
  'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3L19 19M19 5l-1.7 1.7M6.7 17.3L5 19',
  'M12 22v-6M12 3l6 8h-3l4 5H5l4-5H6z',
  'M4 11l8-7 8 7M6 10v10h12V10M10 20v-5h4v5',
  'M3 12c3-5 9-5 13 0-4 5-10 5-13 0zM16 12l5-4v8zM7 11.5h.1',
  'M12 3l2.6 6 6.4.6-4.8 4.3 1.4 6.4L12 17l-5.6 3.3 1.4-6.4L3 9.6 9.400 9z',
  'M17 15.500A8 8 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500a8 8 0 0 1-3 1z',
  'M5 8h11v6a5 5 0 0 1-11 0zM16 9h2a2 2 0 0 1 0 5h-2M8 3v2M12 3v2',
  'M8 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 12h9M18 12v4M21 12v3',
  'M6 17c1-1 1.500-3 1.500-6a4.500 4.500 0 0 1 9 0c0 3 .5 5 1.500 6zM10.500 20h3M12 6.500V4',
  'M3 16h18l-3 5H6zM12 3v13M12 4l6 9h-6zM12 6l-5 7h5',
  'M12 9a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zM12 9c-4-6 4-6 0 0M14.500 11.500c6-4 6 4 0 0M9.500 11.500c-6-4-6 4 0 0M12 14v8M12 19c3 0 4-2 4-3',
  'M3 12a9 9 0 0 1 18 0zM12 12v7a2 2 0 0 0 4 0M12 3V1.500',
  'M12 20c-6-5-9-8-7-12 2-3 5.500-2 7 1 1.500-3 5-4 7-1 2 4-1 7-7 12z',
  'M5 19C4 9 10 4 20 4c0 10-5 16-15 15zM5 19l9-9',
  'M12 8c-3-2-7-1-7 4s4 9 7 8c3 1 7-3 7-8s-4-6-7-4zM12 8c0-2 1-4 3-5',
  'M12 2l6 8-6 8-6-8zM12 2v16M6 10h12M12 18c-2 1 2 3 0 4',
  'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z',
  'M12 6c-2-2-5-2-8-2v14c3 0 6 0 8 2 2-2 5-2 8-2V4c-3 0-6 0-8 2zM12 6v14',
  'M8 3v18M16 3v18M8 7h8M8 12h8M8 17h8',
  'M4 8c0-3 16-3 16 0s-16 3-16 0zM4 8v8c0 3 16 3 16 0V8M8 2l3 5M16 2l-3 5'
] as const

/** From the twenty-first plan on the pictures come again; the number beside it never does. */
export const PlanMark = ({ number }: { number: number }) => (
  <svg class="plan-mark" viewBox="0 0 24 24" width="40" height="40" aria-hidden="true">
    <path d={marks[(number - 1) % marks.length] ?? marks[0]} />
  </svg>
)

const steps = {
  /** Read or look. */
  look: 'M2 12c5-8 15-8 20 0-5 8-15 8-20 0zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  /** Put a cross. */
  tick: 'M4 4h13v13H4zM7 7l7 7M14 7l-7 7M15 20l6-6',
  /** Into the box. */
  box: 'M3 12h18v9H3zM8 12V3h8v9M11 6h2M7 12h10',
  /** Or on a telephone. */
  online: 'M8 2h8v20H8zM11 19h2'
} as const

/** What to do, as a picture. */
export type StepMark = keyof typeof steps
export const StepPicture = ({ step }: { step: StepMark }) => (
  <svg class="step-mark" viewBox="0 0 24 24" width="40" height="40" aria-hidden="true">
    <path d={steps[step]} />
  </svg>
)
