// The whole document: skip link, the neighbourhood's own name and mark, few links, one column, a foot.
import { type ComponentChildren, type VNode } from 'preact'
import { Icon, Mark } from '../icon/icon.tsx'

export type PageLink = { href: string; text: ComponentChildren; current?: boolean | undefined }
export type LanguageLink = { href: string; lang: string; text: string; current?: boolean | undefined }

export type PageProps = {
  lang: string
  dir: 'ltr' | 'rtl'
  /** What this page is; the browser's title becomes "title – siteName". */
  title: string
  siteName: string
  stylesheets: string[]
  /** Words for the skip link and the names of the navigations. */
  words: { skip: string; nav: string; languages: string }
  home?: string | undefined
  /** Address of a square picture of the neighbourhood, instead of the mark. */
  picture?: string | undefined
  icon?: string | undefined
  description?: string | undefined
  nav?: PageLink[] | undefined
  /** The rest of the links, behind one word; opens without JavaScript. */
  menu?: { text: string; links: PageLink[] } | undefined
  languageLinks?: LanguageLink[] | undefined
  /** Who is signed in, and the way out. */
  account?: ComponentChildren
  demoBar?: ComponentChildren
  notice?: ComponentChildren
  footer?: ComponentChildren
  /** For helpers' and officials' pages, which may be denser. */
  wide?: boolean | undefined
  /** More for the head: feeds, alternates. */
  headLinks?: ComponentChildren
  scripts?: string[] | undefined
  children: ComponentChildren
}

/** A document from `<html>` down; `renderPage` puts the doctype before it. */
export function Page(p: PageProps): VNode {
  return (
    <html lang={p.lang} dir={p.dir}>
      <Head {...p} />
      <body class={p.wide ? 'wide' : undefined}>
        <a class="skip" href="#main">
          {p.words.skip}
        </a>
        {p.demoBar}
        <Header {...p} />
        <main class="wrap" id="main" tabIndex={-1}>
          {p.notice}
          {p.children}
        </main>
        {p.footer === undefined ? null : (
          <footer class="foot">
            <div class="wrap">{p.footer}</div>
          </footer>
        )}
      </body>
    </html>
  )
}

function Head(p: PageProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{p.title === p.siteName ? p.title : `${p.title} – ${p.siteName}`}</title>
      <meta name="color-scheme" content="light dark" />
      {p.description === undefined ? null : <meta name="description" content={p.description} />}
      {p.stylesheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {p.icon === undefined ? null : <link rel="icon" href={p.icon} />}
      {p.headLinks}
      {p.scripts?.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </head>
  )
}

function Header(p: PageProps) {
  return (
    <header class="top">
      <div class="wrap">
        <a class="name" href={p.home ?? '/'}>
          {p.picture === undefined ? <Mark /> : <img class="mark" src={p.picture} alt="" width="34" height="34" />}
          {p.siteName}
        </a>
        {p.account === undefined ? null : <div class="account">{p.account}</div>}
        {p.languageLinks === undefined ? null : <Languages label={p.words.languages} links={p.languageLinks} />}
        {p.nav === undefined && p.menu === undefined ? null : (
          <nav class="main-nav" aria-label={p.words.nav}>
            <ul>{p.nav?.map(navItem)}</ul>
            {p.menu === undefined ? null : (
              <details class="menu">
                <summary>
                  <Icon name="menu" /> {p.menu.text}
                </summary>
                <ul>{p.menu.links.map(navItem)}</ul>
              </details>
            )}
          </nav>
        )}
      </div>
    </header>
  )
}

const navItem = (link: PageLink) => (
  <li key={link.href}>
    <a href={link.href} aria-current={link.current ? 'page' : undefined}>
      {link.text}
    </a>
  </li>
)

/** The other languages this page can be read in; each is written in itself. */
function Languages({ label, links }: { label: string; links: LanguageLink[] }) {
  return (
    <nav class="languages" aria-label={label}>
      <Icon name="globe" />
      <ul>
        {links.map((l) => (
          <li key={l.lang}>
            <a href={l.href} lang={l.lang} hreflang={l.lang} aria-current={l.current ? 'true' : undefined}>
              {l.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
