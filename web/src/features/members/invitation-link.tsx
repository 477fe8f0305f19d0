import { Button } from '../../components/button.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { Dialog } from '../../components/dialog.tsx'

/** The link of an invitation, which went by mail and is not to be had again. */
export function InvitationLink({ email, url, onClose }: { email: string; url: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`An invitation is on its way to ${email}`}
      description="Its link works once, for that address, within seven days. You can also hand it over yourself."
      actions={
        <Button size="md" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyField
        label="Invitation link"
        text={url}
        hint="Shown here, once. A lost link is replaced by sending again."
      />
    </Dialog>
  )
}
