// A picture under a grid of boxes to tick: each box that is ticked will be painted over. Works without JavaScript and with the keyboard.
export type CoverGridProps = {
  name: string
  src: string
  alt: string
  width: number
  height: number
  rows: number
  columns: number
  legend: string
  hint: string
  /** "Rij 2, vak 5", for who cannot see the grid. */
  cell: (row: number, column: number) => string
  /** Ticked already, as `row-column`. */
  values: readonly string[]
}

export const CoverGrid = (p: CoverGridProps) => (
  <fieldset class="field cover" aria-describedby={`${p.name}-hint`}>
    <legend class="label">{p.legend}</legend>
    <p class="hint" id={`${p.name}-hint`}>
      {p.hint}
    </p>
    <div class="cover-on">
      <img src={p.src} alt={p.alt} width={p.width} height={p.height} />
      <div class="cover-grid">
        {Array.from({ length: p.rows }, (_, row) => (
          <div key={row} class="cover-row">
            {Array.from({ length: p.columns }, (__, column) => {
              const value = `${row}-${column}`
              return (
                <label key={column} class="cover-cell">
                  <input
                    type="checkbox"
                    name={p.name}
                    id={row + column === 0 ? p.name : `${p.name}-${value}`}
                    value={value}
                    checked={p.values.includes(value)}
                  />
                  <span class="aloud">{p.cell(row, column)}</span>
                </label>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  </fieldset>
)
