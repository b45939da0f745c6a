// The areas of the neighbourhood, drawn, with the same areas as a list beside it: nothing is only in the drawing.
// How much there is (tone) shows as a pattern that gets denser, so that it also reads without colour and on paper.
import { type ComponentChildren } from 'preact'

export type MapArea = {
  id: string
  name: string
  /** The outline, as the `d` of an SVG path. */
  path: string
  /** Where the name stands; without it in the middle of the outline (for outlines of M, L and Z only). */
  at?: readonly [number, number] | undefined
  href?: string | undefined
  /** What is said of it in the list: "12 buurtbehoeften". */
  label?: ComponentChildren
  tone?: 0 | 1 | 2 | 3 | 4 | undefined
  current?: boolean | undefined
}

/** What lies between the areas and helps people find their way: drawn, never clicked. */
export type MapLandmark =
  | { kind: 'park' | 'water' | 'metro'; name: string; path: string }
  | { kind: 'station'; name: string; x: number; y: number }

export type AreaMapProps = {
  title: ComponentChildren
  /** `0 0 400 300` */
  viewBox: string
  areas: MapArea[]
  landmarks?: MapLandmark[] | undefined
  /** When a page has two maps. */
  id?: string | undefined
}

export function AreaMap({ title, viewBox, areas, landmarks = [], id = 'map' }: AreaMapProps) {
  const width = Number(viewBox.split(/[\s,]+/)[2] ?? 400)
  const unit = width / 400
  const toned = areas.some((area) => area.tone !== undefined)
  return (
    <figure class="map">
      <figcaption>{title}</figcaption>
      <div class="map-sides">
        <svg viewBox={viewBox} aria-hidden="true" stroke-width={2 * unit} font-size={17 * unit}>
          <Patterns id={id} unit={unit} />
          {landmarks.filter(isGround).map((mark) => (
            <Landmark key={mark.name} mark={mark} unit={unit} />
          ))}
          {areas
            .toSorted((a, b) => Number(a.current ?? 0) - Number(b.current ?? 0))
            .map((area) => (
              <Outline key={area.id} area={area} fill={`url(#${id}-${area.tone ?? 0})`} />
            ))}
          {landmarks
            .filter((mark) => !isGround(mark))
            .map((mark) => (
              <Landmark key={mark.name} mark={mark} unit={unit} />
            ))}
          {landmarks.map((mark) => (
            <LandmarkName key={mark.name} mark={mark} unit={unit} />
          ))}
          {areas.map((area) => {
            const [x, y] = area.at ?? middle(area.path)
            return (
              <text key={area.id} x={x} y={y} stroke-width={5 * unit}>
                {area.name}
              </text>
            )
          })}
        </svg>
        <ul>
          {areas.map((area) => (
            <li key={area.id}>
              {toned ? <Swatch fill={`url(#${id}-${area.tone ?? 0})`} /> : null}
              <span>
                {area.href === undefined ? (
                  <strong>{area.name}</strong>
                ) : (
                  <a href={area.href} aria-current={area.current ? 'true' : undefined}>
                    {area.name}
                  </a>
                )}
                {area.label ? <span class="meta"> {area.label}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </figure>
  )
}

function Outline({ area, fill }: { area: MapArea; fill: string }) {
  const outline = <path class={area.current ? 'area current' : 'area'} d={area.path} fill={fill} />
  if (area.href === undefined) return outline
  return (
    <a href={area.href} tabIndex={-1}>
      {outline}
    </a>
  )
}

/** Parks and water lie under the areas; rails and stations over them. */
const isGround = (mark: MapLandmark) => mark.kind === 'park' || mark.kind === 'water'

function Landmark({ mark, unit }: { mark: MapLandmark; unit: number }) {
  if (mark.kind === 'station')
    return <circle class="land station" cx={mark.x} cy={mark.y} r={6 * unit} stroke-width={2.5 * unit} />
  return <path class={`land ${mark.kind}`} d={mark.path} stroke-width={3 * unit} />
}

/** Written over everything, so that no area hides it. A line needs no name: its stations have one. */
function LandmarkName({ mark, unit }: { mark: MapLandmark; unit: number }) {
  if (mark.kind === 'metro') return null
  const [x, y] = mark.kind === 'station' ? [mark.x, mark.y - 15 * unit] : middle(mark.path)
  return (
    <text class="land" x={x} y={y} font-size={11 * unit} stroke-width={4 * unit}>
      {mark.name}
    </text>
  )
}

const Swatch = ({ fill }: { fill: string }) => (
  <svg class="swatch" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
    <rect class="area" x="1" y="1" width="26" height="26" rx="5" stroke-width="2" fill={fill} />
  </svg>
)

/** From empty paper, over ever denser stripes, to full. */
function Patterns({ id, unit }: { id: string; unit: number }) {
  return (
    <defs>
      {[0, 1, 2, 3, 4].map((tone) => (
        <pattern
          key={tone}
          id={`${id}-${tone}`}
          width={12 * unit}
          height={12 * unit}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="tone-paper" width={12 * unit} height={12 * unit} />
          <rect class="tone" width={(tone === 4 ? 12 : tone * 2.5) * unit} height={12 * unit} />
        </pattern>
      ))}
    </defs>
  )
}

function middle(path: string): [number, number] {
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
  const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)]
  const half = (of: number[]) => (Math.min(...of) + Math.max(...of)) / 2
  return [half(xs), half(ys)]
}
