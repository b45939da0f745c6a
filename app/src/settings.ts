/** Every setting there is: environment variables only, each with meaning, default and example. A wrong one stops the start with a sentence. */

export interface Setting {
  name: string
  meaning: string
  usual: string
  example: string
  /** What is wrong with this value, in words that follow "NAME …"; nothing when it is right. */
  wrong?: (value: string) => string | undefined
}

const port = (value: string) =>
  /^\d{1,5}$/.test(value) && Number(value) < 65_536 ? undefined : 'must be a number from 0 to 65535'
const webAddress = (value: string) =>
  /^https?:\/\/[^/\s]+$/.test(value)
    ? undefined
    : 'must be a web address without a slash at the end, such as https://buurt.example.org'

export const settings = [
  { name: 'PORT', meaning: 'The port this server listens on.', usual: '3000', example: '8080', wrong: port },
  {
    name: 'HOST',
    meaning: 'The network address it listens on. Leave it as it is behind a proxy on the same machine.',
    usual: '127.0.0.1',
    example: '0.0.0.0'
  },
  {
    name: 'DATA_DIR',
    meaning: 'The folder that holds everything when SQLite is used.',
    usual: './data',
    example: '/var/lib/buurtmacht'
  },
  {
    name: 'DATABASE_URL',
    meaning: 'A PostgreSQL database (15 or newer) instead of SQLite in DATA_DIR.',
    usual: '',
    example: 'postgres://buurt@localhost/buurt',
    wrong: (v: string) => (/^postgres(ql)?:\/\//.test(v) ? undefined : 'must begin with postgres://')
  },
  {
    name: 'PUBLIC_URL',
    meaning: 'The address people type. It stands on cards, in mails and in QR codes; https makes cookies secure.',
    usual: 'http://localhost:PORT',
    example: 'https://buurt.example.org',
    wrong: webAddress
  },
  {
    name: 'SECRET',
    meaning:
      'Kept in DATA_DIR/secret.key when empty. At least 32 characters of chance that codes and forms are protected with. Several processes need the same one.',
    usual: '',
    example: '(openssl rand -hex 32)',
    wrong: (v: string) => (v.length >= 32 ? undefined : 'must have at least 32 characters')
  },
  {
    name: 'JOURNAL_KEY',
    meaning:
      'Kept in DATA_DIR/journal.key when empty. 64 hexadecimal characters of chance: what the public record is signed with. Several processes need the same one.',
    usual: '',
    example: '(openssl rand -hex 32)',
    wrong: (v: string) => (/^[\da-f]{64}$/i.test(v) ? undefined : 'must have 64 hexadecimal characters')
  },
  {
    name: 'TRUSTED_PROXIES',
    meaning:
      'Addresses of proxies whose X-Forwarded-For is believed, separated by commas. Without it nobody is believed.',
    usual: '',
    example: '127.0.0.1,10.0.0.0/8',
    wrong: (v: string) => (/^[\da-fA-F.:/, ]+$/.test(v) ? undefined : 'must be network addresses separated by commas')
  },
  {
    name: 'MAIL_URL',
    meaning:
      'The mail server. Without it, mails are written to DATA_DIR/mail and their link is printed in the terminal.',
    usual: '',
    example: 'smtps://user:password@mail.example.org',
    wrong: (v: string) => (/^smtps?:\/\/\S+$/.test(v) ? undefined : 'must begin with smtp:// or smtps://')
  },
  {
    name: 'MAIL_FROM',
    meaning: 'The address mails come from.',
    usual: 'buurtmacht@localhost',
    example: 'buurt@example.org',
    wrong: (v: string) => (/^[^\s@<>]+@[^\s@<>]+$/.test(v) ? undefined : 'must be one plain e-mail address')
  },
  {
    name: 'VOICES_PER_HOUR',
    meaning:
      'How many voices one network address may give in an hour. Generous: a community centre shares one address.',
    usual: '300',
    example: '1000',
    wrong: (v: string) => (/^[1-9]\d{0,6}$/.test(v) ? undefined : 'must be a whole number above 0')
  },
  {
    name: 'TRIES_PER_QUARTER',
    meaning: 'How many codes and sign-ins one network address may try in fifteen minutes.',
    usual: '60',
    example: '200',
    wrong: (v: string) => (/^[1-9]\d{0,6}$/.test(v) ? undefined : 'must be a whole number above 0')
  },
  {
    name: 'BALLOTS_PER_QUARTER',
    meaning:
      'How many ballot codes one network address may type in fifteen minutes. Generous: a school or a community centre votes from one address, and a code holds 50 bits of chance.',
    usual: '600',
    example: '2000',
    wrong: (v: string) => (/^[1-9]\d{0,6}$/.test(v) ? undefined : 'must be a whole number above 0')
  }
] as const satisfies Setting[]

export type SettingName = (typeof settings)[number]['name']
export type Settings = Record<SettingName, string>

/** Never repeated in a message. */
const secrets = ['SECRET', 'JOURNAL_KEY']

export class WrongSetting extends Error {}

/** @throws WrongSetting with a sentence that says which setting and why. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const found = {} as Settings
  for (const setting of settings as readonly Setting[]) {
    const given = environment[setting.name]?.trim()
    if (!given) {
      found[setting.name as SettingName] = setting.usual
      continue
    }
    const wrong = setting.wrong?.(given)
    if (wrong)
      throw new WrongSetting(`${setting.name} ${wrong}.${secrets.includes(setting.name) ? '' : ` It is now: ${given}`}`)
    found[setting.name as SettingName] = given
  }
  if (!environment['PUBLIC_URL']?.trim()) found.PUBLIC_URL = `http://localhost:${found.PORT}`
  return found
}

/** The list as text, for `buurtmacht settings`. */
export const settingsAsText = (): string =>
  settings
    .map((s) => `${s.name}\n    ${s.meaning}\n    Default: ${s.usual || '(empty)'}    Example: ${s.example}`)
    .join('\n\n')
