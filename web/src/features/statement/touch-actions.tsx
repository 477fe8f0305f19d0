import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'

/** The end of a form on a phone: leave it, or send it. */
export function TouchActions({
  busy,
  onCancel,
  children,
}: {
  busy: boolean
  onCancel: () => void
  children: ReactNode
}) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="touch" variant="primary" type="submit" busy={busy}>
        {children}
      </Button>
      <Button size="touch" variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
