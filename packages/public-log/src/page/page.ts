/** The page that checks a proof file in a browser, without a network: the same checks as in Node, with the browser's cryptography. */
import { answeredLater, type Ask } from '../ask.ts'
import { paperGroups } from '../paper.ts'
import { proofChecked, type Verdict } from '../proof.ts'
import { filled, type Language } from '../words.ts'
import { words } from './words.ts'

/** The browser has no Ed25519. */
class NoSignatures extends Error {}

async function browserAnswers(ask: Ask): Promise<Uint8Array | boolean> {
  if (!crypto.subtle) throw new NoSignatures()
  if ('hash' in ask) return new Uint8Array(await crypto.subtle.digest('SHA-256', plain(ask.hash)))
  let key: CryptoKey
  try {
    key = await crypto.subtle.importKey('raw', plain(ask.publicKey), { name: 'Ed25519' }, false, ['verify'])
  } catch {
    throw new NoSignatures()
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, plain(ask.signature), plain(ask.message))
}

const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
let language: Language = navigator.language.startsWith('nl') ? 'nl' : 'en'
const say = (key: string, facts: Record<string, string | number> = {}): string => filled(words[language][key]!, facts)

/** Puts every word on the page in the language that was chosen. */
function speak(): void {
  document.documentElement.lang = language
  document.title = say('title')
  for (const place of document.querySelectorAll<HTMLElement>('[data-say]'))
    place.textContent = say(place.dataset['say']!)
  find('other').lang = language === 'nl' ? 'en' : 'nl'
}

function part(name: string, text: string, mark?: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  if (mark) made.className = mark
  return made
}

function show(kind: 'right' | 'wrong' | 'cannot', ...parts: HTMLElement[]): void {
  const result = find('result')
  result.className = kind
  result.replaceChildren(part('h2', say(kind)), ...parts)
  result.hidden = false
  result.focus()
}

function showVerdict(verdict: Verdict): void {
  if (!verdict.ok) return show(verdict.wrong === 'bad-key' ? 'cannot' : 'wrong', part('p', verdict.says))
  const { index, size, origin, entry, by, seen, root, own } = verdict
  const list = document.createElement('ul')
  for (const name of by) {
    const time = seen[name]
    const when =
      time === undefined
        ? ''
        : new Date(time * 1000).toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', {
            dateStyle: 'long',
            timeStyle: 'short'
          })
    list.append(part('li', time === undefined ? name : say('seen', { name, time: when })))
  }
  show(
    'right',
    part('p', say('index', { index, size, origin })),
    ...(own === undefined ? [] : [part('h3', say('own')), part('blockquote', own)]),
    part('h3', say('says')),
    part('pre', readable(entry)),
    part('h3', say('by')),
    list,
    part('h3', say('root')),
    part('p', paperGroups(root).join(' '), 'groups'),
    part('p', say('limits'))
  )
}

/** An entry with a line per fact where that says the very same; else as it is. */
function readable(entry: string): string {
  try {
    const facts: unknown = JSON.parse(entry)
    return JSON.stringify(facts) === entry ? JSON.stringify(facts, null, 2) : entry
  } catch {
    return entry
  }
}

async function check(): Promise<void> {
  const [file] = find<HTMLInputElement>('file').files ?? []
  const text = file ? await file.text() : find<HTMLTextAreaElement>('paste').value
  const keys = find<HTMLTextAreaElement>('key').value
  if (text.trim() === '') return show('cannot', part('p', say('no-file')))
  if (keys.trim() === '') return show('cannot', part('p', say('no-key')))
  let proof: unknown
  try {
    proof = JSON.parse(text)
  } catch {
    return show('wrong', part('p', say('no-json')))
  }
  try {
    showVerdict(await answeredLater(proofChecked(proof, keys, language), browserAnswers))
  } catch {
    // An old browser: it lacks the signatures, or something else of the last years.
    show('cannot', part('p', say('no-ed25519')))
  }
}

find('form').addEventListener('submit', (event) => {
  event.preventDefault()
  void check()
})
find('other').addEventListener('click', () => {
  language = language === 'nl' ? 'en' : 'nl'
  speak()
  if (!find('result').hidden) void check()
})
speak()
find('page').hidden = false
