import { LoadError } from '../../../apollo/load-error.tsx'
import { graphql } from '../../../apollo/generated/index.ts'
import { usePages } from '../../../apollo/use-pages.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { usersSearch } from '../../../features/platform/platform-search.ts'
import { userColumns } from '../../../features/platform/user-columns.tsx'
import { UserPanel } from '../../../features/platform/user-panel.tsx'
import { useSearchState } from '../../../lib/search-params.ts'

const query = graphql(`
  query PlatformUsersPage($search: String, $first: Int!, $after: String) {
    platformUsers(search: $search, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...PlatformUserRow_user @unmask
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

/** Everybody who signed up, and the open one beside them. */
export function Component() {
  const [state, setState] = useSearchState(usersSearch)
  const pages = usePages({
    query,
    asked: { search: state.q === '' ? null : state.q },
    pageOf: ({ platformUsers }) => platformUsers,
    noun: 'users',
  })
  const rows = pages.rows ?? []
  const openIndex = rows.findIndex(({ id }) => id === state.open)
  const open = rows[openIndex]
  const goTo = (index: number) => {
    const row = rows[index]
    return row && (() => setState({ open: row.id }, { replace: true }))
  }
  return (
    <>
      <PageHeader title="Users" />
      <div className="flex min-h-11 shrink-0 items-center border-b border-line px-4 py-1.5 md:px-6">
        <div className="min-w-56 flex-1 sm:w-60 sm:flex-none">
          <SearchBox
            label="Search users"
            placeholder="Name, e-mail, id"
            value={state.q}
            onSearch={(q) => setState({ q }, { replace: true })}
          />
        </div>
      </div>
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col" aria-busy={pages.stale || undefined}>
          {pages.error ? (
            <LoadError title="The users did not load" error={pages.error} onRetry={pages.retry} />
          ) : !pages.rows ? (
            <SkeletonRows rows={14} columns={5} label="Loading users" />
          ) : rows.length === 0 && !pages.stale ? (
            <EmptyState title="Nobody matches">Search for a part of a name or of an e-mail address.</EmptyState>
          ) : (
            <DataTable
              label="Users"
              columns={userColumns}
              rows={rows}
              rowId={({ id }) => id}
              rowName={({ name }) => name}
              onOpen={({ id }) => setState({ open: id })}
              openId={state.open}
              onClose={() => setState({ open: null })}
              listKey={pages.listKey}
              hasMore={pages.hasMore}
              onReachEnd={pages.loadMore}
            />
          )}
        </div>
        {open && (
          <UserPanel
            user={open}
            onPrevious={goTo(openIndex - 1)}
            onNext={goTo(openIndex + 1)}
            onClose={() => setState({ open: null })}
            onDeleted={() => {
              setState({ open: null })
              void pages.reload()
            }}
          />
        )}
      </div>
    </>
  )
}
