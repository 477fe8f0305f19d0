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
export const paymentStatuses = ['SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED', 'REPORTED'] as const
export const processors = ['STRIPE', 'WHOP'] as const
export const bookingTools = ['CALENDLY', 'ACUITY', 'CUSTOM'] as const
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
  tool: choicesParam(bookingTools),
  status: choicesParam(callStatuses),
  outcome: choicesParam(callOutcomes),
  /** Of own fields, as `field-filters` writes them. */
  field: idsParam(),
  /** Own fields that have a column. */
  column: idsParam(),
  /** Only calls whose form is overdue. */
  overdue: flagParam(),
  /** Only the last of each chain of reschedules: one call for each booking. */
  chainEnds: flagParam(),
  /** Only calls that fill a slot of a day whose availability is known. */
  fillsSlots: flagParam(),
  /** Only calls to come whose closer has left. */
  left: flagParam(),
  /** Only calls that were found to be copies. */
  copies: flagParam(),
  /** Not the table, but the calls that may be one. */
  duplicates: flagParam(),
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
  package: idsParam(),
  lead: idsParam(),
  field: idsParam(),
  /** Own fields that have a column. */
  column: idsParam(),
  /** Only what was deleted; without it nothing that was. */
  deleted: flagParam(),
  sort: choiceParam(['-PAID_AT', 'PAID_AT', '-AMOUNT', 'AMOUNT'], '-PAID_AT'),
  /** The payment that is open beside the table. */
  open: idParam(),
} satisfies SearchShape

/** The lists of the reconciliation, in the order of its tabs. */
export const reconciliationLists = ['reported', 'processor', 'differing'] as const

/** What the address of the reconciliation holds: which list, and of which days. */
export const reconciliationSearch = {
  list: choiceParam(reconciliationLists, 'reported'),
  paid: periodParam(),
} satisfies SearchShape

/** The lists of the disputed credits, in the order of their tabs. */
export const disputedCreditsLists = ['open', 'settled'] as const

/** What the address of the disputed credits holds: those that wait, or those that were settled. */
export const disputedCreditsSearch = { list: choiceParam(disputedCreditsLists, 'open') } satisfies SearchShape

/** What the address of the currencies' settings holds: which rates are listed, and the day that one is being added for. */
export const ratesSearch = {
  currency: textParam(),
  day: textParam(),
} satisfies SearchShape

/** What the address of the leads page holds. */
export const leadsSearch = {
  /** The list of leads, or of those who may be one. */
  tab: choiceParam(['leads', 'duplicates'], 'leads'),
  q: textParam(),
  created: periodParam(),
  setter: idsParam(),
  source: idsParam(),
  /** Whether any payment of theirs counts. */
  paid: choicesParam(['yes', 'no']),
  field: idsParam(),
  /** Own fields that have a column. */
  column: idsParam(),
  sort: choiceParam(['-CREATED_AT', 'CREATED_AT', 'NAME', '-NAME'], '-CREATED_AT'),
  /** The lead who is open beside the table. */
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

/** The reconciliation, showing just what a figure sums. */
export const reconciliationTo = (state: Partial<SearchState<typeof reconciliationSearch>>): Partial<Path> =>
  pathWith('/payments/reconciliation', reconciliationSearch, state)

/** The disputed credits. */
export const disputedCreditsTo = (state: Partial<SearchState<typeof disputedCreditsSearch>>): Partial<Path> =>
  pathWith('/payments/disputed-credits', disputedCreditsSearch, state)

/** Where a rate is added in the currencies' settings, with a currency and a day filled in. */
export const ratesTo = (state: SearchState<typeof ratesSearch>): Partial<Path> => {
  const { search = '' } = pathWith('/settings', ratesSearch, state)
  return { pathname: '/settings', search: `tab=currencies&add=1&${search}` }
}

/** The leads page, showing just whom a figure counts. */
export const leadsTo = (state: Partial<SearchState<typeof leadsSearch>>): Partial<Path> =>
  pathWith('/leads', leadsSearch, state)

/** A call's own page. */
export const callPath = (id: string): string => `/calls/${id}`

/** A payment's own page. */
export const paymentPath = (id: string): string => `/payments/${id}`

/** A lead's own page. */
export const leadPath = (id: string): string => `/leads/${id}`
