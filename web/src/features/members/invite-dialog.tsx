import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { InviteForm, type InviteValues } from './invite-form.tsx'

const choicesQuery = graphql(`
  query InviteChoices {
    organization {
      id
      plan
      usage {
        seats
        seatsUsed
      }
    }
    closers(first: 200, filter: { active: true }) {
      edges {
        node {
          id
          name
          email
          hasAccount
        }
      }
    }
    setters(first: 200, filter: { active: true }) {
      edges {
        node {
          id
          name
          email
          hasAccount
        }
      }
    }
  }
`)

const inviteMutation = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      invitation {
        id
        email
      }
      url
    }
  }
`)

export interface InviteDialogProps {
  /** Who is meant, where that is known beforehand. */
  closerId?: string
  setterId?: string
  /** Where the plan is looked at. */
  planTo: string
  /** The list of invitations is to be read anew. */
  onInvited: () => void
  onClose: () => void
}

interface Made {
  email: string
  url: string
}

/** Invites somebody, then shows the link, which is not to be had again. */
export function InviteDialog({ closerId, setterId, planTo, onInvited, onClose }: InviteDialogProps) {
  const choices = useQuery(choicesQuery, { fetchPolicy: 'network-only' })
  const [invite] = useMutation(inviteMutation)
  const [made, setMade] = useState<Made | null>(null)

  const send = async (input: InviteValues) => {
    try {
      const { data } = await invite({ variables: { input } })
      if (data) setMade({ email: data.inviteMember.invitation.email, url: data.inviteMember.url })
      onInvited()
      return { ok: true } as const
    } catch (error) {
      return refusalOf(error, ['email', 'role', 'closerId', 'setterId'])
    }
  }
  if (made) return <InvitationLink email={made.email} url={made.url} onClose={onClose} />
  const free = (people: readonly { id: string; name: string; email: string | null; hasAccount: boolean }[]) =>
    people.filter(({ hasAccount }) => !hasAccount)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Invite somebody"
      description="They get a mail with a link of their own, and sign in with that address."
      actions={null}
    >
      {choices.data ? (
        <InviteForm
          seats={choices.data.organization.usage}
          planTo={planTo}
          closers={free(choices.data.closers.edges.map((edge) => edge.node))}
          setters={free(choices.data.setters.edges.map((edge) => edge.node))}
          closerId={closerId}
          setterId={setterId}
          onSend={send}
          onDone={() => undefined}
          onCancel={onClose}
        />
      ) : choices.error ? (
        <FormProblem message={readError(choices.error).title} />
      ) : (
        <SkeletonGroup label="Loading the roster">
          <div className="flex h-72 flex-col gap-6">
            <Skeleton widthPx={392} heightPx={32} />
            <Skeleton widthPx={180} heightPx={28} />
            <Skeleton widthPx={392} heightPx={32} />
            <Skeleton widthPx={392} heightPx={32} />
          </div>
        </SkeletonGroup>
      )}
    </Dialog>
  )
}
