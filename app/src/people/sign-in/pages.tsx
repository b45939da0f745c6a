/** Signing in and out, and one's own account. */
import { ok } from '@buurtmacht/domain'
import { page, ownPath, sessionCookie, type Page } from '../../web/index.ts'
import { signedInPeople, anyone } from '../who.ts'
import { signInByCard, tryCard } from './cards.ts'
import { rememberBrowser } from './asking.ts'
import { askForLink, askingCookie, signInByLink, wrongWith } from './links.ts'
import { linkOf } from './queries.ts'
import { endAllSessions, endSession } from './sessions.ts'
import { askedView, cardView, everywhereView, linkView, signInView, signOutView } from './views.tsx'

/** Where somebody goes after signing in without having been on the way to somewhere. */
const usualGoal = '/mijn'
const goalOf = (asked: string | undefined): string => (asked ? ownPath(asked) : usualGoal)

const signIn = page({
  path: '/aanmelden',
  who: anyone,
  limit: 'tries',
  fields: {
    email: { kind: 'text', input: 'email', autocomplete: 'email', max: 254 },
    terug: { kind: 'hidden', optional: true }
  },
  async show(visit, sent) {
    const backTo = goalOf(visit.query['terug'])
    return visit.by.person && !sent ? { goTo: backTo } : signInView(visit, this.fields!, sent, backTo)
  },
  async submit(tx, change, given) {
    const asked = await askForLink(tx, change, { email: given.email, backTo: goalOf(given.terug) })
    if (!asked.ok) return asked
    const { cookie, letter } = asked.value
    const after = async () => {
      if (letter) await change.post.send(letter)
    }
    return ok({ goTo: '/aanmelden/gevraagd', cookies: [cookie], after })
  }
})

const asked = page({
  path: '/aanmelden/gevraagd',
  who: anyone,
  show: async (visit) => askedView(visit)
})

/** Opening this never uses the link up: mail scanners open links, people press buttons. */
const link = page({
  path: '/aanmelden/link/:token',
  who: anyone,
  limit: 'tries',
  async show(visit, sent) {
    const found = await linkOf(visit.read, visit.params['token'] ?? '')
    const wrong = wrongWith(found, visit.by.at, visit.cookies[askingCookie])
    return linkView(visit, wrong, sent)
  },
  async submit(tx, change) {
    const done = await signInByLink(tx, change, change.params['token'] ?? '')
    if (!done.ok) return done
    const { cookies, backTo } = done.value
    return ok({ goTo: goalOf(backTo), notice: 'signed-in', cookies })
  }
})

const card = page({
  path: '/aanmelden/kaart',
  who: anyone,
  limit: 'tries',
  fields: {
    code: { kind: 'text', max: 40 },
    pin: { kind: 'text', max: 20, inputmode: 'numeric' },
    terug: { kind: 'hidden', optional: true }
  },
  async show(visit, sent) {
    const backTo = goalOf(visit.query['terug'])
    return visit.by.person && !sent ? { goTo: backTo } : cardView(visit, this.fields!, sent, backTo)
  },
  beforehand: (visit, given) => tryCard(visit.read, visit.keyed, given),
  async submit(tx, change, given, tried) {
    const done = await signInByCard(tx, change.by, tried, change.cookies[sessionCookie])
    if (!done.ok) return done
    const { cookie, person } = done.value
    return ok({ goTo: goalOf(given.terug), notice: 'signed-in', cookies: [cookie, rememberBrowser(change, person)] })
  }
})

const signOut = page({
  path: '/afmelden',
  who: signedInPeople,
  show: async (visit, sent) => signOutView(visit, sent),
  async submit(tx, change) {
    const cookie = await endSession(tx, change.cookies[sessionCookie])
    return ok({ goTo: '/', notice: 'signed-out', cookies: [cookie] })
  }
})

const signOutEverywhere = page({
  path: '/afmelden/overal',
  who: signedInPeople,
  show: async (visit, sent) => everywhereView(visit, sent),
  async submit(tx, change) {
    const cookie = await endAllSessions(tx, change.by.person ?? '')
    return ok({ goTo: '/', notice: 'signed-out', cookies: [cookie] })
  }
})

export const signInPages: readonly Page[] = [signIn, asked, link, card, signOut, signOutEverywhere]
