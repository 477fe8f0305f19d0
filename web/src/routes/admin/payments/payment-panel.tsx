import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { SidePanel, type SidePanelProps } from '../../../components/side-panel.tsx'
import { CreditHistory } from '../../../features/attribution/credit-history.tsx'
import { CreditSection } from '../../../features/attribution/credit-section.tsx'
import { WhyThisCredit } from '../../../features/attribution/why-this-credit.tsx'
import { OwnValues } from '../../../features/fields/own-values.tsx'
import { useDemandedFields } from '../../../features/fields/use-demanded-fields.ts'
import { PaymentActions } from '../../../features/payments/payment-actions.tsx'
import { PaymentCustomer } from '../../../features/payments/payment-customer.tsx'
import { PaymentDeletion } from '../../../features/payments/payment-deletion.tsx'
import { PaymentHead } from '../../../features/payments/payment-head.tsx'
import { PaymentMoney } from '../../../features/payments/payment-money.tsx'
import { PaymentSubscription } from '../../../features/payments/payment-subscription.tsx'
import { customerOf } from '../../../features/payments/payment-words.ts'
import { ReportState } from '../../../features/reconciliation/report-state.tsx'
import { DisputesOfPayment } from '../../../features/statement/disputes-of-payment.tsx'
import { paymentPath } from '../../../lib/page-search.ts'
import { useMay, useViewer } from '../../../lib/viewer.ts'
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
  /** It was changed, refunded, deleted or restored. */
  onChanged: () => void
}

/** A payment beside the table: what it is, how its credit stands and why. */
export function PaymentPanel({ id, title, onCredited, onChanged, ...panel }: PaymentPanelProps) {
  const { data, error, refetch } = useQuery(query, { variables: { id } })
  const payment = data?.payment
  const demanded = useDemandedFields('PAYMENT', payment?.customFields)
  return (
    <SidePanel
      {...panel}
      title={payment ? customerOf(payment) : title}
      pageTo={paymentPath(id)}
      bar={
        <>
          {payment && <PaymentActions payment={payment} demanded={demanded} onChanged={onChanged} />}
          <CopyLink to={paymentPath(id)} />
        </>
      }
    >
      {payment ? (
        <PanelRecord payment={payment} onCredited={onCredited} onChanged={onChanged} />
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

function PanelRecord({
  payment,
  onCredited,
  onChanged,
}: Pick<PaymentPanelProps, 'onCredited' | 'onChanged'> & { payment: PaymentRecord }) {
  const { organization } = useViewer()
  const mayWrite = useMay('WRITE_PAYMENTS')
  return (
    <>
      <PaymentDeletion payment={payment} onRestored={onChanged} />
      <PaymentHead payment={payment} />
      <DisputesOfPayment payment={payment} />
      {!payment.deletion && <CreditSection key={payment.id} payment={payment} onChanged={onCredited} />}
      <WhyThisCredit payment={payment} />
      <PaymentMoney payment={payment} reportingCurrency={organization.currency} />
      <PaymentSubscription payment={payment} />
      <PaymentCustomer payment={payment} />
      <OwnValues
        subject="PAYMENT"
        id={payment.id}
        name={`the payment of ${customerOf(payment)}`}
        values={payment.customFields}
        mayChange={mayWrite && !payment.deletion}
      />
      <CreditHistory payment={payment} />
      <ReportState payment={payment} onChanged={onChanged} />
    </>
  )
}
