import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { InvitationLink } from './invitation-link.tsx'

const resendMutation = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      invitation {
        id
        expiresAt
        revokedAt
        acceptedAt
      }
      url
    }
  }
`)

const revokeMutation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      invitation {
        id
        revokedAt
        acceptedAt
      }
    }
  }
`)

interface Invited {
  id: string
  email: string
}

/** Takes an invitation back. */
export function RevokeDialog({ invitation, onClose }: { invitation: Invited; onClose: () => void }) {
  const [revoke, { loading }] = useMutation(revokeMutation)
  const act = async () => {
    try {
      await revoke({ variables: { input: { id: invitation.id, clientMutationId: crypto.randomUUID() } } })
      notify.done(`The invitation of ${invitation.email} was revoked`)
      onClose()
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke the invitation of ${invitation.email}?`}
      description="Its link stops working at once. You can invite them again."
      actions={
        <>
          <Button size="md" onClick={onClose}>
            Keep it
          </Button>
          <Button size="md" variant="danger" busy={loading} onClick={() => void act()}>
            Revoke the invitation
          </Button>
        </>
      }
    />
  )
}

/** Sends an invitation once more, with a link of its own. */
export function ResendDialog({ invitation, onClose }: { invitation: Invited; onClose: () => void }) {
  const [resend, { loading }] = useMutation(resendMutation)
  const [url, setUrl] = useState<string | null>(null)
  const act = async () => {
    try {
      const { data } = await resend({ variables: { input: { id: invitation.id } } })
      if (data) setUrl(data.resendInvitation.url)
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  if (url !== null) return <InvitationLink email={invitation.email} url={url} onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Send a new link to ${invitation.email}?`}
      description="They get a new mail, and seven days again. The link of the mail before stops working."
      actions={
        <>
          <Button size="md" onClick={onClose}>
            Leave it
          </Button>
          <Button size="md" variant="primary" busy={loading} onClick={() => void act()}>
            Send it
          </Button>
        </>
      }
    />
  )
}
