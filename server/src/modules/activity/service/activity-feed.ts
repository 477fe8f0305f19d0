import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'
import type { ActivityFeed } from '../../../kernel/activity-feed.ts'
import { type ChangeRow, changesOf } from './changes-of.ts'
import { Follower } from './follower.ts'

export interface ActivityFeedOptions {
  database: Database
  /** Each failure to look, once until it works again. Nothing is lost by it: the next look begins where the last one ended. */
  onFault: (error: unknown) => void
  /** How long it takes, at the most, until a change is seen. */
  lookEveryMs?: number
}

/** Changes looked at at once; whoever follows more of them is told that they missed some. */
const mostAtOnce = 2_000
const lookEveryMsByDefault = 400
const deadlineMs = 5_000

const nobody: SessionSettings = {
  organizationId: null,
  userId: null,
  scope: 'none',
  repIds: [],
  actor: 'job:activity',
  requestId: 'activity',
}

interface Followed {
  /** Up to here it was told. */
  place: bigint
  followers: Set<Follower>
}

interface Progress {
  organizationId: string
  head: bigint
  missed: boolean
  changes: ChangeRow[] | null
}

/**
 * Reads on in the audit chains of the organizations that are followed, again and again and of all in one query; while none is, it does
 * nothing. The chain has every commit in order and without gaps, whichever process made it, so nothing is missed by looking late.
 */
export function createActivityFeed({ database, onFault, lookEveryMs = lookEveryMsByDefault }: ActivityFeedOptions): ActivityFeed {
  const followed = new Map<string, Followed>()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  let faulty = false
  let stopped = false

  const read = async (places: readonly { organizationId: string; place: bigint | null }[]): Promise<Progress[]> => {
    const [rows] = await database.flight(
      nobody,
      [
        {
          text: `select organization_id as "organizationId", head, missed, changes
                 from activity.since($1::uuid[], $2::text[]::bigint[], $3::integer)`,
          parameters: [
            places.map(({ organizationId }) => organizationId),
            places.map(({ place }) => place?.toString() ?? null),
            mostAtOnce,
          ],
        },
      ],
      { readOnly: true, deadlineMs },
    )
    return (rows ?? []) as Progress[]
  }

  const look = async () => {
    const asked = new Map([...followed].map(([organizationId, { place }]) => [organizationId, place]))
    const rows = await read([...asked].map(([organizationId, place]) => ({ organizationId, place })))
    for (const { organizationId, head, missed, changes } of rows) {
      const entry = followed.get(organizationId)
      // Somebody began to follow from an earlier place meanwhile: the next look begins there.
      if (!entry || entry.place !== asked.get(organizationId)) continue
      entry.place = head
      const told = { changes: changesOf(changes ?? []), missed }
      for (const follower of entry.followers) follower.tell(told)
    }
    faulty = false
  }
  const lookAgain = () => {
    if (stopped || followed.size === 0 || timer !== undefined || looking) return
    timer = setTimeout(() => {
      timer = undefined
      looking = look()
        .catch((error: unknown) => {
          if (!faulty) onFault(error)
          faulty = true
        })
        .finally(() => {
          looking = null
          lookAgain()
        })
    }, lookEveryMs)
  }

  return {
    async placeOf(organizationId) {
      const entry = followed.get(organizationId)
      if (entry) return entry.place
      const [row] = await read([{ organizationId, place: null }])
      return row?.head ?? 0n
    },
    follow(organizationId, since) {
      const entry = followed.get(organizationId) ?? { place: since, followers: new Set() }
      followed.set(organizationId, entry)
      if (since < entry.place) entry.place = since
      const follower = new Follower((ended) => {
        entry.followers.delete(ended)
        if (entry.followers.size === 0 && followed.get(organizationId) === entry) followed.delete(organizationId)
      })
      entry.followers.add(follower)
      lookAgain()
      return follower
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      for (const { followers } of [...followed.values()]) for (const follower of [...followers]) await follower.return()
      await looking
    },
  }
}
