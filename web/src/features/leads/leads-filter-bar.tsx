import type { ReactNode } from 'react'
import { FilterBar } from '../../components/filter-bar/filter-bar.tsx'
import {
  beside,
  choicesField,
  periodField,
  wordsField,
  type FilterField,
} from '../../components/filter-bar/filter-field.ts'
import type { Option } from '../../components/option.ts'
import type { SearchUpdate } from '../../lib/search-params.ts'
import { isNarrowed, noConditions, type LeadsState } from './leads-filter.ts'

const paidWords = new Map([
  ['yes', 'Has paid'],
  ['no', 'Has not paid'],
] as const)

export interface LeadsFilterBarProps {
  state: LeadsState
  onChange: (change: Partial<LeadsState>, update?: SearchUpdate) => void
  /** What the roster offers to filter by; a list is empty for somebody who may not see it. */
  roster: Readonly<Record<'setters' | 'sources', readonly Option[]>>
  /** The organization's day. */
  today: string
  /** What it can be filtered by of the organization's own fields. */
  own?: readonly FilterField[]
  /** What is chosen of the table itself, such as its columns. */
  end?: ReactNode
}

/** The leads' search and filters. All of it stands in the address. */
export function LeadsFilterBar({ state, onChange, roster, today, own = [], end }: LeadsFilterBarProps) {
  return (
    <FilterBar
      search={{
        label: 'Search leads',
        placeholder: 'Name, email, phone or id',
        value: state.q,
        onSearch: (q) => onChange({ q }, { replace: true }),
      }}
      fields={beside(
        [
          periodField('Known since', state.created, (created) => onChange({ created })),
          choicesField('Source', roster.sources, state.source, (source) => onChange({ source })),
          choicesField('Setter', roster.setters, state.setter, (setter) => onChange({ setter })),
          wordsField('Payments', paidWords, state.paid, (paid) => onChange({ paid })),
        ],
        own,
      )}
      today={today}
      narrowed={isNarrowed(state)}
      onClear={() => onChange(noConditions)}
      end={end}
    />
  )
}
