import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'
import type { ActivityFeed } from '../../../kernel/activity-feed.ts'
import { runVersions } from '../../runs/service/index.ts'
import { type ChangeRow, changesOf } from './changes-of.ts'
import { FollowedOrganizations, type Place } from './followed-organizations.ts'
import { FollowedRuns, type ReadVersions } from './followed-runs.ts'

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
const readOnly = { readOnly: true, deadlineMs: 5_000 }

const nobody: SessionSettings = {
  organizationId: null,
  userId: null,
  scope: 'none',
  repIds: [],
  actor: 'job:activity',
  requestId: 'activity',
}

interface Progress extends Place {
  /** Where the chain stands now; null where nothing came after the place. */
  head: bigint | null
  missed: boolean | null
  changes: ChangeRow[] | null
}

/**
 * Reads on in the audit chains of the organizations that are followed, again and again and of all in one query, and looks at the runs that
 * are; while none is, it does nothing. The chain has every commit in order and without gaps, whichever process made it, so nothing is
 * missed by looking late.
 */
export function createActivityFeed({ database, onFault, lookEveryMs = lookEveryMsByDefault }: ActivityFeedOptions): ActivityFeed {
  const organizations = new FollowedOrganizations()
  const runs = new FollowedRuns()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  let faulty = false
  let stopped = false

  const read = async (places: readonly { organizationId: string; place: bigint | null }[]): Promise<Progress[]> => {
    const text = `select p.id as "organizationId", p.place, s.head, s.missed, s.changes
      from unnest($1::uuid[], $2::text[]::bigint[]) as p (id, place)
      left join lateral activity.since(array[p.id], array[p.place], $3::integer) s on true`
    const parameters = [
      places.map(({ organizationId }) => organizationId),
      places.map(({ place }) => place?.toString() ?? null),
      mostAtOnce,
    ]
    const [rows] = await database.flight(nobody, [{ text, parameters }], readOnly)
    return (rows ?? []) as Progress[]
  }
  const readRuns: ReadVersions = async (organizationId, runIds) => {
    const settings: SessionSettings = { ...nobody, organizationId, scope: 'organization' }
    const [rows] = await database.flight(settings, [runVersions(organizationId, runIds)], readOnly)
    return new Map((rows as { id: string; version: string }[]).map(({ id, version }) => [id, version]))
  }

  const look = async () => {
    const places = organizations.places()
    for (const { head, missed, changes, ...place } of places.length > 0 ? await read(places) : [])
      organizations.tell(place, head ?? place.place, { changes: changesOf(changes ?? []), missed: missed ?? false })
    await runs.look(readRuns)
    faulty = false
  }
  const lookAgain = () => {
    if (stopped || organizations.size + runs.size === 0 || timer !== undefined || looking) return
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
      const known = organizations.headOf(organizationId)
      if (known !== null) return known
      const [row] = await read([{ organizationId, place: null }])
      return row?.head ?? 0n
    },
    follow(organizationId, place) {
      const follower = organizations.add({ organizationId, place })
      lookAgain()
      return follower
    },
    followRun(organizationId, runId) {
      const follower = runs.add(organizationId, runId)
      lookAgain()
      return follower
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await organizations.end()
      await runs.end()
      await looking
    },
  }
}
