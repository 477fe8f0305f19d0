import { Check } from 'lucide-react'
import { useId, useRef, type KeyboardEvent } from 'react'
import { classNames } from '../lib/class-names.ts'
import type { FieldProps } from './field.tsx'

export interface PillOption {
  value: string
  label: string
  /** Any CSS colour, drawn as a dot before the label, which says the same. */
  color?: string
}

export interface PillFieldProps extends Omit<FieldProps, 'labelHidden' | 'labelAside'> {
  options: readonly PillOption[]
  selected: readonly string[]
  onChange: (selected: readonly string[]) => void
  /** Any number of them; otherwise one, which pressing again takes back where the answer is optional. */
  multiple?: boolean
  /** `touch` has targets of 44 px. */
  size?: 'md' | 'touch'
}

/** Where a key leads from one of so many; undefined for a key that leads nowhere. */
const placeAfter = (key: string, at: number, count: number): number | undefined =>
  ({
    ArrowRight: (at + 1) % count,
    ArrowDown: (at + 1) % count,
    ArrowLeft: (at + count - 1) % count,
    ArrowUp: (at + count - 1) % count,
  })[key]

/** A choice whose answers all show at once, for what is pressed with a thumb: one press, and no list that opens over the page. */
export function PillField({
  label,
  optional = false,
  hint,
  error,
  options,
  selected,
  onChange,
  multiple = false,
  size = 'md',
}: PillFieldProps) {
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const stop = options.find(({ value }) => selected.includes(value))?.value ?? options[0]?.value
  const press = (value: string) => {
    const isOn = selected.includes(value)
    if (multiple) onChange(isOn ? selected.filter((each) => each !== value) : [...selected, value])
    else if (!isOn) onChange([value])
    else if (optional) onChange([])
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (multiple) return
    const items = [...(group.current?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])]
    const place = placeAfter(
      event.key,
      items.findIndex((item) => item === event.target),
      items.length,
    )
    if (place === undefined) return
    event.preventDefault()
    items[place]?.focus()
  }
  return (
    <div className="min-w-0">
      <div id={id} className="mb-1.5 text-small font-medium text-fg-2">
        {label}
        {optional && <span className="font-normal text-fg-3"> optional</span>}
      </div>
      <div
        ref={group}
        role={multiple ? 'group' : 'radiogroup'}
        aria-labelledby={id}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        onKeyDown={onKeyDown}
        className={classNames('flex flex-wrap', size === 'touch' ? 'gap-2' : 'gap-1.5')}
      >
        {options.map(({ value, label: name, color }) => {
          const isOn = selected.includes(value)
          return (
            <button
              key={value}
              type="button"
              role={multiple ? 'checkbox' : 'radio'}
              aria-checked={isOn}
              tabIndex={multiple || value === stop ? 0 : -1}
              onClick={() => press(value)}
              className={classNames(
                'inline-flex max-w-full min-w-0 items-center gap-2 text-left font-medium transition-colors duration-(--fast)',
                size === 'touch'
                  ? 'min-h-(--control-touch) rounded-[10px] px-3.5 py-1.5 text-reading'
                  : 'min-h-7 rounded-sm px-2.5 py-1 text-small',
                isOn
                  ? 'bg-accent-soft text-fg shadow-[inset_0_0_0_1.5px_var(--accent)]'
                  : 'text-fg-2 shadow-[inset_0_0_0_1px_var(--line-control)] hover:text-fg',
                'focus-visible:shadow-(--focus-ring)',
              )}
            >
              {color !== undefined && (
                <span aria-hidden className="size-2.5 shrink-0 rounded-full" style={{ background: color }} />
              )}
              <span className="min-w-0 break-words">{name}</span>
              {isOn && <Check aria-hidden size={size === 'touch' ? 16 : 12} strokeWidth={2} className="text-accent" />}
            </button>
          )
        })}
      </div>
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={error ? 'mt-1 text-small text-bad' : hint ? 'mt-1 text-small text-fg-3' : 'sr-only'}
      >
        {error ?? hint}
      </p>
    </div>
  )
}
