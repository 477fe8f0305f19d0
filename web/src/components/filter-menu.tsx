import { Plus } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class.ts'
import { OptionList } from './option-list.tsx'
import { toggled, type Option } from './option.ts'

export interface FilterMenuProps {
  /** The field that is filtered: `Closer`, `Outcome`. */
  field: string
  options: readonly Option[]
  selected: readonly string[]
  onChange: (selected: readonly string[]) => void
  /** What opens it; without it a quiet button with the field's name. */
  trigger?: ReactNode
}

/** Any number of values for one field, applied as they are ticked. */
export function FilterMenu({ field, options, selected, onChange, trigger }: FilterMenuProps) {
  return (
    <Popover.Root>
      <Popover.Trigger
        asChild={trigger !== undefined}
        className={trigger === undefined ? buttonClass({ variant: 'quiet' }) : undefined}
      >
        {trigger ?? (
          <>
            <Plus aria-hidden size={12} strokeWidth={1.75} />
            <span className="text-small">{field}</span>
          </>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          aria-label={`Filter by ${field}`}
          className="flex max-h-80 w-60 flex-col floating"
        >
          <OptionList
            multiple
            label={field}
            options={options}
            selected={selected}
            onToggle={(value) => onChange(toggled(selected, value))}
          />
          {selected.length > 0 && (
            <div className="border-t border-line p-1">
              <button
                type="button"
                onClick={() => onChange([])}
                className="flex h-7 w-full items-center rounded-xs px-2 pl-[30px] text-fg-2 hover:bg-(--hover)"
              >
                Clear
              </button>
            </div>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
