import type { Change, Changes } from '../../../kernel/activity-feed.ts'
import { Following } from './following.ts'

/** What may wait for one who does not keep up; beyond it they are told only that they missed something. */
const mostWaiting = 5_000

/**
 * What happens in one organization, for one who follows it. What is not taken yet is kept together, each record once, so that whoever
 * takes it slowly has less to take and not more.
 */
export class Follower extends Following<Changes> {
  readonly #waiting = new Map<string, Change>()
  #missed = false

  constructor(onEnd: (follower: Follower) => void) {
    super(() => onEnd(this))
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
    if (this.#waiting.size > 0 || this.#missed) this.wake()
  }

  protected override take(): Changes | null {
    if (this.#waiting.size === 0 && !this.#missed) return null
    const changes = { changes: [...this.#waiting.values()], missed: this.#missed }
    this.#waiting.clear()
    this.#missed = false
    return changes
  }
}
