import { X } from 'lucide-react'
import { Button, IconButton } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { FilterMenu } from '../../components/filter-menu.tsx'
import { PeriodPicker } from '../../components/period-picker.tsx'
import type { SearchUpdate } from '../../lib/search-params.ts'
import { AddFilter } from './add-filter.tsx'
import { chosenWords, filterFields, type RosterOptions } from './filter-fields.ts'
import { isNarrowed, noConditions, type PaymentsState } from './payment-filter.ts'
import { SearchBox } from './search-box.tsx'

export interface PaymentsFilterBarProps {
  state: PaymentsState
  onChange: (change: Partial<PaymentsState>, update?: SearchUpdate) => void
  roster: RosterOptions
  /** The organization's day. */
  today: string
}

/** Search, what is filtered by as chips, and a way to add more. All of it stands in the address. */
export function PaymentsFilterBar({ state, onChange, roster, today }: PaymentsFilterBarProps) {
  const fields = filterFields(state, roster)
  const on = fields.filter((field) => field.selected.length > 0)
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2 md:px-6">
      <div className="min-w-44 flex-1 sm:w-60 sm:flex-none">
        <SearchBox
          label="Search payments"
          placeholder="Name, email or processor id"
          value={state.q}
          onSearch={(q) => onChange({ q }, { replace: true })}
        />
      </div>
      {state.paid && (
        <span className="inline-flex items-center">
          <span className="pr-2 text-small text-fg-2">Paid</span>
          <PeriodPicker value={state.paid} onChange={(paid) => onChange({ paid })} today={today} />
          <IconButton label="Remove the filter Paid" onClick={() => onChange({ paid: null })}>
            <X aria-hidden size={12} strokeWidth={1.75} />
          </IconButton>
        </span>
      )}
      {on.map((field) => (
        <FilterMenu
          key={field.name}
          field={field.label}
          options={field.options}
          selected={field.selected}
          onChange={(values) => onChange(field.change(values))}
          trigger={<Chip field={field.label} value={chosenWords(field)} onRemove={() => onChange(field.change([]))} />}
        />
      ))}
      <AddFilter
        fields={fields.filter((field) => field.selected.length === 0)}
        offersPeriod={state.paid === null}
        today={today}
        onChange={onChange}
      />
      {isNarrowed(state) && (
        <span className="ml-auto">
          <Button variant="quiet" onClick={() => onChange(noConditions)}>
            Clear
          </Button>
        </span>
      )}
    </div>
  )
}
