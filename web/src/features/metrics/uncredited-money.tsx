import { Link } from 'react-router'
import { DateTime, Money } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import type { Money as MoneyValue } from '../../lib/format-money.ts'
import { paymentPath, paymentsTo, reconciliationTo } from '../../lib/page-search.ts'
import type { Period } from '../../lib/period.ts'
import { providerNames } from '../../lib/provider-names.ts'
import type { UncreditedPayment } from './metric-report.ts'

export interface UncreditedMoneyProps {
  period: Period
  /** The sums, a currency at a time; empty where all is credited. */
  totals: readonly { payments: number; amount: MoneyValue }[]
  /** The largest of them. */
  payments: readonly UncreditedPayment[]
}

/** The period's payments that are credited to nobody: how much it is, and the largest of them. */
export function UncreditedMoney({ period, totals, payments }: UncreditedMoneyProps) {
  const all = paymentsTo({ method: ['NONE'], paid: period })
  const reconcile = <TextLink to={reconciliationTo({ paid: period })}>Reconcile it</TextLink>
  if (totals.length === 0) {
    return (
      <Section title="Unmatched money" action={reconcile}>
        <p className="mt-2 text-fg-2">Every payment of this period is credited.</p>
      </Section>
    )
  }
  return (
    <Section
      title="Unmatched money"
      action={
        <>
          {reconcile}
          <TextLink to={all}>Credit it</TextLink>
        </>
      }
    >
      {totals.map(({ amount, payments: count }) => (
        <p key={amount.currency} className="mt-2">
          <Link to={all} className="rounded-xs hover:underline hover:underline-offset-3">
            <span className="text-title font-semibold tracking-(--track-title)">
              <Money value={amount} />
            </span>{' '}
            <span className="ml-1 text-small text-fg-2">
              in {count === 1 ? '1 payment' : `${count} payments`} credited to nobody
            </span>
          </Link>
        </p>
      ))}
      <ul className="mt-2" aria-label="The largest of them">
        {payments.map((payment) => (
          <li key={payment.id} className="border-t border-line">
            <Link
              to={paymentPath(payment.id)}
              className="-mx-2 flex h-11 items-center gap-3 rounded-sm px-2 hover:bg-(--hover)"
            >
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate">{payment.customerName ?? payment.customerEmail ?? 'Somebody'}</span>
                <span className="truncate text-small text-fg-3">
                  {payment.provider ? `${providerNames[payment.provider]}, ` : ''}
                  <DateTime at={payment.paidAt} />
                </span>
              </span>
              <span className="font-medium">
                <Money value={payment.amount} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
