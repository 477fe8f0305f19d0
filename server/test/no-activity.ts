import type { ActivityFeed } from '../src/kernel/activity-feed.ts'
import { Follower } from '../src/modules/activity/service/follower.ts'
import { FollowedRuns } from '../src/modules/activity/service/followed-runs.ts'

/** For a server of the tests on which nothing happens that somebody could be told of. */
export const noActivity: ActivityFeed = {
  placeOf: () => Promise.resolve(0n),
  follow: () => new Follower(() => undefined),
  followRun: (organizationId, runId) => new FollowedRuns().add(organizationId, runId),
  stop: () => Promise.resolve(),
}
