// A photo or drawing of residents' own, with room kept for it so that nothing jumps while it comes in.
export type PhotoFrameProps = {
  src: string
  alt: string
  width: number
  height: number
  /** Nothing is cut off: for paper that is read. */
  whole?: boolean | undefined
}

export const PhotoFrame = (p: PhotoFrameProps) => (
  <p class={p.whole ? 'photo whole' : 'photo'}>
    <img src={p.src} alt={p.alt} width={p.width} height={p.height} decoding="async" />
  </p>
)
