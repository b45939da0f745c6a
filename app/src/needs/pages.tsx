import { ok, refused } from '@buurtmacht/domain'
import { readCursor } from '../db/index.ts'
import { groupNames } from '../groups/index.ts'
import { anyone } from '../people/index.ts'
import { areasOf } from '../place/index.ts'
import { mayReadAll, voicesOfNeed } from '../voices/index.ts'
import { page, type Page, type Visit } from '../web/index.ts'
import { mayGather, sayMeToo } from './actions.ts'
import { gatheringPages } from './gathering/pages.tsx'
import { goalsMadeOf, needById, needs, saidMeToo, type NeedSeen } from './queries.ts'
import { trailPages } from './trail/pages.tsx'
import { trailOf } from './trail/trail.ts'
import { NeedsPage } from './list.tsx'
import { MeTooPage, NeedView, type NeedViewProps } from './views.tsx'
import { gatherers } from './who.ts'

const list = page({
  path: '/buurtbehoeften',
  who: anyone,
  async show(visit) {
    const { read, query, by } = visit
    const filter = {
      area: query['gebied'] || undefined,
      group: query['groep'] || undefined,
      withoutGoal: 'zonderdoel' in query
    }
    const found = await needs(read, filter, { after: readCursor(query['na']), limit: 20 })
    const [areas, groups] = [await areasOf(read), await groupNames(read)]
    const mayGatherHere = await gatherers.allows(visit)
    const shown = { found, filter, areas, groups, mayGather: by.person !== undefined && mayGatherHere }
    return { title: visit.t('needs.list'), body: <NeedsPage visit={visit} {...shown} /> }
  }
})

/** A cookie of chance that says nothing but "the same browser": the giver of an "ik ook". */
const meTooCookie = 'ikook'
const giverOf = (visit: Pick<Visit, 'keyed'>, cookie: string): string => visit.keyed('me-too', cookie)

/** Everything the page of a need shows. The words are those this visitor may read. */
export async function needShown(visit: Visit, need: NeedSeen): Promise<NeedViewProps> {
  const { read, by, cookies } = visit
  const reading = mayReadAll(by.roles) ? 'helpers' : 'public'
  const cookie = cookies[meTooCookie]
  const mine = by.person !== undefined && mayGather(by, need.group.id)
  return {
    visit,
    need,
    voices: await voicesOfNeed(read, need.id, reading, mine ? 100 : 12),
    trail: await trailOf(read, need.id),
    goals: await goalsMadeOf(read, need.id),
    said: cookie !== undefined && (await saidMeToo(read, need.id, giverOf(visit, cookie))),
    mine
  }
}

const one = page({
  path: '/buurtbehoeften/:need',
  who: anyone,
  async show(visit) {
    const need = await needById(visit.read, visit.params['need'] ?? '')
    if (!need) return 'not-found'
    return { title: need.sentence, body: <NeedView {...await needShown(visit, need)} /> }
  }
})

const meToo = page({
  path: '/buurtbehoeften/:need/ik-ook',
  who: anyone,
  limit: 'voices',
  fields: {},
  async show(visit, sent) {
    const need = await needById(visit.read, visit.params['need'] ?? '')
    if (!need) return 'not-found'
    return { title: visit.t('needs.me-too'), body: <MeTooPage visit={visit} need={need} sent={sent} /> }
  },
  async submit(tx, change) {
    const { by, params, cookies } = change
    // Who speaks for an institution is heard elsewhere: this counts neighbours.
    if (by.person && by.roles.some((role) => role.kind === 'contact')) return refused('not-allowed')
    const cookie = cookies[meTooCookie] ?? Buffer.from(by.chance(16)).toString('base64url')
    const said = await sayMeToo(tx, by, params['need'] ?? '', giverOf(change, cookie))
    if (!said.ok) return said
    return ok({
      goTo: `/buurtbehoeften/${params['need']}#ik-ook`,
      notice: 'me-too',
      cookies: [{ name: meTooCookie, value: cookie }]
    })
  }
})

export const needsPages: readonly Page[] = [list, ...gatheringPages, ...trailPages, one, meToo]
