import { useQuery } from '@apollo/client/react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { Money } from '../../../components/figures.tsx'
import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'
import { classNames } from '../../../lib/class-names.ts'
import { formatCount } from '../../../lib/format-count.ts'
import type { Period } from '../../../lib/period.ts'
import { sumsQuery } from './statement-queries.ts'

/** What the lines come to: the figures of the same days on My numbers. */
export function StatementSums({ period }: { period: Period }) {
  const { data, previousData, error, refetch } = useQuery(sumsQuery, { variables: { period } })
  // Those of the period before stay in sight while others load, and not where these cannot be had.
  const shown = (data ?? (error ? undefined : previousData))?.metrics
  if (!shown) {
    if (error) return <LoadError title="The sums did not load" error={error} onRetry={() => void refetch()} />
    return (
      <SkeletonGroup label="Loading the sums">
        <div className="flex h-[161px] flex-col gap-3 border-t border-line px-4 py-5 md:px-6">
          <Skeleton widthPx={112} heightPx={14} />
          <Skeleton widthPx={160} heightPx={32} />
          <Skeleton widthPx={240} heightPx={14} />
        </div>
      </SkeletonGroup>
    )
  }
  const { cashCollected, refunded, lost, netCash } = shown.totals
  const without = shown.missingRates.reduce((sum, { payments }) => sum + payments, 0)
  return (
    <section
      aria-label="Sums"
      aria-busy={!data || undefined}
      className={classNames('border-t border-line px-4 py-5 md:px-6', !data && 'opacity-60')}
    >
      <dl className="grid grid-cols-3 gap-x-4 gap-y-3">
        <div className="col-span-3">
          <dt className="text-fg-2">Credited to you</dt>
          <dd className="text-[32px] leading-10 font-semibold tracking-[-0.022em]">
            <Money value={netCash} />
          </dd>
        </div>
        {(
          [
            ['Collected', cashCollected],
            ['Refunded', refunded],
            ['Disputes lost', lost],
          ] as const
        ).map(([term, value]) => (
          <div key={term}>
            <dt className="text-[14px] leading-5 text-fg-2">{term}</dt>
            <dd className="font-medium">
              <Money value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {without > 0 && (
        <p className="mt-3 text-[14px] leading-5 text-pretty text-warn">
          {without === 1 ? '1 payment is' : `${formatCount(without)} payments are`} in no sum: no rate of{' '}
          {without === 1 ? 'its' : 'their'} day is known yet (
          {shown.missingRates.map(({ currency }) => currency).join(', ')}).
        </p>
      )}
    </section>
  )
}
