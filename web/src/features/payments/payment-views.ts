import type { Tab } from '../../components/tabs.tsx'
import { paymentsTo } from '../../lib/page-search.ts'
import { sameMembers } from '../../lib/same-members.ts'
import type { PaymentsState } from './payment-filter.ts'

type ViewConditions = Pick<PaymentsState, 'method' | 'status' | 'origin'>

interface View extends ViewConditions {
  id: 'all' | 'not-credited' | 'by-hand' | 'refunded' | 'reported'
  label: string
}

const views: readonly View[] = [
  { id: 'all', label: 'All', method: [], status: [], origin: [] },
  { id: 'not-credited', label: 'Not credited', method: ['NONE'], status: [], origin: [] },
  { id: 'by-hand', label: 'By hand', method: ['MANUAL'], status: [], origin: [] },
  { id: 'refunded', label: 'Refunded', method: [], status: ['PARTIALLY_REFUNDED', 'REFUNDED'], origin: [] },
  { id: 'reported', label: 'Reported', method: [], status: ['REPORTED'], origin: [] },
]

const isShown = (view: View, state: PaymentsState): boolean =>
  sameMembers(view.method, state.method) &&
  sameMembers(view.status, state.status) &&
  sameMembers(view.origin, state.origin)

/** The tab that the filter amounts to; none where method, status and origin are mixed otherwise. */
export const currentView = (state: PaymentsState): View['id'] | null =>
  views.find((view) => isShown(view, state))?.id ?? null

/** The state that the "Not credited" tab leads to: the people, period and search stay. */
export const notCreditedState = (state: PaymentsState): PaymentsState => ({
  ...state,
  method: ['NONE'],
  status: [],
  origin: [],
})

export interface ViewTabsInput {
  state: PaymentsState
  /** How many payments are credited to nobody; left out while unknown. */
  notCreditedCount?: number
  /** Somebody who sees only what is credited to them has nothing that is not. */
  seesAll: boolean
}

/** The tabs over the table. Each keeps the period, the people and the search, and closes the open payment. */
export const viewTabs = ({ state, notCreditedCount, seesAll }: ViewTabsInput): Tab[] =>
  views
    .filter((view) => seesAll || view.id !== 'not-credited')
    .map(({ id, label, method, status, origin }) => ({
      id,
      label,
      to: paymentsTo({ ...state, method, status, origin, open: null }),
      ...(id === 'not-credited' && notCreditedCount !== undefined ? { count: notCreditedCount } : {}),
    }))
