import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { refusalCodes } from '@buurtmacht/domain'
import { allMessages, lacking, languages, wordsIn } from '../src/words/index.ts'
import { root, sourcesIn, withoutComments } from './sources.ts'

const dutch = allMessages('nl')
const code = [...sourcesIn('app/src'), ...sourcesIn('app/demo')].filter((file) => !file.isTest)

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The facts a message asks for, with how it shows them: `n:plural`. */
function factsOf(message: string, lang: string): string[] {
  const kinds = ['', 'text', 'number', 'date', 'time', 'select', 'plural', '#', 'tag']
  const found = new Set<string>()
  const visit = (elements: Element[]): void => {
    for (const element of elements) {
      if (element.type > 0 && element.type < 7)
        found.add(`${(element as { value: string }).value}:${kinds[element.type]}`)
      if ('options' in element) Object.values(element.options).forEach((option) => visit(option.value))
    }
  }
  visit(new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst())
  return [...found].toSorted()
}

const namesOf = (message: string, lang: string): string[] => [
  ...new Set(factsOf(message, lang).map((fact) => fact.split(':')[0]!))
]

describe('the words', () => {
  it('are complete in Dutch and in English', () => {
    expect(languages).toContain('en')
    expect(lacking('en')).toEqual([])
    expect(Object.keys(allMessages('en')).filter((key) => dutch[key] === undefined)).toEqual([])
  })

  it('say something: no message is empty', () => {
    for (const lang of languages)
      expect(Object.entries(allMessages(lang)).filter(([, message]) => message.trim() === '')).toEqual([])
  })

  it.each(languages)('can be read as messages (%s)', (lang) => {
    const broken = Object.entries(allMessages(lang)).flatMap(([key, message]) => {
      try {
        factsOf(message, lang)
        return []
      } catch (error) {
        return [`${key}: ${String(error)}`]
      }
    })
    expect(broken).toEqual([])
  })

  it.each(languages)('use the same facts as the Dutch ones (%s)', (lang) => {
    const other = Object.entries(allMessages(lang)).filter(
      ([key, message]) => dutch[key] !== undefined && `${namesOf(message, lang)}` !== `${namesOf(dutch[key], 'nl')}`
    )
    expect(other.map(([key]) => key)).toEqual([])
  })

  it.each(['nl', 'en'])('exist for every refusal there is (%s)', (lang) => {
    expect(refusalCodes.filter((refusal) => allMessages(lang)[`refusal.${refusal}`] === undefined)).toEqual([])
  })

  it('exist for every key that the code names', () => {
    const lost = code.flatMap((file) =>
      [...withoutComments(file.text).matchAll(/\bt(?:\.find)?\(\s*'([^']+)'/g)]
        .map((m) => m[1]!)
        .filter((key) => dutch[key] === undefined)
        .map((key) => `${file.path}: ${key}`)
    )
    expect(lost).toEqual([])
  })

  it('exist for every key that is put together, as far as its beginning goes', () => {
    const keys = Object.keys(dutch)
    const lost = code.flatMap((file) =>
      [...withoutComments(file.text).matchAll(/\bt\(\s*`([^`$]+)\$\{/g)]
        .map((m) => m[1]!)
        .filter((start) => !keys.some((key) => key.startsWith(start)))
        .map((start) => `${file.path}: ${start}…`)
    )
    expect(lost).toEqual([])
  })

  it('stand for every notice a change can give', () => {
    const lost = code.flatMap((file) =>
      [...file.text.matchAll(/\bnotice: '([^']+)'/g)]
        .filter((m) => dutch[`done.${m[1]}`] === undefined)
        .map((m) => `${file.path}: done.${m[1]}`)
    )
    expect(lost).toEqual([])
  })

  it('are all used: nothing is kept that nobody sees', () => {
    const everything = code.map((file) => file.text).join('\n')
    const unused = Object.keys(dutch).filter(
      (key) => !everything.includes(`'${key}'`) && !isPutTogether(key, everything)
    )
    expect(unused).toEqual([])
  })

  it('never call a voice or a ballot "stem": that word means both', () => {
    const doubtful = Object.entries(dutch).filter(([, message]) => /\b(de |een |jouw |je )?stem\b/i.test(message))
    expect(doubtful.map(([key]) => key)).toEqual([])
  })
})

/** Some beginning of the key stands in the code as the prefix of a form, or before a `${`; or it is a refusal, trouble or notice. */
function isPutTogether(key: string, code: string): boolean {
  const parts = key.split('.')
  if (['refusal', 'trouble', 'done', 'field'].includes(parts[0]!)) return true
  const starts = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('.'))
  return starts.some(
    (start) => code.includes(`'${start}'`) || code.includes(`"${start}"`) || code.includes(`${start}.\${`)
  )
}

describe('a language', () => {
  it('that is not there is answered in Dutch', () => {
    expect(wordsIn('xx').lang).toBe('nl')
  })

  it('that Intl does not know shows days in one its speakers here read', () => {
    const spoken = languages.map((lang) => wordsIn(lang).day('2026-03-03'))
    for (const day of spoken) expect(day).toMatch(/2026|٢٠٢٦|۲۰۲۶/)
    expect(wordsIn('nl').day('2026-03-03')).toBe('3 maart 2026')
  })

  it('is added by adding one file; what it lacks is listed and shown in Dutch', () => {
    const place = mkdtempSync(join(tmpdir(), 'buurtmacht-words-'))
    try {
      cpSync(join(root, 'app/src/words'), join(place, 'words'), { recursive: true })
      symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
      writeFileSync(join(place, 'words/srn.json'), JSON.stringify({ 'frame.search': 'Suku' }))
      const ask = `
        import { languages, lacking, wordsIn } from './words/index.ts'
        const t = wordsIn('srn')
        console.log(JSON.stringify({ languages, lang: t.lang, own: t('frame.search'), other: t('frame.follow'), day: t.day('2026-03-03'), lacks: lacking('srn').length }))`
      const said = execFileSync(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', ask], {
        cwd: place,
        encoding: 'utf8'
      })
      const found = JSON.parse(said) as Record<string, unknown>
      expect(found['languages']).toContain('srn')
      expect(found).toMatchObject({ lang: 'srn', own: 'Suku', other: dutch['frame.follow'], day: '3 maart 2026' })
      expect(found['lacks']).toBe(Object.keys(dutch).length - 1)
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })

  it('lists what it lacks', ({ annotate }) => {
    for (const lang of languages.filter((one) => !['nl', 'en'].includes(one)))
      void annotate(`${lang} lacks ${lacking(lang).length} of ${Object.keys(dutch).length} messages`)
  })
})
