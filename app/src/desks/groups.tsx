// Who: somebody who wants to know who is already there before starting something, and how to join.
import { inForce, leads, type GroupId } from '@buurtmacht/domain'
import { goalsOfGroup, speaksForGroup } from '../goals/index.ts'
import { groupOf, groupsOf, membersOfGroup, groupNames, type GroupShown } from '../groups/index.ts'
import { anyone } from '../people/index.ts'
import { BackLink, Buttons, Card, CardGrid, EmptyState, Facts, Lead, LinkButton } from '../ui/index.ts'
import { GoalCard, goalCards } from '../way/index.ts'
import { page, type Visit } from '../web/index.ts'
import { Filters, Listed, type Choice } from './list.tsx'
import { needsWhere } from './queries.ts'

export const groupsPage = page({
  path: '/groepen',
  who: anyone,
  async show(visit) {
    const { t } = visit
    const all = await groupsOf(visit.read)
    const { soort = '', gebied = '' } = visit.query
    const groups = all.filter(
      (group) =>
        (soort === '' || group.kind === soort) && (gebied === '' || group.areas.some((area) => area.id === gebied))
    )
    const mayStart = visit.by.roles.some((role) => role.kind === 'admin' || role.kind === 'lead')
    return {
      title: t('frame.groups'),
      body: (
        <>
          <h1>{t('frame.groups')}</h1>
          <Lead>{t('groups.lead')}</Lead>
          <Filters visit={visit} choices={choicesOf(visit, all)} />
          {groups.length === 0 ? <EmptyState title={t('groups.none')} /> : null}
          <Listed
            visit={visit}
            items={groups}
            card={(group) => (
              <Card
                key={group.id}
                level={2}
                title={group.name}
                href={`/groepen/${group.id}`}
                meta={metaOf(visit, group)}
              >
                <p>{group.about}</p>
              </Card>
            )}
          />
          {mayStart ? <LinkButton href="/groepen/nieuw">{t('groups.start')}</LinkButton> : null}
        </>
      )
    }
  }
})

function choicesOf({ t }: Visit, groups: GroupShown[]): Choice[] {
  const kinds = [...new Set(groups.map((group) => group.kind))]
  const areas = new Map(groups.flatMap((group) => group.areas.map((area) => [area.id, area.name] as const)))
  return [
    {
      name: 'soort',
      label: t('groups.kind'),
      options: [
        ['', t('list.all')],
        ...kinds.map((kind): [string, string] => [kind, t.find(`group-kind.${kind}`) ?? kind])
      ]
    },
    { name: 'gebied', label: t('groups.where'), options: [['', t('list.all')], ...areas] }
  ]
}

const metaOf = ({ t }: Visit, group: GroupShown): string =>
  [t.find(`group-kind.${group.kind}`), ...group.areas.map((area) => area.name)].filter(Boolean).join(' · ')

export const groupPage = page({
  path: '/groepen/:group',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const group = await groupOf(read, visit.params['group'] ?? '')
    if (!group) return 'not-found'
    const members = (await membersOfGroup(read, group.id)).filter((one) => inForce(one.role, by.today))
    const cards = await goalCards(read, await goalsOfGroup(read, group.id, 50), by.today)
    const needs = await needsWhere(read, { group: group.id }, 20)
    return {
      title: group.name,
      body: (
        <>
          <BackLink href="/groepen">{t('frame.groups')}</BackLink>
          <h1>{group.name}</h1>
          <Lead>{group.about}</Lead>
          <Facts facts={factsOf(visit, group, members, await groupNames(read))} />
          <ForMembers visit={visit} group={group.id} />
          <h2>{t('groups.goals')}</h2>
          {cards.length === 0 ? <EmptyState title={t('groups.no-goals')} /> : null}
          <CardGrid>
            {cards.map((card) => (
              <GoalCard key={card.goal.id} visit={visit} card={card} />
            ))}
          </CardGrid>
          <NeedList visit={visit} needs={needs} />
        </>
      )
    }
  }
})

type Members = Awaited<ReturnType<typeof membersOfGroup>>

function factsOf({ t }: Visit, group: GroupShown, members: Members, names: ReadonlyMap<string, string>) {
  const leadNames = members.filter((one) => one.role.kind === 'lead').map((one) => one.name)
  const facts: [string, string | undefined][] = [
    [t('groups.kind'), t.find(`group-kind.${group.kind}`)],
    [t('groups.where'), t.list(group.areas.map((area) => area.name))],
    [t('groups.meets'), group.meets],
    [t('groups.reach'), group.reach],
    [t('groups.leads'), t.list(leadNames)],
    [
      t('groups.spoken-with'),
      group.spokenWith.length > 0 ? t.list(group.spokenWith.map((id) => names.get(id) ?? '')) : group.spokenWhy
    ]
  ]
  return facts.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []))
}

function ForMembers({ visit, group }: { visit: Visit; group: GroupId }) {
  const { t, by } = visit
  if (!speaksForGroup(by.roles, group)) return null
  return (
    <section>
      <h2>{t('goal.for-your-group')}</h2>
      <Buttons>
        <LinkButton href="/inbreng/verzamelen">{t('groups.gather')}</LinkButton>
        {leads(by.roles, group) ? (
          <LinkButton kind="plain" href={`/groepen/${group}/wijzigen`}>
            {t('groups.edit')}
          </LinkButton>
        ) : null}
      </Buttons>
    </section>
  )
}

export function NeedList({
  visit,
  needs
}: {
  visit: Visit
  needs: { id: string; sentence: string; made_at: string }[]
}) {
  const { t } = visit
  if (needs.length === 0) return null
  return (
    <>
      <h2>{t('frame.needs')}</h2>
      <ul>
        {needs.map((need) => (
          <li key={need.id}>
            <a href={`/buurtbehoeften/${need.id}`}>{need.sentence}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
