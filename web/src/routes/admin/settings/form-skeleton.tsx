import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'

/** Fields below each other, while what they hold loads. */
export function FormSkeleton({ label, fields = 4 }: { label: string; fields?: number }) {
  return (
    <SkeletonGroup label={label}>
      <div className="flex flex-col gap-6 px-4 py-5 md:px-6">
        {Array.from({ length: fields }, (_, field) => (
          <div key={field} className="flex flex-col gap-2">
            <Skeleton widthPx={96} />
            <Skeleton widthPx={440} heightPx={32} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  )
}
