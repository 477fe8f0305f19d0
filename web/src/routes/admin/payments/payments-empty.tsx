import { Button, ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import type { currentView } from '../../../features/payments/payment-views.ts'
import { useMay } from '../../../lib/viewer.ts'

export interface PaymentsEmptyProps {
  /** The tab that is shown, if it is one. */
  view: ReturnType<typeof currentView>
  /** Whether anything but the tab narrows the table. */
  narrowed: boolean
  onClear: () => void
}

/** No rows: why that is, and what to do next. */
export function PaymentsEmpty({ view, narrowed, onClear }: PaymentsEmptyProps) {
  const mayConnect = useMay('WRITE_CONNECTIONS')
  const seesAll = useMay('READ_ALL_ROWS')
  if (narrowed) {
    return (
      <EmptyState
        title="No payment matches"
        actions={
          <Button size="md" onClick={onClear}>
            Clear all filters
          </Button>
        }
      >
        Take a filter off, or look in another period.
      </EmptyState>
    )
  }
  if (view === 'not-credited') {
    return <EmptyState title="Every payment is credited">Those for which no call is found will wait here.</EmptyState>
  }
  if (view === 'by-hand') {
    return (
      <EmptyState title="Nothing is credited by hand">
        Open a payment and choose “Credit by hand” where the rules are wrong.
      </EmptyState>
    )
  }
  if (view === 'refunded') {
    return <EmptyState title="No refunds">Payments that were given back, whole or in part, will stand here.</EmptyState>
  }
  if (view === 'reported') {
    return (
      <EmptyState title="Nothing is only reported">
        Cash that closers report on their forms waits here until the processor’s own payment comes.
      </EmptyState>
    )
  }
  if (view === 'disputed') {
    return (
      <EmptyState title="Nothing is disputed">Payments whose amount is held by a dispute will stand here.</EmptyState>
    )
  }
  if (view === 'deleted') {
    return (
      <EmptyState title="Nothing is deleted">
        Payments that you delete stand here with the reason, until you restore them.
      </EmptyState>
    )
  }
  if (!seesAll) {
    return <EmptyState title="No payments yet">Payments that are credited to you will stand here.</EmptyState>
  }
  return (
    <EmptyState
      title="No payments yet"
      actions={
        mayConnect && (
          <ButtonLink to="/integrations" variant="primary" size="md">
            Connect Stripe
          </ButtonLink>
        )
      }
    >
      Connect your processor: payments come in by themselves, and each says to whom it is credited and why.
    </EmptyState>
  )
}
