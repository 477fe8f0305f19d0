import { onDemand } from '../../../lib/on-demand.tsx'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ConnectionCard, UnconnectedCard } from '../../../features/connections/connection-card.tsx'
import { providers, providerWords } from '../../../features/connections/provider-words.ts'
import { useReplay } from '../../../features/connections/use-replay.ts'
import { todayIn } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { ConnectionPane, hasTab, type PageConnection } from './connection-pane.tsx'
import { DeliveriesBar } from './deliveries-bar.tsx'
import { DeliveryList, wantedOf } from './delivery-list.tsx'
import { integrationsSearch, integrationsTo } from './integrations-search.ts'
import { useBrought } from './use-brought.tsx'
import { useDeliveries } from './use-deliveries.ts'

const ConnectionMapping = onDemand(
  async () => (await import('../../../features/connections/connection-mapping.tsx')).ConnectionMapping,
)
const ConnectionSync = onDemand(
  async () => (await import('../../../features/connections/connection-sync.tsx')).ConnectionSync,
)
const ConnectionSetup = onDemand(
  async () => (await import('../../../features/connections/connection-setup.tsx')).ConnectionSetup,
)
const DeliveryPanel = onDemand(
  async () => (await import('../../../features/connections/delivery-panel.tsx')).DeliveryPanel,
)

/** The connections as cards, the open one with its parts, and what arrived by it or by all. */
export function Integrations({ connections }: { connections: readonly PageConnection[] }) {
  const [params] = useSearchParams()
  const [state, change] = useSearchState(integrationsSearch)
  const brought = useBrought()
  const replay = useReplay()
  const chosen = connections.find(({ id }) => id === state.connection) ?? null
  const tab = chosen && hasTab(chosen, state.tab) ? state.tab : 'deliveries'
  const { organization } = useViewer()
  const today = todayIn(organization.timeZone, useNow())
  const deliveries = useDeliveries(wantedOf({ ...state, connection: chosen?.id ?? null }))
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
            <DeliveriesBar
              state={state}
              onChange={change}
              connections={connections.map(({ id, provider, name }) => ({
                value: id,
                label: `${providerWords[provider].name} ${name}`,
              }))}
              kinds={(deliveries.rows ?? []).map(({ kind }) => kind)}
              today={today}
            />
            <div className="flex min-h-100 flex-1 flex-col">
              <DeliveryList deliveries={deliveries} replay={replay} state={state} onChange={change} />
            </div>
          </>
        )}
        {chosen && tab === 'mapping' && <ConnectionMapping connection={chosen} />}
        {chosen && tab === 'sync' && <ConnectionSync connection={chosen} />}
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
      actions={providers.map((provider, index) => (
        <ButtonLink
          key={provider}
          size="md"
          variant={index === 0 ? 'primary' : 'secondary'}
          to={integrationsTo(params, { connect: provider })}
        >
          Connect {providerWords[provider].name}
        </ButtonLink>
      ))}
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
