import type { Change, Changes } from '../../../kernel/activity-feed.ts'

/** What may wait for one who does not keep up; beyond it they are told only that they missed something. */
const mostWaiting = 5_000

/**
 * What happens in one organization, for one who follows it. What is not taken yet is kept together, each record once, so that whoever
 * takes it slowly has less to take and not more. Ends at once when it is to end, also while somebody waits for the next.
 */
export class Follower implements AsyncIterableIterator<Changes> {
  readonly #onEnd: (follower: Follower) => void
  readonly #waiting = new Map<string, Change>()
  #missed = false
  #ended = false
  #wake: (() => void) | null = null

  constructor(onEnd: (follower: Follower) => void) {
    this.#onEnd = onEnd
  }

  tell({ changes, missed }: Changes): void {
    for (const change of changes) {
      const key = `${change.kind} ${change.id}`
      const earlier = this.#waiting.get(key)
      this.#waiting.set(key, earlier ? { ...change, formerReps: [...earlier.formerReps, ...change.formerReps] } : change)
    }
    this.#missed ||= missed
    if (this.#waiting.size > mostWaiting) {
      this.#waiting.clear()
      this.#missed = true
    }
    if (this.#waiting.size > 0 || this.#missed) this.#wake?.()
  }

  async next(): Promise<IteratorResult<Changes, undefined>> {
    while (!this.#ended && this.#waiting.size === 0 && !this.#missed) await new Promise<void>((resolve) => (this.#wake = resolve))
    if (this.#ended) return { done: true, value: undefined }
    const value = { changes: [...this.#waiting.values()], missed: this.#missed }
    this.#waiting.clear()
    this.#missed = false
    return { done: false, value }
  }

  return(): Promise<IteratorResult<Changes, undefined>> {
    if (!this.#ended) {
      this.#ended = true
      this.#waiting.clear()
      this.#onEnd(this)
      this.#wake?.()
    }
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
