/** Reads HTML as a browser does (parse5 follows the standard), and says what is wrong with a page. */
import { HtmlValidate } from 'html-validate'
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { allMessages } from '../src/words/index.ts'

export type Element = Tree.Element
type Node = Tree.ChildNode

export const read = (text: string): Tree.Document => parse(text)

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

/** Every element below, in the order of the page. */
export function* within(from: Tree.ParentNode): Generator<Element> {
  for (const child of defaultTreeAdapter.getChildNodes(from)) {
    if (!defaultTreeAdapter.isElementNode(child)) continue
    yield child
    yield* within(child)
  }
}

export const all = (from: Tree.ParentNode, ...names: string[]): Element[] =>
  [...within(from)].filter((element) => names.includes(element.tagName))

/** What can be read, with single spaces; a block begins a new word. */
export function textOf(node: Tree.ParentNode | Node): string {
  const parts: string[] = []
  const visit = (one: Tree.ParentNode | Node): void => {
    if (one.nodeName === '#text') parts.push((one as Tree.TextNode).value)
    else if (!['script', 'style', 'template', 'head'].includes(one.nodeName) && 'childNodes' in one) {
      const inline = ['a', 'b', 'em', 'strong', 'span', 'q', 'time', 'abbr', 'bdi', 'mark', 'small'].includes(
        one.nodeName
      )
      if (!inline) parts.push(' ')
      one.childNodes.forEach(visit)
      if (!inline) parts.push(' ')
    }
  }
  visit(node)
  return parts.join('').replace(/\s+/g, ' ').trim()
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'no-inline-style': 'error',
    'no-implicit-button-type': 'error',
    'no-dup-id': 'error',
    'doctype-style': ['error', { style: 'lowercase' }],
    // Choices of how the pages are written, not of how good they are.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Everything comes from our own server; checkboxes of one question share a name; role=list keeps a list a list in Safari.
    'require-sri': 'off',
    'form-dup-name': 'off',
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['radiogroup', 'list', 'region'] }],
    // A page may link to an anchor of itself that is only there when something went wrong.
    'hidden-focusable': 'error'
  }
})

const approved = new Set<string>()

/** Everything that is wrong with a whole page; empty when it is good. */
export async function complaintsAbout(text: string): Promise<string[]> {
  // The same page with fresh tokens is the same page.
  const page = text.replace(/value="[\w-]{20,}"/g, '')
  if (approved.has(page)) return []
  const report = await validator.validateString(text)
  const found = report.results.flatMap((r) =>
    r.messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector ?? `line ${m.line}`})`)
  )
  found.push(...ownRules(text))
  if (found.length === 0) approved.add(page)
  return found
}

function ownRules(text: string): string[] {
  const page = read(text)
  const found: string[] = []
  const must = (right: boolean, what: string) => (right ? undefined : found.push(what))
  const [html] = all(page, 'html')
  must(/^[a-z]{2,3}(-|$)/.test((html && attribute(html, 'lang')) ?? ''), 'the page says in which language it is')
  must(all(page, 'title').map(titleText).join('').trim().length > 3, 'the page has a title')
  must(all(page, 'h1').length === 1, `the page has one h1, not ${all(page, 'h1').length}`)
  must(textOf(all(page, 'h1')[0] ?? page) !== '', 'the h1 has words')
  must(all(page, 'main').length === 1, 'the page has one main')
  for (const element of within(page)) {
    for (const { name, value } of element.attrs) {
      must(name !== 'style' && !/^on/.test(name), `<${element.tagName} ${name}> breaks the Content-Security-Policy`)
      if (['src', 'action', 'formaction', 'poster'].includes(name) || (name === 'href' && element.tagName === 'link'))
        must(
          /^\/(?!\/)|^#|^\?|^$/.test(value),
          `<${element.tagName} ${name}="${value}"> asks something of another server`
        )
      must(!/^\s*javascript:/i.test(value), `<${element.tagName} ${name}> holds a script`)
    }
    if (element.tagName === 'script') must(attribute(element, 'src') !== undefined, 'a script stands in the page')
    must(element.tagName !== 'style', 'a style stands in the page')
  }
  must(!stackTrace.test(text), 'a stack trace is shown')
  return [...found, ...rawWords(page)]
}

const titleText = (title: Element): string => title.childNodes.map((c) => ('value' in c ? c.value : '')).join('')

export const stackTrace =
  /\n?\s+at (async )?[\w.<>[\] ]*\(?(file:|node:|\/)[^)\s]*:\d+:\d+|node_modules\/|\.tsx?:\d+:\d+/

const prefixes = new Set(Object.keys(allMessages('nl')).map((key) => key.split('.')[0]))

/** Where words were forgotten, a key or a field's own name shows through. */
function rawWords(page: Tree.Document): string[] {
  const found: string[] = []
  const [body] = all(page, 'body')
  for (const token of textOf(body ?? page).split(' ')) {
    const key = /^([a-z][a-z-]*)(\.[a-zA-Z][\w-]*)+$/.exec(token)
    if (key && prefixes.has(key[1]!)) found.push(`the key "${token}" is shown instead of words`)
  }
  for (const label of all(page, 'label', 'legend')) {
    const said = textOf(label)
    const control = all(label, 'input')[0] ?? controlOf(page, attribute(label, 'for'))
    const own = control && [attribute(control, 'name'), attribute(control, 'value')]
    if (own?.includes(said) && /^[a-z][a-zA-Z-]*$/.test(said))
      found.push(`the field's own name "${said}" is shown instead of words`)
  }
  return found
}

const controlOf = (page: Tree.Document, id: string | undefined): Element | undefined =>
  id ? [...within(page)].find((element) => attribute(element, 'id') === id) : undefined
