import { type Example } from '../example.ts'
import { Quote } from './quote.tsx'

export const examples: Example[] = [
  {
    name: 'what someone said',
    show: () => (
      <Quote lang="nl" by="Opgeschreven door een bewoner van jouw flat · Kruidenhof · zo mag iedereen het lezen">
        In de gang is het ’s avonds donker. Mijn moeder durft niet meer naar buiten.
      </Quote>
    )
  },
  {
    name: 'in another language, with its translation',
    show: () => (
      <Quote
        lang="ak"
        by="Gezegd aan de deur · Karwijflat"
        translation={{
          lang: 'nl',
          text: 'Het trappenhuis is donker. De kinderen zijn bang.',
          mark: 'Vertaald uit het Twi door een buurvrouw'
        }}
      >
        Atrapoe no mu yɛ sum. Mmofra no suro.
      </Quote>
    )
  },
  {
    name: 'right to left, with its translation',
    show: () => (
      <Quote
        lang="ar"
        dir="rtl"
        by="Gezegd in de moskee"
        translation={{ lang: 'nl', text: 'De gang is ’s avonds donker.', mark: 'Vertaald uit het Arabisch' }}
      >
        الممر مظلم في المساء، وأمي لا تجرؤ على الخروج.
      </Quote>
    )
  },
  {
    name: 'long, with lines as they were written',
    show: () => (
      <Quote lang="nl" by="Op papier ontvangen">
        {'Beste buren,\n\n' + 'Ik woon hier nu eenendertig jaar en ik heb veel zien komen en gaan. '.repeat(6).trim()}
      </Quote>
    )
  },
  {
    name: 'small, in a list',
    show: () => (
      <Quote lang="nl" small by="Een bewoner van Kruidenhof">
        De lampen doen het al weken niet.
      </Quote>
    )
  }
]
