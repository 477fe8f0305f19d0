import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ApiKeyForm, type ApiKeyValues } from './api-key-form.tsx'
import { keyExpiry } from './key-expiry.ts'

const createMutation = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey {
        id
        name
      }
      secret
    }
  }
`)

export interface ApiKeyDialogProps {
  /** The list of keys is to be read anew. */
  onMade: () => void
  onClose: () => void
}

interface Made {
  name: string
  secret: string
}

/** Makes a key, then shows its text, which is not to be had again. */
export function ApiKeyDialog({ onMade, onClose }: ApiKeyDialogProps) {
  const [create] = useMutation(createMutation)
  const [made, setMade] = useState<Made | null>(null)

  const send = async ({ name, scopes, lifeDays }: ApiKeyValues) => {
    try {
      const { data } = await create({
        variables: { input: { name, scopes: [...scopes], expiresAt: keyExpiry(lifeDays, new Date()) } },
      })
      if (data) setMade({ name: data.createApiKey.apiKey.name, secret: data.createApiKey.secret })
      onMade()
      return { ok: true } as const
    } catch (error) {
      return refusalOf(error, ['name', 'scopes'])
    }
  }
  if (!made) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title="Make an API key"
        description="With it a program acts for the organization, within what you allow here."
        actions={null}
      >
        <ApiKeyForm onSend={send} onDone={() => undefined} onCancel={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${made.name} is made`}
      description="Copy it now: only its last four characters are kept to be shown."
      actions={
        <Button size="md" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyField label="API key" text={made.secret} hint="Sent as Authorization: Bearer. Shown here, once." />
    </Dialog>
  )
}
