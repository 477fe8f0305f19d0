import type { DecidedShare } from '@clinch/drizzle/tables'

/** A decision of a payment's history as undoing looks at it. */
export interface UndoableDecision {
  id: string
  method: string
  leadId: string | null
  eventId: string | null
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
  shares: readonly DecidedShare[]
  summary: string
  reason: string | null
  /** The earlier decision that this one put in force again. */
  restores: string | null
}

/**
 * What stood before the newest decision of a history (the newest first). A decision that restored an earlier one stands where that one
 * stood, so that undoing again goes further back and not to and fro.
 */
export function decisionBefore<Decision extends Pick<UndoableDecision, 'id' | 'restores'>>(history: readonly Decision[]): Decision | null {
  const originOf = (index: number): number => {
    const restored = history[index]?.restores ?? null
    const origin = restored === null ? -1 : history.findIndex(({ id }) => id === restored)
    return origin > index ? originOf(origin) : index
  }
  const before = originOf(0) + 1
  return history[originOf(before)] ?? null
}
