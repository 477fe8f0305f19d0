import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { SidePanel, type SidePanelProps } from '../../../components/side-panel.tsx'
import { CreditHistory } from '../../../features/attribution/credit-history.tsx'
import { CreditSection } from '../../../features/attribution/credit-section.tsx'
import { WhyThisCredit } from '../../../features/attribution/why-this-credit.tsx'
import { PaymentCustomer } from '../../../features/payments/payment-customer.tsx'
import { PaymentHead } from '../../../features/payments/payment-head.tsx'
import { PaymentMoney } from '../../../features/payments/payment-money.tsx'
import { customerOf } from '../../../features/payments/payment-words.ts'
import { paymentPath } from '../../../lib/page-search.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { CopyLink } from '../payment/copy-link.tsx'
import type { PaymentRecord } from '../payment/payment-record.ts'
import { PaymentPanelSkeleton } from '../payment/payment-skeleton.tsx'

const query = graphql(`
  query PaymentsPanel($id: ID!) {
    payment(id: $id) {
      id
      ...PaymentRecord_payment @unmask
    }
  }
`)

export interface PaymentPanelProps extends Pick<SidePanelProps, 'position' | 'onPrevious' | 'onNext' | 'onClose'> {
  id: string
  /** The customer as the table's row has it, while the rest loads. */
  title: string
  /** Its credit is another one now. */
  onCredited: () => void
}

/** A payment beside the table: what it is, how its credit stands and why. */
export function PaymentPanel({ id, title, onCredited, ...panel }: PaymentPanelProps) {
  const { data, error, refetch } = useQuery(query, { variables: { id } })
  const payment = data?.payment
  return (
    <SidePanel
      {...panel}
      title={payment ? customerOf(payment) : title}
      pageTo={paymentPath(id)}
      bar={<CopyLink to={paymentPath(id)} />}
    >
      {payment ? (
        <PanelRecord payment={payment} onCredited={onCredited} />
      ) : error ? (
        <LoadError title="The payment did not load" error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ErrorState
          title="There is no such payment"
          advice="It may belong to another organization, or be credited to somebody else."
        />
      ) : (
        <PaymentPanelSkeleton />
      )}
    </SidePanel>
  )
}

function PanelRecord({ payment, onCredited }: { payment: PaymentRecord; onCredited: () => void }) {
  const { organization } = useViewer()
  return (
    <>
      <PaymentHead payment={payment} />
      <CreditSection key={payment.id} payment={payment} onChanged={onCredited} />
      <WhyThisCredit payment={payment} />
      <PaymentMoney payment={payment} reportingCurrency={organization.currency} />
      <PaymentCustomer payment={payment} />
      <CreditHistory payment={payment} />
    </>
  )
}
