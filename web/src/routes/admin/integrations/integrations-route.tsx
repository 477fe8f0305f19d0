import { useQuery } from '@apollo/client/react'
import { Plus } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { Menu, MenuItem } from '../../../components/menu.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { ConnectDialog } from '../../../features/connections/connect-dialog.tsx'
import { ConnectionCard, UnconnectedCard } from '../../../features/connections/connection-card.tsx'
import { ConnectionMapping } from '../../../features/connections/connection-mapping.tsx'
import { ConnectionSetup } from '../../../features/connections/connection-setup.tsx'
import { DeliveryPanel } from '../../../features/connections/delivery-panel.tsx'
import { providers, providerWords } from '../../../features/connections/provider-words.ts'
import { useReplay } from '../../../features/connections/use-replay.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useMay } from '../../../lib/viewer.ts'
import { ConnectionPane, type PageConnection } from './connection-pane.tsx'
import { DeliveriesBar } from './deliveries-bar.tsx'
import { DeliveryList } from './delivery-list.tsx'
import { integrationsSearch, integrationsTo } from './integrations-search.ts'
import { IntegrationsSkeleton } from './integrations-skeleton.tsx'
import { useBrought } from './use-brought.tsx'
import { useDeliveries } from './use-deliveries.ts'

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
      }
      ...ConnectionCard_connection
      ...ConnectionOverview_connection
      ...ConnectionMapping_connection
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

function Integrations({ connections }: { connections: readonly PageConnection[] }) {
  const [params] = useSearchParams()
  const [state, change] = useSearchState(integrationsSearch)
  const brought = useBrought()
  const replay = useReplay()
  const chosen = connections.find(({ id }) => id === state.connection) ?? null
  const tab = chosen && (state.tab !== 'mapping' || chosen.provider === 'CALENDLY') ? state.tab : 'deliveries'
  const deliveries = useDeliveries({ connectionId: chosen?.id ?? null, states: state.state, search: state.q })
  const missing = providers.filter((provider) => connections.every((connection) => connection.provider !== provider))
  /** What a provider brought is a connection's own only where there is just one of it. */
  const broughtBy = ({ provider }: PageConnection) =>
    connections.filter((each) => each.provider === provider).length === 1 ? brought[provider] : undefined

  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">
        <ul
          aria-label="Connections"
          className="grid shrink-0 grid-cols-[repeat(auto-fill,minmax(260px,1fr))] overflow-hidden border-b border-line"
        >
          {connections.map((connection) => {
            const isOpen = connection === chosen
            return (
              <ConnectionCard
                key={connection.id}
                connection={connection}
                isOpen={isOpen}
                figure={broughtBy(connection)?.figure}
                meaning={broughtBy(connection)?.meaning}
                to={integrationsTo(params, {
                  connection: isOpen ? null : connection.id,
                  open: null,
                  ...(isOpen ? { tab: 'deliveries' } : {}),
                })}
              />
            )
          })}
          {missing.map((provider) => (
            <UnconnectedCard key={provider} provider={provider} to={integrationsTo(params, { connect: provider })} />
          ))}
        </ul>
        {chosen && <ConnectionPane connection={chosen} tab={tab} figure={broughtBy(chosen)?.overview} />}
        {connections.length === 0 && <NothingConnected />}
        {tab === 'deliveries' && connections.length > 0 && (
          <>
            <DeliveriesBar state={state} onChange={change} />
            <div className="flex min-h-100 flex-1 flex-col">
              <DeliveryList deliveries={deliveries} replay={replay} state={state} onChange={change} />
            </div>
          </>
        )}
        {chosen && tab === 'mapping' && <ConnectionMapping connection={chosen} />}
        {chosen && tab === 'setup' && <ConnectionSetup connection={chosen} />}
      </div>
      {state.open !== null && tab === 'deliveries' && (
        <OpenDelivery
          id={state.open}
          rows={deliveries.rows ?? []}
          replay={replay}
          onOpen={(open) => change({ open })}
        />
      )}
    </div>
  )
}

function NothingConnected() {
  const [params] = useSearchParams()
  return (
    <EmptyState
      title="Nothing is connected yet"
      actions={
        <>
          <ButtonLink size="md" variant="primary" to={integrationsTo(params, { connect: 'CALENDLY' })}>
            Connect Calendly
          </ButtonLink>
          <ButtonLink size="md" to={integrationsTo(params, { connect: 'STRIPE' })}>
            Connect Stripe
          </ButtonLink>
        </>
      }
    >
      Connect the tool your team books with, then the one that takes the money. Calls and payments appear as they
      happen.
    </EmptyState>
  )
}

function OpenDelivery({
  id,
  rows,
  replay,
  onOpen,
}: {
  id: string
  rows: readonly { id: string; kind: string }[]
  replay: ReturnType<typeof useReplay>
  onOpen: (id: string | null) => void
}) {
  const index = rows.findIndex((row) => row.id === id)
  const [previous, next] = index === -1 ? [] : [rows[index - 1], rows[index + 1]]
  return (
    <DeliveryPanel
      id={id}
      kind={rows[index]?.kind}
      replay={replay}
      onClose={() => onOpen(null)}
      onPrevious={previous && (() => onOpen(previous.id))}
      onNext={next && (() => onOpen(next.id))}
    />
  )
}
