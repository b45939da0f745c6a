// Plays the demo story through the same actions that people use, in order of time: the journal and every trace are true.
import { dayOf, addDays, inForce, type FollowCode } from '@buurtmacht/domain'
import { type Store, type Tx } from '../src/db/index.ts'
import { rolesOf } from '../src/people/index.ts'
import { type Keyed } from '../src/voices/index.ts'
import { type By } from '../src/web/index.ts'
import { story, type PersonKey, type Story } from './story/index.ts'
import { knowing, type Known } from './play/known.ts'
import { inTime, type Moment, type Timed } from './play/moments.ts'
import { groupMoments, institutionMoments, placeMoments, roleMoments } from './play/people.ts'
import { seededChance } from './play/chance.ts'
import {
  deedMoments,
  goalMoments,
  handoverMoments,
  notReachedMoments,
  reachedMoments,
  tellBackMoments
} from './play/goals.ts'
import { roundMoments } from './play/budget.ts'
import { moneyMoments } from './play/money.ts'
import { meTooMoments, needMoments } from './play/needs.ts'
import { commitmentMoments, requestMoments } from './play/requests.ts'
import { voiceMoments } from './play/voices.ts'

export type { Known } from './play/known.ts'

export type Played = {
  known: Known
  /** How many things happened that are told in the journal. */
  moments: number
  codes: ReadonlyMap<string, FollowCode>
}

/** What happens in the story, in the order in which it happens on one and the same day. */
const momentsOf = (told: Story): Moment[] => [
  ...placeMoments(told),
  ...groupMoments(told),
  ...institutionMoments(told),
  ...roleMoments(told),
  ...voiceMoments(told),
  ...needMoments(told),
  ...meTooMoments(told),
  ...goalMoments(told),
  ...requestMoments(told),
  ...commitmentMoments(told),
  ...roundMoments(told),
  ...moneyMoments(told),
  ...deedMoments(told),
  ...handoverMoments(told),
  ...tellBackMoments(told),
  ...notReachedMoments(told),
  ...reachedMoments(told)
]

/** So many moments share a transaction: quick, and yet nobody waits long for the writer. */
const together = 40

/**
 * @param now milliseconds since 1970: the story ends there.
 * @throws with the key of the story when a rule refuses something; a story that cannot be lived is wrong.
 */
export async function play(store: Store, keyed: Keyed, now: number, told: Story = story): Promise<Played> {
  const today = dayOf(now)
  // Each moment has chance of its own, so that a new line in the story changes no code of another.
  const times = new Map<string, number>()
  const chanceOf = ({ what }: Moment) => {
    const time = (times.get(what) ?? 0) + 1
    times.set(what, time)
    return seededChance(`${told.place.name}, ${what}, ${time}`)
  }
  const known = knowing(keyed, (daysAgo) => addDays(today, -daysAgo))
  const timed = inTime(momentsOf(told), now, today)
  for (let at = 0; at < timed.length; at += together)
    await store.change(async (tx) => {
      for (const one of timed.slice(at, at + together)) await live(tx, one, known, chanceOf(one.moment))
    })
  const written = timed.filter(({ moment }) => !moment.leavesNoTrace)
  return { known, moments: written.length, codes: known.codes }
}

async function live(tx: Tx, { moment, at, today }: Timed, known: Known, chance: By['chance']): Promise<void> {
  const by: By = { ...(await whoIs(tx, moment.person, known, today)), at, today, chance }
  const decision = await moment.live(tx, by, known)
  if (decision.ok) return
  const { code, field, facts } = decision.refusal
  throw new Error(`The story cannot be lived. ${moment.what} on ${today}: ${code} ${JSON.stringify({ field, facts })}`)
}

async function whoIs(
  tx: Tx,
  key: PersonKey | undefined,
  known: Known,
  today: By['today']
): Promise<Pick<By, 'person' | 'roles'>> {
  if (!key) return { roles: [] }
  const person = known.id<NonNullable<By['person']>>('person', key)
  return { person, roles: (await rolesOf(tx, person)).filter((role) => inForce(role, today)) }
}
