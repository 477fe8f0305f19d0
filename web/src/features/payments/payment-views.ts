import type { Tab } from '../../components/tabs.tsx'
import { disputedCreditsTo, paymentsTo } from '../../lib/page-search.ts'
import { sameMembers } from '../../lib/same-members.ts'
import type { PaymentsState } from './payment-filter.ts'

type ViewConditions = Pick<PaymentsState, 'method' | 'status' | 'origin' | 'deleted'>

interface View extends ViewConditions {
  id: 'all' | 'not-credited' | 'by-hand' | 'refunded' | 'disputed' | 'reported' | 'deleted'
  label: string
}

const nothing = { method: [], status: [], origin: [], deleted: false } as const

const views: readonly View[] = [
  { id: 'all', label: 'All', ...nothing },
  { id: 'not-credited', label: 'Not credited', ...nothing, method: ['NONE'] },
  { id: 'by-hand', label: 'By hand', ...nothing, method: ['MANUAL'] },
  { id: 'refunded', label: 'Refunded', ...nothing, status: ['PARTIALLY_REFUNDED', 'REFUNDED'] },
  { id: 'disputed', label: 'Disputed', ...nothing, status: ['DISPUTED'] },
  { id: 'reported', label: 'Reported', ...nothing, status: ['REPORTED'] },
  { id: 'deleted', label: 'Deleted', ...nothing, deleted: true },
]

const isShown = (view: View, state: PaymentsState): boolean =>
  sameMembers(view.method, state.method) &&
  sameMembers(view.status, state.status) &&
  sameMembers(view.origin, state.origin) &&
  view.deleted === state.deleted

/** The tab that the filter amounts to; none where they are mixed otherwise. */
export const currentView = (state: PaymentsState): View['id'] | null =>
  views.find((view) => isShown(view, state))?.id ?? null

/** The state that the "Not credited" tab leads to: the people, period and search stay. */
export const notCreditedState = (state: PaymentsState): PaymentsState => ({
  ...state,
  ...nothing,
  method: ['NONE'],
})

export interface ViewTabsInput {
  state: PaymentsState
  /** How many payments are credited to nobody; left out while unknown. */
  notCreditedCount?: number
  /** How many credits closers and setters dispute; left out while unknown. */
  disputedCount?: number
  /** Somebody who sees only what is credited to them has nothing that is not. */
  seesAll: boolean
}

/** The tabs over the table. Each keeps the period, the people and the search, and closes the open payment; the last is a page of its own. */
export const viewTabs = ({ state, notCreditedCount, disputedCount, seesAll }: ViewTabsInput): Tab[] => [
  ...views
    .filter((view) => seesAll || (view.id !== 'not-credited' && view.id !== 'deleted'))
    .map(({ id, label, method, status, origin, deleted }) => ({
      id,
      label,
      to: paymentsTo({ ...state, method, status, origin, deleted, open: null }),
      ...(id === 'not-credited' && notCreditedCount !== undefined ? { count: notCreditedCount } : {}),
    })),
  ...(seesAll
    ? [{ id: 'disputed-credits', label: 'Disputed credits', to: disputedCreditsTo({}), count: disputedCount }]
    : []),
]
