import type { ReactNode } from 'react'
import { FilterBar } from '../../components/filter-bar/filter-bar.tsx'
import {
  beside,
  choicesField,
  periodField,
  wordsField,
  wordsOf,
  type FilterField,
} from '../../components/filter-bar/filter-field.ts'
import type { Option } from '../../components/option.ts'
import { paymentLooks } from '../../components/payment-looks.ts'
import { creditMethods, paymentOrigins, paymentStatuses, processors } from '../../lib/page-search.ts'
import { providerNames } from '../../lib/provider-names.ts'
import type { SearchUpdate } from '../../lib/search-params.ts'
import { isNarrowed, noConditions, type PaymentsState } from './payment-filter.ts'
import { methodWords, originWords } from './payment-words.ts'

export interface PaymentsFilterBarProps {
  state: PaymentsState
  onChange: (change: Partial<PaymentsState>, update?: SearchUpdate) => void
  /** What the roster offers to filter by; a list is empty for somebody who may not see it. */
  roster: Readonly<Record<'closers' | 'setters' | 'sources', readonly Option[]>>
  /** What is and was sold. */
  packages: readonly Option[]
  /** The organization's day. */
  today: string
  /** What it can be filtered by of the organization's own fields. */
  own?: readonly FilterField[]
  /** What is chosen of the table itself, such as its columns. */
  end?: ReactNode
}

const methods = wordsOf(creditMethods, (method) => methodWords[method])
const statuses = wordsOf(paymentStatuses, (status) => paymentLooks[status].label)
const origins = wordsOf(paymentOrigins, (origin) => originWords[origin])
const processorOptions = wordsOf(processors, (provider) => providerNames[provider])

const paymentFields = ({ state, onChange, roster, packages }: PaymentsFilterBarProps): FilterField[] => [
  periodField('Paid', state.paid, (paid) => onChange({ paid })),
  choicesField('Closer', roster.closers, state.closer, (closer) => onChange({ closer })),
  choicesField('Setter', roster.setters, state.setter, (setter) => onChange({ setter })),
  choicesField('Source', roster.sources, state.source, (source) => onChange({ source })),
  choicesField('Package', packages, state.package, (chosen) => onChange({ package: chosen })),
  wordsField('How', methods, state.method, (method) => onChange({ method })),
  wordsField('Status', statuses, state.status, (status) => onChange({ status })),
  wordsField('Told by', origins, state.origin, (origin) => onChange({ origin })),
  wordsField('Processor', processorOptions, state.provider, (provider) => onChange({ provider })),
]

/** The payments' search and filters. All of it stands in the address. */
export function PaymentsFilterBar(props: PaymentsFilterBarProps) {
  const { state, onChange, today, own = [], end } = props
  return (
    <FilterBar
      search={{
        label: 'Search payments',
        placeholder: 'Name, email or processor id',
        value: state.q,
        onSearch: (q) => onChange({ q }, { replace: true }),
      }}
      fields={beside(paymentFields(props), own)}
      today={today}
      narrowed={isNarrowed(state)}
      onClear={() => onChange(noConditions)}
      end={end}
    />
  )
}
