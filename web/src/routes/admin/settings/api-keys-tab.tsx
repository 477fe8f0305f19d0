import { onDemand } from '../../../lib/on-demand.tsx'
import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { ApiKeyLimits } from '../../../features/organization/api-key-limits.tsx'
import { ApiKeyList } from '../../../features/organization/api-key-list.tsx'
import { useSearchState } from '../../../lib/search-params.ts'
import { settingsSearch } from './settings-search.ts'

const ApiKeyDialog = onDemand(
  async () => (await import('../../../features/organization/api-key-dialog.tsx')).ApiKeyDialog,
)

const apiKeysQuery = graphql(`
  query SettingsApiKeys {
    apiKeys {
      ...ApiKeyList_apiKey @unmask
    }
  }
`)

/** The keys with which programs act for the organization. */
export function ApiKeysTab() {
  const [state, change] = useSearchState(settingsSearch)
  const { data, error, refetch } = useQuery(apiKeysQuery)
  return (
    <>
      {!data ? (
        error ? (
          <ErrorState {...readError(error)} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={4} columns={5} label="Loading the API keys" />
        )
      ) : data.apiKeys.length === 0 ? (
        <EmptyState
          title="No API keys yet"
          actions={
            <Button size="md" variant="primary" onClick={() => change({ add: true })}>
              Make a key
            </Button>
          }
        >
          With a key a program of yours reads and writes what you allow it to, through the same GraphQL API as these
          pages.
        </EmptyState>
      ) : (
        <>
          <ApiKeyList apiKeys={data.apiKeys} />
          <ApiKeyLimits />
        </>
      )}
      {state.add && (
        <ApiKeyDialog onMade={() => void refetch()} onClose={() => change({ add: false }, { replace: true })} />
      )}
    </>
  )
}
