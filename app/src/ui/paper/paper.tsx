// What is printed for voting: the paper ballot, the poster with all plans, and a page per plan. A4, large type, black on white.
import { type ComponentChildren } from 'preact'
import { PlanMark, StepPicture, type StepMark } from './marks.tsx'

export { PlanMark, StepPicture, type StepMark } from './marks.tsx'

export type PaperPlan = {
  number: number
  title: string
  /** What it costs, who it is of. */
  meta?: ComponentChildren
  /** The pot it asks money from; a heading stands above the first of each. */
  pot?: string | undefined
}

export type PaperStep = { step: StepMark; text: ComponentChildren }

export type BallotPaperProps = {
  siteName: string
  title: ComponentChildren
  steps: PaperStep[]
  plans: PaperPlan[]
  /** Points are written in the box; otherwise it is crossed. */
  points?: boolean | undefined
  /** The code that makes this sheet count, as it is read aloud, with a square to scan; an empty place for it when absent. */
  code?: { code: string; qr?: ComponentChildren } | undefined
  codeLabel: ComponentChildren
  /** Below the code: its number, the address to vote at, whom to ask. */
  children?: ComponentChildren
  /** "Voorbeeld": stands large over a sheet that does not count. */
  specimen?: string | undefined
}

/** One sheet of paper to vote with. */
export function BallotPaper(p: BallotPaperProps) {
  return (
    <article class="paper ballot-paper">
      {p.specimen ? <Specimen words={p.specimen} /> : null}
      <p class="paper-site">{p.siteName}</p>
      <h2 class="paper-title">{p.title}</h2>
      <PaperSteps steps={p.steps} />
      <ol class={p.plans.length > 12 ? 'boxes two' : 'boxes'}>
        {p.plans.map((plan, at) => (
          <li key={plan.number}>
            {plan.pot && plan.pot !== p.plans[at - 1]?.pot ? <p class="paper-pot">{plan.pot}</p> : null}
            <div class="box-row">
              <span class={p.points ? 'box wide' : 'box'} />
              <PlanNumber number={plan.number} />{' '}
              <span class="box-words">
                <strong dir="auto">{plan.title}</strong> {plan.meta ? <span>{plan.meta}</span> : null}
              </span>
            </div>
          </li>
        ))}
      </ol>
      <div class="paper-code">
        {p.code?.qr ?? <span class="qr-room" />}
        <div>
          <p>{p.codeLabel}</p>
          <p class="code" translate={false}>
            {p.code ? <bdi dir="ltr">{p.code.code}</bdi> : <span class="code-room" />}
          </p>
          {p.children}
        </div>
      </div>
    </article>
  )
}

const Specimen = ({ words }: { words: string }) => (
  <svg class="specimen" viewBox="0 0 400 100" role="img" aria-label={words}>
    <text x="200" y="68" text-anchor="middle">
      {words}
    </text>
  </svg>
)

export const PaperSteps = ({ steps }: { steps: PaperStep[] }) => (
  <ol class="paper-steps">
    {steps.map((one, at) => (
      <li key={at}>
        <StepPicture step={one.step} />
        <span>{one.text}</span>
      </li>
    ))}
  </ol>
)

export const PlanNumber = ({ number }: { number: number }) => (
  <span class="plan-number">
    <PlanMark number={number} />
    <strong>{number}</strong>
  </span>
)

export type PosterProps = {
  siteName: string
  title: ComponentChildren
  lead?: ComponentChildren
  plans: (PaperPlan & { what?: ComponentChildren })[]
  steps: PaperStep[]
  qr?: ComponentChildren
  address?: ComponentChildren
}

/** For on the wall: every plan with its number and picture, how to vote, and where. */
export const Poster = (p: PosterProps) => (
  <article class="paper poster">
    <p class="paper-site">{p.siteName}</p>
    <h2 class="paper-title">{p.title}</h2>
    {p.lead ? <p class="lead">{p.lead}</p> : null}
    <PaperSteps steps={p.steps} />
    <ol class={p.plans.length > 6 ? 'poster-plans two' : 'poster-plans'}>
      {p.plans.map((plan, at) => (
        <li key={plan.number}>
          {plan.pot && plan.pot !== p.plans[at - 1]?.pot ? <p class="paper-pot">{plan.pot}</p> : null}
          <div class="box-row">
            <PlanNumber number={plan.number} />{' '}
            <span class="box-words">
              <strong dir="auto">{plan.title}</strong> {plan.meta ? <span>{plan.meta}</span> : null}
            </span>
          </div>
        </li>
      ))}
    </ol>
    <div class="paper-code">
      {p.qr}
      <p class="follow-address">{p.address}</p>
    </div>
  </article>
)

/** One plan on one page of the booklet. */
export const PlanSheet = ({
  number,
  title,
  children
}: {
  number: number
  title: string
  children: ComponentChildren
}) => (
  <article class="paper plan-sheet">
    <div class="plan-sheet-head">
      <PlanNumber number={number} />{' '}
      <h2 class="paper-title" dir="auto">
        {title}
      </h2>
    </div>
    {children}
  </article>
)
