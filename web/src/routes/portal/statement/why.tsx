import { useQuery } from '@apollo/client/react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { DateTime } from '../../../components/figures.tsx'
import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'
import type { CallSummary } from '../../../features/attribution/call-summary.ts'
import { PlainWords } from '../../../features/attribution/plain-words.tsx'
import { HandTrail, Trail } from '../../../features/attribution/trail.tsx'
import { whyQuery } from './statement-queries.ts'

/** Other reps' calls are not told of, and their own are opened from the line. */
const noCalls: ReadonlyMap<string, CallSummary> = new Map()

/** Why?: the decision in one sentence, then the rules step by step, as its own people may know it. */
export function Why({ paymentId, name }: { paymentId: string; name: string }) {
  const { data, error, refetch } = useQuery(whyQuery, { variables: { id: paymentId } })
  const attribution = data?.payment?.attribution
  if (!attribution) {
    if (error) return <LoadError title="The reasons did not load" error={error} onRetry={() => void refetch()} />
    if (data) return <p className="text-fg-3">This payment is not credited to you any more.</p>
    return (
      <SkeletonGroup label="Loading the reasons">
        <div className="flex flex-col gap-3 py-2">
          <Skeleton widthPx={240} heightPx={14} />
          <Skeleton widthPx={192} heightPx={14} />
        </div>
      </SkeletonGroup>
    )
  }
  const names = [name]
  return (
    <>
      <p className="mb-4 text-pretty">
        <PlainWords names={names}>{attribution.summary}</PlainWords>{' '}
        {attribution.decidedAt && (
          <span className="text-fg-3">
            Decided by {attribution.decidedBy ?? 'Clinch'}, <DateTime at={attribution.decidedAt} />.
          </span>
        )}
      </p>
      <div className="@container max-w-124">
        {attribution.method === 'MANUAL' ? (
          <HandTrail decidedBy={attribution.decidedBy ?? 'Somebody'} reason={attribution.reason} />
        ) : (
          <Trail steps={attribution.trail} calls={noCalls} names={names} />
        )}
      </div>
    </>
  )
}
