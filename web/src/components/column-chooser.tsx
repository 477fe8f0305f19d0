import { Columns3 } from 'lucide-react'
import { Button } from './button.tsx'
import { OptionList } from './option-list.tsx'
import { toggled, type Option } from './option.ts'
import { Popover } from './popover.tsx'

export interface ColumnChooserProps {
  /** Columns that a table can have beside its own. */
  options: readonly Option[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** Which columns a table has beside its own. Nothing where there are none to choose. */
export function ColumnChooser({ options, chosen, onChange }: ColumnChooserProps) {
  if (options.length === 0) return null
  return (
    <Popover
      label="Columns"
      align="end"
      trigger={
        <Button variant="quiet">
          <Columns3 aria-hidden size={14} strokeWidth={1.75} />
          Columns
        </Button>
      }
    >
      <div className="flex max-h-80 w-60 flex-col">
        <OptionList
          multiple
          label="Columns"
          options={options}
          selected={chosen}
          onToggle={(key) => onChange(toggled(chosen, key))}
        />
      </div>
    </Popover>
  )
}
