import { Chip } from '../../../components/chip.tsx'
import { FilterMenu } from '../../../components/filter-menu.tsx'
import { Segment } from '../../../components/segment.tsx'
import { statusLooks } from '../../../components/status-looks.ts'
import { deliveryStates } from '../../../features/connections/delivery-filter.ts'
import { SearchBox } from '../../../components/search-box.tsx'
import type { SearchUpdate } from '../../../lib/search-params.ts'
import type { IntegrationsState } from './integrations-search.ts'

const stateOptions = deliveryStates.map((state) => ({ value: state, label: statusLooks.delivery[state].label }))

const views = [
  { value: 'all', label: 'All' },
  { value: 'REFUSED', label: 'Refused' },
  { value: 'PARKED', label: 'Parked' },
] as const

type View = (typeof views)[number]['value']

const viewOf = (states: IntegrationsState['state']): View | null => {
  if (states.length === 0) return 'all'
  return states.length === 1 ? (views.find((view) => view.value === states[0])?.value ?? null) : null
}

export interface DeliveriesBarProps {
  state: IntegrationsState
  onChange: (change: Partial<IntegrationsState>, update?: SearchUpdate) => void
}

/** Search, the views that are asked for most, and any other states. All of it stands in the address. */
export function DeliveriesBar({ state, onChange }: DeliveriesBarProps) {
  const view = viewOf(state.state)
  const choose = (values: readonly string[]) =>
    onChange({ state: deliveryStates.filter((each) => values.includes(each)) })
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2 md:px-6">
      <div className="w-full sm:w-60">
        <SearchBox
          label="Search deliveries"
          placeholder="Result, kind or request id"
          value={state.q}
          onSearch={(q) => onChange({ q }, { replace: true })}
        />
      </div>
      <FilterMenu
        field="Result"
        options={stateOptions}
        selected={state.state}
        onChange={choose}
        trigger={
          state.state.length > 0 ? (
            <Chip
              field="Result"
              value={state.state.map((each) => statusLooks.delivery[each].label).join(', ')}
              onRemove={() => onChange({ state: [] })}
            />
          ) : undefined
        }
      />
      <span className="ml-auto">
        <Segment
          label="Deliveries to show"
          choices={views}
          value={view}
          onChange={(next) => onChange({ state: next === 'all' ? [] : [next] })}
        />
      </span>
    </div>
  )
}
