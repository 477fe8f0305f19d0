import { Calendar, ChevronDown } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { classNames } from '../lib/class-names.ts'
import { formatPeriod } from '../lib/format-date.ts'
import { isDay, periodPresetLabels, periodPresets, presetOf, presetPeriod, type Period } from '../lib/period.ts'
import { Button } from './button.tsx'
import { Popover } from './popover.tsx'
import { TextField } from './text-field.tsx'

export interface PeriodPickerProps {
  value: Period
  onChange: (period: Period) => void
  /** The organization's day today (`todayIn`): what the presets count from. */
  today: string
}

/** A period by preset or by its two days, both included. */
export function PeriodPicker({ value, onChange, today }: PeriodPickerProps) {
  const [open, setOpen] = useState(false)
  const choose = (period: Period) => {
    onChange(period)
    setOpen(false)
  }
  return (
    <Popover
      label="Period"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button aria-label={`Period: ${formatPeriod(value, { year: 'always' })}`}>
          <Calendar aria-hidden size={14} strokeWidth={1.75} />
          {formatPeriod(value, { year: 'always' })}
          <ChevronDown aria-hidden size={14} strokeWidth={1.75} />
        </Button>
      }
    >
      <PeriodChoice value={value} onChange={choose} today={today} />
    </Popover>
  )
}

/** What the picker opens, for another trigger than its button, such as a filter's chip. */
export function PeriodChoice({ value, onChange, today }: PeriodPickerProps) {
  return (
    <div className="flex w-[min(400px,calc(100vw-32px))] max-sm:flex-col">
      <PresetList current={presetOf(value, today)} onChoose={(preset) => onChange(presetPeriod(preset, today))} />
      <CustomPeriod value={value} onApply={onChange} />
    </div>
  )
}

function PresetList({
  current,
  onChoose,
}: {
  current: ReturnType<typeof presetOf>
  onChoose: (preset: (typeof periodPresets)[number]) => void
}) {
  return (
    <ul aria-label="Presets" className="w-40 shrink-0 p-1 max-sm:w-full">
      {periodPresets.map((preset) => (
        <li key={preset}>
          <button
            type="button"
            aria-pressed={preset === current}
            onClick={() => onChoose(preset)}
            className={classNames(
              'flex h-7 w-full items-center rounded-xs px-2 hover:bg-(--hover) pointer-coarse:h-(--control-touch)',
              preset === current && 'bg-accent-soft font-medium text-accent',
            )}
          >
            {periodPresetLabels[preset]}
          </button>
        </li>
      ))}
    </ul>
  )
}

function CustomPeriod({ value, onApply }: { value: Period; onApply: (period: Period) => void }) {
  const [draft, setDraft] = useState(value)
  const [problem, setProblem] = useState<string>()
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (!isDay(draft.from) || !isDay(draft.to)) setProblem('Enter both days')
    else if (draft.from > draft.to) setProblem('The last day is before the first')
    else onApply(draft)
  }
  const change = (part: Partial<Period>) => {
    setProblem(undefined)
    setDraft({ ...draft, ...part })
  }
  return (
    <form
      onSubmit={apply}
      noValidate
      className="flex flex-1 flex-col gap-3 border-line p-3 max-sm:border-t sm:border-l"
    >
      <TextField
        label="From"
        type="date"
        value={draft.from}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        label="To"
        type="date"
        value={draft.to}
        error={problem}
        onChange={(event) => change({ to: event.target.value })}
      />
      <div className="mt-auto flex justify-end">
        <Button type="submit" variant="primary">
          Apply
        </Button>
      </div>
    </form>
  )
}
