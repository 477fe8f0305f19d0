import { toFieldFilters } from '../../apollo/field-filters.ts'
import type { LeadFilter } from '../../apollo/generated/graphql.ts'
import { sortParams } from '../../components/data-table/sort-param.ts'
import type { leadsSearch } from '../../lib/page-search.ts'
import type { SearchState } from '../../lib/search-params.ts'

/** What the address of the leads page says. */
export type LeadsState = SearchState<typeof leadsSearch>

type Conditions = Omit<LeadsState, 'sort' | 'open' | 'tab' | 'column'>

/** The filter that the table and its count share; what is not asked for is left out. Both answers to "has paid" are everybody. */
export function toLeadFilter(state: Conditions): LeadFilter {
  const filter: LeadFilter = {}
  const search = state.q.trim()
  if (search !== '') filter.search = search
  if (state.created) filter.created = state.created
  if (state.setter.length > 0) filter.setterIds = [...state.setter]
  if (state.source.length > 0) filter.sourceIds = [...state.source]
  const fields = toFieldFilters(state.field)
  if (fields.length > 0) filter.fields = fields
  if (state.paid.length === 1) filter.hasPayments = state.paid[0] === 'yes'
  return filter
}

/** `-CREATED_AT` of the address as the API's order and as the table's heads, and back. */
export const { toOrder: toLeadOrder, toSort, fromSort } = sortParams(['CREATED_AT', 'NAME'])

/** Everything that narrows the table, taken off. */
export const noConditions = {
  q: '',
  created: null,
  setter: [],
  source: [],
  paid: [],
  field: [],
} as const satisfies Conditions

/** Whether the table shows less than everything. */
export const isNarrowed = (state: Conditions): boolean => Object.keys(toLeadFilter(state)).length > 0
