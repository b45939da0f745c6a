// Examples are the documentation of a piece, its accessibility test and a page in demo mode, all at once.
import { type VNode } from 'preact'

export type Example = {
  name: string
  /** A whole document of its own (with html, head and h1), not something to put inside another page. */
  whole?: boolean
  show: () => VNode
}

/** Words that come in as a prop: a string, or more than that. */
export { type ComponentChildren as Words } from 'preact'
