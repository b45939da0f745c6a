import type { VNode } from 'preact'
import { BackLink, Button, Buttons, Facts, Form, LinkButton, Notice, Quote, Step, type Fact } from '../../ui/index.ts'
import { Refused, type Visit } from '../../web/index.ts'
import { dirOf, type Words } from '../../words/index.ts'
import { mayReadAll } from '../actions.ts'
import { langTag } from '../views.tsx'
import { addressOf, isTheirs } from './actions.ts'
import type { Asked, Question } from './questions.tsx'

/** The proof that a form came from here. Answers to a question have no `once`: sending other words again must keep those. */
const proof = (visit: Visit) => ({ csrf: visit.formTokens()['csrf'] ?? '' })

const pathOf = (visit: Visit): string => visit.here.split('?')[0] ?? '/'

/** One question with its step, its button, and a way back that keeps what was typed. */
export function Screen({ asked, question, order }: { asked: Asked; question: Question; order: Question[] }): VNode {
  const { visit, answers } = asked
  const { t } = visit
  const now = Math.max(1, order.indexOf(question) + 1)
  const lost = !isTheirs(answers, visit.by)
  return (
    <>
      <Step words={t('voices.step', { now, of: order.length })} now={now} of={order.length} />
      <Refused visit={visit} refusals={asked.refusals} />
      {lost ? (
        <Notice kind="note">
          <p>
            {t('voices.signed-out')} <a href="/aanmelden">{t('frame.sign-in')}</a>
          </p>
        </Notice>
      ) : null}
      <Form action={visit.here} hidden={proof(visit)} id="form">
        {question.draw(asked)}
        <Buttons>
          <Button>{t('voices.next')}</Button>
          {now > 1 ? (
            <Button kind="plain" formaction={`${pathOf(visit)}?terug`}>
              {t('voices.back')}
            </Button>
          ) : null}
        </Buttons>
      </Form>
      {question.name === 'what' && !answers.helper && mayReadAll(visit.by.roles) ? (
        <p>
          <a href="/inbreng/voor-een-ander">{t('voices.for-another')}</a>
        </p>
      ) : null}
    </>
  )
}

/** Nothing is sent yet: the words as they will be kept, and what was chosen, each with a way to change it. */
export function Check(p: { asked: Asked; order: Question[]; placeOf: (question: Question) => string }): VNode {
  const { visit, answers } = p.asked
  const { t } = visit
  return (
    <>
      <Step words={t('voices.last-step')} now={p.order.length + 1} of={p.order.length} />
      <Refused visit={visit} refusals={p.asked.refusals} />
      <h1>{t('voices.check')}</h1>
      <Quote lang={langTag(answers.lang)} dir={answers.lang === 'und' ? 'auto' : dirOf(answers.lang)}>
        {answers.text}
      </Quote>
      <Facts
        facts={p.order.map((question) => ({
          term: t.find(`voices.check.${question.name}`) ?? question.name,
          detail: (
            <>
              {answered(p.asked, question)}{' '}
              <a href={`${p.placeOf(question)}?klopt`} aria-label={t.find(`voices.check.change.${question.name}`)}>
                {t('voices.check.change')}
              </a>
            </>
          )
        }))}
      />
      <Form action={visit.here} hidden={visit.formTokens()} id="form" button={t('voices.send')} />
      <p class="meta">{t(answers.helper ? 'voices.check.then-other' : 'voices.check.then')}</p>
    </>
  )
}

function answered({ visit, answers, areas }: Asked, question: Question): Fact['detail'] {
  const { t } = visit
  switch (question.name) {
    case 'heard': {
      const parts = [
        t.find(`voices.channel.${answers.channel}`),
        answers.heardOn ? t.day(answers.heardOn) : '',
        answers.onBehalf ? t('voices.on-behalf') : ''
      ]
      return parts.filter(Boolean).join(' · ')
    }
    case 'what':
      return t('voices.check.above')
    case 'where':
      return areas.find((area) => area.id === answers.area)?.name ?? t('voices.give.area.none')
    case 'show':
      return t.find(`voices.give.show.${answers.show}`)
    case 'tell':
      return [t.find(`voices.give.how.${answers.how}`), addressOf(answers)].filter(Boolean).join(': ')
  }
}

/** The draft was sent or ended: say so, and what can be done. */
export function Gone({ t }: { t: Words }): VNode {
  return (
    <>
      <BackLink href="/">{t('trouble.home')}</BackLink>
      <h1>{t('voices.gone')}</h1>
      <p>{t('voices.gone.sent')}</p>
      <p>{t('voices.gone.ended')}</p>
      <Buttons>
        <LinkButton href="/inbreng/nieuw">{t('voices.again')}</LinkButton>
        <LinkButton kind="plain" href="/volg">
          {t('voices.have-code')}
        </LinkButton>
      </Buttons>
    </>
  )
}
