// Who: the treasurer of the platform at the kitchen table, who prepares a round and wants no surprise later.
import {
  ballotsMayMarkPeople,
  freezeRound,
  isAdmin,
  ok,
  openRound,
  reasonMax,
  stopRound,
  type Decision
} from '@buurtmacht/domain'
import { sha256 } from '../../db/index.ts'
import { groupNames } from '../../groups/index.ts'
import { areasOf } from '../../place/index.ts'
import { Lead, Notice } from '../../ui/index.ts'
import { page, PageForm, verbShown, type Fields, type Page, type Visit, type Who } from '../../web/index.ts'
import { plansByState } from '../plans/queries.ts'
import { keepsRound, leadsAny, opensRounds } from '../who.ts'
import { editRound, fixBallot, nameForRound, openPreparedRound, prepareRound, stopRoundBecause } from './actions.ts'
import { roundFields, roundValues, typedRound } from './form.tsx'
import { residentsToName } from '../../people/index.ts'
import { peopleOfRound, roundIn, roundOf, settingsIn, type RoundRow } from './queries.ts'

const areaOptions = async (visit: Visit) =>
  (await areasOf(visit.read)).map((area) => ({ value: area.id, label: area.name }))

const newFields = { group: { kind: 'pick', optional: true }, ...roundFields } as const

const newPage = page({
  path: '/budget/nieuw',
  who: opensRounds,
  fields: newFields,
  async show(visit, sent) {
    const { t, by } = visit
    const names = await groupNames(visit.read)
    const mine = leadsAny(by.roles).map((id) => ({ value: id as string, label: names.get(id) ?? id }))
    const fields = mine.length > 0 ? newFields : roundFields
    return {
      title: t('round-verb.nieuw.heading'),
      private: true,
      body: (
        <>
          <h1>{t('round-verb.nieuw.heading')}</h1>
          <Lead>{t('round-verb.nieuw.intro')}</Lead>
          <PageForm
            visit={visit}
            fields={fields}
            words="round-form"
            sent={sent}
            values={{
              ageFrom: '12',
              ballot: 'approval',
              most: '3',
              group: isAdmin(by.roles) ? '' : (mine[0]?.value ?? '')
            }}
            options={{ group: mine, areas: await areaOptions(visit) }}
          />
        </>
      )
    }
  },
  async submit(tx, { by }, given) {
    const round = await prepareRound(tx, by, { ...typedRound(given), group: given.group })
    return round.ok ? ok({ goTo: `/budget/${round.value}`, notice: 'round-prepared' }) : round
  }
})

/** Those who keep this round; somebody who speaks for an institution never does. */
const keepers: Who = {
  says: 'resident administrators (or the leads of the group that opened it)',
  async allows(visit) {
    if (!visit.by.person) return false
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    return row !== undefined && keepsRound(visit.by.roles, row.group_id)
  }
}

const editFields = { ...roundFields, version: { kind: 'hidden' } } as const

const editPage = page({
  path: '/budget/:round/veranderen',
  who: keepers,
  fields: editFields,
  async show(visit, sent) {
    const { t } = visit
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    return {
      title: t('round-do.veranderen'),
      private: true,
      body: (
        <>
          <h1>{t('round-do.veranderen')}</h1>
          <Lead>{t('round-verb.veranderen.intro')}</Lead>
          <PageForm
            visit={visit}
            fields={editFields}
            words="round-form"
            sent={sent}
            values={{ ...roundValues(row), version: String(row.version) }}
            options={{ areas: await areaOptions(visit) }}
          />
        </>
      )
    }
  },
  async submit(tx, { by, params }, given) {
    const round = await editRound(tx, by, params['round'] ?? '', {
      ...typedRound(given),
      version: Number(given.version)
    })
    return round.ok ? ok({ goTo: `/budget/${round.value}`, notice: 'saved' }) : round
  }
})

const peopleFields = {
  decides: { kind: 'picks', optional: true },
  committee: { kind: 'picks', optional: true }
} as const

const peoplePage = page({
  path: '/budget/:round/mensen',
  who: keepers,
  fields: peopleFields,
  restsOn: async ({ read, params }) => {
    const named = await peopleOfRound(read, params['round'] ?? '')
    return sha256(
      named
        .map((one) => `${one.task} ${one.id}`)
        .toSorted()
        .join()
    ).slice(0, 16)
  },
  async show(visit, sent) {
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const named = await peopleOfRound(visit.read, row.id)
    const options = (await residentsToName(visit.read, visit.by.today)).map(({ id, name }) => ({
      value: id,
      label: name
    }))
    const ids = (task: string) => named.filter((one) => one.task === task).map((one) => one.id)
    return verbShown({
      visit,
      sent,
      words: 'round-verb.mensen',
      back: { href: `/budget/${row.id}`, text: row.title },
      could: ok(true),
      fields: peopleFields,
      values: { decides: ids('decides'), committee: ids('committee') },
      options: { decides: options, committee: options }
    })
  },
  async submit(tx, { by, params }, given) {
    const round = params['round'] ?? ''
    for (const task of ['decides', 'committee'] as const) {
      const named = await nameForRound(tx, by, round, task, given[task])
      if (!named.ok) return named
    }
    return ok({ goTo: `/budget/${round}`, notice: 'saved' })
  }
})

interface Verb {
  /** The last part of the address. */
  path: string
  fields: Fields
  could(row: RoundRow, visit: Visit): Promise<Decision<unknown>> | Decision<unknown>
  does(...of: [...Parameters<typeof fixBallot>, why: string]): Promise<Decision<unknown>>
  notice: string
}

const verbs: readonly Verb[] = [
  {
    path: 'openen',
    fields: {},
    could: (row, { by }) => openRound(roundIn(row), settingsIn(row), by.today),
    does: (tx, by, id) => openPreparedRound(tx, by, id),
    notice: 'round-opened'
  },
  {
    path: 'stembiljet',
    fields: {},
    async could(row, { read, by }) {
      const plans = await plansByState(read, row.id)
      const ballot = { plans: plans.onBallot.length, undecided: plans.handedIn.length }
      return freezeRound(roundIn(row), { ...ballot, voting: settingsIn(row).days.voting }, by.today)
    },
    does: (tx, by, id) => fixBallot(tx, by, id),
    notice: 'round-ballot-fixed'
  },
  {
    path: 'stoppen',
    fields: { why: { kind: 'long', max: reasonMax } },
    could: (row, { by }) => stopRound(roundIn(row), '…', by.today),
    does: (tx, by, id, why) => stopRoundBecause(tx, by, id, why),
    notice: 'round-stopped'
  }
]

/** With many plans and many choices the ballots will be kept sealed: whoever fixes the ballot knows that before. */
async function sealedWarning({ t, read }: Visit, row: RoundRow) {
  const plans = (await plansByState(read, row.id)).onBallot.length
  if (!ballotsMayMarkPeople(plans, settingsIn(row).ballot.most)) return null
  return (
    <Notice kind="note" title={t('round.sealed')}>
      <p>{t('round.sealed.what', { plans })}</p>
    </Notice>
  )
}

const verbPage = (verb: Verb): Page =>
  page({
    path: `/budget/:round/${verb.path}`,
    who: keepers,
    fields: verb.fields,
    /** Opening, stopping and fixing the ballot rest on the round and on which plans stand on it now. */
    async restsOn({ read, params }) {
      const row = await roundOf(read, params['round'] ?? '')
      const { onBallot, handedIn } = await plansByState(read, params['round'] ?? '')
      return row && `${row.version} ${onBallot.length} ${handedIn.length}`
    },
    async show(visit, sent) {
      const row = await roundOf(visit.read, visit.params['round'] ?? '')
      if (!row) return 'not-found'
      return verbShown({
        visit,
        sent,
        words: `round-verb.${verb.path}`,
        back: { href: `/budget/${row.id}`, text: row.title },
        could: await verb.could(row, visit),
        fields: verb.fields,
        children: verb.path === 'stembiljet' ? await sealedWarning(visit, row) : null
      })
    },
    async submit(tx, { by, params }, given) {
      const round = params['round'] ?? ''
      const done = await verb.does(tx, by, round, String((given as Record<string, string>)['why'] ?? ''))
      return done.ok ? ok({ goTo: `/budget/${round}`, notice: verb.notice }) : done
    }
  })

export const keepingPages: readonly Page[] = [newPage, editPage, peoplePage, ...verbs.map(verbPage)]
