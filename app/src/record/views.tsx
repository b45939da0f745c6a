import { FilterLinks, Meta, Notice } from '../ui/index.ts'
import { lastComparison, standing, type topicNames, type Finding } from '../journal/index.ts'
import { institutionNames } from '../institutions/index.ts'
import { filterLinks, type Visit } from '../web/index.ts'
import type { Names } from './names.ts'
import { goalsToChoose, type Line } from './queries.ts'
import { told } from './sentence.ts'

export const topicPaths = {
  inbreng: 'voices',
  behoeften: 'needs',
  doelen: 'goals',
  verzoeken: 'requests',
  toezeggingen: 'commitments',
  terugvertellen: 'tellback',
  budget: 'budget',
  stemmen: 'voting',
  kasboek: 'books',
  mensen: 'people',
  buurt: 'place',
  logboek: 'record'
} as const satisfies Record<string, (typeof topicNames)[number]>

interface LinesProps {
  visit: Pick<Visit, 't'>
  lines: readonly Line[]
  names: Names
}

/** Per day, newest first. */
export const Days = ({ visit, lines, names }: LinesProps) => (
  <>
    {[...Map.groupBy(lines, (line) => visit.t.dayOfInstant(line.at))].map(([day, theirs]) => (
      <section key={day}>
        <h2>{day}</h2>
        <ul class="record">
          {theirs.map((line) => (
            <li key={line.seq}>
              <Sentence visit={visit} line={line} names={names} />{' '}
              <a class="meta" href={`/logboek/${line.id}`}>
                {visit.t('record.line', { n: line.seq })}
              </a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
)

export function Sentence({ visit: { t }, line, names }: { visit: Pick<Visit, 't'>; line: Line; names: Names }) {
  const { pieces, reason } = told(t, names, line)
  return (
    <>
      {pieces.map((piece, at) =>
        piece.href ? (
          <a key={at} href={piece.href}>
            {piece.text}
          </a>
        ) : (
          piece.text
        )
      )}
      {reason ? ` ${t('record.reason', { why: reason })}` : ''}
    </>
  )
}

export async function filters(visit: Visit) {
  const { t, read, query } = visit
  const [goals, institutions] = [await goalsToChoose(read), await institutionNames(read)]
  return (
    <>
      <details open={Boolean(query['soort'])}>
        <summary>{t('record.filter.topic')}</summary>
        <FilterLinks
          label={t('record.filter.topic')}
          links={filterLinks(
            visit,
            'soort',
            Object.entries(topicPaths).map(([path, topic]) => [path, t(`record.topic.${topic}`)])
          )}
        />
      </details>
      <details open={Boolean(query['doel'] || query['instantie'])}>
        <summary>{t('list.more')}</summary>
        <FilterLinks
          label={t('record.filter.goal')}
          links={filterLinks(
            visit,
            'doel',
            goals.map(({ id, name }) => [id, name])
          )}
        />
        <FilterLinks label={t('list.institution')} links={filterLinks(visit, 'instantie', [...institutions])} />
      </details>
    </>
  )
}

/** How far it is signed, and whether the tables still are as it says: on top of the page. */
export async function howItStands({ t, read, by }: Visit) {
  const stands = await standing(read, by.at)
  const last = await lastComparison(read)
  const findings = last ? (JSON.parse(last.findings) as Finding[]) : []
  return (
    <>
      {stands.stopped ? (
        <Notice kind="stop" title={t('record.stopped')}>
          <p>{t('record.stopped.what', { day: t.dayOfInstant(stands.stopped.at) })}</p>
        </Notice>
      ) : null}
      {last && last.wrong > 0 ? (
        <Notice kind="stop" title={t('record.differs')}>
          <p>{t('record.compared.wrong', { rows: last.compared, wrong: last.wrong })}</p>
          <ul>
            {findings.slice(0, 10).map(({ what, kind, id }) => (
              <li key={id}>{t(`record.finding.${what}`, { noun: t.find(`record.noun.${kind}`) ?? kind, id })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Meta>
        {stands.signedAt
          ? t('record.size', { n: stands.size, day: t.dayOfInstant(stands.signedAt) })
          : t('record.not-signed-yet')}{' '}
        {last && last.wrong === 0 ? `${t('record.compared.same', { rows: last.compared })} ` : ''}
        <a href="/logboek/bewijs">{t('record.how')}</a>
      </Meta>
    </>
  )
}
