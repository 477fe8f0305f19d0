import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { ButtonLink } from '../../../components/button.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
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
import { CopyLink } from './copy-link.tsx'
import { PaymentSkeleton } from './payment-skeleton.tsx'

const query = graphql(`
  query PaymentPage($id: ID!) {
    payment(id: $id) {
      id
      ...PaymentRecord_payment @unmask
    }
  }
`)

const parent = { label: 'Payments', to: '/payments' }

/** A payment's own page: the money and why it is credited as it is, with what may be done about it beside. */
export function Component() {
  const { id = '' } = useParams()
  const { organization } = useViewer()
  const mayWrite = useMay('WRITE_PAYMENTS')
  const { data, error, refetch } = useQuery(query, { variables: { id } })
  const demanded = useDemandedFields('PAYMENT', data?.payment?.customFields)

  if (error && !data) {
    return (
      <>
        <PageHeader title="Payment" parent={parent} />
        <LoadError title="The payment did not load" error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (!data) {
    return (
      <>
        <PageHeader title="Payment" parent={parent} />
        <PaymentSkeleton />
      </>
    )
  }
  const { payment } = data
  if (!payment) {
    return (
      <>
        <PageHeader title="Payment" parent={parent} />
        <ErrorState
          title="There is no such payment"
          advice="It may belong to another organization, or be credited to somebody else."
          actions={
            <ButtonLink to="/payments" variant="primary" size="md">
              Go to the payments
            </ButtonLink>
          }
        />
      </>
    )
  }
  return (
    <>
      <PageHeader title={customerOf(payment)} parent={parent}>
        <PaymentActions payment={payment} demanded={demanded} onChanged={() => void refetch()} />
        <CopyLink to={paymentPath(payment.id)} />
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="grid min-h-full xl:grid-cols-[minmax(0,1fr)_416px]">
          <div className="min-w-0 divide-y divide-line">
            <PaymentDeletion payment={payment} onRestored={() => void refetch()} />
            <PaymentHead payment={payment} />
            <WhyThisCredit payment={payment} />
            <CreditHistory payment={payment} />
            <ReportState payment={payment} onChanged={() => void refetch()} />
          </div>
          <aside
            aria-label="Credit and facts"
            className="min-w-0 divide-y divide-line border-line max-xl:border-t xl:border-l"
          >
            <DisputesOfPayment payment={payment} />
            {!payment.deletion && <CreditSection key={payment.id} payment={payment} />}
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
          </aside>
        </div>
      </div>
    </>
  )
}
