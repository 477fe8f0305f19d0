import { Following } from './following.ts'

/** One run, for one who follows it: that it is to be looked at, once for all that happened since. */
class RunFollower extends Following<true> {
  #version: string | null = null
  #waits = false

  /** Its row is of this version now. */
  tell(version: string): void {
    if (version === this.#version) return
    this.#version = version
    this.#waits = true
    this.wake()
  }

  protected override take(): true | null {
    if (!this.#waits) return null
    this.#waits = false
    return true
  }
}

/** The versions of some runs of an organization, whichever of them are there. */
export type ReadVersions = (organizationId: string, runIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** Who follows which run. Its row changes with every step, so it is told by its version alone. */
export class FollowedRuns {
  readonly #followed = new Map<string, Map<RunFollower, string>>()

  get size(): number {
    return this.#followed.size
  }

  add(organizationId: string, runId: string): RunFollower {
    const runs = this.#followed.get(organizationId) ?? new Map<RunFollower, string>()
    this.#followed.set(organizationId, runs)
    const follower = new RunFollower(() => {
      runs.delete(follower)
      if (runs.size === 0) this.#followed.delete(organizationId)
    })
    runs.set(follower, runId)
    return follower
  }

  /** Looks at every run that is followed, of one organization after the other: few watch one at a time. */
  async look(read: ReadVersions): Promise<void> {
    for (const [organizationId, runs] of [...this.#followed]) {
      const versions = await read(organizationId, [...new Set(runs.values())])
      for (const [follower, runId] of runs) {
        const version = versions.get(runId)
        if (version !== undefined) follower.tell(version)
      }
    }
  }

  async end(): Promise<void> {
    for (const runs of [...this.#followed.values()]) for (const follower of [...runs.keys()]) await follower.return()
  }
}
