import { useQuery } from '@apollo/client/react'
import { type ReactNode, useState } from 'react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { Button } from '../../../components/button.tsx'
import { Money } from '../../../components/figures.tsx'
import { PortalSection } from '../../../features/portal/portal-section.tsx'
import type { CreditDispute } from '../../../features/statement/credit-dispute.ts'
import { DisputeState } from '../../../features/statement/dispute-state.tsx'
import { WithdrawButton } from '../../../features/statement/withdraw-button.tsx'
import { formatDay } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { onDemand } from '../../../lib/on-demand.tsx'
import { todayIn } from '../../../lib/period.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { disputesQuery } from './statement-queries.ts'

const MissingPaymentForm = onDemand(
  async () => (await import('../../../features/statement/missing-payment-form.tsx')).MissingPaymentForm,
)

/** What somebody said of their credits lately and was answered, and the way to say that a payment is missing; then what ends the page. */
export function YourDisputes({ children }: { children: ReactNode }) {
  const { organization } = useViewer()
  const [writing, setWriting] = useState(false)
  const { data, previousData, error, refetch } = useQuery(disputesQuery)
  const known = data ?? previousData
  const disputes = known?.creditDisputes.nodes ?? []
  const today = todayIn(organization.timeZone, useNow())
  // Nothing comes between once it is shown.
  if (!known && !error) return null
  return (
    <>
      {!known && <LoadError title="What you disputed did not load" error={error} onRetry={() => void refetch()} />}
      {disputes.length > 0 && (
        <PortalSection title="What you disputed">
          <ul className="mt-1 divide-y divide-line">
            {disputes.map((dispute) => (
              <li key={dispute.id} className="py-3">
                <DisputeState dispute={dispute} about={<About dispute={dispute} />}>
                  {dispute.state === 'OPEN' && <WithdrawButton disputeId={dispute.id} />}
                </DisputeState>
              </li>
            ))}
          </ul>
        </PortalSection>
      )}
      <PortalSection title="Is a payment missing?">
        {writing ? (
          <div className="mt-3">
            <MissingPaymentForm
              currency={organization.currency}
              today={today}
              onCancel={() => setWriting(false)}
              onDone={() => {
                setWriting(false)
                void refetch()
              }}
            />
          </div>
        ) : (
          <>
            <p className="mt-1 mb-3 text-pretty text-fg-2">
              A payment stands here as soon as it is credited to you. If one should and does not, tell your team.
            </p>
            <Button size="touch" onClick={() => setWriting(true)}>
              Tell of a missing payment
            </Button>
          </>
        )}
      </PortalSection>
      {children}
    </>
  )
}

/** The line as it was when it was disputed, or the payment as it was told. */
function About({ dispute: { missing, leadName, amount, paidOn } }: { dispute: CreditDispute }) {
  const { locale } = useFormatSettings()
  return (
    <p className="flex items-baseline justify-between gap-4">
      <span className="min-w-0">
        <span className="block font-medium break-words">{leadName ?? 'Somebody unknown'}</span>
        <span className="block text-[14px] leading-5 text-fg-2">
          {[missing && 'Missing', paidOn && formatDay(paidOn, { locale })].filter(Boolean).join(', ')}
        </span>
      </span>
      {amount && (
        <span className="shrink-0 font-semibold">
          <Money value={amount} />
        </span>
      )}
    </p>
  )
}
