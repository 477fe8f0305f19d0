import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'

export interface DiscardFormProps {
  leadName: string
  onKeep: () => void
  onDiscard: () => void
}

/** Asks before a form that was not taken is gone for good. */
export function DiscardForm({ leadName, onKeep, onDiscard }: DiscardFormProps) {
  return (
    <Dialog
      open
      onOpenChange={onKeep}
      title={`Discard the form of ${leadName}?`}
      description="It was not filed. Your answers are taken off this device, and cannot be brought back."
      actions={
        <>
          <Button size="touch" onClick={onKeep}>
            Keep it
          </Button>
          <Button size="touch" variant="danger" onClick={onDiscard}>
            Discard
          </Button>
        </>
      }
    />
  )
}
