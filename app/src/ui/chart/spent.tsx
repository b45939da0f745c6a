// Money going down, purchase by purchase: one bar for each, of what was spent before, what this one cost, and what was left.

export type SpentRow = {
  /** Stands before the bar; short. */
  label: string
  part: number
  left: number
}

export type SpentChartProps = {
  /** What a screen reader says instead; the table beside it has every number. */
  label: string
  /** All money at first. */
  all: number
  rows: SpentRow[]
}

const [width, high, from] = [360, 26, 44]
const across = (part: number, all: number): number =>
  Math.round((Math.min(Math.max(part, 0), all) / Math.max(1, all)) * (width - from - 2) * 10) / 10

export function SpentChart({ label, all, rows }: SpentChartProps) {
  return (
    <svg class="spent" viewBox={`0 0 ${width} ${rows.length * high}`} role="img" aria-label={label}>
      {rows.map((row, at) => {
        const left = across(row.left, all)
        const part = across(row.part, all)
        const end = width - 2
        return (
          <g key={at} transform={`translate(0 ${at * high})`}>
            <text x={from - 8} y="18" text-anchor="end">
              {row.label}
            </text>
            <rect class="spent-before" x={from} y="3" width={end - from} height="20" />
            <rect class="spent-part" x={Math.max(from, end - left - part)} y="3" width={part} height="20" />
            <rect class="spent-left" x={end - left} y="3" width={left} height="20" />
          </g>
        )
      })}
    </svg>
  )
}

/** What the three colours of the bars mean. */
export const SpentKey = ({ before, part, left }: { before: string; part: string; left: string }) => (
  <ul class="spent-key" role="list">
    {(
      [
        ['before', before],
        ['part', part],
        ['left', left]
      ] as const
    ).map(([kind, words]) => (
      <li key={kind}>
        <svg viewBox="0 0 28 22" aria-hidden="true">
          <rect class={`spent-${kind}`} x="1" y="1" width="26" height="20" />
        </svg>
        {words}
      </li>
    ))}
  </ul>
)
