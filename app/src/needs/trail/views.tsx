import type { VNode } from 'preact'
import { Steps } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import type { Mark } from './trail.ts'

/** What happened to a need, in order, each with its day and its reason. */
export function Trail({ visit, trail }: { visit: Visit; trail: readonly Mark[] }): VNode {
  return (
    <Steps
      steps={trail.map((mark) => (
        <Step key={mark.at} visit={visit} mark={mark} />
      ))}
    />
  )
}

function Step({ visit, mark }: { visit: Visit; mark: Mark }): VNode {
  const { t } = visit
  const words = t.find(`needs.${mark.kind}`, { group: mark.group ?? '', n: mark.howMany })
  return (
    <>
      <strong>{t.dayOfInstant(mark.at)}</strong> {words}
      {mark.needs.map((need, at) => (
        <span key={need.id}>
          {at === 0 ? ' ' : ', '}
          <a href={`/buurtbehoeften/${need.id}`}>{need.sentence}</a>
        </span>
      ))}
      {mark.was ? <span> “{mark.was}”</span> : null}
      {mark.why ? (
        <>
          <br />
          {t('needs.why', { why: mark.why })}
        </>
      ) : null}
    </>
  )
}
