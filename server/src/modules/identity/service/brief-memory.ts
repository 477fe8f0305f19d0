/** Remembers answers for a few seconds, so that one page's many requests ask once. Bounded; what is forgotten is asked again. */
export class BriefMemory<Value> {
  readonly #entries = new Map<string, { value: Promise<Value>; until: number }>()
  readonly #lifetimeMs: number
  readonly #size: number

  constructor(lifetimeMs: number, size: number) {
    this.#lifetimeMs = lifetimeMs
    this.#size = size
  }

  recall(key: string, ask: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key)
    if (known && known.until > Date.now()) return known.value
    const value = ask()
    this.#entries.delete(key)
    this.#entries.set(key, { value, until: Date.now() + this.#lifetimeMs })
    // A failed answer is not remembered.
    value.catch(() => this.#entries.delete(key))
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
