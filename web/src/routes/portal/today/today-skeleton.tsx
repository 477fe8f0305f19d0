import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'

const rows = [144, 112, 160, 128] as const

/** The portal's first page while it loads: the next call, then lines of two. */
export function TodaySkeleton() {
  return (
    <SkeletonGroup label="Loading your calls">
      <div className="flex flex-col gap-4 px-4 pb-6 md:px-6">
        <Skeleton widthPx={88} />
        <Skeleton widthPx={136} heightPx={36} />
        <Skeleton widthPx={176} heightPx={16} />
        <Skeleton widthPx={264} />
      </div>
      <div className="border-t border-line px-4 py-6 md:px-6">
        <Skeleton widthPx={72} />
        {rows.map((widthPx) => (
          <div key={widthPx} className="flex h-15 flex-col justify-center gap-2.5 border-b border-line">
            <Skeleton widthPx={widthPx} heightPx={14} />
            <Skeleton widthPx={192} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  )
}
