import { onDemand } from '../../../lib/on-demand.tsx'
import { useApolloClient } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import type { NameKind } from '../../../apollo/generated/graphql.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Segment } from '../../../components/segment.tsx'
import { nameKinds } from '../../../features/roster/name-kinds.ts'
import { unresolvedColumns, type UnresolvedName } from '../../../features/roster/unresolved-columns.tsx'
import { formatCount } from '../../../lib/format-count.ts'

const ResolveDialog = onDemand(async () => (await import('../../../features/roster/resolve-dialog.tsx')).ResolveDialog)

const kinds = ['SETTER', 'CLOSER', 'SOURCE', 'TRAFFIC_TYPE'] as const satisfies readonly NameKind[]

/** The names on bookings that match nobody and nothing on the roster, of each kind the most used first. */
export function NamesTab({ names }: { names: Readonly<Record<NameKind, readonly UnresolvedName[]>> }) {
  const client = useApolloClient()
  const [asked, setAsked] = useState<UnresolvedName | null>(null)
  const [chosen, setChosen] = useState<NameKind | null>(null)
  const columns = useMemo(() => unresolvedColumns(setAsked), [])
  const kind = chosen ?? kinds.find((each) => names[each].length > 0) ?? 'SETTER'
  const rows = names[kind]
  const words = nameKinds[kind]
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 md:px-6">
        <Segment
          label="What the names are of"
          choices={kinds.map((each) => ({
            value: each,
            label:
              names[each].length === 0
                ? nameKinds[each].label
                : `${nameKinds[each].label} ${formatCount(names[each].length)}`,
          }))}
          value={kind}
          onChange={setChosen}
        />
        {rows.length > 0 && (
          <p className="min-w-0 flex-1 basis-80 text-pretty text-fg-2">
            Bookings name these as their {words.names}, and no {words.word} goes by that name. Say once whose it is; all
            past and coming calls follow.
          </p>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Every name is resolved">
          When a booking names a {words.names} whom the roster does not know, the name waits here. Say once whose it is,
          and all past and coming calls follow.
        </EmptyState>
      ) : (
        <DataTable
          label="Names to resolve"
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          onOpen={setAsked}
          listKey={kind}
        />
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
