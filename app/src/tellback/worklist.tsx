/** The worklist of a goal in pieces: who is told by this person's groups, and how many by others. */
import type { GroupId } from '@buurtmacht/domain'
import { speaksForGroup } from '../goals/index.ts'
import { groupNames } from '../groups/index.ts'
import { areasOf } from '../place/index.ts'
import type { Option, Visit } from '../web/index.ts'
import { tellingOf } from './listening/queries.ts'
import { notToldYet, personalWays, type News, type PersonalWay, type Waiting } from './queries.ts'

export interface Worklist {
  mine: Waiting[]
  /** How many still wait for another group to tell them. */
  others: { group: GroupId; name: string; n: number }[]
  /** Groups that listened and that this person leads, who could let the owner tell. */
  mayHandOver: { group: GroupId; name: string }[]
}

export async function worklistOf(visit: Visit, news: News): Promise<Worklist> {
  const { read, by } = visit
  const telling = await tellingOf(read, news, by.today)
  const names = await groupNames(read)
  const mine: Waiting[] = []
  const others = new Map<GroupId, number>()
  for (const one of await notToldYet(read, news)) {
    const group = telling.by.get(one.voice)
    if (group && speaksForGroup(by.roles, group)) mine.push(one)
    else if (group && !one.unreachable) others.set(group, (others.get(group) ?? 0) + 1)
  }
  return {
    mine,
    others: [...others].map(([group, n]) => ({ group, name: names.get(group) ?? '', n })),
    mayHandOver: telling.listened
      .filter((group) => group !== news.group && !telling.handedOver.includes(group))
      .map((group) => ({ group, name: names.get(group) ?? '' }))
  }
}

export async function optionsOf(visit: Visit, waiting: readonly Waiting[]): Promise<Option[]> {
  const { t } = visit
  const areas = new Map((await areasOf(visit.read)).map((area) => [area.id, area.name]))
  return waiting
    .toSorted((a, b) => place(a.how) - place(b.how))
    .map((one) => ({
      value: one.voice,
      label: `${t(`tellback.how.${one.how}`)}: ${
        one.unreachable ? t(`tellback.why.${one.unreachable}`) : one.address || t('tellback.no-address')
      }`,
      hint: [
        one.area && areas.get(one.area),
        t('tellback.heard-on', { day: t.day(one.heardOn) }),
        one.lang === 'nl' ? '' : t('tellback.speaks', { lang: one.lang })
      ]
        .filter(Boolean)
        .join(' · ')
    }))
}

const place = (how: PersonalWay): number => personalWays.indexOf(how)
