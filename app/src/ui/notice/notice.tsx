// Something to know now: it went well, it stops here, or good to know.
import { type ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

export type NoticeKind = 'good' | 'stop' | 'note'
const icons = { good: 'check', stop: 'stop', note: 'note' } as const

export type NoticeProps = {
  kind: NoticeKind
  title?: ComponentChildren
  /** Just happened, so a screen reader says it at once. */
  fresh?: boolean | undefined
  children?: ComponentChildren
}

export function Notice({ kind, title, fresh, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={fresh ? (kind === 'stop' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[kind]} />
      <div class="notice-words">
        {title ? (
          <p>
            <strong>{title}</strong>
          </p>
        ) : null}
        {children}
      </div>
    </div>
  )
}
