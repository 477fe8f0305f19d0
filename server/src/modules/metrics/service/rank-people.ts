import type { MetricFigures } from './metric-values.ts'
import type { ReportGroup } from './report-metrics.ts'

export type RankedMetric = 'bookedCalls' | 'shows' | 'closes' | 'showRate' | 'closeRate' | 'utilization' | 'cashCollected' | 'netCash'

export interface RankedPerson {
  rank: number
  id: string
  name: string
  values: MetricFigures
}

/** People by a figure, the best first; equals share a rank, and who has no figure comes last. */
export function rankPeople(groups: readonly ReportGroup[], metric: RankedMetric): RankedPerson[] {
  const people = groups.flatMap(({ keys: [key], values }) => (key?.id ? [{ id: key.id, name: key.label, values }] : []))
  const sorted = people.sort(
    (a, b) => compare(figure(b.values, metric), figure(a.values, metric)) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
  let rank = 0
  return sorted.map((person, index) => {
    const above = sorted[index - 1]
    if (!above || compare(figure(above.values, metric), figure(person.values, metric)) !== 0) rank = index + 1
    return { rank, ...person }
  })
}

function figure(values: MetricFigures, metric: RankedMetric): number | bigint {
  if (metric === 'cashCollected' || metric === 'netCash') return values[metric]?.amountMinor ?? 0n
  return values[metric] ?? -1
}

const compare = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0)
