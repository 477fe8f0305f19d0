import { ListFilter as FilterIcon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { OptionList } from '../../components/option-list.tsx'
import type { Option } from '../../components/option.ts'
import { Popover } from '../../components/popover.tsx'
import { periodPresetLabels, periodPresets, presetPeriod, type Period } from '../../lib/period.ts'
import type { FilterField } from './filter-fields.ts'
import type { PaymentsState } from './payment-filter.ts'

export interface AddFilterProps {
  /** The fields that are not filtered by yet. */
  fields: readonly FilterField[]
  /** Whether the period can still be added. */
  offersPeriod: boolean
  /** The organization's day. */
  today: string
  onChange: (change: Partial<PaymentsState>) => void
}

const presets: readonly Option[] = periodPresets.map((preset) => ({
  value: preset,
  label: periodPresetLabels[preset],
}))

const periodOf = (value: string, today: string): Period | null => {
  const preset = periodPresets.find((each) => each === value)
  return preset ? presetPeriod(preset, today) : null
}

/** One button for all filters: first the field, then its values, by pointer or keys. */
export function AddFilter({ fields, offersPeriod, today, onChange }: AddFilterProps) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const field = fields.find((each) => each.name === chosen)
  const turn = (next: boolean) => {
    setOpen(next)
    setChosen(null)
  }
  const offered: Option[] = [
    ...(offersPeriod ? [{ value: 'paid', label: 'Paid' }] : []),
    ...fields.map(({ name, label }) => ({ value: name, label })),
  ]
  if (offered.length === 0) return null
  return (
    <Popover
      label="Add a filter"
      open={open}
      onOpenChange={turn}
      trigger={
        <Button variant="quiet">
          <FilterIcon aria-hidden size={14} strokeWidth={1.75} />
          Filter
        </Button>
      }
    >
      <div className="flex max-h-80 w-60 flex-col">
        {chosen === null && (
          <OptionList key="fields" label="Filter by" options={offered} selected={[]} onToggle={setChosen} />
        )}
        {chosen === 'paid' && (
          <OptionList
            key="paid"
            label="Paid"
            options={presets}
            selected={[]}
            onToggle={(value) => {
              onChange({ paid: periodOf(value, today) })
              turn(false)
            }}
          />
        )}
        {field && (
          <OptionList
            key={field.name}
            label={field.label}
            options={field.options}
            selected={[]}
            onToggle={(value) => {
              onChange(field.change([value]))
              turn(false)
            }}
          />
        )}
      </div>
    </Popover>
  )
}
