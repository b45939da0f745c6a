/**
 * A question that is put in the same words each time is put together once; after that only its values change. Putting together and
 * compiling a query costs about as much as answering it (docs/decisions/asked-once.md).
 */
import type { CompiledQuery } from 'kysely'
import type { Reader } from './store.ts'

/** A value that is filled in when the question is asked. */
class Slot {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/**
 * @param build puts the question together; it may pass its values on to the query and do nothing else with them.
 * A list among the values has a question of its own for each length, and so has a value that is left out.
 */
export function asked<V extends readonly (string | number | undefined | readonly string[])[], Row>(
  build: (read: Reader, ...values: V) => { compile(): CompiledQuery<Row> }
): (read: Reader, ...values: V) => Promise<Row[]> {
  /** Per engine (each writes SQL in its own way) and per shape of the values. */
  const compiled = new WeakMap<object, Map<string, CompiledQuery<Row>>>()
  return async (read, ...values) => {
    const engine = read.getExecutor().adapter
    const known = compiled.get(engine) ?? new Map<string, CompiledQuery<Row>>()
    compiled.set(engine, known)
    const shape = values.map((value) => (typeof value === 'object' ? value.length : typeof value)).join()
    let question = known.get(shape)
    if (!question) {
      let at = 0
      const slots = values.map((value) =>
        typeof value === 'object' ? value.map(() => new Slot(at++)) : value === undefined ? undefined : new Slot(at++)
      )
      question = build(read, ...(slots as never)).compile()
      if (known.size > 100) known.clear()
      known.set(shape, question)
    }
    const flat = values.filter((value) => value !== undefined).flat()
    const parameters = question.parameters.map((value) => (value instanceof Slot ? flat[value.at] : value))
    const { rows } = await read.executeQuery<Row>({ ...question, parameters })
    return rows
  }
}
