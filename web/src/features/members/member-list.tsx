import type { MemberList_MemberFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { Avatar } from '../../components/avatar.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { DateTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { roleNames } from './role-names.ts'

/** What a row of the members shows. Spread with `@unmask`. */
graphql(`
  fragment MemberList_member on Member {
    id
    name
    email
    role
    createdAt
  }
`)

const columns: readonly Column<MemberList_MemberFragment>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name }) => (
      <span className="inline-flex items-center gap-2">
        <Avatar name={name} />
        {name}
      </span>
    ),
    width: 180,
    tone: 'strong',
  },
  { id: 'email', header: 'Email', cell: ({ email }) => email, width: 220, tone: 'quiet', drop: 1 },
  { id: 'role', header: 'Role', cell: ({ role }) => roleNames[role], width: 88 },
  {
    id: 'since',
    header: 'Since',
    cell: ({ createdAt }) => <DateTime at={createdAt} />,
    width: 140,
    align: 'end',
    tone: 'quiet',
    drop: 0,
  },
]

/** Who belongs to the organization and may sign in. */
export function MemberList({ members }: { members: readonly MemberList_MemberFragment[] }) {
  return (
    <Section title="Members" count={members.length}>
      <CompactTable label="Members" columns={columns} rows={members} rowId={(member) => member.id} />
    </Section>
  )
}
