import { onDemand } from '../../../lib/on-demand.tsx'
import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { sourceColumns } from '../../../features/roster/source-columns.tsx'
import { useSearchState } from '../../../lib/search-params.ts'
import { teamSearch, teamTo } from './team-search.ts'

const SourceDialog = onDemand(async () => (await import('../../../features/roster/source-dialog.tsx')).SourceDialog)

const sourcesQuery = graphql(`
  query TeamSources {
    sources {
      id
      name
      aliases
      trafficType {
        id
        name
      }
    }
    trafficTypes {
      id
      name
    }
  }
`)

/** Where leads come from, and what kind of traffic that is. */
export function SourcesTab() {
  const [state, change] = useSearchState(teamSearch)
  const { data, error, refetch } = useQuery(sourcesQuery)
  if (!data) {
    return error ? (
      <ErrorState {...readError(error)} onRetry={() => void refetch()} />
    ) : (
      <SkeletonRows rows={8} columns={3} label="Loading the sources" />
    )
  }
  const { sources, trafficTypes } = data
  const open = sources.find(({ id }) => id === state.open) ?? null
  return (
    <>
      {sources.length === 0 ? (
        <EmptyState
          title="No sources yet"
          actions={
            <Button size="md" variant="primary" onClick={() => change({ add: true })}>
              Add a source
            </Button>
          }
        >
          Sources are where leads come from: YouTube, a referral, an ad. Add each with the names that booking links use;
          past calls find it by those.
        </EmptyState>
      ) : (
        <DataTable
          label="Sources"
          columns={sourceColumns}
          rows={sources}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          rowTo={({ id }) => teamTo({ ...state, open: id })}
          onOpen={({ id }) => change({ open: id })}
        />
      )}
      {(state.add || open) && (
        <SourceDialog
          key={open?.id ?? 'new'}
          source={open}
          trafficTypes={trafficTypes}
          onSaved={() => void refetch()}
          onClose={() => change({ add: false, open: null }, { replace: true })}
        />
      )}
    </>
  )
}
