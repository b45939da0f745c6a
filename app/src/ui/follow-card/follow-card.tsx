// The card a person keeps: a code in big groups, a square to scan, and plain words on what to do with it.
import { type ComponentChildren } from 'preact'
import { Mark } from '../icon/icon.tsx'

export type FollowCardProps = {
  siteName: string
  title: ComponentChildren
  codeLabel: ComponentChildren
  /** With or without spaces: `K7QF2M9D4T`. */
  code: string
  /** A `<Qr>`, when there is an address to scan. */
  qr?: ComponentChildren
  /** The address to type, without https. */
  address?: ComponentChildren
  /** What to do with the card, who to call. */
  children?: ComponentChildren
}

export function FollowCard(p: FollowCardProps) {
  return (
    <article class="follow-card">
      <div class="follow-sides">
        <div>
          <p class="follow-name">
            <Mark /> {p.siteName}
          </p>
          <p class="follow-title">{p.title}</p>
          {p.children}
        </div>
        {p.qr}
      </div>
      <div class="follow-code">
        <p>{p.codeLabel}</p>
        <p class="code" translate={false}>
          <bdi dir="ltr">
            {codeGroups(p.code).map((group, at) => [at === 0 ? '' : ' ', <span key={at}>{group}</span>])}
          </bdi>
        </p>
        {p.address ? (
          <p class="follow-address">
            <bdi dir="ltr">{p.address}</bdi>
          </p>
        ) : null}
      </div>
    </article>
  )
}

/** Groups of four are the easiest to read aloud and to type: `K7QF 2M9D 4T`. */
export const codeGroups = (code: string): string[] => code.replace(/[\s-]/g, '').match(/.{1,4}/g) ?? []

/** Several cards on one A4, to cut out: for the door round, for the community centre. */
export const PrintSheet = ({ children }: { children: ComponentChildren }) => <div class="sheet">{children}</div>
