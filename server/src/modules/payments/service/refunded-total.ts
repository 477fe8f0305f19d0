/** One refund as the processor reported it at some moment. */
export interface RefundReport {
  refundRef: string
  amountMinor: bigint
  state: 'live' | 'failed'
  createdAt: Date
  reportedAt: Date
}

/** The running total refunded, as it stood at some moment. */
export interface TotalReport {
  totalMinor: bigint
  asOf: Date
}

/**
 * How much of a payment is given back. Refunds are told one by one and as a running total, in any order, more than once, and some not
 * at all; so the larger of both accounts is taken. The latest total is brought up to date with what is known of later refunds, and of
 * refunds in it that failed since.
 */
export function refundedTotal({
  amountMinor,
  refunds,
  totals,
}: {
  amountMinor: bigint
  refunds: readonly RefundReport[]
  totals: readonly TotalReport[]
}): bigint {
  const standing = latestReports(refunds)
  const known = sum(standing.filter((refund) => refund.state === 'live'))
  const total = latestTotal(totals)
  const counted = total ? total.totalMinor - failedSince(standing, total.asOf) + madeSince(standing, total.asOf) : 0n
  const larger = known > counted ? known : counted
  return larger < 0n ? 0n : larger > amountMinor ? amountMinor : larger
}

/** Of each refund the report that holds: its first failure, since a failure is final, or else the latest. */
function latestReports(refunds: readonly RefundReport[]): RefundReport[] {
  const latest = new Map<string, RefundReport>()
  for (const report of refunds) {
    const other = latest.get(report.refundRef)
    if (!other || outweighs(report, other)) latest.set(report.refundRef, report)
  }
  return [...latest.values()]
}

/** A failure may be told under several names, and what it takes off a total depends on when it came to be: so the first of them holds. */
function outweighs(a: RefundReport, b: RefundReport): boolean {
  if (a.state !== b.state) return a.state === 'failed'
  const later = a.reportedAt.getTime() - b.reportedAt.getTime()
  if (later !== 0) return a.state === 'failed' ? later < 0 : later > 0
  return a.amountMinor === b.amountMinor ? a.createdAt < b.createdAt : a.amountMinor > b.amountMinor
}

const latestTotal = (totals: readonly TotalReport[]): TotalReport | undefined =>
  totals.reduce<TotalReport | undefined>((latest, report) => {
    if (!latest) return report
    const difference = report.asOf.getTime() - latest.asOf.getTime()
    return difference > 0 || (difference === 0 && report.totalMinor > latest.totalMinor) ? report : latest
  }, undefined)

/** Of a failure in the very second of the total, the total is taken to be the older: the sum of what stands is the floor in any case. */
const failedSince = (refunds: readonly RefundReport[], asOf: Date): bigint =>
  sum(refunds.filter((refund) => refund.state === 'failed' && refund.createdAt <= asOf && refund.reportedAt >= asOf))

const madeSince = (refunds: readonly RefundReport[], asOf: Date): bigint =>
  sum(refunds.filter((refund) => refund.state === 'live' && refund.createdAt > asOf))

const sum = (refunds: readonly RefundReport[]): bigint => refunds.reduce((total, refund) => total + refund.amountMinor, 0n)
