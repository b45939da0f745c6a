// Who: a neighbour who asks "who checks this?"; and the two residents of the kascommissie, at a table with the books open.
import { answerQuestion, ok } from '@buurtmacht/domain'
import { anyone, residentsToName } from '../../people/index.ts'
import { areasOf } from '../../place/index.ts'
import { BackLink, Buttons, Card, CardGrid, Chip, EmptyState, Facts, Lead, LinkButton } from '../../ui/index.ts'
import { page, PageForm, verbShown, type Page, type Visit } from '../../web/index.ts'
import { linesOf, newestImports } from '../bank/queries.ts'
import { Lines } from '../bank/views.tsx'
import { entryOf } from '../entries/queries.ts'
import { BothSides, saysWhat } from '../entries/views.tsx'
import { bookkeepers, keepsBooks } from '../who.ts'
import { answerAboutEntry, askAboutEntry, nameCommittee } from './actions.ts'
import { auditors, isAuditor, openQuestions, questionIn, questionOf, statementsIn } from './queries.ts'
import { StatementCards } from './views.tsx'
import { auditorsOnly } from './who.ts'

const committeePage = page({
  path: '/kasboek/kascommissie',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const members = await auditors(read, by.today)
    const mine = await isAuditor(read, by.person, by.today)
    const statements = (await statementsIn(read)).filter((one) => mine || one.state === 'signed')
    const questions = await openQuestions(read)
    return {
      title: t('committee.title'),
      body: (
        <>
          <BackLink href="/kasboek">{t('books.title')}</BackLink>
          <h1>{t('committee.title')}</h1>
          <Lead>{t('committee.lead')}</Lead>
          {members.length === 0 ? (
            <EmptyState title={t('committee.none')} />
          ) : (
            <Facts facts={members.map((one) => ({ term: one.area_name, detail: one.name }))} />
          )}
          <Doing visit={visit} mine={mine} />
          <h2>{t('committee.statements')}</h2>
          {statements.length === 0 ? <EmptyState title={t('committee.statements.none')} /> : null}
          <StatementCards visit={visit} statements={statements} />
          <h2>{t('committee.questions')}</h2>
          {questions.length === 0 ? <EmptyState title={t('committee.questions.none')} /> : null}
          <CardGrid kind="one">
            {questions.map((one) => (
              <Card
                key={one.id}
                level={3}
                title={one.text}
                href={`/kasboek/boeking/${one.entry_id}`}
                meta={t('entry.title', { nr: one.entry_nr })}
              >
                <Chip kind="wait">{t('committee.waits')}</Chip>
              </Card>
            ))}
          </CardGrid>
        </>
      )
    }
  }
})

function Doing({ visit, mine }: { visit: Visit; mine: boolean }) {
  const { t, by } = visit
  return (
    <Buttons>
      {mine ? <LinkButton href="/kasboek/kascommissie/verklaring">{t('statement-write.heading')}</LinkButton> : null}
      {mine ? (
        <LinkButton kind="plain" href="/kasboek/kascommissie/bank">
          {t('committee.bank')}
        </LinkButton>
      ) : null}
      {by.person && keepsBooks(by.roles) ? (
        <LinkButton kind="plain" href="/kasboek/kascommissie/leden">
          {t('committee-name.heading')}
        </LinkButton>
      ) : null}
    </Buttons>
  )
}

/** What the bank says, to look at and nothing else. */
const bankPage = page({
  path: '/kasboek/kascommissie/bank',
  who: auditorsOnly,
  async show(visit) {
    const { t, read } = visit
    const imports = await newestImports(read)
    const lines = await Promise.all(imports.slice(0, 12).map((one) => linesOf(read, one.id)))
    return {
      title: t('committee.bank'),
      private: true,
      body: (
        <>
          <BackLink href="/kasboek/kascommissie">{t('committee.title')}</BackLink>
          <h1>{t('committee.bank')}</h1>
          <Lead>{t('committee.bank.lead')}</Lead>
          {imports.length === 0 ? <EmptyState title={t('committee.bank.none')} /> : null}
          {lines.map((of, at) => (
            <section key={imports[at]!.id}>
              <h2>{t('bank.days', { from: t.day(imports[at]!.from_on), until: t.day(imports[at]!.until_on) })}</h2>
              <Lines visit={visit} lines={of} fitting={new Map()} />
            </section>
          ))}
        </>
      )
    }
  }
})

const nameFields = {
  one: { kind: 'pick' },
  areaOne: { kind: 'pick' },
  two: { kind: 'pick' },
  areaTwo: { kind: 'pick' }
} as const

const namePage = page({
  path: '/kasboek/kascommissie/leden',
  who: bookkeepers,
  fields: nameFields,
  async show(visit, sent) {
    const { t, read, by } = visit
    const people = (await residentsToName(read, by.today, 'admin')).map(({ id, name }) => ({ value: id, label: name }))
    const areas = (await areasOf(read)).map(({ id, name }) => ({ value: id, label: name }))
    const [one, two] = await auditors(read, by.today)
    return {
      title: t('committee-name.heading'),
      private: true,
      body: (
        <>
          <BackLink href="/kasboek/kascommissie">{t('committee.title')}</BackLink>
          <h1>{t('committee-name.heading')}</h1>
          <Lead>{t('committee-name.intro')}</Lead>
          <PageForm
            visit={visit}
            fields={nameFields}
            words="committee-name"
            sent={sent}
            values={{
              one: one?.person ?? '',
              areaOne: one?.area ?? '',
              two: two?.person ?? '',
              areaTwo: two?.area ?? ''
            }}
            options={{ one: people, areaOne: areas, two: people, areaTwo: areas }}
          />
        </>
      )
    }
  },
  async submit(tx, { by }, given) {
    const done = await nameCommittee(tx, by, given)
    return done.ok ? ok({ goTo: '/kasboek/kascommissie', notice: 'committee-named' }) : done
  }
})

const askFields = { text: { kind: 'long', max: 1_000 } } as const

const askPage = page({
  path: '/kasboek/boeking/:entry/vraag',
  who: auditorsOnly,
  fields: askFields,
  async show(visit, sent) {
    const entry = await entryOf(visit.read, visit.params['entry'] ?? '')
    if (!entry) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'question-ask',
      back: { href: `/kasboek/boeking/${entry.id}`, text: visit.t('entry.title', { nr: entry.nr }) },
      could: ok(true),
      fields: askFields,
      children: (
        <>
          <p>{saysWhat(visit, entry)}</p>
          <BothSides visit={visit} entry={entry} />
        </>
      )
    })
  },
  async submit(tx, { by, params }, { text }) {
    const entry = params['entry'] ?? ''
    const done = await askAboutEntry(tx, by, entry, text)
    return done.ok ? ok({ goTo: `/kasboek/boeking/${entry}`, notice: 'question-asked' }) : done
  }
})

const answerFields = { answer: { kind: 'long', max: 2_000 }, version: { kind: 'hidden' } } as const

const answerPage = page({
  path: '/kasboek/vraag/:question/antwoord',
  who: bookkeepers,
  fields: answerFields,
  restsOn: async ({ read, params }) => (await questionOf(read, params['question'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const question = await questionOf(visit.read, visit.params['question'] ?? '')
    if (!question) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'question-answer',
      back: {
        href: `/kasboek/boeking/${question.entry_id}`,
        text: visit.t('entry.title', { nr: question.entry_nr })
      },
      could: answerQuestion(questionIn(question), '…', visit.by.today),
      fields: answerFields,
      values: { version: String(question.version) },
      children: <p dir="auto">{question.text}</p>
    })
  },
  async submit(tx, { by, params }, { answer }) {
    const done = await answerAboutEntry(tx, by, params['question'] ?? '', answer)
    return done.ok ? ok({ goTo: `/kasboek/boeking/${done.value}`, notice: 'question-answered' }) : done
  }
})

export const committeePages: readonly Page[] = [committeePage, bankPage, namePage, askPage, answerPage]
