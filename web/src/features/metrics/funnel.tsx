import { Link } from 'react-router'
import { BarList, type Bar } from '../../components/charts/bar-list.tsx'
import { Money } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatRate } from '../../lib/format-rate.ts'
import type { Period } from '../../lib/period.ts'
import { Definitions } from './definitions.tsx'
import { unknownReason } from './metric-figure.ts'
import type { MetricDefinition, MetricTotals } from './metric-report.ts'
import { rowsOf } from './metric-rows.ts'

export interface FunnelProps {
  period: Period
  totals: MetricTotals
  definitions: readonly MetricDefinition[]
}

const steps = [
  { metric: 'bookedCalls', label: 'Booked' },
  { metric: 'shows', label: 'Shown' },
  { metric: 'offers', label: 'Offered' },
  { metric: 'closes', label: 'Closed' },
] as const

/** From booked to closed, and what a call brings. Shows are of other calls than were booked in the period: no share is told of them. */
export function Funnel({ period, totals, definitions }: FunnelProps) {
  const shares: Partial<Record<(typeof steps)[number]['metric'], number | null>> = {
    offers: totals.offerRate,
    closes: totals.offers === 0 ? null : totals.closes / totals.offers,
  }
  const bars = steps.map(({ metric, label }): Bar => {
    const share = shares[metric]
    return {
      id: metric,
      label,
      value: totals[metric],
      figure: formatCount(totals[metric]),
      rate: share === undefined ? '' : formatRate(share),
      to: rowsOf(metric, period),
    }
  })
  return (
    <Section
      title="Booked to closed"
      action={
        <>
          <span className="text-fg-3">of the step before</span>
          <Definitions
            of="each step"
            definitions={definitions}
            metrics={[...steps.map(({ metric }) => metric), 'cashPerBookedCall', 'cashPerShow']}
          />
        </>
      }
    >
      <BarList label="Booked to closed" bars={bars} />
      <p className="mt-1 text-small text-pretty text-fg-3">
        Bookings count by the day of booking, the other steps by the day of the call.
      </p>
      <dl className="mt-3 border-t border-line">
        {(['cashPerBookedCall', 'cashPerShow'] as const).map((metric) => (
          <div key={metric} className="flex h-8 items-center justify-between border-b border-line last:border-b-0">
            <dt className="text-fg-2">{metric === 'cashPerShow' ? 'Net cash per show' : 'Net cash per booked call'}</dt>
            <dd className="font-medium">
              <Link to={rowsOf(metric, period)} className="rounded-xs hover:underline hover:underline-offset-3">
                <Money value={totals[metric]} reason={unknownReason(metric)} />
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
