import type { Tab } from '../../components/tabs.tsx'
import { callsTo } from '../../lib/page-search.ts'
import { sameMembers } from '../../lib/same-members.ts'
import type { CallsState } from './calls-filter.ts'

type ViewConditions = Pick<CallsState, 'status' | 'outcome' | 'overdue' | 'sort'>

interface View extends ViewConditions {
  id: 'all' | 'upcoming' | 'overdue' | 'closed' | 'no-shows'
  label: string
}

const plain = { status: [], outcome: [], overdue: false, sort: '-SCHEDULED_AT' } as const

const views: readonly View[] = [
  { ...plain, id: 'all', label: 'All calls' },
  { ...plain, id: 'upcoming', label: 'Upcoming', status: ['SCHEDULED'], sort: 'SCHEDULED_AT' },
  { ...plain, id: 'overdue', label: 'Form overdue', overdue: true },
  { ...plain, id: 'closed', label: 'Closed', outcome: ['CLOSED'] },
  { ...plain, id: 'no-shows', label: 'No shows', outcome: ['NO_SHOW'] },
]

const isShown = (view: View, state: CallsState): boolean =>
  view.overdue === state.overdue && sameMembers(view.status, state.status) && sameMembers(view.outcome, state.outcome)

/** The tab that the filter amounts to: all calls where it is mixed otherwise, since the chips then say how they are narrowed. */
export const currentView = (state: CallsState): View['id'] => views.find((view) => isShown(view, state))?.id ?? 'all'

export interface ViewTabsInput {
  state: CallsState
  /** How many calls are in the tabs that wait for somebody; left out while unknown. */
  counts: Partial<Record<View['id'], number>>
}

/** The tabs over the table. Each keeps the periods, the people and the search, and closes the open call. */
export const viewTabs = ({ state, counts }: ViewTabsInput): Tab[] =>
  views.map(({ id, label, ...conditions }) => {
    const count = counts[id]
    return {
      id,
      label,
      to: callsTo({ ...state, ...conditions, open: null, duplicates: false, left: false, copies: false }),
      ...(count === undefined ? {} : { count }),
    }
  })
