import { GripVertical } from 'lucide-react'
import type { HandleProps } from './use-reorder.ts'

/** What a row is moved by: dragged, or with the arrow keys while it has the focus. */
export function DragHandle({ name, ...handle }: HandleProps & { name: string }) {
  return (
    <button
      type="button"
      {...handle}
      aria-label={`Move ${name}`}
      aria-keyshortcuts="ArrowUp ArrowDown"
      title="Drag, or press the arrow keys"
      className="grid h-8 w-6 shrink-0 cursor-grab touch-none place-items-center rounded-xs text-fg-3 hover:text-fg active:cursor-grabbing pointer-coarse:h-(--control-touch) pointer-coarse:w-9"
    >
      <GripVertical aria-hidden size={14} strokeWidth={1.75} />
    </button>
  )
}
