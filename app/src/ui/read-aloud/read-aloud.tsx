// A button that reads a part of the page aloud. It stays hidden until client.ts finds that the device can speak.
import { type ComponentChildren } from 'preact'

/** `part` is a selector of what is read, the whole main part when absent. */
export const ReadAloud = ({ words, part = 'main' }: { words: ComponentChildren; part?: string | undefined }) => (
  <button class="btn quiet" type="button" hidden data-read={part} aria-pressed="false">
    {words}
  </button>
)
