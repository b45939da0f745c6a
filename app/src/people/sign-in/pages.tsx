/** Signing in and out, and one's own account. */
import { ok } from '@buurtmacht/domain'
import { page, ownPath, sessionCookie, type Page } from '../../web/index.ts'
import { signedInPeople, anyone } from '../who.ts'
import { signInByCard } from './cards.ts'
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
    const asked = await askForLink(tx, change.by, {
      email: given.email,
      backTo: goalOf(given.terug),
      browser: change.cookies[askingCookie],
      publicUrl: change.publicUrl
    })
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
    const done = await signInByLink(tx, change.by, {
      token: change.params['token'] ?? '',
      browser: change.cookies[askingCookie],
      session: change.cookies[sessionCookie]
    })
    return done.ok ? ok({ goTo: done.value.backTo, notice: 'signed-in', cookies: [done.value.cookie] }) : done
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
  async submit(tx, change, given) {
    const done = await signInByCard(tx, change.by, change.keyed, { ...given, session: change.cookies[sessionCookie] })
    return done.ok ? ok({ goTo: goalOf(given.terug), notice: 'signed-in', cookies: [done.value] }) : done
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
