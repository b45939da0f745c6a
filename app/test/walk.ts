/** Which role may open which page, read from the sentence each page says about it; and what the walk of all pages is compared with. */
import { pages } from '../src/pages.ts'
import type { Page } from '../src/web/index.ts'
import { roleNames, type RoleName, type World } from './world.ts'

const residents: RoleName[] = [
  'helper of the group',
  'lead of the group',
  'helper of another group',
  'lead of another group'
]
const signedIn = roleNames.filter((role) => role !== 'nobody')

/** Every way a page may say who opens it. A new sentence is judged here by a person before a page can use it. */
const sentences: readonly { says: RegExp; roles: readonly RoleName[] }[] = [
  { says: /^anyone\b/, roles: roleNames },
  { says: /^people who are signed in$/, roles: signedIn },
  {
    says: /^resident helpers, the election committee, and resident administrators$/,
    roles: [...residents, 'administrator']
  },
  { says: /^resident helpers\b|^residents who help\b/, roles: residents },
  { says: /^resident administrators?$/, roles: ['administrator'] },
  {
    says: /^resident administrators and leads$/,
    roles: ['administrator', 'lead of the group', 'lead of another group']
  },
  {
    says: /^resident administrators, and leads for helpers of their own group$/,
    roles: ['administrator', 'lead of the group']
  },
  {
    says: /^leads of a group that listened, and resident administrators$/,
    roles: ['administrator', 'lead of the group']
  },
  { says: /^resident administrators \(or the leads of the group that opened it\)$/, roles: ['administrator'] },
  { says: /^residents with a task$/, roles: [...residents, 'administrator'] },
  { says: /^the election committee of the round$/, roles: ['lead of another group'] },
  {
    says: /^the election committee of the round, and resident administrators$/,
    roles: ['lead of another group', 'administrator']
  },
  { says: /^the kascommissie\b/, roles: ['helper of another group', 'lead of another group'] },
  {
    says: /^those who see to the money, and the kascommissie$/,
    roles: [...residents, 'administrator']
  },
  {
    says: /^those who see to the money\b/,
    roles: ['helper of the group', 'lead of the group', 'administrator']
  },
  { says: /^those who approve payments\b/, roles: ['lead of the group', 'administrator'] },
  { says: /^residents named in the round$/, roles: ['helper of another group'] },
  {
    says: /^members of .* and residents named in the round$/,
    roles: ['helper of the group', 'lead of the group', 'helper of another group']
  },
  { says: /^members of a residents’ group\b/, roles: residents },
  { says: /^members of /, roles: ['helper of the group', 'lead of the group'] },
  { says: /^leads of /, roles: ['lead of the group'] },
  { says: /^contacts of /, roles: ['contact of the institution'] }
]

/** The roles that may open a page according to its own sentence; undefined when nobody judged that sentence yet. */
export const rolesFor = (says: string): readonly RoleName[] | undefined =>
  sentences.find((one) => one.says.test(says))?.roles

/** The address of a page in the small world. */
export const addressIn = (world: World, page: Page, more: Record<string, string> = {}): string =>
  page.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = more[name] ?? world.params[name]
    if (value === undefined) throw new Error(`${page.path}: say in test/world.ts what fills ":${name}"`)
    return encodeURIComponent(value)
  })

/** Pages are walked in the order of the house; what ends something comes last. */
export const allPages: readonly Page[] = pages

const short: Record<RoleName, string> = {
  nobody: 'no account',
  'helper of the group': 'helper, same group',
  'lead of the group': 'lead, same group',
  'helper of another group': 'helper, other group',
  'lead of another group': 'lead, other group',
  administrator: 'administrator',
  'contact of the institution': 'contact, same institution',
  'contact of another institution': 'contact, other institution'
}

/** docs/who-may-open-what.md */
export function whoMayOpenWhat(): string {
  const row = (page: Page): string => {
    const may = rolesFor(page.who.says) ?? []
    const cells = roleNames.map((role) => (may.includes(role) ? 'yes' : '–'))
    return `| \`${page.path}\` | ${page.submit ? 'yes' : ''} | ${page.who.says} | ${cells.join(' | ')} |`
  }
  const sorted = [...allPages].sort((a, b) => (a.path < b.path ? -1 : 1))
  return [
    '# Who may open what',
    '',
    'Written by `npm run docs` from the pages themselves; `app/test/walk.test.ts` tries every role on every page, opening and sending.',
    '“Same” means the group or institution that the page is about.',
    '',
    `| page | has a form | who | ${roleNames.map((role) => short[role]).join(' | ')} |`,
    `|---|---|---|${roleNames.map(() => ':-:').join('|')}|`,
    ...sorted.map(row),
    ''
  ].join('\n')
}

/**
 * What a contact of an institution can send, and nothing else (PRODUCT.md, rule 4): confirm that it arrived, reply, ask back, promise,
 * report delay, report delivered; and, like anybody, their own account and what anyone may do.
 */
export const contactsMaySend: readonly string[] = [
  '/verzoeken/:request/ontvangen',
  '/verzoeken/:request/antwoord',
  '/verzoeken/:request/wedervraag',
  '/verzoeken/:request/vertraging',
  '/verzoeken/:request/toezegging',
  '/toezeggingen/:commitment/gedaan',
  '/advies/:advice',
  '/afmelden',
  '/afmelden/overal',
  '/mijn/gegevens',
  '/mijn/gegevens/wissen/zeker'
]
