import { ToggleGroup } from 'radix-ui'
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

/** A choice of a few that shows at once. */
export function Segment<Value extends string>({
  label,
  choices,
  value,
  onChange,
  size = 'sm',
  disabled,
}: SegmentProps<Value>) {
  const look = size === 'touch' ? touch : small
  const choose = (next: string) => {
    const choice = choices.find((each) => each.value === next)
    if (choice) onChange(choice.value)
  }
  return (
    <ToggleGroup.Root
      type="single"
      value={value ?? ''}
      onValueChange={choose}
      disabled={disabled}
      aria-label={label}
      className={look.track}
    >
      {choices.map((choice) => (
        <ToggleGroup.Item
          key={choice.value}
          value={choice.value}
          className={classNames(
            'whitespace-nowrap transition-colors duration-(--fast) disabled:text-fg-off',
            look.item,
          )}
        >
          {choice.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
