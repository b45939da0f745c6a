// Bars inside the table that says the same in numbers: one thing to read, by eye, by ear and on paper.
import { type ComponentChildren } from 'preact'

export type BarRow = {
  label: ComponentChildren
  value: number
  /** Out of how many; the bar is then a part of this, and the number reads "18 van 31". */
  of?: number | undefined
  /** How the number is written, when not plain: "€ 1.200", "18 van 31". */
  words?: ComponentChildren
}

export type BarChartProps = {
  title: ComponentChildren
  /** Names of the two columns. */
  head: { label: ComponentChildren; value: ComponentChildren }
  rows: BarRow[]
}

export function BarChart({ title, head, rows }: BarChartProps) {
  const most = Math.max(1, ...rows.map((r) => r.value))
  return (
    <table class="chart">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{head.label}</th>
          <th scope="col">{head.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            <th scope="row">{row.label}</th>
            <td>
              <Bar part={row.value / Math.max(1, row.of ?? most)} />
              <span>{row.words ?? row.value}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ part }: { part: number }) {
  const width = Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-all" width="100" height="10" />
      <rect class="bar-part" width={width} height="10" />
    </svg>
  )
}
