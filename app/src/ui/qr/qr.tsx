// A square code that any telephone reads, as one SVG path. Always black on white with its quiet zone, also in the dark.
import QRCode from 'qrcode'

/** `text` is what it holds (an address); `label` is what a screen reader says. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const quiet = 4
  const full = size + 2 * quiet
  return (
    <svg class="qr" viewBox={`0 0 ${full} ${full}`} width="160" height="160" role="img" aria-label={label}>
      <rect width={full} height={full} fill="#fff" />
      <path d={runs(data, size, quiet)} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

/** Each run of dark modules in a row as one rectangle. */
function runs(modules: ArrayLike<number>, size: number, quiet: number): string {
  let d = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let long = 0
      while (x + long < size && modules[y * size + x + long]) long++
      if (long === 0) continue
      d += `M${x + quiet} ${y + quiet}h${long}v1h-${long}z`
      x += long
    }
  }
  return d
}
