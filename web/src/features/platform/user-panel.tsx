import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DateTime } from '../../components/figures.tsx'
import { notify } from '../../components/notify.ts'
import { Facts, Section } from '../../components/section.tsx'
import { SidePanel, type SidePanelProps } from '../../components/side-panel.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { organizationPath } from './platform-search.ts'
import { ourLog } from './reason-field.tsx'
import { ReasonForm } from './reason-form.tsx'
import { ownedBy, roleWords, type UserRow } from './user-row.ts'

const deleteMutation = graphql(`
  mutation PlatformDeleteUser($input: DeleteUserInput!) {
    deleteUser(input: $input) {
      userId
    }
  }
`)

type Membership = UserRow['memberships'][number]

const membershipColumns: readonly Column<Membership>[] = [
  {
    id: 'name',
    header: 'Organization',
    tone: 'strong',
    cell: ({ organizationId, organizationName }) => (
      <TextLink to={organizationPath(organizationId)}>{organizationName}</TextLink>
    ),
  },
  { id: 'role', header: 'Role', width: 100, cell: ({ role }) => roleWords[role] },
]

export interface UserPanelProps extends Pick<SidePanelProps, 'onPrevious' | 'onNext' | 'onClose'> {
  user: UserRow
  onDeleted: () => void
}

/** A user beside the list: who they are, where they belong, and a way to delete them. */
export function UserPanel({ user, onDeleted, ...panel }: UserPanelProps) {
  const [asking, setAsking] = useState(false)
  return (
    <SidePanel {...panel} title={user.name} subtitle={user.email}>
      <Section title="Facts">
        <div className="mt-2">
          <Facts
            facts={[
              { term: 'Signed up', value: <DateTime at={user.createdAt} /> },
              { term: 'Address', value: user.emailVerified ? 'Verified' : 'Not verified' },
              { term: 'Id', value: <span className="font-mono text-micro text-fg-2">{user.id}</span> },
            ]}
          />
        </div>
      </Section>
      <Section title="Member of" count={user.memberships.length}>
        {user.memberships.length > 0 && (
          <CompactTable
            label="Organizations"
            columns={membershipColumns}
            rows={user.memberships}
            rowId={({ organizationId }) => organizationId}
          />
        )}
      </Section>
      <Section title="Delete">
        <p className="mt-1 text-pretty text-fg-2">
          {whyKept(user) ?? 'Ends their sessions and memberships for good. What they did stays, under their name.'}
        </p>
        {whyKept(user) === null && (
          <div className="mt-3">
            <Button variant="danger-secondary" onClick={() => setAsking(true)}>
              Delete the user
            </Button>
          </div>
        )}
      </Section>
      {asking && <DeleteUser user={user} onDeleted={onDeleted} onClose={() => setAsking(false)} />}
    </SidePanel>
  )
}

/** Why a user cannot be deleted; null for one who can. */
function whyKept(user: UserRow): string | null {
  if (user.isOperator) return 'An operator of the platform. That is taken away in the database alone, and first.'
  const owned = ownedBy(user)
  if (owned.length === 0) return null
  return `Owns ${owned.join(', ')}. It must be handed over or deleted first.`
}

function DeleteUser({
  user,
  onDeleted,
  onClose,
}: Pick<UserPanelProps, 'user' | 'onDeleted'> & { onClose: () => void }) {
  const [remove] = useMutation(deleteMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${user.name}?`}
      description="Their sessions and memberships end at once. This cannot be undone."
      actions={null}
    >
      <ReasonForm
        verb="Delete the user"
        danger
        hint={ourLog}
        confirmName={user.email}
        onSend={async (reason) => {
          try {
            await remove({ variables: { input: { userId: user.id, reason, clientMutationId } } })
            return { ok: true }
          } catch (error) {
            return refusalOf(error, ['reason'])
          }
        }}
        onDone={() => {
          notify.done(`${user.name} is deleted`)
          onDeleted()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
