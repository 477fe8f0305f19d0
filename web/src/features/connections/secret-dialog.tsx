import type { ConnectionSecretField, Provider } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { providerWords } from './provider-words.ts'
import { SecretForm } from './secret-form.tsx'
import { useSecretRotation } from './use-secret-rotation.ts'

export interface SecretDialogProps {
  connectionId: string
  provider: Provider
  /** The connection's name, for the heading. */
  name: string
  field: ConnectionSecretField
  replaces: boolean
  onClose: () => void
}

/** Puts a secret on file, or replaces the one that is. One that Clinch makes is shown, once. */
export function SecretDialog({ connectionId, provider, name, field, replaces, onClose }: SecretDialogProps) {
  const { rotate, madeSecret } = useSecretRotation(connectionId, field)
  const words = providerWords[provider]
  const what = field === 'WEBHOOK_SECRET' ? words.proofName.toLowerCase() : 'API key'
  const made = field === 'WEBHOOK_SECRET' && words.proof === 'made'
  const title = made ? `Make a new ${what}` : `${replaces ? 'Replace' : 'Add'} the ${what}`
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${title} of ${words.name} ${name}`}
      description={
        field === 'WEBHOOK_SECRET' || words.proof === 'api-key'
          ? 'It proves who sends, so that nobody else can.'
          : 'Clinch calls the provider with it.'
      }
      actions={
        madeSecret !== null && (
          <Button size="md" onClick={onClose}>
            Done
          </Button>
        )
      }
    >
      {madeSecret === null ? (
        <SecretForm
          what={what}
          overlaps={field === 'WEBHOOK_SECRET' || words.proof === 'api-key'}
          made={made}
          replaces={replaces}
          onSend={rotate}
          onCancel={onClose}
          onDone={() => {
            notify.done(replaces ? `The ${what} was replaced` : `The ${what} is on file`)
            if (!made) onClose()
          }}
        />
      ) : (
        <CopyField label={words.proofName} text={madeSecret} hint="Shown here, once. Copy it before you close this." />
      )}
    </Dialog>
  )
}
