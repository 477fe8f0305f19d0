import type { Path } from 'react-router'
import {
  choiceParam,
  choicesParam,
  flagParam,
  idParam,
  idsParam,
  periodParam,
  textParam,
  writeSearch,
  type SearchShape,
  type SearchState,
} from './search-params.ts'

/** The values of each filter that is a closed set, in the order in which they are offered. */
export const callStatuses = ['SCHEDULED', 'COMPLETED', 'NO_SHOW', 'CANCELED', 'RESCHEDULED'] as const
export const callOutcomes = ['CLOSED', 'OFFER_MADE', 'NO_OFFER', 'NO_SHOW', 'CANCELED', 'RESCHEDULED'] as const
export const creditMethods = ['MATCHED_PAST', 'MATCHED_COMING', 'INHERITED', 'REFERENCE', 'MANUAL', 'NONE'] as const
export const paymentStatuses = ['SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'REPORTED'] as const
export const processors = ['STRIPE', 'WHOP'] as const
export const paymentOrigins = ['PROCESSOR', 'FORM', 'MANUAL', 'IMPORT'] as const

/** What the address of the calls page holds. A figure's link is made of the same names, so that it opens the rows that it counts. */
export const callsSearch = {
  q: textParam(),
  scheduled: periodParam(),
  booked: periodParam(),
  closer: idsParam(),
  setter: idsParam(),
  source: idsParam(),
  callType: idsParam(),
  status: choicesParam(callStatuses),
  outcome: choicesParam(callOutcomes),
  /** Only calls whose form is overdue. */
  overdue: flagParam(),
  /** Only the last of each chain of reschedules: one call for each booking. */
  chainEnds: flagParam(),
  sort: choiceParam(
    ['-SCHEDULED_AT', 'SCHEDULED_AT', '-BOOKED_AT', 'BOOKED_AT', 'LEAD_NAME', '-LEAD_NAME'],
    '-SCHEDULED_AT',
  ),
  /** The call that is open beside the table. */
  open: idParam(),
} satisfies SearchShape

/** What the address of the payments page holds. */
export const paymentsSearch = {
  q: textParam(),
  paid: periodParam(),
  closer: idsParam(),
  setter: idsParam(),
  source: idsParam(),
  method: choicesParam(creditMethods),
  status: choicesParam(paymentStatuses),
  origin: choicesParam(paymentOrigins),
  provider: choicesParam(processors),
  sort: choiceParam(['-PAID_AT', 'PAID_AT', '-AMOUNT', 'AMOUNT'], '-PAID_AT'),
  /** The payment that is open beside the table. */
  open: idParam(),
} satisfies SearchShape

const pathWith = <Shape extends SearchShape>(
  pathname: string,
  shape: Shape,
  state: Partial<SearchState<Shape>>,
): Partial<Path> => ({ pathname, search: writeSearch(shape, new URLSearchParams(), state).toString() })

/** The calls page, showing just what a figure counts. */
export const callsTo = (state: Partial<SearchState<typeof callsSearch>>): Partial<Path> =>
  pathWith('/calls', callsSearch, state)

/** The payments page, showing just what a figure sums. */
export const paymentsTo = (state: Partial<SearchState<typeof paymentsSearch>>): Partial<Path> =>
  pathWith('/payments', paymentsSearch, state)

/** A call's own page. */
export const callPath = (id: string): string => `/calls/${id}`

/** A payment's own page. */
export const paymentPath = (id: string): string => `/payments/${id}`
