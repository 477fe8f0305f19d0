import type { ReactNode } from 'react'
import { Button } from './button.tsx'

export interface FormActionsProps {
  /** While it is being sent. */
  busy: boolean
  /** Leaves it; a form that stands by itself has none. */
  onCancel?: (() => void) | undefined
  /** It takes something away. */
  danger?: boolean
  /** There is nothing to send. */
  disabled?: boolean
  /** What leaving it is called, where that is more than to cancel. */
  cancelLabel?: string
  /** What sending it does: `Make the key`. */
  children: ReactNode
}

/** The end of a form in a dialog: leave it, or send it. */
export function FormActions({
  busy,
  onCancel,
  danger = false,
  disabled = false,
  cancelLabel = 'Cancel',
  children,
}: FormActionsProps) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {onCancel && (
        <Button size="md" onClick={onCancel}>
          {cancelLabel}
        </Button>
      )}
      <Button size="md" variant={danger ? 'danger' : 'primary'} type="submit" busy={busy} disabled={disabled}>
        {children}
      </Button>
    </div>
  )
}
