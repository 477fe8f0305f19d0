import { useState } from 'react'
import { formatPeriod } from '../../lib/format-date.ts'
import type { Period } from '../../lib/period.ts'
import { Chip } from '../chip.tsx'
import { FilterMenu } from '../filter-menu.tsx'
import { PeriodChoice } from '../period-picker.tsx'
import { Popover } from '../popover.tsx'
import { RangeForm, TextForm } from './bounds-form.tsx'
import type { ChoicesField, FilterField, PeriodField, RangeField, TextField } from './filter-field.ts'

export interface FieldChipProps {
  field: FilterField
  /** The organization's day. */
  today: string
}

/** A field that is filtered by: what is chosen, to change or to take off. Nothing for one that is off. */
export function FieldChip({ field, today }: FieldChipProps) {
  switch (field.kind) {
    case 'period':
      return field.period && <PeriodChip field={field} period={field.period} today={today} />
    case 'choices':
      return field.selected.length > 0 && <ChoicesChip field={field} />
    case 'text':
      return field.text !== '' && <TextChip field={field} />
    case 'range':
      return (field.from !== '' || field.to !== '') && <RangeChip field={field} />
    case 'flag': {
      const off = () => field.change(false)
      return field.on && <Chip field={field.label} value={field.value} onClick={off} onRemove={off} />
    }
  }
}

/** The chosen values in words: two by name, more by their number. A value that is unknown here is only counted. */
function chosenWords({ options, selected }: ChoicesField): string {
  const names = selected.flatMap((value) => options.find((option) => option.value === value)?.label ?? [])
  if (names.length === selected.length && names.length <= 2) return names.join(', ')
  return `${selected.length} chosen`
}

function ChoicesChip({ field }: { field: ChoicesField }) {
  const { label, options, selected, change } = field
  return (
    <FilterMenu
      field={label}
      options={options}
      selected={selected}
      onChange={change}
      trigger={<Chip field={label} value={chosenWords(field)} onRemove={() => change([])} />}
    />
  )
}

function PeriodChip({
  field: { label, change },
  period,
  today,
}: {
  field: PeriodField
  period: Period
  today: string
}) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={<Chip field={label} value={formatPeriod(period)} onRemove={() => change(null)} />}
    >
      <PeriodChoice
        value={period}
        today={today}
        onChange={(next) => {
          change(next)
          setOpen(false)
        }}
      />
    </Popover>
  )
}

function TextChip({ field }: { field: TextField }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={field.label}
      open={open}
      onOpenChange={setOpen}
      trigger={<Chip field={field.label} value={`“${field.text}”`} onRemove={() => field.change('')} />}
    >
      <TextForm field={field} onDone={() => setOpen(false)} />
    </Popover>
  )
}

/** A span in words; both bounds are in it. */
function rangeWords({ from, to, unit = '' }: RangeField): string {
  const words = from === '' ? `up to ${to}` : to === '' ? `${from} or more` : from === to ? from : `${from} to ${to}`
  return unit === '' ? words : `${words} ${unit}`
}

function RangeChip({ field }: { field: RangeField }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={field.label}
      open={open}
      onOpenChange={setOpen}
      trigger={<Chip field={field.label} value={rangeWords(field)} onRemove={() => field.change('', '')} />}
    >
      <RangeForm field={field} onDone={() => setOpen(false)} />
    </Popover>
  )
}
