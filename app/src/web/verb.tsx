/** One verb on one small page: what it means in plain words and the form, or in plain words why it cannot be done now. */
import type { Decision } from '@buurtmacht/domain'
import type { ComponentChildren } from 'preact'
import { BackLink, Buttons, Lead, LinkButton, Notice } from '../ui/index.ts'
import type { Facts } from '../words/index.ts'
import type { Fields, Typed } from './fields.ts'
import { PageForm, refusalWords, type Option } from './form.tsx'
import type { Sent, Shown, Visit } from './page.ts'

export interface VerbShown {
  visit: Visit
  sent?: Sent | undefined
  /** Prefix of the words: `….heading`, `….intro`, and those of the form. */
  words: string
  /** Fill the gaps in heading and intro. */
  facts?: Facts
  back: { href: string; text: string }
  /** Whether the rules would allow it now, asked with words that are good enough. */
  could: Decision<unknown>
  fields: Fields
  values?: Typed
  options?: Record<string, Option[]>
  /** What it is about: the words that are answered, judged or taken back. */
  children?: ComponentChildren
}

/** Whoever opened it by mistake goes back with one touch; nothing has happened. */
export const NotAfterAll = ({ visit, back }: { visit: Pick<Visit, 't'>; back: string }) => (
  <LinkButton kind="quiet" href={back}>
    {visit.t('verb.not-after-all')}
  </LinkButton>
)

export function verbShown(shown: VerbShown): Shown {
  const { visit, sent, words, facts, back, could, fields, values, options } = shown
  const { t } = visit
  const title = t.find(`${words}.heading`, facts) ?? words
  const lead = t.find(`${words}.intro`, facts)
  return {
    title,
    private: true,
    body: (
      <>
        <BackLink href={back.href}>{back.text}</BackLink>
        <h1>{title}</h1>
        {lead ? <Lead>{lead}</Lead> : null}
        {shown.children}
        {could.ok || sent ? (
          <PageForm
            visit={visit}
            fields={fields}
            words={words}
            sent={sent}
            {...(values ? { values } : {})}
            {...(options ? { options } : {})}
            more={<NotAfterAll visit={visit} back={back.href} />}
          />
        ) : (
          <>
            <Notice kind="stop" title={t('verb.not-now')}>
              <p>{refusalWords(visit, could.refusal)}</p>
            </Notice>
            <Buttons>
              <LinkButton kind="plain" href={back.href}>
                {t('verb.back')}
              </LinkButton>
            </Buttons>
          </>
        )}
      </>
    )
  }
}
