// Who: a neighbour who voted, and wants to know what was chosen, and why their plan was or was not.
import { closeRound, ok, turnoutDifference } from '@buurtmacht/domain'
import { closeCountedRound, keepsRound, peopleOfRound, roundIn, roundOf, type RoundRow } from '../../budget/index.ts'
import { BackLink, Buttons, Lead, LinkButton, Meta, Notice } from '../../ui/index.ts'
import { page, verbShown, type Page, type Visit, type Who } from '../../web/index.ts'
import { LotOrder } from '../lot/pages.tsx'
import { anyone } from '../who.ts'
import { fileOf, filesOf, resultOf, type ResultRow } from './queries.ts'
import { nameIn, PotResult, TurnoutNumbers } from './views.tsx'

const resultPage = page({
  path: '/budget/:round/uitslag',
  who: anyone,
  async show(visit) {
    const { t, read } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row || row.state === 'preparing') return 'not-found'
    const result = await resultOf(read, row.id)
    const title = t('result.title', { round: row.title })
    if (!result) return notYet(visit, row, title)
    const { told } = result
    const nameOf = nameIn(told)
    const files = await filesOf(read, row.id)
    const who = await countedBy(visit, result)
    return {
      title,
      body: (
        <>
          <BackLink href={`/budget/${row.id}`}>{row.title}</BackLink>
          <h1>{title}</h1>
          <Lead>
            {t('result.lead', {
              n: told.pots[0]?.ballots ?? 0,
              won: told.pots.reduce((sum, pot) => sum + pot.won.length, 0)
            })}
          </Lead>
          {told.pots.map((pot) => (
            <PotResult key={pot.pot} visit={visit} pot={pot} nameOf={nameOf} />
          ))}
          <TurnoutNumbers visit={visit} told={told} />
          <p>
            <a href={`/budget/${row.id}/opkomst`}>{t('result.turnout.more')}</a>
          </p>
          <LotOrder
            visit={visit}
            plans={told.lot.map((number) => ({ number, title: nameOf(number) }))}
            order={told.lot}
          />
          <CountAgain visit={visit} row={row} result={result} files={files} />
          <Meta>{t('result.counted-by', { day: t.day(told.countedOn), names: t.list(who) })}</Meta>
        </>
      )
    }
  }
})

const notYet = (visit: Visit, row: RoundRow, title: string) => ({
  title,
  body: (
    <>
      <BackLink href={`/budget/${row.id}`}>{row.title}</BackLink>
      <h1>{title}</h1>
      <Notice kind="note">
        <p>
          {visit.t(row.state === 'stopped' ? 'result.stopped' : 'result.not-yet', { day: visit.t.day(row.count_on) })}
        </p>
      </Notice>
    </>
  )
})

async function countedBy({ read }: Visit, result: ResultRow): Promise<string[]> {
  const names = new Map((await peopleOfRound(read, result.round_id)).map((one) => [one.id as string, one.name]))
  return [result.first_by, result.second_by].flatMap((id) => names.get(id) ?? [])
}

interface Again {
  visit: Visit
  row: RoundRow
  result: ResultRow
  files: readonly { name: string; hash: string }[]
}

/** Everything needed to count it again, and how. */
function CountAgain({ visit, row, result, files }: Again) {
  const { t } = visit
  const names = files.map((file) => file.name)
  const pb = names.find((name) => name.endsWith('.pb'))
  return (
    <>
      <h2>{t('result.again')}</h2>
      <p>{t(result.sealed ? 'result.again.sealed' : 'result.again.open')}</p>
      <p>{t('result.again.hashes')}</p>
      <ul class="files">
        {files.map((file) => (
          <li key={file.name}>
            <a href={`/budget/${row.id}/uitslag/${file.name}`}>{file.name}</a>{' '}
            {t.find(`result.file.${kindOf(file.name)}`) ?? ''}
            <code dir="ltr">{file.hash}</code>
          </li>
        ))}
      </ul>
      {pb ? (
        <>
          <p>{t('result.again.how')}</p>
          <pre dir="ltr" tabIndex={0}>
            npx equal-shares verify {pb} {pb.replace('stemmen', 'uitslag').replace(/\.pb$/, '.json')}
          </pre>
        </>
      ) : null}
      <Buttons>
        <LinkButton kind="plain" href={`/budget/${row.id}/regels`}>
          {t('round.rules')}
        </LinkButton>
        {row.state === 'counted' && keepsRound(visit.by.roles, row.group_id) ? (
          <LinkButton kind="plain" href={`/budget/${row.id}/afsluiten`}>
            {t('close-verb.heading')}
          </LinkButton>
        ) : null}
      </Buttons>
    </>
  )
}

/** `stemmen-2.pb` and `stemmen.pb` are of one kind. */
const kindOf = (name: string): string => name.replace(/-\d+/, '').replaceAll('.', '-')

const types: Readonly<Record<string, string>> = {
  pb: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8'
}

const filePage = page({
  path: '/budget/:round/uitslag/:file',
  who: anyone,
  async show({ read, params }) {
    const found = await fileOf(read, params['round'] ?? '', params['file'] ?? '')
    if (!found) return 'not-found'
    const type = types[found.name.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8'
    return { file: found.content, type, name: found.name }
  }
})

const keepers: Who = {
  says: 'resident administrators (or the leads of the group that opened it)',
  async allows(visit) {
    if (!visit.by.person) return false
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    return row !== undefined && keepsRound(visit.by.roles, row.group_id)
  }
}

const closePage = page({
  path: '/budget/:round/afsluiten',
  who: keepers,
  fields: {},
  restsOn: async ({ read, params }) => String((await roundOf(read, params['round'] ?? ''))?.version),
  async show(visit, sent) {
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'close-verb',
      back: { href: `/budget/${row.id}/uitslag`, text: row.title },
      could: closeRound(roundIn(row), await differenceAtCount(visit.read, row.id), visit.by.today),
      fields: {}
    })
  },
  async submit(tx, { by, params }) {
    const round = params['round'] ?? ''
    const closed = await closeCountedRound(tx, by, round, await differenceAtCount(tx, round))
    return closed.ok ? ok({ goTo: `/budget/${round}`, notice: 'round-closed' }) : closed
  }
})

/** As it stood when the box was opened: nothing about codes and sheets changes after that. */
async function differenceAtCount(read: Visit['read'], round: string): Promise<number> {
  const result = await resultOf(read, round)
  if (!result) return 0
  const { codes, sheets } = turnoutDifference(result.told.turnout)
  return codes === 0 ? sheets : codes
}

export const resultPages: readonly Page[] = [resultPage, filePage, closePage]
