// The style guide: every piece of the interface with all its examples. Only in the demo.
import { anyone } from '../src/people/index.ts'
import { allExamples, Lead, renderPage } from '../src/ui/index.ts'
import { page, type Page, type Visit } from '../src/web/index.ts'

const guide = page({
  path: '/stijl',
  who: anyone,
  show: async (visit) => ({
    title: visit.t('style.title'),
    wide: true,
    body: (
      <>
        <h1>{visit.t('style.title')}</h1>
        <Lead>{visit.t('style.lead')}</Lead>
        {allExamples.map(({ piece, examples }) => (
          <section key={piece} lang="nl">
            <h2 lang="en">{piece}</h2>
            {examples.map((example, at) => (
              <Shown key={at} visit={visit} href={`/stijl/${piece}/${at + 1}`} example={example} />
            ))}
          </section>
        ))}
      </>
    )
  })
})

function Shown({ visit, href, example }: { visit: Visit; href: string; example: Example }) {
  return (
    <>
      <h3 lang="en">{example.name}</h3>
      {example.whole ? (
        <p lang={visit.t.lang}>
          <a href={href}>{visit.t('style.whole', { name: example.name })}</a>
        </p>
      ) : (
        example.show()
      )}
    </>
  )
}

type Example = (typeof allExamples)[number]['examples'][number]

/** An example that is a whole document, by itself. */
const alone = page({
  path: '/stijl/:piece/:nr',
  who: anyone,
  async show({ params }) {
    const found = allExamples.find(({ piece }) => piece === params['piece'])
    const example = found?.examples[Number(params['nr']) - 1]
    return example?.whole ? { file: renderPage(example.show()), type: 'text/html; charset=utf-8' } : 'not-found'
  }
})

export const stylePages: readonly Page[] = [guide, alone]
