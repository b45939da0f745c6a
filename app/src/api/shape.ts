/** What every shape of the interface is put together from, as JSON Schema. */

export const text = { type: 'string' } as const
export const day = { type: 'string', format: 'date', description: 'A day in Europe/Amsterdam.' } as const
export const instant = { type: 'string', format: 'date-time', description: 'An instant in UTC.' } as const
export const page = { type: 'string', description: 'The page for people, as a path on this site.' } as const
/** What everything with a page of its own has. */
export const both = { id: text, page }
export const of = (values: readonly string[]) => ({ type: 'string', enum: [...values] }) as const
export const ref = (name: string) => ({ $ref: `${name}#` }) as const
export const listOf = (items: object) => ({ type: 'array', items }) as const

/** Everything in `must` is always there, everything in `may` only when it is known. */
export function shape(
  $id: string,
  description: string,
  must: Record<string, object>,
  may: Record<string, object> = {}
) {
  return { $id, description, type: 'object', required: Object.keys(must), properties: { ...must, ...may } } as const
}

/** A page of a list. */
export const listShape = (name: string) => ({
  description: 'One page; `next` is the path of the following page and is left out on the last.',
  type: 'object',
  required: ['items'],
  properties: { items: listOf(ref(name)), next: { type: 'string', format: 'uri-reference' } }
})

export const problems = {
  '4xx': {
    description: 'A refusal.',
    content: { 'application/problem+json': { schema: ref('Problem') } }
  }
}
