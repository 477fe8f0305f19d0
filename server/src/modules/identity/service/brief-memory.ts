/**
 * Remembers answers for a few seconds, so that one page's many requests ask once. Bounded; what is forgotten is asked again. It remembers
 * only while it is told of changes: until `trust(true)`, and from `trust(false)` on, every question is asked.
 */
export class BriefMemory<Value> {
  readonly #entries = new Map<string, { value: Promise<Value>; until: number }>()
  readonly #lifetimeMs: number
  readonly #size: number
  #trusted = false

  constructor(lifetimeMs: number, size: number) {
    this.#lifetimeMs = lifetimeMs
    this.#size = size
  }

  /** Whether changes are heard of from now on. What was remembered before is forgotten either way. */
  trust(trusted: boolean): void {
    this.#trusted = trusted
    this.forget()
  }

  recall(key: string, ask: () => Promise<Value>): Promise<Value> {
    if (!this.#trusted) return ask()
    const known = this.#entries.get(key)
    if (known && known.until > Date.now()) return known.value
    const value = ask()
    const entry = { value, until: Date.now() + this.#lifetimeMs }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    // A failed answer is not remembered.
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    if (this.#entries.size > this.#size) {
      const oldest = this.#entries.keys().next().value
      if (oldest !== undefined) this.#entries.delete(oldest)
    }
    return value
  }

  forget(): void {
    this.#entries.clear()
  }
}
