import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'

/** The first questions of a form that loads. */
export const FormSkeleton = () => (
  <SkeletonGroup label="Loading the form">
    <div className="flex flex-col gap-3 py-4">
      <Skeleton widthPx={320} heightPx={28} />
      <Skeleton widthPx={320} heightPx={28} />
    </div>
  </SkeletonGroup>
)
