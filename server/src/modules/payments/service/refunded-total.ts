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

/** Of each refund its latest report; a failure is final. */
function latestReports(refunds: readonly RefundReport[]): RefundReport[] {
  const latest = new Map<string, RefundReport>()
  for (const report of refunds) {
    const other = latest.get(report.refundRef)
    if (!other || isLater(report, other)) latest.set(report.refundRef, report)
  }
  return [...latest.values()]
}

const isLater = (a: RefundReport, b: RefundReport): boolean => {
  const difference = a.reportedAt.getTime() - b.reportedAt.getTime()
  return difference === 0 ? a.state === 'failed' : difference > 0
}

const latestTotal = (totals: readonly TotalReport[]): TotalReport | undefined =>
  totals.reduce<TotalReport | undefined>((latest, report) => {
    if (!latest) return report
    const difference = report.asOf.getTime() - latest.asOf.getTime()
    return difference > 0 || (difference === 0 && report.totalMinor > latest.totalMinor) ? report : latest
  }, undefined)

const failedSince = (refunds: readonly RefundReport[], asOf: Date): bigint =>
  sum(refunds.filter((refund) => refund.state === 'failed' && refund.createdAt <= asOf && refund.reportedAt > asOf))

const madeSince = (refunds: readonly RefundReport[], asOf: Date): bigint =>
  sum(refunds.filter((refund) => refund.state === 'live' && refund.createdAt > asOf))

const sum = (refunds: readonly RefundReport[]): bigint => refunds.reduce((total, refund) => total + refund.amountMinor, 0n)
