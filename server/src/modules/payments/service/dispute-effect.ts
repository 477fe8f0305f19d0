export type DisputeState = 'inquiry' | 'open' | 'won' | 'lost' | 'closed'

/** One dispute as the processor reported it at some moment. */
export interface DisputeReport {
  disputeRef: string
  state: DisputeState
  amountMinor: bigint
  currency: string
  reportedAt: Date
}

/** What the disputes of a payment come to, both within what refunds left of it. */
export interface DisputeEffect {
  /** Held: open disputes may still take it back. */
  disputedMinor: bigint
  /** Taken back by disputes that were lost. */
  lostMinor: bigint
}

/**
 * What follows from all that was reported of a payment's disputes. A refund and a dispute may tell of the same money, so a dispute takes
 * only what refunds left, and holds only what lost disputes left. One in another currency than the payment's cannot be compared
 * with it, and stands for all of it.
 */
export function disputeEffect({
  amountMinor,
  currency,
  refundedMinor,
  reports,
}: {
  amountMinor: bigint
  currency: string
  refundedMinor: bigint
  reports: readonly DisputeReport[]
}): DisputeEffect {
  const standing = standingDisputes(reports)
  const sumOf = (state: DisputeState): bigint =>
    standing
      .filter((report) => report.state === state)
      .reduce((sum, report) => sum + (report.currency === currency ? report.amountMinor : amountMinor), 0n)
  const lostMinor = least(sumOf('lost'), amountMinor - refundedMinor)
  return { lostMinor, disputedMinor: least(sumOf('open'), amountMinor - refundedMinor - lostMinor) }
}

/**
 * Of each dispute the report that holds: the latest by the processor's clock, whichever came first. An end is no exception, since an
 * appeal opens a dispute again and may turn a loss into a win; the order in which messages arrive still decides nothing.
 */
export function standingDisputes<Report extends DisputeReport>(reports: readonly Report[]): Report[] {
  const latest = new Map<string, Report>()
  for (const report of reports) {
    const other = latest.get(report.disputeRef)
    if (!other || outweighs(report, other)) latest.set(report.disputeRef, report)
  }
  return [...latest.values()]
}

/**
 * Reports of one moment are told apart by how far along they are: an end comes after what led to it, and where both ends are told of
 * one moment a win comes after a loss, since only an appeal leads from one end to the other, and nobody appeals a win of theirs.
 */
const rank: Readonly<Record<DisputeState, number>> = { inquiry: 0, open: 1, closed: 2, lost: 3, won: 4 }

function outweighs(a: DisputeReport, b: DisputeReport): boolean {
  const later = a.reportedAt.getTime() - b.reportedAt.getTime()
  if (later !== 0) return later > 0
  if (a.state !== b.state) return rank[a.state] > rank[b.state]
  return a.amountMinor === b.amountMinor ? a.currency > b.currency : a.amountMinor > b.amountMinor
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b < 0n ? 0n : b)
