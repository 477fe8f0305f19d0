import { Skeleton, SkeletonGroup, SkeletonTiles } from '../../../components/skeleton.tsx'
import { SheetRow } from './sheet-row.tsx'

/** The shape of the dashboard while it loads. */
export function DashboardSkeleton() {
  return (
    <>
      <SkeletonTiles />
      <SkeletonGroup label="Loading the charts">
        <SheetRow>
          <SkeletonSection heightPx={244} />
          <SkeletonSection heightPx={244} />
        </SheetRow>
        <SheetRow>
          <SkeletonSection heightPx={200} />
          <SkeletonSection heightPx={200} />
        </SheetRow>
      </SkeletonGroup>
    </>
  )
}

function SkeletonSection({ heightPx }: { heightPx: number }) {
  return (
    <div className="flex flex-col gap-4 px-4 py-5 md:px-6">
      <Skeleton widthPx={128} />
      <Skeleton widthPx={2000} heightPx={heightPx} />
    </div>
  )
}
