// People's own words are the heroes: large, in their own language. An official's words look the same as a resident's.
import { type ComponentChildren } from 'preact'

type Dir = 'ltr' | 'rtl' | 'auto'

export type QuoteProps = {
  /** The words as they were said; never changed. Line breaks are kept. */
  children: ComponentChildren
  lang: string
  dir?: Dir | undefined
  /** Who or where: "een bewoner van Kruidenhof · aan de deur". */
  by?: ComponentChildren
  /** Beneath the words and marked as a translation; it never replaces them. */
  translation?: { lang: string; dir?: Dir | undefined; text: ComponentChildren; mark: ComponentChildren } | undefined
  /** For lists of many. */
  small?: boolean | undefined
}

export function Quote({ children, lang, dir = 'auto', by, translation, small }: QuoteProps) {
  const long = typeof children === 'string' && children.length > 280
  return (
    <figure class={small ? 'quote small' : long ? 'quote long' : 'quote'}>
      <blockquote lang={lang} dir={dir}>
        {children}
      </blockquote>
      {translation === undefined ? null : (
        <div class="translation">
          <p class="meta">{translation.mark}</p>
          <blockquote lang={translation.lang} dir={translation.dir ?? 'auto'}>
            {translation.text}
          </blockquote>
        </div>
      )}
      {by ? <figcaption class="meta">{by}</figcaption> : null}
    </figure>
  )
}
