import { toFieldFilters } from '../../apollo/field-filters.ts'
import type { EventFilter } from '../../apollo/generated/graphql.ts'
import { sortParams } from '../../components/data-table/sort-param.ts'
import type { callsSearch } from '../../lib/page-search.ts'
import type { SearchState } from '../../lib/search-params.ts'

/** What the address of the calls page says. */
export type CallsState = SearchState<typeof callsSearch>

type Conditions = Omit<CallsState, 'sort' | 'open' | 'duplicates' | 'column'>

/**
 * "Scheduled" and "Form overdue" are two states on this page and one status of the API. Only a no-show mark can be overdue as well,
 * so that beside it the two cannot be told apart.
 */
const overdueOf = ({ overdue, status }: Conditions): boolean | undefined => {
  if (overdue) return true
  return status.includes('SCHEDULED') && !status.includes('NO_SHOW') ? false : undefined
}

/** The filter that the table and its count share; what is not asked for is left out, since an empty list would find nothing. */
export function toEventFilter(state: Conditions): EventFilter {
  const filter: EventFilter = {}
  const search = state.q.trim()
  const overdue = overdueOf(state)
  if (search !== '') filter.search = search
  if (state.scheduled) filter.scheduled = state.scheduled
  if (state.booked) filter.booked = state.booked
  if (state.closer.length > 0) filter.closerIds = [...state.closer]
  if (state.setter.length > 0) filter.setterIds = [...state.setter]
  if (state.source.length > 0) filter.sourceIds = [...state.source]
  if (state.callType.length > 0) filter.callTypeIds = [...state.callType]
  if (state.tool.length > 0) filter.providers = [...state.tool]
  if (state.status.length > 0) filter.statuses = [...state.status]
  if (state.outcome.length > 0) filter.outcomes = [...state.outcome]
  const fields = toFieldFilters(state.field)
  if (fields.length > 0) filter.fields = fields
  if (overdue !== undefined) filter.overdue = overdue
  if (state.chainEnds) filter.chainEnds = true
  if (state.fillsSlots) filter.fillsSlots = true
  if (state.left) filter.ofLeftClosers = true
  if (state.copies) filter.copies = true
  return filter
}

/** `-SCHEDULED_AT` of the address as the API's order and as the table's heads, and back. */
export const { toOrder: toEventOrder, toSort, fromSort } = sortParams(['SCHEDULED_AT', 'BOOKED_AT', 'LEAD_NAME'])

/** Everything that narrows the table, taken off. */
export const noConditions = {
  q: '',
  scheduled: null,
  booked: null,
  closer: [],
  setter: [],
  source: [],
  callType: [],
  tool: [],
  status: [],
  outcome: [],
  field: [],
  overdue: false,
  chainEnds: false,
  fillsSlots: false,
  left: false,
  copies: false,
} as const satisfies Conditions

/** Whether the table shows less than everything. */
export const isNarrowed = (state: Conditions): boolean => Object.keys(toEventFilter(state)).length > 0
