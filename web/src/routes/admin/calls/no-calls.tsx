import { Button, ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { isNarrowed, noConditions, type CallsState } from '../../../features/events/calls-filter.ts'
import { useMay } from '../../../lib/viewer.ts'

export interface NoCallsProps {
  state: CallsState
  onClear: (change: Partial<CallsState>) => void
}

/** Nothing narrows the table but that forms are overdue. */
const asksForOverdueOnly = (state: CallsState): boolean => state.overdue && !isNarrowed({ ...state, overdue: false })

/** No rows: nothing matches, or nothing has come yet. */
export function NoCalls({ state, onClear }: NoCallsProps) {
  const connects = useMay('WRITE_CONNECTIONS')
  if (asksForOverdueOnly(state)) {
    return (
      <EmptyState
        title="Every form is filed"
        actions={
          <Button size="md" onClick={() => onClear(noConditions)}>
            See all calls
          </Button>
        }
      >
        A call shows here when it is over and nobody has said yet how it went.
      </EmptyState>
    )
  }
  if (isNarrowed(state)) {
    return (
      <EmptyState
        title="No call matches"
        actions={
          <Button variant="primary" size="md" onClick={() => onClear(noConditions)}>
            Clear the filters
          </Button>
        }
      >
        Take a filter off, or look for another name.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No calls yet"
      actions={
        connects && (
          <ButtonLink to="/integrations" variant="primary" size="md">
            Connect your booking tool
          </ButtonLink>
        )
      }
    >
      {connects
        ? 'Bookings show here as soon as your booking tool sends them.'
        : 'The calls that you take or book show here.'}
    </EmptyState>
  )
}
