// Who: a member of the church's group who reads a need and thinks: we can take this up.
import { ok, refused, type GroupId } from '@buurtmacht/domain'
import { groupNames } from '../groups/index.ts'
import { Quote } from '../ui/index.ts'
import { page, verbShown, type Visit } from '../web/index.ts'
import { proposeGoal } from './actions.ts'
import { needFor } from './queries.ts'
import { residentsOfAnyGroup } from './who.ts'

const fields = { group: { kind: 'pick' }, title: { kind: 'text', max: 200 } } as const

export const proposePage = page({
  path: '/buurtbehoeften/:need/doel',
  who: residentsOfAnyGroup,
  fields,
  async show(visit, sent) {
    const need = await needFor(visit.read, visit.params['need'] ?? '')
    if (!need) return 'not-found'
    const names = await groupNames(visit.read)
    const mine = myGroups(visit).flatMap((id) => (names.has(id) ? [{ value: id, label: names.get(id)! }] : []))
    return verbShown({
      visit,
      sent,
      words: 'goal-verb.voorstellen',
      back: { href: `/buurtbehoeften/${need.id}`, text: need.sentence },
      could: need.state === 'open' ? ok(true) : refused('need-not-open'),
      fields,
      values: mine.length === 1 ? { group: mine[0]!.value } : {},
      options: { group: mine },
      children: (
        <Quote lang="nl" small>
          {need.sentence}
        </Quote>
      )
    })
  },
  async submit(tx, { by, params }, given) {
    const goal = await proposeGoal(tx, by, params['need'] ?? '', given)
    return goal.ok ? ok({ goTo: `/buurtdoelen/${goal.value}`, notice: 'goal-proposed' }) : goal
  }
})

const myGroups = (visit: Visit): GroupId[] => [
  ...new Set(visit.by.roles.flatMap((role) => ('group' in role ? [role.group] : [])))
]
