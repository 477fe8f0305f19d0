/** Money of one lead, reported by a closer or told by a processor. */
export interface DatedMoney {
  id: string
  amountMinor: bigint
  currency: string
  paidAt: Date
}

const dayMs = 86_400_000

/**
 * Which reported cash and which processor's payment of one lead are the same money: the same amount and currency, no more than so many
 * days apart. Each is taken once, the nearest in time first; equals are told apart by id, so the order given does not matter.
 */
export function matchReports(
  reports: readonly DatedMoney[],
  payments: readonly DatedMoney[],
  windowDays: number,
): [reportId: string, paymentId: string][] {
  const possible = reports
    .flatMap((report) =>
      payments
        .filter((payment) => payment.amountMinor === report.amountMinor && payment.currency === report.currency)
        .map((payment) => ({
          report: report.id,
          payment: payment.id,
          apart: Math.abs(payment.paidAt.getTime() - report.paidAt.getTime()),
        })),
    )
    .filter(({ apart }) => apart <= windowDays * dayMs)
    .sort((a, b) => a.apart - b.apart || compare(a.report, b.report) || compare(a.payment, b.payment))
  const taken = new Set<string>()
  return possible.flatMap(({ report, payment }): [string, string][] => {
    if (taken.has(report) || taken.has(payment)) return []
    taken.add(report).add(payment)
    return [[report, payment]]
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
