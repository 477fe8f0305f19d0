import type { PaymentFilter, PaymentOrder } from '../../apollo/generated/graphql.ts'
import type { Sort } from '../../components/data-table/column.ts'
import type { paymentsSearch } from '../../lib/page-search.ts'
import type { SearchState } from '../../lib/search-params.ts'

/** What the address of the payments page says. */
export type PaymentsState = SearchState<typeof paymentsSearch>

type Conditions = Omit<PaymentsState, 'sort' | 'open'>

/** The filter that the table, its sums and its counts share. An empty list would find nothing, so what is not asked for is left out. */
export function toPaymentFilter(state: Conditions): PaymentFilter {
  const search = state.q.trim()
  return {
    ...(search !== '' && { search }),
    ...(state.paid && { paid: state.paid }),
    ...(state.closer.length > 0 && { closerIds: [...state.closer] }),
    ...(state.setter.length > 0 && { setterIds: [...state.setter] }),
    ...(state.source.length > 0 && { sourceIds: [...state.source] }),
    ...(state.method.length > 0 && { methods: [...state.method] }),
    ...(state.status.length > 0 && { statuses: [...state.status] }),
    ...(state.origin.length > 0 && { origins: [...state.origin] }),
  }
}

/** `-PAID_AT` of the address as the API's order. */
export const toPaymentOrder = (sort: PaymentsState['sort']): PaymentOrder => ({
  field: sort.endsWith('AMOUNT') ? 'AMOUNT' : 'PAID_AT',
  direction: sort.startsWith('-') ? 'DESC' : 'ASC',
})

/** The same as the table's heads show it; columns that sort are named after the API's fields. */
export const toSort = (sort: PaymentsState['sort']): Sort => ({
  column: toPaymentOrder(sort).field,
  direction: sort.startsWith('-') ? 'descending' : 'ascending',
})

/** A press on a head, back into the address. */
export function fromSort({ column, direction }: Sort): PaymentsState['sort'] {
  const field = column === 'AMOUNT' ? 'AMOUNT' : 'PAID_AT'
  return direction === 'descending' ? `-${field}` : field
}

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
} as const satisfies Conditions

/** Whether the table shows less than everything. */
export const isNarrowed = (state: Conditions): boolean => Object.keys(toPaymentFilter(state)).length > 0
