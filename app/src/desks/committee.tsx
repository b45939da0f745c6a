/** What waits for who was named in the election committee of a round. */
import { allRounds, hasTask } from '../budget/index.ts'
import type { Visit } from '../web/index.ts'

export async function forCommittee(visit: Visit) {
  const { t, read, by } = visit
  const rounds = []
  for (const row of (await allRounds(read)).filter((one) => one.state === 'frozen'))
    if (by.person && (await hasTask(read, row.id, by.person, 'committee'))) rounds.push(row)
  if (rounds.length === 0) return null
  return (
    <>
      <h2>{t('mine.committee')}</h2>
      <ul>
        {rounds.map((row) => (
          <li key={row.id}>
            <a href={`/budget/${row.id}/stembureau`}>{row.title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
