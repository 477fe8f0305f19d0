import { LoadError } from '../../../apollo/load-error.tsx'
import { graphql } from '../../../apollo/generated/index.ts'
import { usePages } from '../../../apollo/use-pages.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { actColumns } from '../../../features/platform/act-columns.tsx'
import { actWords } from '../../../features/platform/organization-words.ts'

const query = graphql(`
  query PlatformActsPage($first: Int!, $after: String) {
    platformActs(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...PlatformActRow_act @unmask
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

/** Everything that operators did, the newest first. It outlives whom it was done to. */
export function Component() {
  const pages = usePages({ query, asked: {}, pageOf: ({ platformActs }) => platformActs, noun: 'acts' })
  return (
    <>
      <PageHeader title="Acts" note="what operators did; nothing is ever taken out" />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {pages.error ? (
          <LoadError title="The acts did not load" error={pages.error} onRetry={pages.retry} />
        ) : !pages.rows ? (
          <SkeletonRows rows={14} columns={5} label="Loading acts" />
        ) : pages.rows.length === 0 ? (
          <EmptyState title="No acts yet">
            Each act of an operator stands here, with who did it, when and why.
          </EmptyState>
        ) : (
          <DataTable
            label="Acts"
            columns={actColumns}
            rows={pages.rows}
            rowId={({ id }) => id}
            rowName={({ act, subject }) => `${actWords[act]}: ${subject}`}
            listKey={pages.listKey}
            hasMore={pages.hasMore}
            onReachEnd={pages.loadMore}
          />
        )}
      </div>
    </>
  )
}
