import { Ellipsis, ShieldCheck, ShieldOff } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { MemberList_MemberFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { Avatar } from '../../components/avatar.tsx'
import { IconButton } from '../../components/button.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { Day } from '../../components/figures.tsx'
import { Menu, MenuItem } from '../../components/menu.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { useMay, useViewer } from '../../lib/viewer.ts'
import { actsFor, type MemberAct } from './member-acts.ts'
import { MemberDialog } from './member-dialogs.tsx'
import { roleNames } from './role-names.ts'
import { seatsText } from './seats-text.ts'
import { useMemberChanges } from './use-member-changes.ts'

/** What a row of the members shows. Spread with `@unmask`. */
graphql(`
  fragment MemberList_member on Member {
    id
    name
    email
    role
    isYou
    hasSecondFactor
    createdAt
  }
`)

type Member = MemberList_MemberFragment

const actLabels: Readonly<Record<MemberAct, string>> = {
  'make-admin': 'Make an admin',
  'make-rep': 'Make a sales rep',
  'hand-over': 'Hand the organization over',
  remove: 'Remove',
  leave: 'Leave the organization',
}

const done: Readonly<Record<MemberAct, (name: string) => string>> = {
  'make-admin': (name) => `${name} is an admin`,
  'make-rep': (name) => `${name} is a sales rep`,
  'hand-over': (name) => `${name} owns the organization`,
  remove: (name) => `${name} was removed`,
  leave: () => 'You left the organization',
}

interface Asked {
  act: MemberAct
  member: Member
}

const columnsFor = (
  actsOf: (member: Member) => readonly MemberAct[],
  onAsk: (asked: Asked) => void,
): readonly Column<Member>[] => [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name, isYou }) => (
      <span className="inline-flex items-center gap-2">
        <Avatar name={name} />
        {name}
        {isYou && <span className="font-normal text-fg-3">you</span>}
      </span>
    ),
    width: 180,
    tone: 'strong',
  },
  { id: 'email', header: 'Email', cell: ({ email }) => email, width: 196, tone: 'quiet', drop: 1 },
  { id: 'role', header: 'Role', cell: ({ role }) => roleNames[role], width: 88 },
  {
    id: 'second-step',
    header: 'Second step',
    headerHidden: true,
    cell: ({ hasSecondFactor }) => {
      const Icon = hasSecondFactor ? ShieldCheck : ShieldOff
      return (
        <span
          title={hasSecondFactor ? 'The second step is on' : 'The second step is off'}
          className={hasSecondFactor ? 'text-good' : 'text-fg-3'}
        >
          <Icon aria-hidden size={14} strokeWidth={1.75} className="inline" />
          <span className="sr-only">{hasSecondFactor ? 'On' : 'Off'}</span>
        </span>
      )
    },
    width: 36,
    drop: 2,
  },
  {
    id: 'since',
    header: 'Since',
    cell: ({ createdAt }) => <Day at={createdAt} />,
    width: 140,
    align: 'end',
    tone: 'quiet',
    drop: 0,
  },
  {
    id: 'act',
    header: 'Actions',
    headerHidden: true,
    cell: (member) => {
      const acts = actsOf(member)
      if (acts.length === 0) return null
      return (
        <Menu
          trigger={
            <IconButton label={`Actions for ${member.name}`}>
              <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
          }
        >
          {acts.map((act) => (
            <MenuItem key={act} danger={act === 'remove' || act === 'leave'} onSelect={() => onAsk({ act, member })}>
              {actLabels[act]}
            </MenuItem>
          ))}
        </Menu>
      )
    },
    width: 44,
    align: 'end',
  },
]

export interface MemberListProps {
  /** Those loaded so far. */
  members: readonly Member[]
  /** Seats that the plan has, and how many of them members take; undefined until known. */
  seats: { seats: number; seatsUsed: number } | undefined
  /** Where the plan is looked at. */
  planTo: string
  /** Only those who match are shown. */
  isSearched: boolean
  /** Stands under the rows while there are more. */
  more: ReactNode
  /** Somebody's standing changed, perhaps the viewer's own. */
  onChanged: () => void
  /** The viewer left. */
  onLeft: () => void
}

/** Who belongs to the organization and may sign in, and what may be done about it. */
export function MemberList({ members, seats, planTo, isSearched, more, onChanged, onLeft }: MemberListProps) {
  const { organization } = useViewer()
  const mayManage = useMay('MANAGE_ORGANIZATION')
  const mayOwn = useMay('OWN_ORGANIZATION')
  const changes = useMemberChanges()
  const [asked, setAsked] = useState<Asked | null>(null)
  const columns = useMemo(
    () => columnsFor((member) => actsFor(member, { mayManage, mayOwn }), setAsked),
    [mayManage, mayOwn],
  )
  const send = ({ act, member }: Asked) => {
    switch (act) {
      case 'make-admin':
        return changes.changeRole(member.id, 'ADMIN')
      case 'make-rep':
        return changes.changeRole(member.id, 'SALES_REP')
      case 'hand-over':
        return changes.handOver(member.id)
      case 'remove':
        return changes.remove(member.id)
      case 'leave':
        return changes.leave()
    }
  }
  return (
    <Section
      title="Members"
      count={isSearched ? undefined : seats?.seatsUsed}
      action={seats && <Seats used={seats.seatsUsed} seats={seats.seats} planTo={planTo} />}
    >
      {members.length === 0 ? (
        <p className="mt-2 text-fg-2">No member matches.</p>
      ) : (
        <CompactTable label="Members" columns={columns} rows={members} rowId={(member) => member.id} />
      )}
      {more}
      {asked && (
        <MemberDialog
          key={`${asked.act} ${asked.member.id}`}
          act={asked.act}
          member={asked.member}
          organizationName={organization.name}
          onSend={() => send(asked)}
          onDone={() => {
            notify.done(done[asked.act](asked.member.name))
            setAsked(null)
            if (asked.act === 'leave') onLeft()
            else onChanged()
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  )
}

function Seats({ used, seats, planTo }: { used: number; seats: number; planTo: string }) {
  return (
    <span className={used >= seats ? 'text-warn' : 'text-fg-3'}>
      {seatsText(used, seats)} <TextLink to={planTo}>{used >= seats ? 'More seats' : 'Plan'}</TextLink>
    </span>
  )
}
