import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'

const widths = [144, 112, 160, 128, 152, 120] as const

/** Rows of two lines while they load. */
export function PortalRowsSkeleton({ label }: { label: string }) {
  return (
    <SkeletonGroup label={label}>
      <div className="border-t border-line px-4 md:px-6">
        {widths.map((widthPx) => (
          <div key={widthPx} className="flex h-15 flex-col justify-center gap-2.5 border-b border-line">
            <Skeleton widthPx={widthPx} heightPx={14} />
            <Skeleton widthPx={192} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  )
}
