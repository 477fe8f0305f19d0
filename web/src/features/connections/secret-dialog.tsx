import type { ConnectionSecretField } from '../../apollo/generated/graphql.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { SecretForm } from './secret-form.tsx'
import { useSecretRotation } from './use-secret-rotation.ts'

export interface SecretDialogProps {
  connectionId: string
  /** The provider and the connection's name, for the heading. */
  of: string
  field: ConnectionSecretField
  replaces: boolean
  onClose: () => void
}

/** Puts a secret on file, or replaces the one that is. */
export function SecretDialog({ connectionId, of, field, replaces, onClose }: SecretDialogProps) {
  const rotate = useSecretRotation(connectionId, field)
  const what = field === 'WEBHOOK_SECRET' ? 'signing secret' : 'API key'
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={replaces ? `Replace the ${what} of ${of}` : `Add the ${what} of ${of}`}
      description={
        field === 'WEBHOOK_SECRET'
          ? 'The provider signs every delivery with it, so that nobody else can send one.'
          : 'Clinch calls the provider with it.'
      }
      actions={null}
    >
      <SecretForm
        field={field}
        replaces={replaces}
        onSend={rotate}
        onCancel={onClose}
        onDone={() => {
          notify.done(replaces ? `The ${what} was replaced` : `The ${what} is on file`)
          onClose()
        }}
      />
    </Dialog>
  )
}
