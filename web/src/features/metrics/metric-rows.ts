import type { To } from 'react-router'
import { callsTo, paymentsTo } from '../../lib/page-search.ts'
import type { Period } from '../../lib/period.ts'

/** The figures that open rows, by their names in the API. */
export type MetricKey =
  | 'bookedCalls'
  | 'shows'
  | 'noShows'
  | 'offers'
  | 'closes'
  | 'showRate'
  | 'offerRate'
  | 'closeRate'
  | 'cashCollected'
  | 'refunded'
  | 'netCash'
  | 'averageOrderValue'
  | 'cashPerBookedCall'
  | 'cashPerShow'
  | 'pendingPostCallForms'
  | 'utilization'
  | 'medianSpeedToCallSeconds'

/** Whose figures they are; all that the viewer may see without it. */
export interface MetricsOf {
  closer?: readonly string[]
  setter?: readonly string[]
  source?: readonly string[]
}

/**
 * The rows behind a figure of a period. A count opens what it counts, a rate what it is a share of (its outcomes tell the share),
 * an average what it is taken over.
 */
export function rowsOf(metric: MetricKey, period: Period, of: MetricsOf = {}): To {
  const scheduled = { ...of, scheduled: period }
  switch (metric) {
    case 'bookedCalls':
    case 'cashPerBookedCall':
      return callsTo({ ...of, booked: period, chainEnds: true })
    case 'shows':
    case 'offerRate':
    case 'closeRate':
    case 'cashPerShow':
      return callsTo({ ...scheduled, outcome: ['CLOSED', 'OFFER_MADE', 'NO_OFFER'] })
    case 'showRate':
      return callsTo({ ...scheduled, status: ['COMPLETED', 'NO_SHOW'] })
    case 'noShows':
      return callsTo({ ...scheduled, status: ['NO_SHOW'] })
    case 'offers':
      return callsTo({ ...scheduled, outcome: ['CLOSED', 'OFFER_MADE'] })
    case 'closes':
    case 'averageOrderValue':
      return callsTo({ ...scheduled, outcome: ['CLOSED'] })
    case 'pendingPostCallForms':
      return callsTo({ ...scheduled, overdue: true })
    case 'utilization':
      return callsTo({ ...scheduled, fillsSlots: true })
    case 'medianSpeedToCallSeconds':
      return callsTo({ ...scheduled, chainEnds: true })
    case 'cashCollected':
    case 'netCash':
      return paymentsTo({ ...of, paid: period })
    case 'refunded':
      return paymentsTo({ ...of, paid: period, status: ['PARTIALLY_REFUNDED', 'REFUNDED'] })
  }
}
