import type { To } from 'react-router'
import { formatCount } from '../../lib/format-count.ts'
import type { MetricAvailability, MetricTotals } from './metric-report.ts'

/** Why there is no utilization, in words; and where whoever reads them can do something about it. */
export interface UnknownUtilization {
  reason: string
  to?: To
}

/** Why utilization is unknown. Who may connect providers is led there. */
export function unknownUtilization(
  because: MetricAvailability['unknownBecause'],
  mayConnect: boolean,
): UnknownUtilization {
  switch (because) {
    case 'NOT_CONNECTED':
      return mayConnect
        ? { reason: 'Connect Calendly with a token to see it', to: '/integrations' }
        : { reason: 'No booking tool tells the open hours' }
    case 'NOT_KNOWN':
      return { reason: 'No open hours are known for these days', ...(mayConnect ? { to: '/integrations' } : {}) }
    case 'NOTHING_OPEN':
      return { reason: 'No hours were open for calls' }
    case 'NO_CLOSER':
      return { reason: 'Nobody here takes calls' }
    case 'NOT_DIVIDED':
      return { reason: 'Open hours are of closers alone' }
    case null:
      return { reason: 'No availability is known' }
  }
}

/** Of how many closers the hours are known: nothing to say where it is all of them. */
export const knownOf = ({ closers, knownClosers }: MetricAvailability): string | null =>
  knownClosers === closers ? null : `${formatCount(knownClosers)} of ${formatCount(closers)} closers known`

/** The slots behind a utilization, `31 of 84 slots`. */
export const slotsText = ({ bookedSlots, availableSlots }: MetricTotals): string | null =>
  bookedSlots === null || availableSlots === null
    ? null
    : `${formatCount(bookedSlots)} of ${formatCount(availableSlots)} slots`
