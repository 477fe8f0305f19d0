import type { ReactNode } from 'react'
import { Button } from '../button.tsx'
import { SearchBox, type SearchBoxProps } from '../search-box.tsx'
import { AddFilter } from './add-filter.tsx'
import { FieldChip } from './field-chip.tsx'
import type { FilterField } from './filter-field.ts'

export interface FilterBarProps {
  search: SearchBoxProps
  /** All that the list can be filtered by, in the order in which it is offered. */
  fields: readonly FilterField[]
  /** The organization's day: what the presets of a period count from. */
  today: string
  /** Whether the list shows less than everything. */
  narrowed: boolean
  /** Takes off whatever narrows it. */
  onClear: () => void
  /** What is chosen of the table itself, such as its columns. */
  end?: ReactNode
}

/** Search, what is filtered by as chips, and a way to add more. */
export function FilterBar({ search, fields, today, narrowed, onClear, end }: FilterBarProps) {
  const shown = fields.filter((field) => field.kind !== 'choices' || field.options.length + field.selected.length > 0)
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 md:px-6">
      <div className="min-w-56 flex-1 sm:w-60 sm:flex-none">
        <SearchBox {...search} />
      </div>
      {shown.map((field) => (
        <FieldChip key={field.label} field={field} today={today} />
      ))}
      <AddFilter fields={shown} today={today} />
      {(narrowed || end) && (
        <span className="ml-auto flex items-center gap-1">
          {narrowed && (
            <Button variant="quiet" onClick={onClear}>
              Clear
            </Button>
          )}
          {end}
        </span>
      )}
    </div>
  )
}
