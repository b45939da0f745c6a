// Small words, first words, and a number a person can picture: "18 van 31".
import { type ComponentChildren } from 'preact'

type Words = { children: ComponentChildren }

export const Lead = ({ children }: Words) => <p class="lead">{children}</p>
export const Meta = ({ children }: Words) => <p class="meta">{children}</p>

/** Only for who listens to the page. */
export const Aloud = ({ children }: Words) => <span class="aloud">{children}</span>

/** An honest number with what it counts. */
export const BigNumber = ({ number, children }: Words & { number: ComponentChildren }) => (
  <p class="number">
    <strong>{number}</strong> {children}
  </p>
)

/** One thing after another in a single row that wraps: a chip, a name, a day. */
export const Row = ({ children }: Words) => <div class="row">{children}</div>
