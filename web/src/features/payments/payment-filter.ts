import { toFieldFilters } from '../../apollo/field-filters.ts'
import type { PaymentFilter } from '../../apollo/generated/graphql.ts'
import { sortParams } from '../../components/data-table/sort-param.ts'
import type { paymentsSearch } from '../../lib/page-search.ts'
import type { SearchState } from '../../lib/search-params.ts'

/** What the address of the payments page says. */
export type PaymentsState = SearchState<typeof paymentsSearch>

type Conditions = Omit<PaymentsState, 'sort' | 'open' | 'column'>

/** The filter that the table, its sums and its counts share. An empty list would find nothing, so what is not asked for is left out. */
export function toPaymentFilter(state: Conditions): PaymentFilter {
  const search = state.q.trim()
  const fields = toFieldFilters(state.field)
  return {
    ...(search !== '' && { search }),
    ...(state.paid && { paid: state.paid }),
    ...(state.closer.length > 0 && { closerIds: [...state.closer] }),
    ...(state.setter.length > 0 && { setterIds: [...state.setter] }),
    ...(state.source.length > 0 && { sourceIds: [...state.source] }),
    ...(state.method.length > 0 && { methods: [...state.method] }),
    ...(state.status.length > 0 && { statuses: [...state.status] }),
    ...(state.origin.length > 0 && { origins: [...state.origin] }),
    ...(state.provider.length > 0 && { providers: [...state.provider] }),
    ...(state.package.length > 0 && { packageIds: [...state.package] }),
    ...(state.lead.length > 0 && { leadIds: [...state.lead] }),
    ...(fields.length > 0 && { fields }),
    ...(state.deleted && { deleted: true }),
  }
}

/** `-PAID_AT` of the address as the API's order and as the table's heads, and back. */
export const { toOrder: toPaymentOrder, toSort, fromSort } = sortParams(['PAID_AT', 'AMOUNT'])

/** What the filter asks for beside the tab, taken off. */
export const noConditions = {
  q: '',
  paid: null,
  closer: [],
  setter: [],
  source: [],
  method: [],
  status: [],
  origin: [],
  provider: [],
  package: [],
  lead: [],
  field: [],
  deleted: false,
} as const satisfies Conditions

/** Whether the table shows less than everything. */
export const isNarrowed = (state: Conditions): boolean => Object.keys(toPaymentFilter(state)).length > 0
