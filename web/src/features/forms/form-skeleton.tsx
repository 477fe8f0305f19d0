import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'

/** The first questions of a form that loads, as tall as they are for thumbs: what stands below does not jump when they come. */
export const FormSkeleton = () => (
  <SkeletonGroup label="Loading the form">
    <div className="flex min-h-72 flex-col gap-3 py-4 md:min-h-0">
      <Skeleton widthPx={320} heightPx={28} />
      <Skeleton widthPx={320} heightPx={28} />
    </div>
  </SkeletonGroup>
)
