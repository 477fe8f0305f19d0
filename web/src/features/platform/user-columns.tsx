import { MailQuestion, ShieldCheck } from 'lucide-react'
import type { Column } from '../../components/data-table/column.ts'
import { RelativeTime } from '../../components/figures.tsx'
import { StatusLabel } from '../../components/status.tsx'
import type { UserRow } from './user-row.ts'

/** Everybody who signed up, a row each. */
export const userColumns: readonly Column<UserRow>[] = [
  { id: 'name', header: 'Name', width: 200, tone: 'strong', narrow: 'title', cell: ({ name }) => name },
  { id: 'email', header: 'E-mail', width: 260, narrow: 'detail', cell: ({ email }) => email },
  {
    id: 'standing',
    header: 'Standing',
    width: 150,
    narrow: 'figure',
    cell: ({ isOperator, emailVerified }) =>
      isOperator ? (
        <StatusLabel icon={ShieldCheck} tone="accent">
          Operator
        </StatusLabel>
      ) : (
        !emailVerified && (
          <StatusLabel icon={MailQuestion} tone="warn">
            Not verified
          </StatusLabel>
        )
      ),
  },
  {
    id: 'organizations',
    header: 'Organizations',
    narrow: 'none',
    cell: ({ memberships }) =>
      memberships.length === 0 ? (
        <span className="text-fg-3">None</span>
      ) : (
        memberships.map(({ organizationName }) => organizationName).join(', ')
      ),
  },
  {
    id: 'created',
    header: 'Signed up',
    width: 130,
    tone: 'quiet',
    drop: 1,
    narrow: 'none',
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
]
