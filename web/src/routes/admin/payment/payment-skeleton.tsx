import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'

/** The trail of a payment that loads: a sentence, then four questions with their answers. */
function TrailSkeleton() {
  return (
    <div className="flex flex-col gap-6 px-4 py-4 md:px-6">
      <Skeleton widthPx={120} />
      <div className="flex flex-col gap-3">
        <Skeleton widthPx={520} heightPx={16} />
        <Skeleton widthPx={340} heightPx={16} />
      </div>
      {[230, 200, 320, 260].map((widthPx) => (
        <div key={widthPx} className="flex gap-3">
          <span className="size-6 shrink-0 rounded-full bg-sunken" />
          <div className="flex min-w-0 flex-col gap-3 pt-1.5">
            <Skeleton widthPx={widthPx} />
            <Skeleton widthPx={widthPx + 120} />
          </div>
        </div>
      ))}
    </div>
  )
}

function HeadSkeleton() {
  return (
    <div className="flex flex-col gap-3 border-b border-line px-4 pt-6 pb-5 md:px-6">
      <Skeleton widthPx={180} heightPx={32} />
      <Skeleton widthPx={240} />
    </div>
  )
}

/** A payment that loads, on its own page. */
export function PaymentSkeleton() {
  return (
    <SkeletonGroup label="Loading the payment">
      <div className="grid xl:grid-cols-[minmax(0,1fr)_416px]">
        <div className="min-w-0">
          <HeadSkeleton />
          <TrailSkeleton />
        </div>
        <div className="flex flex-col gap-4 border-line px-4 py-4 max-xl:hidden md:px-6 xl:border-l">
          {[80, 280, 120, 200, 160].map((widthPx) => (
            <Skeleton key={widthPx} widthPx={widthPx} />
          ))}
        </div>
      </div>
    </SkeletonGroup>
  )
}

/** The same in the panel. */
export function PaymentPanelSkeleton() {
  return (
    <SkeletonGroup label="Loading the payment">
      <HeadSkeleton />
      <TrailSkeleton />
    </SkeletonGroup>
  )
}
