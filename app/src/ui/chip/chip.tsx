// A few words about where something stands. Never colour alone: the words say it.
import { type ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

export type ChipKind = 'plain' | 'late' | 'no' | 'good' | 'wait'
const icons = { plain: undefined, late: 'clock', no: 'stop', good: 'check', wait: 'clock' } as const

export function Chip({ kind = 'plain', children }: { kind?: ChipKind | undefined; children: ComponentChildren }) {
  const icon = icons[kind]
  return (
    <span class={`chip ${kind}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  )
}
