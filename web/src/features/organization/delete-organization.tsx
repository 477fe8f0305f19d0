import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Section } from '../../components/section.tsx'
import { TypedConfirmation } from '../../components/typed-confirmation.tsx'

const requestDeletionMutation = graphql(`
  mutation RequestOrganizationDeletion($input: RequestOrganizationDeletionInput!) {
    requestOrganizationDeletion(input: $input) {
      organization {
        id
      }
    }
  }
`)

export interface DeleteOrganizationProps {
  name: string
  /** It is shut: nobody may open it any more. */
  onShut: () => void
}

/** The owner's way to have the organization deleted, with thirty days to think again. */
export function DeleteOrganization({ name, onShut }: DeleteOrganizationProps) {
  const [asked, setAsked] = useState(false)
  const [requestDeletion] = useMutation(requestDeletionMutation)
  return (
    <Section title="Delete the organization">
      <div className="mt-2 flex max-w-130 flex-col items-start gap-3">
        <p className="text-pretty text-fg-2">
          It is shut for everybody at once, programs and portal links too. For thirty days you can keep it and
          everything is as it was; then its calls, forms, payments and people are deleted for good.
        </p>
        <Button size="md" variant="danger-secondary" onClick={() => setAsked(true)}>
          Delete {name}
        </Button>
      </div>
      {asked && (
        <Dialog
          open
          onOpenChange={setAsked}
          title={`Delete ${name}?`}
          description="Nobody can open it from now on. In thirty days everything in it is gone for good; until then you alone can keep it, from the page that you see next."
          actions={null}
        >
          <TypedConfirmation
            expected={name}
            noun="the organization’s name"
            label="Delete the organization"
            cancelLabel="Keep it"
            onConfirm={async (confirmName) => {
              try {
                await requestDeletion({ variables: { input: { confirmName, clientMutationId: crypto.randomUUID() } } })
                return { ok: true }
              } catch (error) {
                return refusalOf(error, [])
              }
            }}
            onDone={() => {
              setAsked(false)
              onShut()
            }}
            onCancel={() => setAsked(false)}
          />
        </Dialog>
      )}
    </Section>
  )
}
