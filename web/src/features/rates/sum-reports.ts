/** What a file of rates holds, and what of it is new. */
export interface FileReport {
  days: number
  /** YYYY-MM-DD. */
  from: string
  to: string
  currencies: readonly string[]
  rates: number
  added: number
  changed: number
}

/** What the pieces of one file hold together; null of none. */
export function sumReports(reports: readonly FileReport[]): FileReport | null {
  const [first, ...others] = reports
  if (!first) return null
  return others.reduce(
    (sum, { days, from, to, currencies, rates, added, changed }) => ({
      days: sum.days + days,
      from: from < sum.from ? from : sum.from,
      to: to > sum.to ? to : sum.to,
      currencies: [...new Set([...sum.currencies, ...currencies])].sort(),
      rates: sum.rates + rates,
      added: sum.added + added,
      changed: sum.changed + changed,
    }),
    first,
  )
}
