import { onDemand } from '../../../lib/on-demand.tsx'
import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import { readError } from '../../../apollo/read-error.ts'
import type { Pages } from '../../../apollo/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import type { Sort } from '../../../components/data-table/column.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { Segment } from '../../../components/segment.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { PortalLinks } from '../../../features/portal/portal-links.tsx'
import { personColumns } from '../../../features/roster/person-columns.tsx'
import type { Person, RosterKind } from '../../../features/roster/person.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useMay } from '../../../lib/viewer.ts'
import { teamSearch, teamTo, type TeamState } from './team-search.ts'
import { usePerson } from './use-person.ts'
import { useClosers, useSetters } from './use-roster.ts'

const GoalsSection = onDemand(async () => (await import('../../../features/goals/goals-section.tsx')).GoalsSection)
const AddPersonDialog = onDemand(
  async () => (await import('../../../features/roster/add-person-dialog.tsx')).AddPersonDialog,
)
const PersonPanel = onDemand(async () => (await import('../../../features/roster/person-panel.tsx')).PersonPanel)

const columnOf = { NAME: 'name', CREATED_AT: 'since' } as const

const sortOf = (sort: TeamState['sort']): Sort => {
  const descending = sort.startsWith('-')
  const column = sort.endsWith('NAME') ? columnOf.NAME : columnOf.CREATED_AT
  return { column, direction: descending ? 'descending' : 'ascending' }
}

const paramOf = ({ column, direction }: Sort): TeamState['sort'] => {
  const field = column === columnOf.NAME ? 'NAME' : 'CREATED_AT'
  return direction === 'descending' ? `-${field}` : field
}

/** The closers or the setters, those who are here or those who left. */
export function PeopleTab({ kind }: { kind: RosterKind }) {
  return kind === 'closer' ? <Closers /> : <Setters />
}

const Closers = () => <People kind="closer" roster={useClosers(useSearchState(teamSearch)[0])} />
const Setters = () => <People kind="setter" roster={useSetters(useSearchState(teamSearch)[0])} />

function People({ kind, roster }: { kind: RosterKind; roster: Pages<Person> }) {
  const [state, change] = useSearchState(teamSearch)
  const columns = useMemo(() => personColumns(kind), [kind])
  const { rows: people, reload } = roster
  const client = useApolloClient()
  // Who left may leave calls behind.
  const lookAgain = () => void Promise.all([reload(), client.refetchQueries({ include: ['CallNotices'] })])
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2 md:px-6">
          <div className="w-full sm:w-60">
            <SearchBox
              label={`Search ${kind}s`}
              placeholder="Name or email"
              value={state.q}
              onSearch={(q) => change({ q }, { replace: true })}
            />
          </div>
          <span className="ml-auto">
            <Segment
              label="Whom to show"
              choices={[
                { value: 'active', label: 'On the roster' },
                { value: 'left', label: 'Left' },
              ]}
              value={state.who}
              onChange={(who) => change({ who, open: null })}
            />
          </span>
        </div>
        {!people ? (
          roster.error ? (
            <ErrorState {...readError(roster.error)} onRetry={roster.retry} />
          ) : (
            <SkeletonRows rows={8} columns={4} label={`Loading the ${kind}s`} />
          )
        ) : people.length === 0 ? (
          <NoPeople kind={kind} state={state} onChange={change} />
        ) : (
          <DataTable
            label={kind === 'closer' ? 'Closers' : 'Setters'}
            columns={columns}
            rows={people}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            rowTo={({ id }) => teamTo({ ...state, open: id })}
            onOpen={({ id }) => change({ open: id })}
            openId={state.open}
            onClose={() => change({ open: null })}
            sort={sortOf(state.sort)}
            onSort={(sort) => change({ sort: paramOf(sort) })}
            listKey={roster.listKey}
            hasMore={roster.hasMore}
            onReachEnd={roster.loadMore}
          />
        )}
      </div>
      {state.open !== null && (
        <OpenPerson
          key={state.open}
          kind={kind}
          id={state.open}
          people={people ?? []}
          onOpen={(open) => change({ open })}
          onMoved={lookAgain}
        />
      )}
      {state.add && (
        <AddPersonDialog kind={kind} onAdded={lookAgain} onClose={() => change({ add: false }, { replace: true })} />
      )}
    </div>
  )
}

interface OpenPersonProps {
  kind: RosterKind
  id: string
  people: readonly Person[]
  onOpen: (id: string | null) => void
  onMoved: () => void
}

function OpenPerson({ kind, id, people, onOpen, onMoved }: OpenPersonProps) {
  const mayInvite = useMay('MANAGE_ORGANIZATION')
  const index = people.findIndex((each) => each.id === id)
  const known = usePerson(kind, id)
  const person = known ?? people[index]
  if (!person) return null
  const [previous, next] = index === -1 ? [] : [people[index - 1], people[index + 1]]
  return (
    <PersonPanel
      kind={kind}
      person={person}
      inviteTo={mayInvite ? teamTo({ tab: 'members', add: true, [kind]: id }) : undefined}
      goals={<GoalsSection key={id} person={{ kind, id: person.id, name: person.name }} />}
      portal={
        mayInvite && (
          <PortalLinks
            key={id}
            person={{ kind, id: person.id, name: person.name }}
            isHere={person.deactivatedAt === null}
          />
        )
      }
      onMoved={onMoved}
      onClose={() => onOpen(null)}
      onPrevious={previous && (() => onOpen(previous.id))}
      onNext={next && (() => onOpen(next.id))}
    />
  )
}

function NoPeople({
  kind,
  state,
  onChange,
}: {
  kind: RosterKind
  state: TeamState
  onChange: (change: Partial<TeamState>) => void
}) {
  if (state.q !== '' || state.who === 'left') {
    return (
      <EmptyState
        title={state.q === '' ? `No ${kind} has left` : `No ${kind} matches`}
        actions={
          <Button size="md" onClick={() => onChange({ q: '', who: 'active' })}>
            Show who is on the roster
          </Button>
        }
      >
        {state.q === '' ? 'Who leaves is kept here with their calls.' : `Nobody here is called “${state.q}”.`}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={`No ${kind}s on the roster`}
      actions={
        <Button size="md" variant="primary" onClick={() => onChange({ add: true })}>
          Add a {kind}
        </Button>
      }
    >
      {kind === 'closer'
        ? 'Closers take the calls. Add each with the address under which they host in the booking tool; past calls find them by it.'
        : 'Setters book the calls. Add each with the names that bookings know them by; past calls find them by those.'}
    </EmptyState>
  )
}
