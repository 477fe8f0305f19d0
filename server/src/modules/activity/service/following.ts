/**
 * Somebody who follows something, at their own pace: what they are told waits until they take it. Ends at once when it is to end, also
 * while somebody waits for the next.
 */
export abstract class Following<Told> implements AsyncIterableIterator<Told, undefined> {
  #onEnd: (() => void) | null
  #wake: (() => void) | null = null

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd
  }

  /** Takes all that waits; null where nothing does. */
  protected abstract take(): Told | null

  /** Something waits now. */
  protected wake(): void {
    this.#wake?.()
  }

  async next(): Promise<IteratorResult<Told, undefined>> {
    while (this.#onEnd) {
      const value = this.take()
      if (value !== null) return { done: false, value }
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    return { done: true, value: undefined }
  }

  return(): Promise<IteratorResult<Told, undefined>> {
    const onEnd = this.#onEnd
    this.#onEnd = null
    onEnd?.()
    this.#wake?.()
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
