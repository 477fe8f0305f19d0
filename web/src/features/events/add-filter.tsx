import { ChevronLeft, ListFilter } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { OptionList } from '../../components/option-list.tsx'
import type { Option } from '../../components/option.ts'
import { PeriodChoice } from '../../components/period-picker.tsx'
import { Popover } from '../../components/popover.tsx'
import { presetPeriod } from '../../lib/period.ts'
import type { CallsState } from './calls-filter.ts'
import { flagFields, periodFields, type FilterField } from './filter-fields.ts'

export interface AddFilterProps {
  state: CallsState
  /** Every list of values that can be filtered by. */
  fields: readonly FilterField[]
  /** The organization's day. */
  today: string
  onChange: (change: Partial<CallsState>) => void
}

/** One button for all filters: first the field, then its values, by pointer or keys. */
export function AddFilter({ state, fields, today, onChange }: AddFilterProps) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const bodyRef = useRef<HTMLDivElement>(null)
  const turn = (next: boolean) => {
    setOpen(next)
    setChosen(null)
  }
  // The list that had the focus is gone: what took its place has it next.
  useEffect(() => {
    if (chosen !== null)
      bodyRef.current?.querySelector<HTMLElement>('[role="combobox"], [role="listbox"], li button')?.focus()
  }, [chosen])

  const offered: Option[] = [
    ...periodFields.filter(({ name }) => state[name] === null).map(({ name, label }) => ({ value: name, label })),
    ...fields.map(({ name, label }) => ({ value: name, label })),
    ...flagFields
      .filter(({ name }) => !state[name])
      .map(({ name, label, value }) => ({ value: name, label: `${label}: ${value.toLowerCase()}` })),
  ]
  const field = fields.find(({ name }) => name === chosen)
  const period = periodFields.find(({ name }) => name === chosen)
  const choose = (name: string) => {
    const flag = flagFields.find((each) => each.name === name)
    if (!flag) return setChosen(name)
    onChange({ [flag.name]: true })
    turn(false)
  }
  return (
    <Popover
      label="Add a filter"
      open={open}
      onOpenChange={turn}
      trigger={
        <Button variant="quiet">
          <ListFilter aria-hidden size={14} strokeWidth={1.75} />
          Filter
        </Button>
      }
    >
      <div ref={bodyRef} className={period ? '' : 'flex max-h-80 w-60 flex-col'}>
        {(field ?? period) && (
          <button
            type="button"
            onClick={() => setChosen(null)}
            className="flex h-9 w-full shrink-0 items-center gap-1 border-b border-line px-2 text-small font-medium text-fg-2 hover:text-fg"
          >
            <ChevronLeft aria-hidden size={14} strokeWidth={1.75} />
            {(field ?? period)?.label}
          </button>
        )}
        {!field && !period && (
          <OptionList label="Filter by" options={offered} selected={[]} searchable={false} onToggle={choose} />
        )}
        {field && (
          <OptionList
            key={field.name}
            multiple
            label={field.label}
            options={field.options}
            selected={field.selected}
            onToggle={(value) =>
              onChange(
                field.change(
                  field.selected.includes(value)
                    ? field.selected.filter((each) => each !== value)
                    : [...field.selected, value],
                ),
              )
            }
          />
        )}
        {period && (
          <PeriodChoice
            value={state[period.name] ?? presetPeriod('this_month', today)}
            today={today}
            onChange={(days) => {
              onChange({ [period.name]: days })
              turn(false)
            }}
          />
        )}
      </div>
    </Popover>
  )
}
