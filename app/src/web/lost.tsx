/** Signed out while writing: nothing typed is lost. Sign in elsewhere, come back, press the button. */
import { Button, Form, LinkButton, LongTextField, Notice } from '../ui/index.ts'
import type { Typed } from './fields.ts'
import type { Shown, Visit } from './page.ts'

export function sayLost(visit: Visit, typed: Typed): Shown {
  const { t } = visit
  const texts = Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
  return {
    title: t('lost.title'),
    private: true,
    body: (
      <>
        <h1>{t('lost.title')}</h1>
        <Notice kind="note">
          <p>{t('lost.what')}</p>
        </Notice>
        <p>
          <LinkButton href={`/aanmelden?terug=${encodeURIComponent(visit.here)}`}>{t('frame.sign-in')}</LinkButton>
        </p>
        <p>{t('lost.then')}</p>
        <Form action={visit.here} hidden={visit.formTokens()}>
          {texts.map(([name, value], at) => (
            <LongTextField
              key={at}
              name={name}
              id={`kept-${at}`}
              label={t.find(`field.${name}`) ?? t('lost.kept')}
              value={value}
            />
          ))}
          <Button>{t('lost.again')}</Button>
        </Form>
      </>
    )
  }
}
