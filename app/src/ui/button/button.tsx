// Buttons say what the person would say. One main button on a screen.
import { type ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export type ButtonKind = 'main' | 'plain' | 'quiet'

type Look = { kind?: ButtonKind | undefined; icon?: IconName | undefined; children: ComponentChildren }

const look = (kind: ButtonKind = 'main') => `btn ${kind}`

/** Sends the form it stands in (or the one named by `form`). */
export function Button(
  p: Look & {
    name?: string | undefined
    value?: string | undefined
    form?: string | undefined
    formaction?: string | undefined
    /** What it does, when the words alone do not say to what: "Haal weg: Licht in de gangen". */
    label?: string | undefined
  }
) {
  const { kind, icon, children, label, ...rest } = p
  return (
    <button class={look(kind)} type="submit" aria-label={label} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  )
}

/** Goes somewhere, and looks as important as a button. */
export function LinkButton({ kind, icon, href, children }: Look & { href: string }) {
  return (
    <a class={look(kind)} href={href}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Buttons that belong together. */
export const Buttons = ({ children }: { children: ComponentChildren }) => <div class="btns">{children}</div>
