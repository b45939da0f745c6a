import { brotliCompressSync, gzipSync } from 'node:zlib'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { allExamples, Form, LongTextField, Page, Qr, Quote, renderPage, Way } from './index.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

const html = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'no-inline-style': 'error',
    'no-inline-script': 'off', // there is none; modules come by address
    'void-style': 'off',
    'long-title': 'off',
    'require-sri': 'off', // everything comes from our own server
    'form-dup-name': 'off', // checkboxes of one question share a name
    'prefer-native-element': ['error', { exclude: ['radiogroup', 'list', 'region'] }],
    'no-redundant-role': 'off', // role=list keeps a list without bullets a list in Safari
    'doctype-style': ['error', { style: 'lowercase' }],
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-implicit-button-type': 'error',
    'no-dup-id': 'error'
  }
})

async function complaints(text: string): Promise<string[]> {
  const report = await html.validateString(text)
  return report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector ?? ''})`))
}

/** All pieces on one page, as a reader of the examples gets them. */
const together = () =>
  renderPage(
    <Page
      lang="nl"
      dir="ltr"
      title="Stijl"
      siteName="Kastanjebuurt"
      stylesheets={['/ui.css']}
      words={{ skip: 'Naar de inhoud', nav: 'Hoofdmenu', languages: 'Taal' }}
    >
      <h1>Stijl</h1>
      {allExamples.map(({ piece, examples }) => (
        <section key={piece}>
          <h2>{piece}</h2>
          {examples.filter((e) => !e.whole).map((e) => e.show())}
        </section>
      ))}
    </Page>
  )

describe('every example', () => {
  const whole = allExamples.flatMap(({ piece, examples }) =>
    examples.filter((e) => e.whole).map((e) => ({ name: `${piece}: ${e.name}`, show: e.show }))
  )
  it.each(whole)('is good HTML as a page of its own ($name)', async ({ show }) => {
    expect(await complaints(renderPage(show()))).toEqual([])
  })

  it('is good HTML, also with all others on one page', async () => {
    expect(await complaints(together())).toEqual([])
  })

  it('carries no style and no script in its text, as the Content-Security-Policy asks', () => {
    const all = together() + whole.map((e) => renderPage(e.show())).join('')
    expect(all).not.toMatch(/\sstyle=|<style|<script(?![^>]*src=)|\son[a-z]+=|javascript:/i)
  })

  it('exists for every folder of pieces', () => {
    const folders = readdirSync(here, { withFileTypes: true }).filter((f) => f.isDirectory())
    const shown = allExamples.map((e) => e.piece)
    expect(folders.map((f) => f.name).filter((name) => name !== 'error-page')).toEqual(shown.toSorted())
  })

  it('includes right-to-left, long and empty ones', () => {
    const names = allExamples.flatMap((e) => e.examples.map((x) => x.name)).join('\n')
    for (const word of ['right to left', 'long', 'nothing yet']) expect(names).toContain(word)
  })
})

describe('what people write', () => {
  const nasty = '</textarea><script>alert(1)</script>"\'&'

  it('is never taken for a piece of the page', () => {
    const text = renderPage(
      <div>
        <Quote lang="nl">{nasty}</Quote>
        <LongTextField name="text" label={nasty} value={nasty} error={nasty} />
        <Form action="/x" hidden={{ nasty }} label={nasty} />
        <Way label={nasty} stops={[{ state: 'now', title: nasty }]} />
      </div>
    )
    expect(text).not.toContain('<script')
    expect(text).not.toContain('</textarea><script')
  })

  it('comes back as it was, to the last line break', () => {
    const text = renderPage(<LongTextField name="text" label="x" value={'\n een\n\n twee'} />)
    expect(text).toMatch(/<textarea[^>]*>\n\n een\n\n twee<\/textarea>/)
  })
})

describe('a field', () => {
  it('is tied to its hint and to what is wrong', () => {
    const text = renderPage(<LongTextField name="text" label="Wat?" hint="Zeg het" error="Leeg" />)
    expect(text).toContain('aria-describedby="text-hint text-error"')
    expect(text).toContain('aria-invalid="true"')
    expect(text).toContain('id="text-hint"')
    expect(text).toContain('id="text-error"')
  })
})

describe('a square to scan', () => {
  it('is one path on white with a quiet zone of four', () => {
    const text = renderPage(<Qr text="https://kastanjebuurt.example/volg/K7QF2M9D4T" label="QR" />)
    expect(text.match(/<path/g)).toHaveLength(1)
    expect(text).toContain('d="M4 4h7v1h-7z')
  })
})

describe('the stylesheet', () => {
  it('takes in every piece and is at most 8 KB over the wire', async () => {
    const made = await build({
      entryPoints: [`${here}ui.css`],
      bundle: true,
      minify: true,
      write: false,
      target: ['chrome111', 'firefox113', 'safari16.2']
    })
    const css = made.outputFiles[0]?.text ?? ''
    expect(made.warnings).toEqual([])
    expect(gzipSync(css).length).toBeLessThan(8 * 1024)
    expect(brotliCompressSync(css).length).toBeLessThan(8 * 1024)
    expect(css).not.toMatch(/url\(|@font-face|https?:/)
    const imports = readFileSync(`${here}ui.css`, 'utf8')
    for (const folder of readdirSync(here, { withFileTypes: true }).filter((f) => f.isDirectory())) {
      for (const file of readdirSync(here + folder.name).filter((f) => f.endsWith('.css'))) {
        expect(imports).toContain(`'./${folder.name}/${file}'`)
      }
    }
  })

  it('knows no left and no right, so that it turns round for Arabic', () => {
    const all = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.css'))
    for (const file of all) {
      expect(readFileSync(here + file, 'utf8'), file).not.toMatch(
        /(margin|padding|border)-(left|right)|[{;]\s*(left|right)\s*:|text-align:\s*(left|right)|float:\s*(left|right)/
      )
    }
  })
})
