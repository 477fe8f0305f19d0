import type { Tx } from '../../../database/tx.ts'
import type { Period } from '../../../lib/period.ts'
import { reportMetrics } from './report-metrics.ts'
import type { MetricFigures } from './metric-values.ts'

export interface PeopleToMeasure {
  period: Period
  role: 'closer' | 'setter'
  ids: readonly string[]
}

/** What people came to in a period, as far as the caller is shown; of one without any row, the figures of nothing. */
export async function measurePeople(tx: Tx, { period, role, ids }: PeopleToMeasure): Promise<ReadonlyMap<string, MetricFigures>> {
  const filter = role === 'closer' ? { closerIds: ids } : { setterIds: ids }
  const { groups } = await reportMetrics(tx, { period, groupBy: [role], filter, compare: false })
  const found = new Map(groups.flatMap(({ keys: [key], values }) => (key?.id ? [[key.id, values] as const] : [])))
  const missing = ids.filter((id) => !found.has(id))
  if (missing.length === 0) return found
  // One whom nothing is counted for has the totals of a filter that nothing meets.
  const { totals } = await reportMetrics(tx, {
    period,
    groupBy: [],
    filter: role === 'closer' ? { closerIds: [] } : { setterIds: [] },
    compare: false,
  })
  return new Map([...found, ...missing.map((id) => [id, totals] as const)])
}
