import { ListRequestError } from './list-request-error.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** As many as anybody could pick on a page; each is looked up by itself. */
const mostIds = 1_000

/** Collects the conditions of a query and their parameters, so that no value is ever written into SQL. */
export class Conditions {
  #parameters: unknown[]
  readonly #parts: string[] = []

  constructor(parameters: readonly unknown[] = []) {
    this.#parameters = [...parameters]
  }

  get parameters(): unknown[] {
    return this.#parameters
  }

  /** None yet, for another place in the same query: whatever values they need are parameters of both. */
  beside(): Conditions {
    const others = new Conditions()
    others.#parameters = this.#parameters
    return others
  }

  /** Adds a condition on a value; `write` is given the value's placeholder. */
  add(value: unknown, write: (placeholder: string) => string): this {
    this.#parameters.push(value)
    this.#parts.push(write(`$${this.#parameters.length}`))
    return this
  }

  /** The placeholder of a value, for a condition that needs several. */
  place(value: unknown): string {
    this.#parameters.push(value)
    return `$${this.#parameters.length}`
  }

  /** Adds a condition that needs no value. */
  always(condition: string): this {
    this.#parts.push(condition)
    return this
  }

  /** Adds that a column is one of the texts, if there are any to be one of. */
  anyText(column: string, values: readonly string[] | undefined): this {
    return values ? this.add(values, (p) => `${column} = any(${p}::text[])`) : this
  }

  /** Adds that a column is one of the ids, if any are given. Throws ListRequestError for what is no id and for too many, blaming `path`. */
  anyId(column: string, ids: readonly string[] | undefined, path: string): this {
    return this.ids(ids, path, (p) => `${column} = any(${p}::uuid[])`)
  }

  /** Adds what `write` says of ids, if any are given; it is given their placeholder. Refuses what `anyId` refuses. */
  ids(ids: readonly string[] | undefined, path: string, write: (placeholder: string) => string): this {
    if (!ids) return this
    if (ids.length > mostIds) throw new ListRequestError(path, `At most ${mostIds} ids.`)
    const wrong = ids.find((id) => !uuid.test(id))
    if (wrong !== undefined) throw new ListRequestError(path, `"${wrong.slice(0, 50)}" is not an id.`)
    return this.add(ids, write)
  }

  /** Adds that a moment lies in a half-open span, if one is given. */
  within(column: string, span: { start: Date; end: Date } | undefined): this {
    if (!span) return this
    this.add(span.start.toISOString(), (p) => `${column} >= ${p}::text::timestamptz`)
    return this.add(span.end.toISOString(), (p) => `${column} < ${p}::text::timestamptz`)
  }

  get where(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ')
  }
}
