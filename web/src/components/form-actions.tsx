import type { ReactNode } from 'react'
import { Button } from './button.tsx'

export interface FormActionsProps {
  /** While it is being sent. */
  busy: boolean
  onCancel: () => void
  /** It takes something away. */
  danger?: boolean
  /** What leaving it is called, where that is more than to cancel. */
  cancelLabel?: string
  /** What sending it does: `Make the key`. */
  children: ReactNode
}

/** The end of a form in a dialog: leave it, or send it. */
export function FormActions({ busy, onCancel, danger = false, cancelLabel = 'Cancel', children }: FormActionsProps) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button size="md" onClick={onCancel}>
        {cancelLabel}
      </Button>
      <Button size="md" variant={danger ? 'danger' : 'primary'} type="submit" busy={busy}>
        {children}
      </Button>
    </div>
  )
}
