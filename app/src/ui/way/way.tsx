// The way of a voice, drawn as the metro line everybody in the neighbourhood can read.
// Large and vertical it is an ordered list; small it is a picture with a text. Stops that do not apply are left out.
import { type ComponentChildren } from 'preact'

export type StopState = 'done' | 'now' | 'ahead'

export type Stop = {
  state: StopState
  title: ComponentChildren
  /** When and where, small: "3 maart · huis aan huis". */
  on?: ComponentChildren
  children?: ComponentChildren
}

export type WayProps = {
  label: string
  stops: Stop[]
  /** Level of the headings of the stops. */
  level?: 2 | 3 | 4 | undefined
  /** Read aloud after each title, for who cannot see the line: "klaar", "hier zijn we", "komt nog". */
  words?: Record<StopState, string> | undefined
}

export function Way({ label, stops, level = 2, words }: WayProps) {
  const Heading = `h${level}` as const
  return (
    <ol class="way" aria-label={label}>
      {stops.map((stop, at) => (
        <li key={at} class={stop.state} aria-current={stop.state === 'now' ? 'step' : undefined}>
          <StopMark state={stop.state} />
          <Heading>
            {stop.title}
            {words === undefined ? null : <span class="aloud"> ({words[stop.state]})</span>}
          </Heading>
          {stop.on ? <p class="meta">{stop.on}</p> : null}
          {stop.children}
        </li>
      ))}
    </ol>
  )
}

const StopMark = ({ state }: { state: StopState }) => (
  <svg class="halt" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
    {state === 'now' ? <circle class="halo" cx="14" cy="14" r="19" /> : null}
    <circle cx="14" cy="14" r="11" />
    {state === 'done' ? <path d="M9 14.5l3.5 3.5 6.5-7.5" /> : null}
    {state === 'now' ? <circle class="heart" cx="14" cy="14" r="4" /> : null}
  </svg>
)

/** The same line on a card. Without a label it is only beside words that say the same. */
export function MiniWay({ label, stops }: { label?: string | undefined; stops: StopState[] }) {
  const [gap, size, edge] = [30, 24, 9.5]
  const width = Math.max(0, stops.length - 1) * gap + 2 * edge
  return (
    <svg
      class="mini-way"
      viewBox={`0 0 ${width} ${size}`}
      width={width}
      height={size}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      {stops.map((state, at) =>
        at === 0 ? null : <path key={`line${at}`} class={state} d={`M${(at - 1) * gap + edge + 7} 12h${gap - 14}`} />
      )}
      {stops.map((state, at) => (
        <circle key={at} class={state} cx={at * gap + edge} cy="12" r={state === 'now' ? 8 : 6} />
      ))}
    </svg>
  )
}
