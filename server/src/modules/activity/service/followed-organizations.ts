import type { Changes } from '../../../kernel/activity-feed.ts'
import { Follower } from './follower.ts'

/** A position in the audit chain of an organization. */
export interface Place {
  organizationId: string
  place: bigint
}

interface Followed {
  /** Up to where each was told. */
  places: Map<Follower, bigint>
  /** Where the chain stood at the last look; null before the first. */
  head: bigint | null
}

/**
 * Who follows what happens in which organization, each from a place of their own: somebody who begins from an early one is told what the
 * others know, and nobody else is.
 */
export class FollowedOrganizations {
  readonly #followed = new Map<string, Followed>()

  get size(): number {
    return this.#followed.size
  }

  /** Where an organization's chain stood a moment ago; null where nobody looked. */
  headOf(organizationId: string): bigint | null {
    return this.#followed.get(organizationId)?.head ?? null
  }

  add({ organizationId, place }: Place): Follower {
    const entry = this.#followed.get(organizationId) ?? { places: new Map<Follower, bigint>(), head: null }
    this.#followed.set(organizationId, entry)
    const follower = new Follower(() => {
      entry.places.delete(follower)
      if (entry.places.size === 0) this.#followed.delete(organizationId)
    })
    entry.places.set(follower, place)
    return follower
  }

  /** The places from which on somebody is to be told, each once. Those who were told at the last look all stand at one. */
  places(): Place[] {
    return [...this.#followed].flatMap(([organizationId, { places }]) =>
      [...new Set(places.values())].map((place) => ({ organizationId, place })),
    )
  }

  /** Tells whoever stands at a place what came after it, up to where the chain stands now. */
  tell({ organizationId, place }: Place, head: bigint, told: Changes): void {
    const entry = this.#followed.get(organizationId)
    if (!entry) return
    entry.head = head
    for (const [follower, stands] of entry.places) {
      if (stands !== place) continue
      entry.places.set(follower, head)
      follower.tell(told)
    }
  }

  async end(): Promise<void> {
    for (const { places } of [...this.#followed.values()]) for (const follower of [...places.keys()]) await follower.return()
  }
}
