/** The PROJECTS section: one plan a line, all columns kept. */
import { type Project } from '../election.ts'
import { readAmount } from './amount.ts'
import { checkWidth, type Place, shorten } from './place.ts'
import { decodeEntities } from './record.ts'

export function projectRow(
  place: Place,
  header: readonly string[],
  projects: Project[],
  index: Map<string, number>,
  fields: string[]
): void {
  checkWidth(place, header, fields)
  const [idAt, costAt] = [header.indexOf('project_id'), header.indexOf('cost')]
  const cell = (name: string): string => fields[header.indexOf(name)]?.trim() ?? ''
  const id = fields[idAt]?.trim() ?? ''
  if (id === '') place.fail(idAt + 1, 'a project without an id.')
  if (index.has(id)) place.fail(idAt + 1, `a second project with the id ${shorten(id)}.`)
  const costText = fields[costAt]?.trim() ?? ''
  const cost = readAmount(costText)
  if (!cost || cost.num < 0n)
    place.fail(costAt + 1, `the cost of project ${id} must be a number from zero, not "${shorten(costText)}".`)
  const name = decodeEntities(cell('name'))
  if (name !== cell('name'))
    place.log.note('entity-in-name', 'HTML entities in names are shown as the letters they stand for.', place.line)
  const categories = (cell('category') || cell('categories'))
    .split(',')
    .map((c) => c.trim())
    .filter((c) => c !== '' && c.toLowerCase() !== 'none')
  const record: Record<string, string> = {}
  header.forEach(
    (column, i) => (record[record[column] === undefined ? column : `${column}#${i + 1}`] = fields[i] ?? '')
  )
  index.set(id, projects.length)
  projects.push({ id, cost: cost!, name: name || id, categories, fields: record })
}
