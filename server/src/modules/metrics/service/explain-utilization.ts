import type { Tx } from '../../../database/tx.ts'
import type { Period } from '../../../lib/period.ts'
import { knownClosers } from '../../availability/service/index.ts'
import type { MetricFilter } from './metric-filter.ts'
import type { MetricFigures } from './metric-values.ts'
import { hasSlots } from './slots.ts'

/** Why there is no utilization. */
type Unknown = 'not_divided' | 'no_closer' | 'not_connected' | 'not_known' | 'nothing_open'

/** Of how many closers the availability is known that utilization is reckoned from, and why there is none where there is none. */
export interface Availability {
  closers: number
  knownClosers: number
  unknownBecause: Unknown | null
}

export interface UtilizationToExplain {
  period: Period
  filter: MetricFilter
  totals: Pick<MetricFigures, 'utilization'>
}

/** What utilization of a report's totals stands on. */
export async function explainUtilization(tx: Tx, { period, filter, totals }: UtilizationToExplain): Promise<Availability> {
  const { closers, knownClosers: known, connected } = await knownClosers(tx, period, filter.closerIds)
  const because = (): Unknown => {
    if (!hasSlots(filter)) return 'not_divided'
    if (closers === 0) return 'no_closer'
    if (known > 0) return 'nothing_open'
    return connected === false ? 'not_connected' : 'not_known'
  }
  return { closers, knownClosers: known, unknownBecause: totals.utilization === null ? because() : null }
}
