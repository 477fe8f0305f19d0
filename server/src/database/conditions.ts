/** Collects the conditions of a query and their parameters, so that no value is ever written into SQL. */
export class Conditions {
  readonly parameters: unknown[]
  readonly #parts: string[] = []

  constructor(parameters: readonly unknown[] = []) {
    this.parameters = [...parameters]
  }

  /** Adds a condition on a value; `write` is given the value's placeholder. */
  add(value: unknown, write: (placeholder: string) => string): this {
    this.parameters.push(value)
    this.#parts.push(write(`$${this.parameters.length}`))
    return this
  }

  /** Adds a condition that needs no value. */
  always(condition: string): this {
    this.#parts.push(condition)
    return this
  }

  get where(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ')
  }
}
