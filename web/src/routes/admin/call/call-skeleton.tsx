import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'

const factWidths = [184, 96, 112, 128, 176, 104] as const

/** A call that loads: its state, its facts, its timeline. */
export function CallSkeleton() {
  return (
    <SkeletonGroup label="Loading the call">
      <div className="flex h-12 items-center px-4 md:px-6">
        <Skeleton widthPx={96} />
      </div>
      <div className="border-t border-line px-4 py-5 md:px-6">
        <Skeleton widthPx={104} />
        <div className="mt-4">
          <Skeleton widthPx={248} />
        </div>
      </div>
      <div className="flex flex-col gap-3 border-t border-line px-4 py-5 md:px-6">
        {factWidths.map((widthPx) => (
          <div key={widthPx} className="flex gap-12">
            <Skeleton widthPx={64} />
            <Skeleton widthPx={widthPx} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  )
}
