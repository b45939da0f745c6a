/** The command line: `npx buurtmacht <command>`, for whoever looks after an installation. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dayOf } from '@buurtmacht/domain'
import { migrations } from '../migrations/index.ts'
import { openSealedFile } from './ballots/index.ts'
import { compareWithJournal } from './journal/index.ts'
import { comparedSays } from './nightly/index.ts'
import { DataDirInUse, migrate, openPostgresStore, openSqliteReader, readChecks, runChecks } from './db/index.ts'
import { forgetAgain, NotAnErasure, readErasures, writeErasures } from './forgetting/index.ts'
import { pages } from './pages.ts'
import { findSecret, meantBy, seal } from './web/index.ts'
import { readSettings, settingsAsText, WrongSetting, type Settings } from './settings.ts'
import { openStore } from './open.ts'
import { wordsIn } from './words/index.ts'

const commands: Record<string, { does: string; run: () => Promise<number> }> = {
  settings: {
    does: 'lists every setting with its meaning, default and example',
    run: async () => say(settingsAsText())
  },
  routes: {
    does: 'lists every page: its address, its methods and who may open it',
    run: async () => say(routesAsText())
  },
  check: { does: 'asks what must always be true of this neighbourhood, also while it runs', run: check },
  open: {
    does: 'opens a file of sealed ballots with two key cards, to count again: open FILE, then a card on each of two lines',
    run: openBallots
  },
  erasures: {
    does: 'writes what was forgotten, as kinds and ids that name nobody, to keep beside the backups: erasures > FILE',
    run: writeForgotten
  },
  'forget-again': {
    does: 'after a backup was put back: forgets again what was forgotten since: forget-again FILE (- for what is typed)',
    run: forgetOnceMore
  },
  migrate: { does: 'brings the tables up to date (the start does so too)', run: bringUpToDate }
}

function say(text: string): number {
  console.log(text)
  return 0
}

function routesAsText(): string {
  const widest = Math.max(...pages.map((page) => page.path.length))
  return pages
    .map((page) => ({ path: page.path, methods: page.submit ? 'GET POST' : 'GET     ', who: page.who.says }))
    .sort((a, b) => a.path.localeCompare(b.path))
    .map(({ path, methods, who }) => `${path.padEnd(widest)}  ${methods}  ${who}`)
    .join('\n')
}

/** Looks without the lock on the data directory, so that it can be asked of a running installation. */
function openToLook(settings: Settings) {
  if (settings.DATABASE_URL === '') return openSqliteReader(settings.DATA_DIR)
  const store = openPostgresStore(settings.DATABASE_URL)
  return { read: store.read, close: () => store.close() }
}

async function check(): Promise<number> {
  const { read, close } = openToLook(readSettings(process.env))
  try {
    const checks = readChecks()
    const found = await runChecks(read, checks)
    for (const { check: wrong, rows } of found) {
      console.log(`NOT TRUE: ${wrong.says} (${wrong.name})`)
      for (const row of rows) console.log(`    ${JSON.stringify(row)}`)
    }
    console.log(`${checks.length - found.length} of ${checks.length} checks are true.`)
    const compared = await compareWithJournal(read)
    for (const line of comparedSays(wordsIn(spokenHere()), compared)) console.log(line)
    return found.length === 0 && compared.wrong === 0 ? 0 : 1
  } finally {
    await close()
  }
}

/** The language of this terminal; English for what we have no words in. */
const spokenHere = (): string => (/^nl\b/.test((process.env['LANG'] ?? '').replace('_', '-')) ? 'nl' : 'en')

async function bringUpToDate(): Promise<number> {
  const store = openStore(readSettings(process.env))
  try {
    const done = await migrate(store, migrations)
    return say(done.length === 0 ? 'The tables were up to date.' : `Done: ${done.join(', ')}`)
  } finally {
    await store.close()
  }
}

async function writeForgotten(): Promise<number> {
  const { read, close } = openToLook(readSettings(process.env))
  try {
    process.stdout.write(await writeErasures(read))
    return 0
  } finally {
    await close()
  }
}

/** With the lock on the data directory: nobody is let in before it is done. */
async function forgetOnceMore(): Promise<number> {
  const file = process.argv[3]
  if (file === undefined) return 2
  const listed = readErasures(readFileSync(file === '-' ? 0 : file, 'utf8'))
  const settings = readSettings(process.env)
  const store = openStore(settings)
  try {
    await migrate(store, migrations)
    const now = Date.now()
    const by = { roles: [], at: new Date(now).toISOString(), today: dayOf(now), chance: randomBytes }
    const secret = findSecret(settings.SECRET, settings.DATA_DIR)
    const came = await forgetAgain(store, by, listed, { sealed: (name) => seal(secret, 'kept-name', name) })
    console.log(`Forgotten again: ${came.forgotten}. Gone already: ${came.before}.`)
    for (const person of came.stayed)
      console.log(
        `NOT FORGOTTEN: ${person} is the last administrator in this copy. Name another one, then run this again.`
      )
    return came.stayed.length === 0 ? 0 : 1
  } finally {
    await store.close()
  }
}

/** Needs no installation: whoever checks the count does so on their own computer. */
async function openBallots(): Promise<number> {
  const file = process.argv[3]
  if (file === undefined) return 2
  console.error('Type the two key cards, each on a line of its own.')
  const cards = readFileSync(0, 'utf8').split('\n')
  const opened = openSealedFile(readFileSync(file, 'utf8'), cards[0] ?? '', cards[1] ?? '')
  if (opened.ok) return say(opened.value.trimEnd())
  console.error(wordsIn('en').find(`refusal.${opened.refusal.code}`) ?? opened.refusal.code)
  return 1
}

const help = (): string =>
  [
    'buurtmacht <command>',
    ...Object.entries(commands).map(([name, { does }]) => `    ${name.padEnd(12)} ${does}`)
  ].join('\n')

async function main(asked: string | undefined): Promise<number> {
  const command = meantBy(commands, asked)
  if (command) return command.run()
  console.log(help())
  return asked === undefined || asked === 'help' || asked === '--help' ? 0 : 2
}

main(process.argv[2])
  .then((code) => (process.exitCode = code))
  .catch((error: unknown) => {
    const notThere = (error as { code?: string }).code === 'ERR_SQLITE_ERROR'
    const plain = error instanceof WrongSetting || error instanceof DataDirInUse || error instanceof NotAnErasure
    if (notThere) console.error(`There is no neighbourhood in DATA_DIR yet (${(error as Error).message}).`)
    else console.error(plain ? (error as Error).message : error)
    process.exitCode = 1
  })
