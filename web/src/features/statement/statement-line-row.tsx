import { ChevronDown } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Day, Money } from '../../components/figures.tsx'
import { paymentLooks } from '../../components/payment-looks.ts'
import { Status } from '../../components/status.tsx'
import type { CreditDispute } from './credit-dispute.ts'
import { disputeLooks } from './dispute-looks.ts'
import { payerOf, type StatementLine } from './statement-line.ts'

/** What became of what they said, beside how the payment stands. */
const ownWords: Readonly<Record<CreditDispute['state'], string>> = {
  OPEN: 'You dispute it',
  ACCEPTED: 'Your dispute was accepted',
  PARTLY_ACCEPTED: 'Your dispute was accepted in part',
  REJECTED: 'Your dispute was rejected',
  WITHDRAWN: 'You took your dispute back',
}

export interface StatementLineRowProps {
  line: StatementLine
  /** What was sold or how it is paid, in words; null where nobody said. */
  whatFor: string | null
  open: boolean
  onToggle: () => void
  /** What the line says once it is open. */
  children: ReactNode
}

/** A line of two that says what is credited of a payment, and opens to how that comes about. */
export function StatementLineRow({ line, whatFor, open, onToggle, children }: StatementLineRowProps) {
  const id = useId()
  const { payment, percent, paid, reporting } = line
  const [dispute] = payment.creditDisputes
  const { collected, net } = reporting ?? paid
  return (
    <li className={open ? 'bg-(--hover)' : ''}>
      <h3 className="font-normal">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
          className="flex min-h-15 w-full items-center gap-3 px-4 py-2 text-left hover:bg-(--hover) focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] md:px-6"
        >
          <span className="min-w-0 flex-1">
            <span className="block font-medium break-words">{payerOf(line)}</span>
            <span className="flex flex-wrap gap-x-3 text-[14px] leading-5 text-fg-2">
              <Day at={payment.paidAt} />
              {whatFor !== null && <span>{whatFor}</span>}
              {percent !== null && <span>{percent}% yours</span>}
              {payment.status !== 'SUCCEEDED' && (
                <Status looks={paymentLooks} value={payment.status}>
                  {payment.status === 'DISPUTED' ? 'Disputed by the customer' : undefined}
                </Status>
              )}
              {dispute && dispute.state !== 'WITHDRAWN' && (
                <Status looks={disputeLooks} value={dispute.state}>
                  {ownWords[dispute.state]}
                </Status>
              )}
            </span>
          </span>
          <span className="shrink-0 text-right">
            <span className="block font-semibold">
              <Money value={net} />
            </span>
            {!reporting && <span className="block text-[14px] leading-5 text-warn">No rate</span>}
            {reporting && paid.net.currency !== reporting.net.currency && (
              <span className="block text-[14px] leading-5 text-fg-3">
                <Money value={paid.net} />
              </span>
            )}
            {net.amount !== collected.amount && (
              <span className="block text-[14px] leading-5 text-fg-3">
                of <Money value={collected} />
              </span>
            )}
          </span>
          <ChevronDown
            aria-hidden
            size={18}
            strokeWidth={1.75}
            className={`shrink-0 text-fg-3 transition-transform duration-(--base) ${open ? 'rotate-180' : ''}`}
          />
        </button>
      </h3>
      <div id={id} hidden={!open}>
        {open && <div className="px-4 pt-1 pb-5 md:px-6">{children}</div>}
      </div>
    </li>
  )
}
