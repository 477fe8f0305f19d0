import type { ReactNode } from 'react'
import { Money } from '../../components/figures.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import type { StatementLine } from './statement-line.ts'

type Amount = StatementLine['held']

const isNothing = ({ amount }: Amount): boolean => Number(amount) === 0
const less = ({ amount, currency }: Amount): Amount => ({ amount: `-${amount}`, currency })

/** How what is credited is worked out: their part of what was paid, less what was taken back, and what that is in what the team reports in. */
export function LineAmounts({ line }: { line: StatementLine }) {
  const { locale } = useFormatSettings()
  const { payment, percent, paid, reporting, held } = line
  const converted = reporting !== null && reporting.net.currency !== paid.net.currency
  return (
    <dl className="divide-y divide-line">
      {percent !== null && (
        <Row term="The whole payment">
          <Money value={payment.amount} />
        </Row>
      )}
      <Row term={percent === null ? 'Collected' : `Your ${percent}% of it`}>
        <Money value={paid.collected} />
      </Row>
      {!isNothing(paid.refunded) && (
        <Row term="Refunded">
          <Money value={less(paid.refunded)} />
        </Row>
      )}
      {!isNothing(paid.lost) && (
        <Row term="Lost in disputes of the customer">
          <Money value={less(paid.lost)} />
        </Row>
      )}
      <Row term="Credited to you" strong>
        <Money value={paid.net} />
      </Row>
      {converted && (
        <Row
          term={
            payment.reportingRate
              ? `At ${payment.reportingRate.rate}, the rate of ${formatDay(payment.reportingRate.day, { locale })}`
              : `In ${reporting.net.currency}`
          }
          strong
        >
          <Money value={reporting.net} />
        </Row>
      )}
      {!isNothing(held) && (
        <Row term="Held while the customer disputes it; still counted">
          <Money value={held} />
        </Row>
      )}
      {!reporting && (
        <div className="py-2 text-[14px] leading-5 text-pretty text-warn">
          <dt className="sr-only">In the sums</dt>
          <dd>No rate of its day is known, so it is in no sum yet. Your team adds rates.</dd>
        </div>
      )}
    </dl>
  )
}

function Row({ term, strong = false, children }: { term: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={`flex items-baseline justify-between gap-4 py-2 ${strong ? 'font-semibold' : ''}`}>
      <dt className={strong ? '' : 'text-fg-2'}>{term}</dt>
      <dd className="shrink-0">{children}</dd>
    </div>
  )
}
