import { Ban, CircleCheck, CircleDashed, ClockAlert, Ellipsis, type LucideIcon } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { InvitationList_InvitationFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { IconButton } from '../../components/button.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { Day } from '../../components/figures.tsx'
import { Menu, MenuItem } from '../../components/menu.tsx'
import { Section } from '../../components/section.tsx'
import { StatusLabel } from '../../components/status.tsx'
import type { Tone } from '../../components/tone.ts'
import { useNow } from '../../lib/use-now.ts'
import { ResendDialog, RevokeDialog } from './invitation-dialogs.tsx'
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

type Invitation = InvitationList_InvitationFragment

const looks: Readonly<Record<InvitationState, { icon: LucideIcon; tone: Tone; label: string }>> = {
  pending: { icon: CircleDashed, tone: 'info', label: 'Open until' },
  accepted: { icon: CircleCheck, tone: 'good', label: 'Accepted' },
  revoked: { icon: Ban, tone: 'neutral', label: 'Revoked' },
  expired: { icon: ClockAlert, tone: 'neutral', label: 'Expired' },
}

interface Asked {
  act: 'resend' | 'revoke'
  invitation: Invitation
}

const columnsAt = (now: Date, onAsk: (asked: Asked) => void): readonly Column<Invitation>[] => [
  { id: 'email', header: 'Email', cell: ({ email }) => email, width: 168, tone: 'strong' },
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
          {label} {when && <Day at={when} />}
        </StatusLabel>
      )
    },
    width: 152,
  },
  { id: 'by', header: 'Invited by', cell: ({ invitedBy }) => invitedBy, width: 128, tone: 'quiet', drop: 0 },
  {
    id: 'act',
    header: 'Actions',
    headerHidden: true,
    cell: (invitation) => {
      const state = invitationState(invitation, now)
      if (state !== 'pending' && state !== 'expired') return null
      return (
        <Menu
          trigger={
            <IconButton label={`Actions for the invitation of ${invitation.email}`}>
              <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => onAsk({ act: 'resend', invitation })}>Send again with a new link</MenuItem>
          {state === 'pending' && (
            <MenuItem danger onSelect={() => onAsk({ act: 'revoke', invitation })}>
              Revoke
            </MenuItem>
          )}
        </Menu>
      )
    },
    width: 44,
    align: 'end',
  },
]

export interface InvitationListProps {
  /** Those loaded so far. */
  invitations: readonly Invitation[]
  /** How many there are; undefined until known. */
  count: number | undefined
  /** Only those that match are shown. */
  isSearched: boolean
  /** Stands under the rows while there are more. */
  more: ReactNode
}

/** Whom the organization invited, and what became of it. */
export function InvitationList({ invitations, count, isSearched, more }: InvitationListProps) {
  const now = useNow()
  const [asked, setAsked] = useState<Asked | null>(null)
  const columns = useMemo(() => columnsAt(now, setAsked), [now])
  return (
    <Section title="Invitations" count={isSearched ? undefined : count}>
      {invitations.length === 0 ? (
        <p className="mt-2 text-fg-2">{isSearched ? 'No invitation matches.' : 'Nobody has been invited yet.'}</p>
      ) : (
        <CompactTable label="Invitations" columns={columns} rows={invitations} rowId={(invitation) => invitation.id} />
      )}
      {more}
      {asked?.act === 'revoke' && <RevokeDialog invitation={asked.invitation} onClose={() => setAsked(null)} />}
      {asked?.act === 'resend' && <ResendDialog invitation={asked.invitation} onClose={() => setAsked(null)} />}
    </Section>
  )
}
