import type { LatestRun } from './rerun-queries.ts'

const dayMs = 86_400_000

/**
 * Whether a run of credits is what somebody comes for who opens the dialog: it is under way, or it ended within a day and something can be
 * done about it, be it to apply what it looked at or to let it go on.
 */
export function stillMatters({ changed, rerun, job }: LatestRun, now = Date.now()): boolean {
  const { kind, state, finishedAt } = job
  if (finishedAt === null) return true
  if (now - Date.parse(finishedAt) > dayMs) return false
  if (state !== 'DONE') return true
  return kind === 'ATTRIBUTION_PREVIEW' && changed > 0 && rerun === null
}
