import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import { refusalOf } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { CopyField } from '../../../components/copy-field.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { NewOrganizationForm } from '../../../features/platform/new-organization-form.tsx'

const createMutation = graphql(`
  mutation PlatformCreateOrganization($input: CreateOrganizationForInput!) {
    createOrganizationFor(input: $input) {
      invitationUrl
      organization {
        ...PlatformOrganizationRow_organization
      }
    }
  }
`)

export interface NewOrganizationDialogProps {
  /** The list is to be read anew. */
  onMade: () => void
  onClose: () => void
}

interface Made {
  name: string
  ownerEmail: string
  /** None where an earlier answer, which did not arrive, held it. */
  url: string | null
}

/** Makes an organization for somebody, then shows the link that was sent to them. */
export function NewOrganizationDialog({ onMade, onClose }: NewOrganizationDialogProps) {
  const [create] = useMutation(createMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const [made, setMade] = useState<Made | null>(null)
  if (!made) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title="Make an organization for somebody"
        description="It begins on trial. Until its owner accepts, nobody is in it."
        actions={null}
      >
        <NewOrganizationForm
          onSend={async (values) => {
            try {
              const { data } = await create({ variables: { input: { ...values, clientMutationId } } })
              if (data)
                setMade({
                  name: values.name,
                  ownerEmail: values.ownerEmail,
                  url: data.createOrganizationFor.invitationUrl,
                })
              onMade()
              return { ok: true }
            } catch (error) {
              return refusalOf(error, ['name', 'ownerEmail', 'timeZone', 'currency', 'reason'])
            }
          }}
          onDone={() => undefined}
          onCancel={onClose}
        />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${made.name} is made`}
      description={`${made.ownerEmail} is invited, and owns it once they accept.`}
      actions={
        <Button size="md" onClick={onClose}>
          Done
        </Button>
      }
    >
      {made.url === null ? (
        <p className="text-fg-2">The link was sent to them by e-mail.</p>
      ) : (
        <CopyField label="Invitation" text={made.url} hint="Sent to them by e-mail. Shown here, once." />
      )}
    </Dialog>
  )
}
