import { onDemand } from '../../../lib/on-demand.tsx'
import { useApolloClient } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { unresolvedColumns, type UnresolvedName } from '../../../features/roster/unresolved-columns.tsx'

const ResolveDialog = onDemand(async () => (await import('../../../features/roster/resolve-dialog.tsx')).ResolveDialog)

/** The names on bookings that match no setter, the most used first. */
export function NamesTab({ names }: { names: readonly UnresolvedName[] }) {
  const client = useApolloClient()
  const [asked, setAsked] = useState<UnresolvedName | null>(null)
  const columns = useMemo(() => unresolvedColumns(setAsked), [])
  return (
    <>
      {names.length === 0 ? (
        <EmptyState title="Every name is resolved">
          When a booking names a setter whom nobody on the roster is, the name waits here. Say once whose it is, and all
          past and coming calls follow.
        </EmptyState>
      ) : (
        <>
          <p className="shrink-0 border-b border-line px-4 py-3 text-pretty text-fg-2 md:px-6">
            Bookings name these as their setter, and nobody on the roster goes by that name. Say once whose it is; all
            past and coming calls follow.
          </p>
          <DataTable
            label="Names to resolve"
            columns={columns}
            rows={names}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            onOpen={setAsked}
          />
        </>
      )}
      {asked && (
        <ResolveDialog
          unresolved={asked}
          onResolved={() => void client.refetchQueries({ include: ['TeamNames'] })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
