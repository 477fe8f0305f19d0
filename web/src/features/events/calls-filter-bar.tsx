import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { FilterMenu } from '../../components/filter-menu.tsx'
import { PeriodChoice } from '../../components/period-picker.tsx'
import { Popover } from '../../components/popover.tsx'
import { formatPeriod } from '../../lib/format-date.ts'
import type { Period } from '../../lib/period.ts'
import type { SearchUpdate } from '../../lib/search-params.ts'
import { AddFilter } from './add-filter.tsx'
import { isNarrowed, noConditions, type CallsState } from './calls-filter.ts'
import { chosenWords, filterFields, flagFields, periodFields, type RosterOptions } from './filter-fields.ts'
import { SearchBox } from './search-box.tsx'

export interface CallsFilterBarProps {
  state: CallsState
  onChange: (change: Partial<CallsState>, update?: SearchUpdate) => void
  roster: RosterOptions
  /** The organization's day. */
  today: string
}

/** Search, what is filtered by as chips, and a way to add more. All of it stands in the address. */
export function CallsFilterBar({ state, onChange, roster, today }: CallsFilterBarProps) {
  const fields = filterFields(state, roster)
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 md:px-6">
      <div className="min-w-56 flex-1 sm:w-60 sm:flex-none">
        <SearchBox
          label="Search calls"
          placeholder="Name, email or booking id"
          value={state.q}
          onSearch={(q) => onChange({ q }, { replace: true })}
        />
      </div>
      {periodFields.map(({ name, label }) => {
        const period = state[name]
        return (
          period && (
            <PeriodChip
              key={name}
              field={label}
              period={period}
              today={today}
              onChange={(next) => onChange({ [name]: next })}
            />
          )
        )
      })}
      {fields
        .filter((field) => field.selected.length > 0)
        .map((field) => (
          <FilterMenu
            key={field.name}
            field={field.label}
            options={field.options}
            selected={field.selected}
            onChange={(values) => onChange(field.change(values))}
            trigger={
              <Chip field={field.label} value={chosenWords(field)} onRemove={() => onChange(field.change([]))} />
            }
          />
        ))}
      {flagFields
        .filter(({ name }) => state[name])
        .map(({ name, label, value }) => (
          <Chip
            key={name}
            field={label}
            value={value}
            onClick={() => onChange({ [name]: false })}
            onRemove={() => onChange({ [name]: false })}
          />
        ))}
      <AddFilter state={state} fields={fields} today={today} onChange={onChange} />
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

function PeriodChip({
  field,
  period,
  today,
  onChange,
}: {
  field: string
  period: Period
  today: string
  onChange: (period: Period | null) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={field}
      open={open}
      onOpenChange={setOpen}
      trigger={<Chip field={field} value={formatPeriod(period)} onRemove={() => onChange(null)} />}
    >
      <PeriodChoice
        value={period}
        today={today}
        onChange={(next) => {
          onChange(next)
          setOpen(false)
        }}
      />
    </Popover>
  )
}
