import { ChevronLeft, ListFilter } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { presetPeriod } from '../../lib/period.ts'
import { Button } from '../button.tsx'
import { OptionList } from '../option-list.tsx'
import { toggled } from '../option.ts'
import { PeriodChoice } from '../period-picker.tsx'
import { Popover } from '../popover.tsx'
import { RangeForm, TextForm } from './bounds-form.tsx'
import type { FilterField } from './filter-field.ts'

export interface AddFilterProps {
  fields: readonly FilterField[]
  /** The organization's day. */
  today: string
}

/** More values can be added to a list of them; a period or a flag that is on is changed by its chip. */
function isOffered(field: FilterField): boolean {
  switch (field.kind) {
    case 'choices':
      return true
    case 'period':
      return field.period === null
    case 'flag':
      return !field.on
    case 'text':
      return field.text === ''
    case 'range':
      return field.from === '' && field.to === ''
  }
}

const offerOf = (field: FilterField): string =>
  field.kind === 'flag' ? `${field.label}: ${field.value.toLowerCase()}` : field.label

/** One button for all filters: first the field, then its values, by pointer or keys. */
export function AddFilter({ fields, today }: AddFilterProps) {
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
      bodyRef.current?.querySelector<HTMLElement>('input, [role="combobox"], [role="listbox"], li button')?.focus()
  }, [chosen])

  const offered = fields.filter(isOffered).map((each) => ({ value: each.label, label: offerOf(each) }))
  const field = fields.find(({ label }) => label === chosen)
  const choose = (label: string) => {
    const flag = fields.find((each) => each.label === label)
    if (flag?.kind !== 'flag') return setChosen(label)
    flag.change(true)
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
      <div ref={bodyRef} className={field?.kind === 'period' ? '' : 'flex max-h-80 w-60 flex-col'}>
        {field && (
          <button
            type="button"
            onClick={() => setChosen(null)}
            className="flex h-9 w-full shrink-0 items-center gap-1 border-b border-line px-2 text-small font-medium text-fg-2 hover:text-fg"
          >
            <ChevronLeft aria-hidden size={14} strokeWidth={1.75} />
            {field.label}
          </button>
        )}
        {!field && (
          <OptionList label="Filter by" options={offered} selected={[]} searchable={false} onToggle={choose} />
        )}
        {field?.kind === 'choices' && (
          <OptionList
            key={field.label}
            multiple
            label={field.label}
            options={field.options}
            selected={field.selected}
            onToggle={(value) => field.change(toggled(field.selected, value))}
          />
        )}
        {field?.kind === 'text' && <TextForm key={field.label} field={field} onDone={() => turn(false)} />}
        {field?.kind === 'range' && <RangeForm key={field.label} field={field} onDone={() => turn(false)} />}
        {field?.kind === 'period' && (
          <PeriodChoice
            value={field.period ?? presetPeriod('this_month', today)}
            today={today}
            onChange={(days) => {
              field.change(days)
              turn(false)
            }}
          />
        )}
      </div>
    </Popover>
  )
}
