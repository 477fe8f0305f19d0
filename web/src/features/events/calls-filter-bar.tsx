import type { ReactNode } from 'react'
import { FilterBar } from '../../components/filter-bar/filter-bar.tsx'
import {
  beside,
  choicesField,
  flagField,
  periodField,
  wordsField,
  wordsOf,
  type FilterField,
} from '../../components/filter-bar/filter-field.ts'
import type { Option } from '../../components/option.ts'
import { callLooks, outcomeLooks } from '../../components/call-looks.ts'
import { bookingTools, callOutcomes, callStatuses } from '../../lib/page-search.ts'
import { providerNames } from '../../lib/provider-names.ts'
import type { SearchUpdate } from '../../lib/search-params.ts'
import { isNarrowed, noConditions, type CallsState } from './calls-filter.ts'

export interface CallsFilterBarProps {
  state: CallsState
  onChange: (change: Partial<CallsState>, update?: SearchUpdate) => void
  /** What the roster offers to filter by; a list is empty for somebody who may not see it. */
  roster: Readonly<Record<'closers' | 'setters' | 'sources' | 'callTypes', readonly Option[]>>
  /** The organization's day. */
  today: string
  /** What it can be filtered by of the organization's own fields. */
  own?: readonly FilterField[]
  /** What is chosen of the table itself, such as its columns. */
  end?: ReactNode
}

const statusWords = wordsOf(callStatuses, (status) => callLooks[status].label)
const toolWords = wordsOf(bookingTools, (tool) => providerNames[tool])
const outcomeWords = wordsOf(callOutcomes, (outcome) => outcomeLooks[outcome].label)

const callFields = ({ state, onChange, roster }: CallsFilterBarProps): FilterField[] => [
  periodField('Scheduled', state.scheduled, (scheduled) => onChange({ scheduled })),
  periodField('Booked', state.booked, (booked) => onChange({ booked })),
  choicesField('Closer', roster.closers, state.closer, (closer) => onChange({ closer })),
  choicesField('Setter', roster.setters, state.setter, (setter) => onChange({ setter })),
  choicesField('Source', roster.sources, state.source, (source) => onChange({ source })),
  choicesField('Call type', roster.callTypes, state.callType, (callType) => onChange({ callType })),
  wordsField('Booked with', toolWords, state.tool, (tool) => onChange({ tool })),
  wordsField('Status', statusWords, state.status, (status) => onChange({ status })),
  wordsField('Outcome', outcomeWords, state.outcome, (outcome) => onChange({ outcome })),
  flagField('Form', 'Overdue', state.overdue, (overdue) => onChange({ overdue })),
  flagField('Coming calls', 'Closer has left', state.left, (left) => onChange({ left })),
  flagField('Copies', 'Copies only', state.copies, (copies) => onChange({ copies })),
  flagField('Moved calls', 'Last of a chain only', state.chainEnds, (chainEnds) => onChange({ chainEnds })),
  flagField('Slots', 'Counted in utilization', state.fillsSlots, (fillsSlots) => onChange({ fillsSlots })),
]

/** The calls' search and filters. All of it stands in the address. */
export function CallsFilterBar(props: CallsFilterBarProps) {
  const { state, onChange, today, own = [], end } = props
  return (
    <FilterBar
      search={{
        label: 'Search calls',
        placeholder: 'Name, email or booking id',
        value: state.q,
        onSearch: (q) => onChange({ q }, { replace: true }),
      }}
      fields={beside(callFields(props), own)}
      today={today}
      narrowed={isNarrowed(state)}
      onClear={() => onChange(noConditions)}
      end={end}
    />
  )
}
