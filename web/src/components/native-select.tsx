import { ChevronDown } from 'lucide-react'
import { classNames } from '../lib/class-names.ts'
import { controlHeights, Field, type ControlSize, type FieldProps } from './field.tsx'
import type { Option } from './option.ts'

export interface NativeSelectProps extends FieldProps {
  options: readonly Option[]
  /** Null is nothing chosen. */
  value: string | null
  onChange: (value: string | null) => void
  /** What stands where nothing is chosen, and takes a choice back. */
  placeholder?: string
  size?: ControlSize
}

/** One of a list, opened by the device itself: on a phone that is the wheel or the sheet that its owner knows. */
export function NativeSelect({
  options,
  value,
  onChange,
  placeholder = 'Choose',
  size = 'md',
  ...field
}: NativeSelectProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <div
          className={classNames('control relative', controlHeights[size], 'px-0!')}
          data-invalid={field.error ? '' : undefined}
        >
          <select
            {...wiring}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
            className={classNames(
              'h-full w-full min-w-0 appearance-none truncate rounded-[inherit] bg-transparent pr-9 shadow-none! outline-none',
              size === 'touch' ? 'pl-3.5' : 'pl-2.5',
              value === null && 'text-fg-3',
            )}
          >
            <option value="">{placeholder}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled} className="bg-raised text-fg">
                {option.detail ? `${option.label}, ${option.detail}` : option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            size={size === 'touch' ? 16 : 14}
            strokeWidth={1.75}
            className="pointer-events-none absolute right-3 text-fg-3"
          />
        </div>
      )}
    </Field>
  )
}
