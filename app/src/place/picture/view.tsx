// The neighbourhood's picture, drawn the same on the first page and where it is chosen.
import { PhotoFrame } from '../../ui/index.ts'
import type { PictureShown } from '../queries.ts'

/** The neighbourhood's picture, as on its front page. */
export const PlacePicture = ({ picture }: { picture: PictureShown }) => (
  <PhotoFrame src={`/beeld/${picture.id}`} alt={picture.alt} width={picture.width} height={picture.height} />
)
