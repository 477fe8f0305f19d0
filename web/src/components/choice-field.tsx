import { ChevronDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { classNames } from '../lib/class-names.ts'
import { controlHeights, Field, type ControlSize, type FieldProps } from './field.tsx'
import { OptionList } from './option-list.tsx'
import type { Option } from './option.ts'

export interface ChoiceFieldProps extends FieldProps {
  options: readonly Option[]
  /** Null shows the placeholder. */
  value: string | null
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  size?: ControlSize
  disabled?: boolean
  /** A change is under way: it does not open, and keeps the focus. */
  busy?: boolean
  /** Whether there is a box to narrow the list. */
  searchable: boolean
}

/** A control that opens a list and holds one choice of it. Arrows open it too, as they do a browser's own. */
export function ChoiceField({
  options,
  value,
  onChange,
  onBlur,
  placeholder = 'Choose',
  size = 'md',
  disabled,
  busy = false,
  searchable,
  ...field
}: ChoiceFieldProps) {
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  const choose = (next: string) => {
    onChange(next)
    setOpen(false)
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <Popover.Root open={open} onOpenChange={(next) => setOpen(next && !busy)}>
          <Popover.Trigger
            {...wiring}
            onBlur={onBlur}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
              event.preventDefault()
              setOpen(!busy)
            }}
            disabled={disabled}
            aria-disabled={busy || undefined}
            data-disabled={disabled ? '' : undefined}
            aria-label={`${field.label}: ${chosen?.label ?? placeholder}`}
            className={classNames('control justify-between text-left', controlHeights[size], !chosen && 'text-fg-3')}
            data-invalid={field.error ? '' : undefined}
          >
            <span className="truncate">{chosen?.label ?? placeholder}</span>
            <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="text-fg-3" />
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              align="start"
              sideOffset={4}
              aria-label={field.label}
              className="flex max-h-80 w-(--radix-popover-trigger-width) min-w-56 flex-col floating"
            >
              <OptionList
                searchable={searchable}
                label={field.label}
                options={options}
                selected={value === null ? [] : [value]}
                onToggle={choose}
              />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </Field>
  )
}
