import { Skeleton, SkeletonGroup, SkeletonRows } from '../../../components/skeleton.tsx'

/** The page's shape while its connections load: two cards, then rows. */
export function IntegrationsSkeleton() {
  return (
    <>
      <SkeletonGroup label="Loading the integrations">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(260px,1fr))] overflow-hidden border-b border-line">
          {[0, 1].map((card) => (
            <div key={card} className="-ml-px flex h-26 flex-col gap-3 border-l border-line px-4 py-4 md:px-6">
              <Skeleton widthPx={144} />
              <Skeleton widthPx={168} />
              <Skeleton widthPx={112} />
            </div>
          ))}
        </div>
      </SkeletonGroup>
      <SkeletonRows rows={10} columns={5} label="Loading the deliveries" />
    </>
  )
}
