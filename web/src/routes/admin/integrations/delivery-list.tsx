import { useMemo } from 'react'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { deliveryColumns } from '../../../features/connections/delivery-columns.tsx'
import type { Replay } from '../../../features/connections/use-replay.ts'
import type { IntegrationsState } from './integrations-search.ts'
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
  const columns = useMemo(
    () => deliveryColumns({ rows: rows ?? [], showsConnection: state.connection === null, replay }),
    [rows, state.connection, replay],
  )
  if (!rows) {
    return error ? (
      <ErrorState {...readError(error)} onRetry={deliveries.reload} />
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
      hasMore={deliveries.hasMore}
      onReachEnd={deliveries.loadMore}
      listKey={deliveries.listKey}
    />
  )
}

function NoDeliveries({ state, onChange }: Pick<DeliveryListProps, 'state' | 'onChange'>) {
  if (state.q !== '' || state.state.length > 0) {
    return (
      <EmptyState
        title="No delivery matches"
        actions={
          <Button size="md" onClick={() => onChange({ q: '', state: [] })}>
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
