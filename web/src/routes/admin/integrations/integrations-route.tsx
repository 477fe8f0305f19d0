import { onDemand } from '../../../lib/on-demand.tsx'
import { useQuery } from '@apollo/client/react'
import { Plus } from 'lucide-react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { Menu, MenuItem } from '../../../components/menu.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { providers, providerWords } from '../../../features/connections/provider-words.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useMay } from '../../../lib/viewer.ts'
import { Integrations } from './integrations.tsx'
import { integrationsSearch } from './integrations-search.ts'
import { IntegrationsSkeleton } from './integrations-skeleton.tsx'

const ConnectDialog = onDemand(
  async () => (await import('../../../features/connections/connect-dialog.tsx')).ConnectDialog,
)

const connectionsQuery = graphql(`
  query IntegrationsPage {
    connections {
      id
      provider
      name
      secrets {
        field
        validUntil
      }
      health {
        state
        waiting
        parked
      }
      webhook {
        isWanted
      }
      syncKind
      latestSync {
        id
        state
        progress
      }
      ...ConnectionCard_connection
      ...ConnectionOverview_connection
      ...ConnectionHours_connection
      ...ConnectionMapping_connection
      ...ConnectionSync_connection
      ...ConnectionSetup_connection
    }
  }
`)

const lookEveryMs = 15_000

/** The connections with their health, and what arrived by them. */
export function Component() {
  if (useMay('WRITE_CONNECTIONS')) return <IntegrationsPage />
  return (
    <>
      <PageHeader title="Integrations" />
      <ErrorState title="Your role does not allow this" advice="Owners and admins keep the connections." />
    </>
  )
}

function IntegrationsPage() {
  const [state, change] = useSearchState(integrationsSearch)
  const { data, error, refetch } = useQuery(connectionsQuery, { pollInterval: lookEveryMs })
  const connections = data?.connections
  return (
    <>
      <PageHeader
        title="Integrations"
        note={connections && connections.length > 0 && `${connections.length} connected`}
      >
        <Menu
          trigger={
            <Button>
              <Plus aria-hidden size={14} strokeWidth={1.75} />
              Connect
            </Button>
          }
        >
          {providers.map((provider) => (
            <MenuItem key={provider} onSelect={() => change({ connect: provider })}>
              {providerWords[provider].name}
            </MenuItem>
          ))}
        </Menu>
      </PageHeader>
      {connections ? (
        <Integrations connections={connections} />
      ) : error ? (
        <ErrorState {...readError(error)} onRetry={() => void refetch()} />
      ) : (
        <IntegrationsSkeleton />
      )}
      {state.connect !== 'nothing' && (
        <ConnectDialog
          key={state.connect}
          provider={state.connect}
          onMade={() => void refetch()}
          onClose={(connection) =>
            change({ connect: 'nothing', ...(connection === null ? {} : { connection, open: null }) })
          }
        />
      )}
    </>
  )
}
