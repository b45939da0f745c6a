/** What was said about a request since somebody opened a form about it: each change adds one to its version and one event. */
import { Meta, Quote } from '../ui/index.ts'
import { overtaken, type Sent, type Visit } from '../web/index.ts'
import type { RequestEvent } from './queries.ts'

interface Props {
  visit: Visit
  sent: Sent | undefined
  events: readonly RequestEvent[]
}

export function Meanwhile({ visit: { t }, sent, events }: Props) {
  const since = overtaken(sent) ? events.slice(Number.parseInt(sent?.seen ?? '0', 10) || 0) : []
  if (since.length === 0) return null
  return (
    <section>
      <h2>{t('form.meanwhile')}</h2>
      {since.map((event) => (
        <div key={event.id}>
          <Meta>{[t(`request.event.${event.kind}`), event.by_name].filter(Boolean).join(' · ')}</Meta>
          {event.text ? (
            <Quote lang="nl" small>
              {event.text}
            </Quote>
          ) : null}
        </div>
      ))}
    </section>
  )
}
