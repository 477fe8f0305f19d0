import { X } from 'lucide-react'
import type { ComponentProps } from 'react'

export interface ChipProps extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'children' | 'value'> {
  /** The field, such as `Closer`. */
  field: string
  /** Its value in words, such as `Maya Okafor, Daniel Reyes`. */
  value: string
  /** Without it the filter cannot be taken off. */
  onRemove?: () => void
}

/** A filter that is on: field, value, remove. Pressing the value opens its menu when it is a FilterMenu's trigger. */
export function Chip({ field, value, onRemove, ...button }: ChipProps) {
  return (
    <span className="inline-flex h-7 max-w-full items-center rounded-sm text-small shadow-[inset_0_0_0_1px_var(--line-strong)]">
      <button type="button" {...button} className="flex h-full min-w-0 items-center rounded-sm hover:bg-(--hover)">
        <span className="px-2 text-fg-2">
          {field}
          <span className="sr-only">: </span>
        </span>
        <span className="flex h-full min-w-0 items-center border-l border-line-strong px-2 font-medium">
          <span className="truncate">{value}</span>
          <span className="sr-only">. Change</span>
        </span>
      </button>
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={`Remove the filter ${field}: ${value}`}
          className="-ml-1 grid h-full w-6 place-items-center rounded-sm text-fg-3 hover:text-fg"
        >
          <X aria-hidden size={12} strokeWidth={1.75} />
        </button>
      )}
    </span>
  )
}
