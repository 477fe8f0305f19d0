import { useState } from 'react'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Money } from '../../components/figures.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { paymentPath, paymentsTo } from '../../lib/page-search.ts'
import { useMay } from '../../lib/viewer.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { DisputeState } from './dispute-state.tsx'
import { type DisputedCredit, disputerOf } from './disputed-credit.ts'

export interface DisputedCreditRowProps {
  dispute: DisputedCredit
  /** Stands with its payment: what that is need not be said. */
  onPayment?: boolean
  onAnswered?: () => void
}

/** Whose credit is disputed, of what, with what words, and what can be done about it. */
export function DisputedCreditRow({ dispute, onPayment = false, onAnswered }: DisputedCreditRowProps) {
  const { locale } = useFormatSettings()
  const mayWrite = useMay('WRITE_PAYMENTS')
  const [answering, setAnswering] = useState(false)
  const { id, state, missing, leadName, amount, paidOn, payment } = dispute
  const who = disputerOf(dispute)
  const lead = leadName ?? 'Somebody unknown'
  return (
    <li
      aria-label={`${who}, of ${lead}`}
      className={
        onPayment
          ? 'flex flex-col gap-2 py-3'
          : 'grid gap-x-8 gap-y-2 border-b border-line px-4 py-3 md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto] md:px-6'
      }
    >
      {!onPayment && (
        <div className="min-w-0">
          <p className="font-medium break-words">{who}</p>
          <p className="break-words text-fg-2">
            {missing ? 'Misses a payment of ' : ''}
            {lead}
          </p>
          <p className="text-fg-3">
            {amount && (
              <span className="text-fg">
                <Money value={amount} />
              </span>
            )}
            {amount && paidOn && ', '}
            {paidOn && formatDay(paidOn, { locale })}
          </p>
        </div>
      )}
      <DisputeState dispute={dispute} />
      <div className={`flex flex-wrap items-start gap-2 ${onPayment ? '' : 'md:justify-end'}`}>
        {payment && !onPayment && <ButtonLink to={paymentPath(payment.id)}>Open the payment</ButtonLink>}
        {missing && leadName !== null && <ButtonLink to={paymentsTo({ q: leadName })}>Look for it</ButtonLink>}
        {mayWrite && state === 'OPEN' && <Button onClick={() => setAnswering(true)}>Answer…</Button>}
      </div>
      {answering && (
        <AnswerDialog
          disputeId={id}
          who={who}
          missing={missing}
          onAnswered={() => onAnswered?.()}
          onClose={() => setAnswering(false)}
        />
      )}
    </li>
  )
}
