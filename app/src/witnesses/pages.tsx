/** Who: residents who want to know who else keeps an eye on the record; and an administrator who asks others to. */
import { ok, refused } from '@buurtmacht/domain'
import { momentOf } from '../journal/index.ts'
import { admins, anyone } from '../people/index.ts'
import { BackLink, Buttons, Card, EmptyState, Facts, Lead, LinkButton, Meta } from '../ui/index.ts'
import { page, PageForm, verbShown, type Page, type Visit } from '../web/index.ts'
import { addWitness, stopWitness, takeCosignature } from './actions.ts'
import { paperPages } from './paper.tsx'
import { allWitnesses, lastSigned, witnessById, type WitnessRow } from './queries.ts'

const noteFields = { note: { kind: 'long', max: 20_000 } } as const

const list = page({
  path: '/logboek/getuigen',
  who: anyone,
  limit: 'tries',
  fields: noteFields,
  async show(visit, sent) {
    const { t } = visit
    const witnesses = await allWitnesses(visit.read)
    const signed = await Promise.all(witnesses.map((one) => lastSigned(visit.read, one.id)))
    const admin = await admins.allows(visit)
    return {
      title: t('witness.title'),
      body: (
        <>
          <BackLink href="/logboek/bewijs">{t('journal.check')}</BackLink>
          <h1>{t('witness.title')}</h1>
          <Lead>{t('witness.lead')}</Lead>
          {witnesses.length === 0 ? <EmptyState title={t('witness.none')}>{t('witness.none.what')}</EmptyState> : null}
          {witnesses.map((one, at) => (
            <Witness key={one.id} visit={visit} witness={one} signed={signed[at]} admin={admin} />
          ))}
          {admin ? (
            <Buttons>
              <LinkButton kind="plain" href="/logboek/getuigen/nieuw">
                {t('witness.new.heading')}
              </LinkButton>
            </Buttons>
          ) : null}
          <h2>{t('witness.be-one')}</h2>
          <p>{t('witness.be-one.what')}</p>
          <details open={sent !== undefined}>
            <summary>{t('witness.hand-in')}</summary>
            <PageForm visit={visit} fields={noteFields} words="witness.hand-in" sent={sent} />
          </details>
        </>
      )
    }
  },
  async submit(tx, change, { note }) {
    const taken = await takeCosignature(tx, change.by, `${note.replace(/\r\n/g, '\n').trim()}\n`)
    if (taken.ok) return ok({ goTo: '/logboek/getuigen', notice: 'cosigned' })
    return refused(taken.refusal.code, { field: 'note' })
  }
})

interface WitnessProps {
  visit: Visit
  witness: WitnessRow
  signed: { size: number; signed_at: string } | undefined
  admin: boolean
}

function Witness({ visit: { t }, witness, signed, admin }: WitnessProps) {
  return (
    <Card>
      <h2>{witness.name}</h2>
      <Facts
        facts={[
          { term: t('witness.since'), detail: t.dayOfInstant(witness.from_at) },
          ...(witness.until_at ? [{ term: t('witness.until'), detail: t.dayOfInstant(witness.until_at) }] : []),
          {
            term: t('witness.signed'),
            detail: signed ? (
              <a href={`/logboek/checkpoint/${signed.size}`}>
                {t('witness.signed.what', { n: Number(signed.size), moment: momentOf(t, signed.signed_at) })}
              </a>
            ) : (
              t('witness.signed.nothing')
            )
          },
          { term: t('witness.key'), detail: <code dir="ltr">{witness.key}</code> }
        ]}
      />
      {admin && !witness.until_at ? (
        <Meta>
          <a href={`/logboek/getuigen/${witness.id}/stoppen`}>{t('witness.stop.link', { name: witness.name })}</a>
        </Meta>
      ) : null}
    </Card>
  )
}

const newFields = { name: { kind: 'text', max: 100 }, key: { kind: 'text', max: 300, autocomplete: 'off' } } as const

const add = page({
  path: '/logboek/getuigen/nieuw',
  who: admins,
  fields: newFields,
  show: async (visit, sent) =>
    verbShown({
      visit,
      sent,
      words: 'witness.new',
      back: { href: '/logboek/getuigen', text: visit.t('witness.title') },
      could: ok(undefined),
      fields: newFields
    }),
  async submit(tx, change, given) {
    const done = await addWitness(tx, change.by, given)
    return done.ok ? ok({ goTo: '/logboek/getuigen', notice: 'witness-added' }) : done
  }
})

const stop = page({
  path: '/logboek/getuigen/:witness/stoppen',
  who: admins,
  fields: {},
  async show(visit, sent) {
    const row = await witnessById(visit.read, visit.params['witness'] ?? '')
    if (!row) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'witness.stop',
      facts: { name: row.name },
      back: { href: '/logboek/getuigen', text: visit.t('witness.title') },
      could: row.until_at === null ? ok(row) : refused('witness-ended'),
      fields: {}
    })
  },
  async submit(tx, change) {
    const done = await stopWitness(tx, change.by, change.params['witness'] ?? '')
    return done.ok ? ok({ goTo: '/logboek/getuigen', notice: 'witness-ended' }) : done
  }
})

export const witnessesPages: readonly Page[] = [list, add, ...paperPages, stop]
