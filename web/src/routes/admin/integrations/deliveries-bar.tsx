import { FilterBar } from '../../../components/filter-bar/filter-bar.tsx'
import { choicesField, periodField, wordsField, wordsOf } from '../../../components/filter-bar/filter-field.ts'
import type { Option } from '../../../components/option.ts'
import { Segment } from '../../../components/segment.tsx'
import { deliveryLooks } from '../../../components/delivery-looks.ts'
import { deliveryStates } from '../../../features/connections/delivery-filter.ts'
import type { SearchUpdate } from '../../../lib/search-params.ts'
import { isNarrowed, noConditions, type IntegrationsState } from './integrations-search.ts'

const states = wordsOf(deliveryStates, (state) => deliveryLooks[state].label)

const views = [
  { value: 'all', label: 'All' },
  { value: 'PARKED', label: 'Parked' },
  { value: 'FAILED', label: 'Failed' },
  { value: 'HELD', label: 'Held' },
  { value: 'REFUSED', label: 'Refused' },
] as const

type View = (typeof views)[number]['value']

const viewOf = (wanted: IntegrationsState['state']): View | null => {
  if (wanted.length === 0) return 'all'
  return wanted.length === 1 ? (views.find((view) => view.value === wanted[0])?.value ?? null) : null
}

export interface DeliveriesBarProps {
  state: IntegrationsState
  onChange: (change: Partial<IntegrationsState>, update?: SearchUpdate) => void
  /** The connections to filter by, by their ids. */
  connections: readonly Option[]
  /** Kinds that are there, in the providers' words. */
  kinds: readonly string[]
  /** The organization's day. */
  today: string
}

/** The views that are asked for most, search, and filters as chips. All of it stands in the address. */
export function DeliveriesBar({ state, onChange, connections, kinds, today }: DeliveriesBarProps) {
  const chosen = state.connection === null ? [] : [state.connection]
  const known = [...new Set([...kinds, ...state.kind])].sort()
  return (
    <>
      <div className="flex shrink-0 overflow-x-auto px-4 pt-2 md:px-6">
        <Segment
          label="Deliveries to show"
          choices={views}
          value={viewOf(state.state)}
          onChange={(next) => onChange({ state: next === 'all' ? [] : [next] })}
        />
      </div>
      <FilterBar
        search={{
          label: 'Search deliveries',
          placeholder: 'Id, kind, result or body',
          value: state.q,
          onSearch: (q) => onChange({ q }, { replace: true }),
        }}
        fields={[
          // A connection's own page is the list of it: choosing one opens it.
          choicesField('Connection', connections, chosen, (ids) => onChange({ connection: ids.at(-1) ?? null })),
          wordsField('Result', states, state.state, (next) => onChange({ state: next })),
          choicesField(
            'Kind',
            known.map((kind) => ({ value: kind, label: kind })),
            state.kind,
            (kind) => onChange({ kind }),
          ),
          periodField('Received', state.received, (received) => onChange({ received })),
        ]}
        today={today}
        narrowed={isNarrowed(state)}
        onClear={() => onChange(noConditions)}
      />
    </>
  )
}
