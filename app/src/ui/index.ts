// The pieces of the interface. They know nothing of the neighbourhood and nothing of languages: all words come in.
import { type Example } from './example.ts'
import { examples as button } from './button/button.examples.tsx'
import { examples as card } from './card/card.examples.tsx'
import { examples as chart } from './chart/chart.examples.tsx'
import { examples as chip } from './chip/chip.examples.tsx'
import { examples as choice } from './choice/choice.examples.tsx'
import { examples as cover } from './cover/cover.examples.tsx'
import { examples as demoBar } from './demo-bar/demo-bar.examples.tsx'
import { examples as facts } from './facts/facts.examples.tsx'
import { examples as field } from './field/field.examples.tsx'
import { examples as finding } from './finding/finding.examples.tsx'
import { examples as followCard } from './follow-card/follow-card.examples.tsx'
import { examples as form } from './form/form.examples.tsx'
import { examples as icon } from './icon/icon.examples.tsx'
import { examples as map } from './map/map.examples.tsx'
import { examples as notice } from './notice/notice.examples.tsx'
import { examples as page } from './page/page.examples.tsx'
import { examples as paper } from './paper/paper.examples.tsx'
import { examples as photo } from './photo/photo.examples.tsx'
import { examples as qr } from './qr/qr.examples.tsx'
import { examples as quote } from './quote/quote.examples.tsx'
import { examples as readAloud } from './read-aloud/read-aloud.examples.tsx'
import { examples as table } from './table/table.examples.tsx'
import { examples as text } from './text/text.examples.tsx'
import { examples as way } from './way/way.examples.tsx'

export * from './button/button.tsx'
export * from './card/card.tsx'
export * from './chart/chart.tsx'
export * from './chart/spent.tsx'
export * from './chip/chip.tsx'
export * from './choice/choice.tsx'
export * from './cover/cover.tsx'
export * from './demo-bar/demo-bar.tsx'
export * from './error-page/error-page.tsx'
export * from './facts/facts.tsx'
export { DayField, FileField, HiddenField, LongTextField, SelectField, TextField } from './field/field.tsx'
export { type FieldProps, type SelectOption } from './field/field.tsx'
export * from './finding/finding.tsx'
export * from './follow-card/follow-card.tsx'
export * from './form/form.tsx'
export * from './icon/icon.tsx'
export * from './map/map.tsx'
export * from './notice/notice.tsx'
export * from './page/page.tsx'
export * from './paper/groups.tsx'
export * from './paper/paper.tsx'
export * from './photo/photo.tsx'
export * from './qr/qr.tsx'
export * from './quote/quote.tsx'
export * from './read-aloud/read-aloud.tsx'
export * from './table/table.tsx'
export * from './text/text.tsx'
export * from './way/way.tsx'
export { type Example, type Words } from './example.ts'
export { renderPage } from './render.ts'
export * from './theme.ts'

/** Every piece with its examples. Those marked `whole` are documents of their own (Page and what has the h1 of a page). */
export const allExamples: { piece: string; examples: Example[] }[] = [
  { piece: 'page', examples: page },
  { piece: 'way', examples: way },
  { piece: 'quote', examples: quote },
  { piece: 'card', examples: card },
  { piece: 'chip', examples: chip },
  { piece: 'text', examples: text },
  { piece: 'button', examples: button },
  { piece: 'field', examples: field },
  { piece: 'choice', examples: choice },
  { piece: 'form', examples: form },
  { piece: 'notice', examples: notice },
  { piece: 'facts', examples: facts },
  { piece: 'table', examples: table },
  { piece: 'chart', examples: chart },
  { piece: 'map', examples: map },
  { piece: 'finding', examples: finding },
  { piece: 'follow-card', examples: followCard },
  { piece: 'paper', examples: paper },
  { piece: 'photo', examples: photo },
  { piece: 'cover', examples: cover },
  { piece: 'qr', examples: qr },
  { piece: 'icon', examples: icon },
  { piece: 'read-aloud', examples: readAloud },
  { piece: 'demo-bar', examples: demoBar }
]
