import { optionColors, type OptionColor } from '@clinch/schema/fields'
import { useState } from 'react'
import { optionColorCss, optionColorNames } from './option-color.ts'
import { Popover } from './popover.tsx'
import { classNames } from '../lib/class-names.ts'

export interface ColorMenuProps {
  /** Of what it is the colour. */
  name: string
  color: OptionColor | null
  onChange: (color: OptionColor | null) => void
}

const dot = 'size-3.5 rounded-full'
const noColor = 'shadow-[inset_0_0_0_1.5px_var(--line-control)]'

/** The colour of an option, or none. */
export function ColorMenu({ name, color, onChange }: ColorMenuProps) {
  const [open, setOpen] = useState(false)
  const colorName = color === null ? 'no colour' : optionColorNames[color].toLowerCase()
  const choose = (next: OptionColor | null) => {
    onChange(next)
    setOpen(false)
  }
  return (
    <Popover
      label={`Colour of ${name}`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={`Colour of ${name}: ${colorName}`}
          title="Colour"
          className="grid size-8 shrink-0 place-items-center rounded-sm hover:bg-(--hover) pointer-coarse:size-(--control-touch)"
        >
          <span
            aria-hidden
            className={classNames(dot, color === null && noColor)}
            style={color === null ? undefined : { background: optionColorCss[color] }}
          />
        </button>
      }
    >
      <div role="group" aria-label="Colours" className="grid grid-cols-5 gap-1 p-2">
        {[null, ...optionColors].map((each) => (
          <button
            key={each ?? 'none'}
            type="button"
            aria-label={each === null ? 'No colour' : optionColorNames[each]}
            aria-pressed={each === color}
            title={each === null ? 'No colour' : optionColorNames[each]}
            onClick={() => choose(each)}
            className="grid size-7 place-items-center rounded-sm hover:bg-(--hover) aria-pressed:bg-accent-soft aria-pressed:shadow-[inset_0_0_0_1px_var(--accent)] pointer-coarse:size-(--control-touch)"
          >
            <span
              aria-hidden
              className={classNames(dot, each === null && noColor)}
              style={each === null ? undefined : { background: optionColorCss[each] }}
            />
          </button>
        ))}
      </div>
    </Popover>
  )
}
