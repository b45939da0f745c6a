// Who: a neighbour who heard a rumour about the money and wants to see every euro; and the administrator who writes it down.
import { correct, movements, ok, reasonMax, writtenByHand, type EntryId } from '@buurtmacht/domain'
import { ProofLink } from '../../journal/index.ts'
import { anyone } from '../../people/index.ts'
import { BackLink, Buttons, Card, CardGrid, EmptyState, Facts, Lead, LinkButton, Meta } from '../../ui/index.ts'
import { page, PageForm, verbShown, type Page, type Visit } from '../../web/index.ts'
import { accountsOf, plansToPay, standsOn } from '../accounts/queries.ts'
import { allRounds } from '../../budget/index.ts'
import { bookkeepers, keepsBooks } from '../who.ts'
import { correctEntry } from '../payments/actions.ts'
import { writeEntry } from './actions.ts'
import { questionsOf } from '../committee/queries.ts'
import { Questions } from '../committee/views.tsx'
import { auditorsOnly } from '../committee/who.ts'
import { paymentOfEntry, type PaymentRow } from '../payments/queries.ts'
import { correctionOf, entryIn, entryOf, type EntryRow } from './queries.ts'
import { BothSides, EntryChips, saysWhat } from './views.tsx'

const entryPage = page({
  path: '/kasboek/boeking/:entry',
  who: anyone,
  async show(visit) {
    const { t, read } = visit
    const entry = await entryOf(read, visit.params['entry'] ?? '')
    if (!entry) return 'not-found'
    const title = t('entry.title', { nr: entry.nr })
    return {
      title,
      body: (
        <>
          <BackLink href="/kasboek">{t('books.title')}</BackLink>
          <h1>{title}</h1>
          <Lead>{saysWhat(visit, entry)}</Lead>
          <EntryChips visit={visit} entry={entry} />
          <EntryFacts visit={visit} entry={entry} payment={await paymentOfEntry(read, entry.id)} />
          <BothSides visit={visit} entry={entry} />
          <Meta>{t('entry.never-changes')}</Meta>
          <ProofLink t={t} of="entry" id={entry.id} />
          <Questions visit={visit} questions={await questionsOf(read, entry.id)} />
          {(await auditorsOnly.allows(visit)) ? (
            <Buttons>
              <LinkButton href={`/kasboek/boeking/${entry.id}/vraag`}>{t('question-ask.heading')}</LinkButton>
            </Buttons>
          ) : null}
          {keepsBooks(visit.by.roles) && !entry.corrects_id && !entry.corrected_id ? (
            <Buttons>
              <LinkButton kind="plain" href={`/kasboek/boeking/${entry.id}/terug`}>
                {t('entry.take-back')}
              </LinkButton>
            </Buttons>
          ) : null}
        </>
      )
    }
  }
})

interface EntryFactsProps {
  visit: Visit
  entry: EntryRow
  payment: PaymentRow | undefined
}

function EntryFacts({ visit, entry, payment }: EntryFactsProps) {
  const { t } = visit
  const link = (kind: EntryRow['to_kind'], name: string, id: string) => ({
    term: t.find(`account-kind.${kind}`) ?? kind,
    detail: <a href={`/kasboek/rekening/${id}`}>{name}</a>
  })
  return (
    <Facts
      facts={[
        { term: t('entry.amount'), detail: t.money(Number(entry.amount)) },
        { term: t('entry.day'), detail: t.day(entry.on_day) },
        { term: t(entry.corrects_id ? 'entry.why' : 'entry.what'), detail: entry.what },
        ...(payment
          ? [{ term: t('payment.bill'), detail: <a href={`/kasboek/betaling/${payment.id}`}>{payment.what}</a> }]
          : []),
        link(entry.to_kind, entry.to_name, entry.to_id),
        link(entry.from_kind, entry.from_name, entry.from_id),
        ...(entry.corrects_id
          ? [
              {
                term: t('entry.corrects'),
                detail: (
                  <a href={`/kasboek/boeking/${entry.corrects_id}`}>
                    {t('entry.title', { nr: entry.corrects_nr ?? 0 })}
                  </a>
                )
              }
            ]
          : []),
        ...(entry.corrected_id
          ? [
              {
                term: t('entry.corrected'),
                detail: (
                  <a href={`/kasboek/boeking/${entry.corrected_id}`}>
                    {t('entry.title', { nr: entry.corrected_nr ?? 0 })}
                  </a>
                )
              }
            ]
          : [])
      ]}
    />
  )
}

const backFields = { why: { kind: 'long', max: reasonMax } } as const

const backPage = page({
  path: '/kasboek/boeking/:entry/terug',
  who: bookkeepers,
  fields: backFields,
  restsOn: async ({ read, params }) => (await correctionOf(read, params['entry'] ?? ''))?.id ?? 'stands',
  async show(visit, sent) {
    const entry = await entryOf(visit.read, visit.params['entry'] ?? '')
    if (!entry) return 'not-found'
    const before = entry.corrected_id ? { correctedBy: entry.corrected_id as EntryId } : {}
    return verbShown({
      visit,
      sent,
      words: 'entry-back',
      back: { href: `/kasboek/boeking/${entry.id}`, text: visit.t('entry.title', { nr: entry.nr }) },
      could: correct({ ...entryIn(entry), ...before }, '…', visit.by.today),
      fields: backFields,
      children: <BothSides visit={visit} entry={entry} />
    })
  },
  async submit(tx, { by, params }, { why }) {
    const done = await correctEntry(tx, by, params['entry'] ?? '', why)
    return done.ok ? ok({ goTo: `/kasboek/boeking/${done.value}`, notice: 'entry-taken-back' }) : done
  }
})

const choosePage = page({
  path: '/kasboek/schrijven',
  who: bookkeepers,
  async show(visit) {
    const { t } = visit
    return {
      title: t('entry-new.heading'),
      private: true,
      body: (
        <>
          <BackLink href="/kasboek">{t('books.title')}</BackLink>
          <h1>{t('entry-new.heading')}</h1>
          <Lead>{t('entry-new.intro')}</Lead>
          <CardGrid kind="one">
            {writtenByHand.map((movement) => (
              <Card
                key={movement}
                level={2}
                title={t.find(`movement-do.${movement}`) ?? movement}
                href={`/kasboek/schrijven/${movement}`}
              >
                <p>{t.find(`movement-what.${movement}`)}</p>
              </Card>
            ))}
          </CardGrid>
          <p>
            <a href="/kasboek/rekeningen">{t('account-new.button')}</a>
          </p>
        </>
      )
    }
  }
})

const writeFields = {
  from: { kind: 'pick' },
  to: { kind: 'pick' },
  amount: { kind: 'text', max: 20 },
  on: { kind: 'day' },
  what: { kind: 'text', max: 300 }
} as const

/** The accounts one can choose, with what stands on each; a round or plan without an account yet gets one. */
async function choices(visit: Visit, kinds: readonly string[]) {
  const { t, read } = visit
  const rows = (await accountsOf(read)).filter((one) => kinds.includes(one.kind))
  const known = new Set(rows.flatMap((row) => [row.round_id, row.proposal_id]))
  const options = rows.map((row) => ({
    value: row.id,
    label: t('account.with', { name: row.name, left: t.money(standsOn(row)) })
  }))
  if (kinds.includes('round'))
    for (const round of await allRounds(read))
      if (round.state !== 'preparing' && !known.has(round.id))
        options.push({ value: `round:${round.id}`, label: round.title })
  if (kinds.includes('plan'))
    for (const plan of await plansToPay(read).execute())
      if (!known.has(plan.id))
        options.push({
          value: `plan:${plan.id}`,
          label: t('account.plan-asks', { name: plan.title, cost: t.money(plan.cost) })
        })
  return options
}

const writePage = page({
  path: '/kasboek/schrijven/:movement',
  who: bookkeepers,
  fields: writeFields,
  async show(visit, sent) {
    const { t } = visit
    const movement = writtenByHand.find((one) => one === visit.params['movement'])
    if (!movement) return 'not-found'
    const [from, to] = [await choices(visit, movements[movement].from), await choices(visit, movements[movement].to)]
    const lacking = from.length === 0 || to.length === 0
    return {
      title: t.find(`movement-do.${movement}`) ?? movement,
      private: true,
      body: (
        <>
          <BackLink href="/kasboek/schrijven">{t('entry-new.heading')}</BackLink>
          <h1>{t.find(`movement-do.${movement}`)}</h1>
          <Lead>{t.find(`movement-what.${movement}`)}</Lead>
          {lacking ? (
            <EmptyState title={t('entry-new.no-account')}>
              <a href="/kasboek/rekeningen">{t('account-new.button')}</a>
            </EmptyState>
          ) : (
            <PageForm
              visit={visit}
              fields={writeFields}
              words={`entry-write.${movement}`}
              sent={sent}
              values={{
                on: visit.by.today,
                from: from.length === 1 ? from[0]!.value : '',
                to: to.length === 1 ? to[0]!.value : ''
              }}
              options={{ from, to }}
            />
          )}
        </>
      )
    }
  },
  async submit(tx, { by, params }, given) {
    const done = await writeEntry(tx, by, { ...given, movement: params['movement'] ?? '' })
    return done.ok ? ok({ goTo: `/kasboek/boeking/${done.value}`, notice: 'entry-written' }) : done
  }
})

export const entryPages: readonly Page[] = [entryPage, backPage, choosePage, writePage]
