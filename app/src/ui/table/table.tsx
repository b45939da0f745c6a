// A table that can be pushed sideways on a small screen without pushing the page.
import { type ComponentChildren } from 'preact'

export type TableProps = {
  caption: string
  head: ComponentChildren[]
  /** The first cell of each row is its heading. */
  rows: ComponentChildren[][]
  /** Columns (from 0) with numbers: they stand at the end. */
  numbers?: number[] | undefined
  /** The caption is already said by the heading above. */
  quietCaption?: boolean | undefined
}

export function Table({ caption, head, rows, numbers = [], quietCaption }: TableProps) {
  const side = (at: number) => (numbers.includes(at) ? 'num' : undefined)
  return (
    <div class="table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class={quietCaption ? 'aloud' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col" class={side(at)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={at} class={side(at)}>
                    {cell}
                  </td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
