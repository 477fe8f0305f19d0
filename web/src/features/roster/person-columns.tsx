import { CircleUserRound, UserRoundX } from 'lucide-react'
import type { Column } from '../../components/data-table/column.ts'
import { Avatar } from '../../components/avatar.tsx'
import { DateTime } from '../../components/figures.tsx'
import { StatusLabel } from '../../components/status.tsx'
import type { Person, RosterKind } from './person.ts'

/** The columns of the closers or the setters. */
export const personColumns = (kind: RosterKind): readonly Column<Person>[] => [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name }) => (
      <span className="inline-flex items-center gap-2">
        <Avatar name={name} />
        {name}
      </span>
    ),
    width: 220,
    tone: 'strong',
    sortable: true,
  },
  {
    id: 'email',
    header: 'Email',
    cell: ({ email }) =>
      email ?? <span className="text-fg-3">{kind === 'closer' ? 'None: hosts no calls' : 'None'}</span>,
    tone: 'quiet',
  },
  ...(kind === 'setter'
    ? [
        {
          id: 'aliases',
          header: 'Aliases',
          cell: ({ aliases }: Person) => <span title={aliases.join(', ')}>{aliases.join(', ')}</span>,
          width: 280,
          tone: 'quiet',
          drop: 1,
        } as const,
      ]
    : []),
  {
    id: 'account',
    header: 'Account',
    cell: ({ hasAccount }) =>
      hasAccount ? (
        <StatusLabel icon={CircleUserRound} tone="neutral">
          Signs in
        </StatusLabel>
      ) : (
        <StatusLabel icon={UserRoundX} tone="neutral">
          <span className="text-fg-3">No account</span>
        </StatusLabel>
      ),
    width: 128,
    drop: 2,
    narrow: 'figure',
  },
  {
    id: 'since',
    header: 'Since',
    cell: ({ createdAt, deactivatedAt }) =>
      deactivatedAt ? (
        <>
          Left <DateTime at={deactivatedAt} />
        </>
      ) : (
        <DateTime at={createdAt} />
      ),
    width: 168,
    align: 'end',
    tone: 'quiet',
    sortable: true,
    drop: 0,
    narrow: 'none',
  },
]
