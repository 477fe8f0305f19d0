import { useState, type KeyboardEvent } from 'react'
import { classNames } from '../lib/class-names.ts'

export interface SegmentProps<Value extends string> {
  /** What is being chosen, said to assistive technology. */
  label: string
  /** Up to four. */
  choices: readonly { value: Value; label: string }[]
  value: Value | null
  onChange: (value: Value) => void
  /** `touch` is the portal's: 44 px, the choice filled with the accent, the whole width. */
  size?: 'sm' | 'touch'
  disabled?: boolean
}

const small = {
  track: 'inline-flex rounded-sm bg-sunken p-0.5',
  item: 'inline-flex h-6 items-center rounded-xs px-2 text-small font-medium text-fg-2 hover:text-fg data-[state=on]:bg-surface data-[state=on]:text-fg data-[state=on]:not-focus-visible:shadow-[0_0_0_1px_var(--line-strong),var(--shadow-control)]',
}

const touch = {
  track: 'flex w-full overflow-hidden rounded-[10px] shadow-[inset_0_0_0_1px_var(--line-control)]',
  item: 'h-(--control-touch) flex-1 px-3 text-reading font-medium text-fg-2 not-first:border-l not-first:border-line-control data-[state=on]:bg-accent-fill data-[state=on]:text-on-accent focus-visible:shadow-[inset_0_0_0_2px_var(--accent),inset_0_0_0_4px_var(--surface)]',
}

/** Where a key leads from one of so many choices; undefined for a key that leads nowhere. */
const placeAfter = (key: string, at: number, count: number): number | undefined =>
  ({
    ArrowRight: (at + 1) % count,
    ArrowDown: (at + 1) % count,
    ArrowLeft: (at + count - 1) % count,
    ArrowUp: (at + count - 1) % count,
    Home: 0,
    End: count - 1,
  })[key]

/** A choice of a few that shows at once: one stop for the tab key, within which the arrows move. */
export function Segment<Value extends string>({
  label,
  choices,
  value,
  onChange,
  size = 'sm',
  disabled,
}: SegmentProps<Value>) {
  const look = size === 'touch' ? touch : small
  const [at, setAt] = useState<Value | null>(null)
  const stop = [at, value].find((each) => choices.some((choice) => choice.value === each)) ?? choices[0]?.value
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
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
    <div role="radiogroup" aria-label={label} className={look.track} onKeyDown={onKeyDown} onBlur={() => setAt(null)}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          data-state={choice.value === value ? 'on' : 'off'}
          tabIndex={choice.value === stop ? 0 : -1}
          disabled={disabled}
          onFocus={() => setAt(choice.value)}
          onClick={() => {
            if (choice.value !== value) onChange(choice.value)
          }}
          className={classNames(
            'whitespace-nowrap transition-colors duration-(--fast) disabled:text-fg-off',
            look.item,
          )}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
