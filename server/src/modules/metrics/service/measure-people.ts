import type { Tx } from '../../../database/tx.ts'
import type { Period } from '../../../lib/period.ts'
import { currencyOf, sightOf, timeZoneOf } from '../../organizations/service/index.ts'
import { computeMetrics, nothing } from './compute-metrics.ts'
import { type MetricFigures, toFigures, withoutMoney } from './metric-values.ts'

export interface PeopleToMeasure {
  period: Period
  role: 'closer' | 'setter'
  ids: readonly string[]
}

/** What people came to in a period, as far as the caller is shown; of one without any row, the figures of nothing. */
export async function measurePeople(tx: Tx, { period, role, ids }: PeopleToMeasure): Promise<ReadonlyMap<string, MetricFigures>> {
  const [timeZone, currency, { money }] = await Promise.all([timeZoneOf(tx), currencyOf(tx), sightOf(tx)])
  const filter = role === 'closer' ? { closerIds: ids } : { setterIds: ids }
  const { groups } = await computeMetrics(tx, { period, timeZone, currency, groupBy: [role], filter })
  const found = new Map(groups.map(({ keys: [id], counts }) => [id, counts]))
  return new Map(
    ids.map((id) => {
      const figures = toFigures(found.get(id) ?? nothing, currency)
      return [id, money === 'none' ? withoutMoney(figures) : figures]
    }),
  )
}
