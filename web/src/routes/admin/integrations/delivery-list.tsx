import { useMemo, useState } from 'react'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { deliveryColumns } from '../../../features/connections/delivery-columns.tsx'
import { deliveryFilter } from '../../../features/connections/delivery-filter.ts'
import { DeliverySelection } from '../../../features/connections/delivery-selection.tsx'
import { useBulkReplay } from '../../../features/connections/use-bulk-replay.ts'
import type { Replay } from '../../../features/connections/use-replay.ts'
import { isNarrowed, noConditions, type IntegrationsState } from './integrations-search.ts'
import type { Deliveries } from './use-deliveries.ts'

export interface DeliveryListProps {
  deliveries: Deliveries
  replay: Replay
  state: IntegrationsState
  onChange: (change: Partial<IntegrationsState>) => void
}

/** The deliveries as a table, or why there are none. */
export function DeliveryList({ deliveries, replay, state, onChange }: DeliveryListProps) {
  const { rows, error } = deliveries
  const [picked, setPicked] = useState<{ listKey: string; ids: ReadonlySet<string> }>({ listKey: '', ids: new Set() })
  const bulk = useBulkReplay(deliveries.reload)
  // What was picked in another list is not what is seen.
  const selectedIds = picked.listKey === deliveries.listKey ? picked.ids : none
  const select = (ids: ReadonlySet<string>) => setPicked({ listKey: deliveries.listKey, ids })
  const columns = useMemo(
    () => deliveryColumns({ rows: rows ?? [], showsConnection: state.connection === null, replay }),
    [rows, state.connection, replay],
  )
  if (!rows) {
    return error ? (
      <ErrorState {...readError(error)} onRetry={deliveries.retry} />
    ) : (
      <SkeletonRows rows={10} columns={5} label="Loading the deliveries" />
    )
  }
  if (rows.length === 0) return <NoDeliveries state={state} onChange={onChange} />
  return (
    <DataTable
      label="Deliveries"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => `${row.kind} of ${row.connection.name}`}
      onOpen={(row) => onChange({ open: row.id })}
      openId={state.open}
      onClose={() => onChange({ open: null })}
      selectedIds={selectedIds}
      onSelect={select}
      hasMore={deliveries.hasMore}
      onReachEnd={deliveries.loadMore}
      listKey={deliveries.listKey}
      footer={
        selectedIds.size > 0 ? (
          <DeliverySelection selectedIds={selectedIds} bulk={bulk} onClear={() => select(none)} />
        ) : (
          mayAllBeReplayed(state) && (
            <Button busy={bulk.busy} onClick={() => void bulk.replay({ filter: deliveryFilter(wantedOf(state)) })}>
              Replay all that match
            </Button>
          )
        )
      }
    />
  )
}

const none: ReadonlySet<string> = new Set()

/** Of these states a person most likely wants all to be tried again. */
const mayAllBeReplayed = ({ state }: IntegrationsState): boolean =>
  state.length > 0 && state.every((each) => each === 'PARKED' || each === 'FAILED' || each === 'HELD')

/** What the address asks for. */
export const wantedOf = ({ connection, state, kind, received, q }: IntegrationsState) => ({
  connectionId: connection,
  states: state,
  kinds: kind,
  received,
  search: q,
})

function NoDeliveries({ state, onChange }: Pick<DeliveryListProps, 'state' | 'onChange'>) {
  if (isNarrowed(state)) {
    return (
      <EmptyState
        title="No delivery matches"
        actions={
          <Button size="md" onClick={() => onChange(noConditions)}>
            Show all deliveries
          </Button>
        }
      >
        Nothing that arrived is like this.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Nothing has arrived yet"
      actions={
        state.connection !== null && (
          <Button size="md" onClick={() => onChange({ tab: 'setup' })}>
            Show the set-up
          </Button>
        )
      }
    >
      Each request that a provider sends stands here as it arrived, with what became of it.
    </EmptyState>
  )
}
