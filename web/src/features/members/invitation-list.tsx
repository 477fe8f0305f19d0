import { useMutation } from '@apollo/client/react'
import { Ban, CircleCheck, CircleDashed, ClockAlert, type LucideIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { InvitationList_InvitationFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DateTime } from '../../components/figures.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { StatusLabel } from '../../components/status.tsx'
import type { Tone } from '../../components/tone.ts'
import { useNow } from '../../lib/use-now.ts'
import { invitationState, type InvitationState } from './invitation-state.ts'
import { roleNames } from './role-names.ts'

/** What a row of the invitations shows. Spread with `@unmask`. */
graphql(`
  fragment InvitationList_invitation on Invitation {
    id
    email
    role
    invitedBy
    createdAt
    expiresAt
    acceptedAt
    revokedAt
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

type Invitation = InvitationList_InvitationFragment

const looks: Readonly<Record<InvitationState, { icon: LucideIcon; tone: Tone; label: string }>> = {
  pending: { icon: CircleDashed, tone: 'info', label: 'Open until' },
  accepted: { icon: CircleCheck, tone: 'good', label: 'Accepted' },
  revoked: { icon: Ban, tone: 'neutral', label: 'Revoked' },
  expired: { icon: ClockAlert, tone: 'neutral', label: 'Expired' },
}

const columnsAt = (now: Date, onRevoke: (invitation: Invitation) => void): readonly Column<Invitation>[] => [
  { id: 'email', header: 'Email', cell: ({ email }) => email, width: 200, tone: 'strong' },
  { id: 'role', header: 'Role', cell: ({ role }) => roleNames[role], width: 88, drop: 1 },
  {
    id: 'state',
    header: 'State',
    cell: (invitation) => {
      const state = invitationState(invitation, now)
      const { icon, tone, label } = looks[state]
      const at = { pending: invitation.expiresAt, accepted: invitation.acceptedAt, revoked: invitation.revokedAt }
      const when = state === 'expired' ? invitation.expiresAt : at[state]
      return (
        <StatusLabel icon={icon} tone={tone}>
          {label} {when && <DateTime at={when} />}
        </StatusLabel>
      )
    },
    width: 200,
  },
  { id: 'by', header: 'Invited by', cell: ({ invitedBy }) => invitedBy, width: 128, tone: 'quiet', drop: 0 },
  {
    id: 'act',
    header: 'Action',
    headerHidden: true,
    cell: (invitation) =>
      invitationState(invitation, now) === 'pending' && (
        <Button
          variant="quiet"
          aria-label={`Revoke the invitation of ${invitation.email}`}
          onClick={() => onRevoke(invitation)}
        >
          Revoke
        </Button>
      ),
    width: 84,
    align: 'end',
  },
]

/** Whom the organization invited, and what became of it. */
export function InvitationList({ invitations }: { invitations: readonly Invitation[] }) {
  const now = useNow()
  const [asked, setAsked] = useState<Invitation | null>(null)
  const columns = useMemo(() => columnsAt(now, setAsked), [now])
  return (
    <Section title="Invitations" count={invitations.length}>
      {invitations.length === 0 ? (
        <p className="mt-2 text-fg-2">Nobody has been invited yet.</p>
      ) : (
        <CompactTable label="Invitations" columns={columns} rows={invitations} rowId={(invitation) => invitation.id} />
      )}
      {asked && <RevokeDialog invitation={asked} onClose={() => setAsked(null)} />}
    </Section>
  )
}

function RevokeDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
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
